"""What the templates ask of plain records: icons, words for keys, dates by their precision, addresses of filters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, gettext, pgettext

from claims.comparison import wording
from claims.comparison.cards import Clock
from claims.comparison.ceasefire import MatrixRow, Zoom
from claims.comparison.wording import once_a_language
from claims.models import Side
from claims.templatetags.words import FILTERS
from claims.vocabulary import (
    Precision,
    Relation,
    ReviewState,
    Stance,
)

register = template.Library()
for words_of_a_key in FILTERS:
    register.filter(words_of_a_key)

STANCE_ICONS = {Stance.HOLDING: "kept", Stance.VIOLATED: "broken", Stance.MIXED: "mixed"}
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_QUOTED = re.compile("(“[^”]*”)")


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, more: str = "") -> SafeString:
    """An icon of the sprite; it never stands without words."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>', more, name
    )


@register.simple_tag
def stance_line(stance: str) -> SafeString:
    return icon(STANCE_ICONS[Stance(stance)], "icon--stance")


@register.simple_tag
@once_a_language
def rel(relation: str) -> SafeString:
    """A relation as a word with its icon."""
    return format_html(
        '<span class="rel rel--{}">{}{}</span>', relation, icon(relation), wording.RELATIONS[Relation(relation)].label
    )


@register.simple_tag
@once_a_language
def review_state(state: str) -> SafeString:
    label = wording.REVIEWS[ReviewState(state)]
    return format_html('<span class="state" title="{}">{}{}</span>', label.sentence, icon(state), label.label)


@register.simple_tag
def side_name(side: Side) -> SafeString:
    """A side: bar, two letters (hidden from screen readers, as the name follows), name."""
    return format_html(
        '<span class="side" data-side="{}"><span class="side__code" aria-hidden="true">{}</span> {}</span>',
        side.key,
        letters(side),
        data(side.name),
    )


@register.simple_tag
def side_code(side: Side | None) -> SafeString:
    """A side's two letters where no name follows: the name is there for screen readers."""
    return _code(side.key, side.code, side.name) if side else SafeString("")


@once_a_language
def _code(key: str, code: str, name: str) -> SafeString:
    return format_html(
        '<span class="side__code" data-side="{}"><span aria-hidden="true">{}</span><span class="vh">{}: </span></span>',
        key,
        _letters(code),
        data(name),
    )


@register.filter
def letters(side: Side) -> str:
    return _letters(side.code)


def _letters(code: str) -> str:
    return pgettext("two letters of a side", code)


@register.filter
@once_a_language
def data(name: str) -> str:
    """A name from the reference data in the page's language, where the translations have it."""
    return gettext(name) if name else ""


@register.simple_tag
def options(choices: Iterable[tuple[str, str, bool]]) -> SafeString:
    """The options of a list to choose from, of which there may be hundreds: key, words, whether it is chosen."""
    return mark_safe(
        "".join(
            f'<option value="{escape(key)}"{" selected" if chosen else ""}>{escape(words)}</option>'
            for key, words, chosen in choices
        )
    )


@register.filter
def voices(sentence: str) -> SafeString:
    """A sentence of ours in which quoted words stand in their own voice."""
    pieces = _QUOTED.split(sentence)
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="words" dir="auto">{}</span>', piece) if piece.startswith("“") else piece,)
            for piece in pieces
        ),
    )


@register.filter
def unturned(text: str) -> str:
    """Text for where no element can isolate it (a title): without the characters that turn the direction of others."""
    return text.translate(_TURNING)


@register.simple_tag
def absence_sentence(absence: str, side: Side) -> str:
    return str(wording.ABSENCES[absence].sentence) % {"side": data(side.name)}


@register.filter
def language_name(code: str) -> str:
    """English for "en"; the code itself where Django knows no name."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


@register.filter
def longday(day: date | None) -> str:
    """Sunday 12 January 2020"""
    return date_format(day, "l j F Y") if day else ""


@register.filter
def fullday(day: date | None) -> str:
    """12 January 2020"""
    return date_format(day, "j F Y") if day else ""


@register.filter
def weekday(day: date | None) -> str:
    """Sun 12 Jan"""
    return date_format(day, "D j M") if day else ""


@register.filter
def shortday(day: date | None, year: int | None = None) -> str:
    """12 Jan, with its year unless that is the given one"""
    if day is None:
        return ""
    return _written(day, "j M" if day.year == year else "j M Y")


@once_a_language
def _written(day: date, form: str) -> str:
    return date_format(day, form)


@register.filter
def when(clock: Clock, year: int | None = None) -> str:
    """A clock's time at its precision: a month is a month, a range has both ends."""
    if clock.first is None or clock.last is None:
        return gettext("not stated")
    if clock.precision is Precision.MONTH:
        return date_format(clock.first, "M Y")
    if clock.precision is Precision.YEAR:
        return date_format(clock.first, "Y")
    if not clock.is_range:
        return shortday(clock.first, year)
    if (clock.first.year, clock.first.month) == (clock.last.year, clock.last.month):
        return f"{clock.first.day}–{shortday(clock.last, year)}"
    return f"{shortday(clock.first, year)} – {shortday(clock.last, year)}"


@register.filter
def reading(figure: object) -> str:
    """How a figure's words are read: 12 or more, at most 3, 1 to 2."""
    low, high = getattr(figure, "low", None), getattr(figure, "high", None)
    if low is None:
        return gettext("at most %(n)s") % {"n": _number(high)}
    if high is None:
        return gettext("%(n)s or more") % {"n": _number(low)}
    return (
        _number(low) if low == high else gettext("%(low)s to %(high)s") % {"low": _number(low), "high": _number(high)}
    )


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


@register.simple_tag(takes_context=True)
def address(context: Context, **changes: object) -> str:
    """The query string of this page with some of it changed; a change to nothing takes the field off."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return "?" + query.urlencode()


@register.simple_tag
def row_address(row: MatrixRow, zoom: Zoom) -> str:
    """Where a week or a month of the matrix opens: its weeks, or its days."""
    finer = {Zoom.MONTH: "week", Zoom.WEEK: "day"}[zoom]
    return f"?zoom={finer}&from={row.first.isoformat()}#matrix"


@register.simple_tag(takes_context=True)
def facet_address(context: Context, name: str, value: str) -> str:
    """This search narrowed to one value of a facet, from its first page."""
    return str(address(context, **{name: value, "page": None}))


@register.filter
def plain_side(sentence: str) -> str:
    """A sentence about an absence with no side in particular."""
    return str(sentence) % {"side": gettext("that side")}


@register.filter
def help_of(bar: Any, name: str) -> str:
    """What a field of a filter bar asks for; empty for a choice of the page that is no filter of rows."""
    field = bar.filters.form.fields.get(name)
    return str(field.help_text) if field else ""


@register.filter
def own_name(code: str) -> str:
    """A language's name in itself."""
    return str(get_language_info(code)["name_local"]).capitalize()
