"""The words of the tracker for its keys: one string each, the same in page, JSON, CSV and feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from claims.vocabulary import (
    ChangeKind,
    DateOrigin,
    Dimension,
    DropReason,
    Form,
    LinkRole,
    PartyRole,
    Polarity,
    Relation,
    ReviewState,
    SourceKind,
    Stance,
    Topic,
)

Words = str | Promise
P = ParamSpec("P")
T = TypeVar("T", bound=str)


def once_a_language(make: Callable[P, T]) -> Callable[P, T]:
    """Words are made once for each language and each key: a page asks for some of them hundreds of times, and looking
    one up in the catalogues takes longer than the rest of its line.
    """

    @lru_cache(maxsize=8192, typed=True)
    def remembered(language: str | None, *args: P.args, **kwargs: P.kwargs) -> T:
        return make(*args, **kwargs)

    @wraps(make)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> T:
        return remembered(get_language(), *args, **kwargs)  # type: ignore[arg-type]

    return spoken


@dataclass(frozen=True, slots=True)
class Label:
    """A short label and the sentence that explains it."""

    label: Words
    sentence: Words


RELATIONS: dict[Relation, Label] = {
    Relation.CONTRADICTS: Label(_("Contradicts"), _("Both cannot be true as stated.")),
    Relation.COMPETES: Label(_("Competes"), _("Rival accounts; both could be true.")),
    Relation.CORROBORATES: Label(_("Corroborates"), _("An independent source says the same, or an instance of it.")),
    Relation.REPEATS: Label(_("Repeats"), _("The same statement of the same source in another article: one origin.")),
}

QUESTIONS: dict[Dimension, Label] = {
    Dimension.DENIAL: Label(_("Did it happen?"), _("One says that it did not happen.")),
    Dimension.STATUS: Label(_("Was the truce kept?"), _("One says kept, the other broken.")),
    Dimension.FIGURE: Label(_("How many?"), _("The numbers do not fit together.")),
    Dimension.BLAME: Label(_("Who did it?"), _("They name different parties.")),
    Dimension.TIMING: Label(_("When?"), _("They give different times for one event.")),
    Dimension.TERMS: Label(
        _("What was agreed?"), _("They differ on what was agreed, who is bound or what is allowed.")
    ),
}

REVIEWS: dict[ReviewState, Label] = {
    ReviewState.SUGGESTED: Label(_("Not yet reviewed"), _("Software suggested it.")),
    ReviewState.CONFIRMED: Label(
        _("Reviewed by a person"), _("A person looked and agreed; this says nothing about who is right.")
    ),
    ReviewState.REJECTED: Label(
        _("Rejected by a reviewer"),
        _("The pair was looked at and does not hold; the reason is kept and it is not suggested again."),
    ),
}

STANCES: dict[Stance, Words] = {
    Stance.HOLDING: _("Says: kept"),
    Stance.VIOLATED: _("Says: broken"),
    Stance.MIXED: _("Says: both"),
}

FORMS: dict[Form, Words] = {
    Form.DIRECT: _("In the speaker’s words"),
    Form.INDIRECT: _("In the outlet’s words"),
    Form.MIXED: _("Partly quoted"),
}

POLARITIES: dict[Polarity, Words] = {Polarity.ASSERT: _("says"), Polarity.DENIAL: _("denies")}

TOPICS: dict[Topic, Words] = {
    Topic.ANNOUNCEMENT: _("announcement"),
    Topic.TERMS: _("terms"),
    Topic.STATUS: _("status"),
    Topic.VIOLATION: _("violation"),
    Topic.AIRSTRIKE: _("air strikes"),
    Topic.CASUALTIES: _("casualties"),
    Topic.DISPLACEMENT: _("displacement"),
    Topic.TERRITORY: _("territory"),
    Topic.DEPLOYMENT: _("deployment"),
    Topic.DIPLOMACY: _("diplomacy"),
    Topic.THREAT: _("threat"),
    Topic.HUMANITARIAN: _("humanitarian"),
}

ROLES: dict[LinkRole, Words] = {
    LinkRole.SPEAKER: _("said by"),
    LinkRole.RELAY: _("through"),
    LinkRole.OUTLET: _("printed in"),
}

PARTY_ROLES: dict[PartyRole, Words] = {
    PartyRole.SIGNATORY: _("signatory"),
    PartyRole.GUARANTOR: _("guarantor"),
    PartyRole.BOUND: _("bound"),
    PartyRole.EXCLUDED: _("left out"),
}

DATE_ORIGINS: dict[DateOrigin, Words] = {
    DateOrigin.GIVEN: _("given with the article"),
    DateOrigin.METADATA: _("from the page’s metadata"),
    DateOrigin.FEED: _("from the feed"),
    DateOrigin.ADDRESS: _("from the address"),
    DateOrigin.UNKNOWN: _("not known"),
}


PARTS_OF_A_CARD: dict[str, Words] = {
    "named-as": _("named as"),
    "denies": _("Denies that"),
    "rest": _("The rest of the quotation"),
    "blames": _("Blames"),
    "chain": _("From speaker to outlet"),
    "not-stated": _("not stated"),
    "dispute": _("Dispute"),
}

CLOCKS: dict[str, Words] = {"said": _("Said"), "about": _("About"), "reported": _("Reported")}

DIFFERENCES: dict[Dimension, Words] = {
    Dimension.DENIAL: _("denial"),
    Dimension.STATUS: _("status"),
    Dimension.FIGURE: _("figure"),
    Dimension.BLAME: _("blame"),
    Dimension.TIMING: _("timing"),
    Dimension.TERMS: _("terms"),
}

ABSENCES: dict[str, Label] = {
    "no-account": Label(
        _("No account found"), _("Feeds that carry %(side)s were read for this day and nothing was found.")
    ),
    "no-feed": Label(
        _("No feed covers this side"),
        _("No feed of ours covers %(side)s on this day, so silence means nothing."),
    ),
    "waiting": Label(_("Not yet read"), _("Collected articles are waiting to be read.")),
}

DROP_REASONS: dict[str, Words] = {
    DropReason.ADVERTISEMENT: _("advertisement"),
    DropReason.BOILERPLATE: _("standing words of the site"),
    DropReason.BYLINE: _("byline"),
    DropReason.CAPTION: _("caption"),
    DropReason.COMMENT_FORM: _("comment form"),
    DropReason.DATELINE: _("dateline"),
    DropReason.NAVIGATION: _("navigation"),
    DropReason.CREDIT: _("credit line"),
    DropReason.TEASER: _("teaser of another story"),
    DropReason.NO_CONTENT: _("nothing said"),
    DropReason.NO_SOURCE: _("no source named"),
    DropReason.REPEATED: _("repeated in the text"),
    DropReason.OTHER_LANGUAGE: _("language not read"),
}

SOURCE_KINDS: dict[SourceKind, Words] = {
    SourceKind.GOVERNMENT: _("government"),
    SourceKind.MINISTRY: _("ministry"),
    SourceKind.MILITARY: _("military"),
    SourceKind.MISSION: _("mission"),
    SourceKind.ARMED_GROUP: _("armed group"),
    SourceKind.POLITICAL_GROUP: _("political group"),
    SourceKind.INTERGOVERNMENTAL: _("intergovernmental body"),
    SourceKind.MONITOR: _("monitor"),
    SourceKind.RELIEF: _("relief organisation"),
    SourceKind.AGENCY: _("news agency"),
    SourceKind.OUTLET: _("outlet"),
    SourceKind.CROWD: _("people, unnamed"),
    SourceKind.EXPERTS: _("experts"),
}

FACETS: dict[str, Words] = {
    "side": _("Side"),
    "source": _("Source"),
    "outlet": _("Outlet"),
    "ceasefire": _("Ceasefire"),
    "topic": _("Topic"),
    "stance": _("Stance"),
    "relation": _("Relation"),
}

RECORDS: dict[str, Words] = {
    "claim": _("claim"),
    "claim-pair": _("pair"),
    "source": _("source"),
    "article": _("article"),
    "ceasefire": _("ceasefire"),
}

CHANGES: dict[ChangeKind, Words] = {
    ChangeKind.CREATED: _("New"),
    ChangeKind.UPDATED: _("Changed"),
    ChangeKind.MERGED: _("Merged"),
    ChangeKind.WITHDRAWN: _("Withdrawn"),
}


@once_a_language
def later_words(days: int) -> str:
    """By how many days a report is later than what it tells of."""
    return ngettext("%(n)s day later", "%(n)s days later", days) % {"n": days}


@once_a_language
def badge_words(relation: Relation, count: int) -> str:
    """The words of a card's badge: how many others stand in this relation to the claim."""
    match relation:
        case Relation.CONTRADICTS:
            return ngettext("Contradicted by %(n)d", "Contradicted by %(n)d", count) % {"n": count}
        case Relation.COMPETES:
            return ngettext("Competes with %(n)d", "Competes with %(n)d", count) % {"n": count}
        case Relation.CORROBORATES:
            return ngettext(
                "Corroborated by %(n)d independent origin", "Corroborated by %(n)d independent origins", count
            ) % {"n": count}
        case Relation.REPEATS:
            return ngettext("Repeated in %(n)d other article", "Repeated in %(n)d other articles", count) % {"n": count}
