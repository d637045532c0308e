"""Articles are asked for again by themselves: conditionally, some times, and only a changed text counts."""

from __future__ import annotations

from datetime import timedelta

from django.db.models.functions import Now

from claims.feeds.schedule import VISITS, next_visit
from claims.models import Article, Claim, Host, Revisit
from claims.tasks import revisit_article
from claims.vocabulary import WorkState
from tests.ingest.conftest import work_once
from tests.ingest.site import Site
from tests.ingest.test_fetch import TEXT, taken_in
from tests.services.conftest import SHELLED, Valley


def visit() -> Revisit:
    """The next visit, whenever it is due, and the work that comes of it."""
    found = Revisit.objects.get()
    Revisit.objects.update(due_at=Now())
    Host.objects.update(free_at=Now())
    revisit_article(revisit_id=found.pk)
    work_once()
    return Revisit.objects.get()


def wait_of(revisit: Revisit) -> timedelta:
    now = Article.objects.order_by().values_list(Now(), flat=True)[0]
    return revisit.due_at - now


def test_visits_are_spread_over_a_week() -> None:
    waits = [wait for n in range(len(VISITS)) if (wait := next_visit(n))]

    assert sum(waits, timedelta()) == VISITS[-1] == timedelta(days=7)
    assert waits == sorted(waits)
    assert next_visit(len(VISITS)) is None


def test_a_page_that_stays_the_same_is_asked_for_some_times_conditionally(valley: Valley, site: Site) -> None:
    site.publish("/calm", *TEXT)
    site.answers["/calm"][1]["ETag"] = '"1"'
    taken_in(site.url("/calm"))
    assert timedelta(minutes=59) < wait_of(Revisit.objects.get()) <= timedelta(hours=1)

    for _ in VISITS:
        visit()

    conditions = [headers.get("if-none-match") for path, headers in site.asked if path == "/calm"]
    assert conditions == [None, *['"1"'] * len(VISITS)]
    assert Article.objects.count() == 1
    assert Revisit.objects.get().state == WorkState.DONE


def test_a_changed_text_is_a_new_version_which_is_asked_for_in_turn(valley: Valley, site: Site) -> None:
    first = taken_in(site.publish("/live", *TEXT))
    site.publish("/live", SHELLED, *TEXT[1:])

    after = visit()

    first.refresh_from_db()
    newer = Article.objects.get(superseded_by=None)
    assert first.superseded_by_id == newer.pk == after.article_id
    assert (after.visits, after.state) == (1, WorkState.PENDING)
    assert {claim.article_id for claim in Claim.objects.public()} == {newer.pk}
    assert visit().article_id == newer.pk
    assert Article.objects.count() == 2


def test_a_page_that_is_gone_is_left_and_a_failing_one_asked_for_later(valley: Valley, site: Site) -> None:
    taken_in(site.publish("/calm", *TEXT))
    site.answers["/calm"] = (500, {}, "")
    assert (visit().state, Revisit.objects.get().visits) == (WorkState.PENDING, 1)
    site.answers["/calm"] = (410, {}, "")

    assert visit().state == WorkState.DONE
    assert Article.objects.get().is_listed


def test_each_host_has_its_turn(valley: Valley, site: Site) -> None:
    for n in range(3):
        taken_in(site.publish(f"/{n}", *TEXT, f"Landing {n}."))
    Revisit.objects.update(due_at=Now())
    Host.objects.update(free_at=Now())

    assert len(Revisit.objects.next_of_hosts(10)) == 1
    revisit_article(revisit_id=Revisit.objects.next_of_hosts(10)[0])
    assert Revisit.objects.next_of_hosts(10) == []
