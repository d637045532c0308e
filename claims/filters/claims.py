"""The filters of claims."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorExact
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from claims.comparison import wording
from claims.filters.fields import Choices, Day, Ids, Search, Slugs
from claims.filters.narrowing import Filters, Narrowing
from claims.filters.shared import labels, listing, of_pairs, of_sources
from claims.models import Accusation, Claim, ClaimLink, ClaimPair, Place, Side, Source
from claims.vocabulary import Event, LinkRole

YES_NO = (("yes", _("only those with no stated day")), ("no", _("only those with a stated day")))


def _linked(role: LinkRole, **of: Any) -> Exists:
    return Exists(ClaimLink.objects.filter(claim=OuterRef("pk"), role=role, **of))


def _in_pair(**like: Any) -> Q:
    pairs = ClaimPair.objects.public().filter(**like)
    return Q(Exists(pairs.filter(left=OuterRef("pk")))) | Q(Exists(pairs.filter(right=OuterRef("pk"))))


def _at(places: tuple[int, ...]) -> Exists:
    inside = Place.objects.inside(places)
    return Exists(Claim.places.through.objects.filter(claim=OuterRef("pk"), place__in=inside))


def _says(words: str) -> Any:
    return SearchVectorExact(
        SearchVector("text", config="simple"), SearchQuery(words, search_type="websearch", config="simple")
    )


def _clock(name: str, about: Any) -> dict[str, Narrowing]:
    """The day and the range of one clock; a range overlaps, and so does a time that is known as a range only."""
    first, last = (name, name) if name == "reported" else (f"{name}_first", f"{name}_last")
    label = wording.CLOCKS[name]
    return {
        name: Narrowing(
            Day,
            lambda day: Q(**{f"{first}__lte": day, f"{last}__gte": day}),
            label=label,
            help_text=f"YYYY-MM-DD: {about} falls on that day, or in a range that holds it (see its precision).",
        ),
        f"{name}_from": Narrowing(
            Day,
            lambda day: Q(**{f"{last}__gte": day}),
            label=_("%(clock)s from") % {"clock": label},
            help_text=f"YYYY-MM-DD: {about} does not end before that day.",
        ),
        f"{name}_to": Narrowing(
            Day,
            lambda day: Q(**{f"{first}__lte": day}),
            label=_("%(clock)s to") % {"clock": label},
            help_text=f"YYYY-MM-DD: {about} does not begin after that day.",
        ),
    }


def of_claims() -> dict[str, Narrowing]:
    """What claims are filtered by, and pairs through either of their claims."""
    return {
        "source": of_sources(
            Slugs,
            lambda ids: _linked(LinkRole.SPEAKER, source__in=ids),
            label=_("Source"),
            empty_label=_("any source"),
            help_text="Slug of who said it.",
        ),
        "side": Narrowing(
            Slugs,
            lambda keys: _linked(LinkRole.SPEAKER, source__side__in=keys),
            queryset=Side.objects.order_by("position"),
            to_field_name="key",
            label=_("Side"),
            empty_label=_("all sides"),
            help_text="Key of the side of who said it.",
        ),
        "outlet": Narrowing(
            Slugs,
            lambda ids: Q(article__outlet__in=ids),
            queryset=Source.objects.outlets().order_by("name", "pk"),
            to_field_name="slug",
            label=_("Outlet"),
            empty_label=_("any outlet"),
            help_text="Slug of the outlet that printed it.",
        ),
        "topic": Narrowing(
            Choices,
            lambda topics: Q(topics__overlap=list(topics)),
            choices=labels(wording.TOPICS),
            label=_("Topic"),
            help_text="A topic that it touches.",
        ),
        "event": Narrowing(
            Choices,
            lambda events: Q(events__overlap=list(events)),
            choices=[(event.value, event.value) for event in Event],
            label=_("Event"),
            help_text="What it tells of.",
        ),
        "place": Narrowing(
            Slugs,
            _at,
            is_rare=True,
            queryset=Place.objects.order_by("name", "pk"),
            to_field_name="slug",
            label=_("Place"),
            empty_label=_("any place"),
            help_text="Slug of a place that it names, or that holds one that it names.",
        ),
        "accused": of_sources(
            Slugs,
            lambda ids: Exists(Accusation.objects.filter(claim=OuterRef("pk"), source__in=ids)),
            label=_("Accused"),
            empty_label=_("anyone"),
            help_text="Slug of a body that it blames.",
        ),
        "stance": Narrowing(
            Choices,
            lambda stances: Q(stance__in=stances),
            choices=labels(wording.STANCES),
            label=_("Stance"),
            help_text="What it says of the truce.",
        ),
        "form": Narrowing(
            Choices,
            lambda forms: Q(form__in=forms),
            choices=labels(wording.FORMS),
            label=_("Form"),
            help_text="Whose words it stands in.",
        ),
        "polarity": Narrowing(
            Choices,
            lambda polarities: Q(polarity__in=polarities),
            choices=labels(wording.POLARITIES),
            label=_("Polarity"),
            help_text="Whether the speaker says it or denies it.",
        ),
        "undated": Narrowing(
            Choices,
            lambda answers: Q(about_first__isnull=True) if answers == ("yes",) else Q(about_first__isnull=False),
            choices=YES_NO,
            label=_("Stated day"),
            help_text="`no`: only claims that state the day they are about; `yes`: only those that do not.",
        ),
        "article": Narrowing(
            Ids, lambda ids: Q(article__in=ids), is_rare=True, label=_("Article"), help_text="Id of its article."
        ),
        "origin": Narrowing(
            Ids,
            lambda ids: Q(article__origin__in=ids),
            is_rare=True,
            label=_("Origin"),
            help_text="Number of the text that its article is a copy of.",
        ),
        "q": Narrowing(
            Search,
            _says,
            is_rare=True,
            label=_("Words"),
            help_text='Words of its text: all of them; "a phrase", or, -without.',
        ),
        **_clock("said", "the time it was said"),
        **_clock("about", "the time it is about"),
        **_clock("reported", "the day of its article"),
    }


class ClaimFilter(Filters):
    """`relation`, `dimension` and `kind` are those of any pair that the claim stands in."""

    class Meta:
        model = Claim
        fields: tuple[str, ...] = ()


ClaimFilter.base_filters.update(
    {
        **listing(),
        **of_claims(),
        **of_pairs(
            _in_pair,
            relation="A relation in which it stands to another claim.",
            dimension="What differs between it and another claim.",
        ),
    }
)
