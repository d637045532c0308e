"""Every page answers, says what it should, and costs the same queries however many rows there are."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import ClaimPair
from claims.services import days
from claims.vocabulary import Relation
from tests.factories import DAY, make_article, make_claim, make_pair
from tests.web.world import World

PAGES = (
    "overview", "ceasefire", "ceasefire by week", "day", "empty day", "counts", "pairs", "pair", "claim", "articles",
    "article", "sources", "source", "opponents", "compare", "search", "found", "nothing found", "method", "glossary",
)  # fmt: skip


def test_every_page_of_the_world_is_tested(world: World) -> None:
    assert tuple(world.pages) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_page_is_a_whole_document(client: Client, world: World, name: str) -> None:
    page = client.get(world.pages[name])
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count("<h1") == 1
    assert text.rstrip().endswith("</html>")
    assert "style=" not in text
    assert "<script" not in text.replace('<script src="/static/claims/', "")


@pytest.mark.parametrize("name", PAGES)
def test_page_stands_in_arabic(client: Client, world: World, name: str) -> None:
    text = client.get(world.pages[name], headers={"accept-language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in text


def test_day_shows_both_accounts_and_why_they_conflict(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY)).content.decode()
    assert "the harbour was <mark" in text
    assert "twelve towns" in text
    assert world.pair.reason.split("(")[0] in text
    assert "Contradicted by 1" in text


def test_denial_never_stands_without_its_line(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY)).content.decode()
    assert text.count("Denies that") == text.count("it shelled any town")


def test_unresolved_speaker_has_a_place(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY)).content.decode()
    assert "Speakers whom no one has resolved yet" in text
    assert "the bridge was hit" in text


def test_late_report_stands_on_the_day_of_the_report(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY + timedelta(days=3))).content.decode()
    assert "Reported 3 days later" in text
    assert "the market had burnt" in text


def test_silent_side_says_why(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.day_url(DAY)).content.decode()
    assert "No feed of ours covers Watchers on this day, so silence means nothing." in text


def test_parts_that_do_not_add_up_carry_a_warning(client: Client, world: World) -> None:
    text = client.get(f"{world.ceasefire.get_absolute_url()}counts/").content.decode()
    assert "parts give 9, not the total" in text
    assert "1 total is not the sum of its parts" in text


def test_mistyped_word_is_mended(client: Client, world: World) -> None:
    text = client.get("/search/?q=artilery").content.decode()
    assert "Showing what is said of “artillery”" in text
    assert '<mark class="found">artillery</mark>' in text


def test_other_forms_of_a_word_are_found(client: Client, world: World) -> None:
    assert '<mark class="found">shelled</mark>' in client.get("/search/?q=shelling").content.decode()


def test_filter_leaves_what_it_names(client: Client, world: World) -> None:
    day = world.ceasefire.day_url(DAY)
    text = client.get(f"{day}?topic=status").content.decode()
    assert "the harbour was" in text
    assert "twelve towns were shelled" not in text.partition('id="grid"')[2].partition("</section>\n</div>")[0]
    assert 'Topic: status <span aria-hidden="true">×' in text


def test_reader_sees_passages_and_an_analyst_the_whole_text(client: Client, admin_client: Client, world: World) -> None:
    address = world.article.get_absolute_url()
    assert "A short text about the harbour." not in client.get(f"{address}?show=all").content.decode()
    assert "A short text about the harbour." in admin_client.get(f"{address}?show=all").content.decode()


FILES = (
    "/index", "{truce}", "{truce}/counts", "{day}", "/pairs", "{pair}", "{claim}", "/articles", "{article}", "/sources",
    "{source}", "/search", "/compare?left=source:harbour-ministry&right=side:fighters",
)  # fmt: skip


def _address(world: World, pattern: str, ending: str) -> str:
    path, mark, query = pattern.format(
        truce=world.ceasefire.get_absolute_url().rstrip("/"),
        day=world.ceasefire.day_url(DAY).rstrip("/"),
        pair=world.pair.get_absolute_url().rstrip("/"),
        claim=world.calm.get_absolute_url().rstrip("/"),
        article=world.article.get_absolute_url().rstrip("/"),
        source=world.ministry.get_absolute_url().rstrip("/"),
    ).partition("?")
    return f"{path}.{ending}{mark}{query}"


@pytest.mark.parametrize("pattern", FILES)
def test_json_and_csv_hold_the_same_rows(client: Client, world: World, pattern: str) -> None:
    as_json = json.loads(b"".join(client.get(_address(world, pattern, "json"))))
    as_csv = list(csv.DictReader(io.StringIO(b"".join(client.get(_address(world, pattern, "csv"))).decode())))
    assert len(as_json["rows"]) == len(as_csv)
    assert [list(row) for row in as_json["rows"]] == [list(row) for row in as_csv]


def test_file_has_the_rows_that_the_filter_leaves(client: Client, world: World) -> None:
    day = world.ceasefire.day_url(DAY).rstrip("/")
    rows = json.loads(b"".join(client.get(f"{day}.json?topic=status")))["rows"]
    assert [row["text"] for row in rows] == [world.calm.text]


def test_spreadsheet_takes_no_cell_for_a_formula(client: Client, world: World) -> None:
    make_claim("=HYPERLINK(1)", by=world.ministry, ceasefire=world.ceasefire)
    body = b"".join(client.get(f"{world.ministry.get_absolute_url().rstrip('/')}.csv")).decode()
    assert "'=HYPERLINK(1)" in body


@pytest.mark.parametrize("pattern", ["/index", "{truce}", "{day}", "/pairs", "{source}", "/search?q=shelled"])
def test_feed_names_claims_and_pairs(client: Client, world: World, pattern: str) -> None:
    answer = client.get(_address(world, pattern, "atom"))
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert b"<entry>" in answer.content


def test_citations_carry_the_day_seen(client: Client, world: World) -> None:
    text = client.get(world.pair.get_absolute_url()).content.decode()
    assert "Retrieved " in text
    assert "Accessed " in text
    assert "(n.d.)" in text
    assert "year = {n.d.}" in text
    assert "@misc{cct-pairs-" in text
    assert '<meta property="og:title" content="Was the truce kept? Harbour Ministry and Ridge Fighters' in text


GROWING = (
    "overview",
    "ceasefire",
    "day",
    "pair",
    "pairs",
    "claim",
    "article",
    "articles",
    "source",
    "compare",
    "found",
)


@pytest.mark.parametrize("name", GROWING)
def test_queries_do_not_grow_with_rows(client: Client, world: World, name: str) -> None:
    """Equal numbers of queries with two and with twelve more claims and pairs of each sort."""

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(world.pages[name]).status_code == 200
        return len(captured)

    def add(rows: int) -> None:
        for _ in range(rows):
            other = make_claim(
                "more towns were shelled",
                by=world.fighters,
                article=make_article(outlet=world.outlet),
                ceasefire=world.ceasefire,
                topics=["violation"],
            )
            make_pair(world.calm, other, ceasefire=world.ceasefire)
        days.recount([(world.ceasefire.pk, DAY)])

    add(2)
    queries()  # reads the names that records go by, once for all
    few = queries()
    add(10)
    assert queries() == few


def test_long_row_is_folded_and_opens_in_full(client: Client, world: World) -> None:
    for _ in range(90):
        make_claim(
            "more shots", by=world.fighters, ceasefire=world.ceasefire, topics=["violation"], article=world.article
        )
    day = world.ceasefire.day_url(DAY)
    folded = client.get(day).content.decode()
    assert "more on this matter" in folded
    assert folded.count('class="claim"') < 30
    opened = client.get(f"{day}?matter=kept").content.decode()
    assert 30 < opened.count('class="claim"') <= 60


def test_confirmed_pair_says_so(admin_client: Client, world: World) -> None:
    answer = admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "confirmed", "note": "Looked at."})
    assert answer.status_code == 302
    assert ClaimPair.objects.get(pk=world.pair.pk).review_state == "confirmed"
    text = admin_client.get(world.pair.get_absolute_url()).content.decode()
    assert "Reviewed by a person" in text
    assert "Looked at." in text


def test_rejection_needs_a_reason(admin_client: Client, world: World) -> None:
    answer = admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "rejected", "note": ""})
    assert "Say why the pair does not hold." in answer.content.decode()
    assert ClaimPair.objects.get(pk=world.pair.pk).review_state == "suggested"


def test_review_is_for_reviewers(client: Client, django_user_model: type, world: World) -> None:
    assert client.get("/review/").status_code == 302
    client.force_login(django_user_model.objects.create_user("reader"))  # type: ignore[attr-defined]
    assert client.get("/review/").status_code == 403


def test_decision_can_be_taken_back(admin_client: Client, world: World) -> None:
    answer = admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "confirmed", "note": ""}, follow=True)
    text = answer.content.decode()
    assert f'action="?pair={world.pair.pk}"' in text
    assert "Undo" in text
    admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "suggested"})
    assert ClaimPair.objects.get(pk=world.pair.pk).review_state == "suggested"
    assert world.pair.reviews.count() == 2


def test_another_relation_is_shown_beside_that_of_the_rules(admin_client: Client, client: Client, world: World) -> None:
    given = {"decision": "confirmed", "relation": "competes", "dimension": "figure", "note": "They count other things."}
    answer = admin_client.post(f"/review/?pair={world.pair.pk}", given, follow=True)
    assert "(Competes)" in answer.content.decode()
    text = client.get(world.pair.get_absolute_url()).content.decode()
    assert '<span class="rel rel--competes">' in text
    assert "given by a person; the rules find" in text
    assert '<span class="rel rel--contradicts">' in text
    assert "They count other things." in text
    (row,) = json.loads(client.get(f"/pairs/{world.pair.pk}.json").getvalue())["rows"]
    told = ("relation", "dimension", "found_relation", "found_dimension")
    assert [row[key] for key in told] == ["competes", "figure", "contradicts", "status"]
    api = client.get(f"/api/v1/claim-pairs/{world.pair.pk}/").json()
    assert (api["relation"], api["dimension"]) == ("competes", "figure")
    admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "suggested"})
    assert "given by a person" not in client.get(world.pair.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"relation": "competes", "dimension": "status"}, "Say why it is another relation."),
        ({"relation": "competes", "dimension": "", "note": "So."}, "A conflict needs what differs: choose it."),
        ({"relation": "corroborates", "note": "So."}, "These two accounts have a pair of this sort already, "),
        ({"relation": "rubbish", "note": "So."}, "Select a valid choice."),
    ],
)
def test_another_relation_has_to_make_sense(
    admin_client: Client, world: World, given: dict[str, str], says: str
) -> None:
    make_pair(world.pair.left, world.pair.right, relation=Relation.CORROBORATES)
    answer = admin_client.post(f"/review/?pair={world.pair.pk}", {"decision": "confirmed", **given})
    assert says in answer.content.decode()
    pair = ClaimPair.objects.get(pk=world.pair.pk)
    assert (pair.relation, pair.review_state) == ("contradicts", "suggested")


def test_starts_that_differ_are_drawn(client: Client, world: World) -> None:
    text = client.get(world.ceasefire.get_absolute_url()).content.decode()
    assert "When it begins, as each states it" in text
    world.ceasefire.statements.filter(kind="start").last().delete()  # type: ignore[union-attr]
    assert "When it begins, as each states it" not in client.get(world.ceasefire.get_absolute_url()).content.decode()
