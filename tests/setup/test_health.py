"""The probes tell a living process from one that can serve."""

import pytest
from django.test import Client


def test_livez_asks_nothing(client: Client) -> None:
    assert client.get("/livez").status_code == 200


@pytest.mark.django_db
def test_readyz_names_each_thing_it_needs(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "queue": "ok", "migrations": "ok"}
