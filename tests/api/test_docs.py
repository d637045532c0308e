"""docs/api.md: its Python and curl examples are run as they stand there, and its lists are those of the code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from claims.api.problems import TITLES
from claims.api.resources import RESOURCES
from claims.filters import PairFilter
from claims.models import Article, ClaimPair
from claims.services import changes, days
from claims.vocabulary import ChangeKind, Relation
from tests.api.conftest import wait_for_the_feed
from tests.factories import make_ceasefire, make_claim, make_pair, make_source

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
DAY = date(2020, 1, 12)


def examples(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)


@pytest.fixture
def pair(transactional_db: None) -> ClaimPair:
    """A conflict of the ceasefire that the examples are about; the bodies are invented."""
    truce = make_ceasefire("2020-01-12-russia-turkey", begins=DAY)
    claims = [make_claim(f"the account of body {n}", by=make_source(), ceasefire=truce, day=DAY) for n in (1, 2)]
    for claim in claims:
        claim.day_first = claim.day_last = DAY
        claim.save()
    made = make_pair(*claims, relation=Relation.CONTRADICTS, day_first=DAY, day_last=DAY)
    days.recount({(truce.pk, DAY)})
    return made


def run_python(code: str, server: LiveServer, folder: Path) -> str:
    code = code.replace("https://claims.example.org", server.url)
    wait_for_the_feed()
    ran = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_journalists_example(pair: ClaimPair, live_server: LiveServer, tmp_path: Path) -> None:
    printed = run_python(examples("python")[0], live_server, tmp_path)
    assert "1 pairs on this day" in printed
    assert f"{pair.left.links.first().source.name} says: {pair.left.text}" in printed
    assert pair.left.text in printed
    assert f"/pairs/{pair.pk}/" in printed


def test_the_researchers_mirror_stays_current(pair: ClaimPair, live_server: LiveServer, tmp_path: Path) -> None:
    code = examples("python")[1]
    assert run_python(code, live_server, tmp_path) == "1 conflicts\n"
    others = [make_claim(ceasefire=pair.ceasefire) for _ in range(2)]
    second = make_pair(*others, relation=Relation.COMPETES, ceasefire=pair.ceasefire)
    changes.record(ChangeKind.CREATED, "claim-pair", [second.pk])
    assert run_python(code, live_server, tmp_path) == "2 conflicts\n"
    pair.is_current = False
    pair.save()
    changes.record(ChangeKind.WITHDRAWN, "claim-pair", [pair.pk])
    assert run_python(code, live_server, tmp_path) == "1 conflicts\n"
    assert list(json.loads((tmp_path / "conflicts.json").read_text())["pairs"]) == [str(second.pk)]


@pytest.mark.usefixtures("pair")
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed (Debian: r-base-core, r-cran-jsonlite)")
def test_the_example_in_r(live_server: LiveServer, tmp_path: Path) -> None:
    code = examples("r")[0].replace("https://claims.example.org", live_server.url)
    (tmp_path / "conflicts.R").write_text(code)
    ran = subprocess.run(["Rscript", "conflicts.R"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    table = ran.stdout.split()
    assert table[0] == "contradicts"
    assert table[-1] == "1", "one conflict, counted by dimension and relation"


@pytest.mark.usefixtures("pair")
def test_the_examples_of_curl(live_server: LiveServer, tmp_path: Path, token: tuple[object, str]) -> None:
    answers = []
    for command in examples("sh"):
        code = f"TOKEN={token[1]}\n" + command.replace("https://claims.example.org", live_server.url)
        ran = subprocess.run(["bash", "-euc", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert ran.returncode == 0, ran.stderr
        answers.append(ran.stdout)
    assert json.loads(answers[0])["results"][0]["relation"] == "contradicts"
    table = (tmp_path / "pairs.csv").read_text().splitlines()
    assert table[0].startswith("id,relation,dimension,reason,left.source_names,left.polarity,left.text")
    assert len(table) == 2
    taken = [json.loads(answer)["items"][0] for answer in answers[2:]]
    assert [item["is_new"] for item in taken] == [True, True, False]
    assert taken[1]["article"] == taken[2]["article"], "the same file, in a form"
    assert Article.objects.filter(name="report.txt").exists()


def test_its_lists_are_those_of_the_code(client: Client, db: None) -> None:
    for resource in RESOURCES:
        assert f"`{resource.name}/`" in TEXT
    for code in TITLES:
        assert f"`{code}`" in TEXT
    for name in PairFilter.base_filters:
        base = re.sub("_(from|to)$", "", name)
        assert f"`{base}`" in TEXT or f"`{base}=" in TEXT or base == "other", name
