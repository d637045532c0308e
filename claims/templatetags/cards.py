"""The parts of a claim's card: plain Python, as a page has hundreds of them and a template takes ten times as long."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from claims.comparison import wording
from claims.comparison.cards import Badge, Card, Clock, Piece
from claims.comparison.records import Context
from claims.comparison.wording import once_a_language
from claims.models import Accusation, Article, ClaimLink, Figure, Source
from claims.publishing.claims import page
from claims.templatetags.tracker import data, icon, reading, review_state, side_code, stance_line, when
from claims.templatetags.words import clock_words, form_words, stance_words, topic_words

register = template.Library()

_HIT = '<mark class="hit">'


@once_a_language
def _word(key: str) -> str:
    return escape(str(wording.PARTS_OF_A_CARD[key]))


def _name(source: Source) -> str:
    return escape(data(source.name))


def _page(source: Source) -> str:
    return f"{page('source')}{escape(source.slug)}/"


def _unresolved(link: ClaimLink) -> str:
    """The article's words for somebody whom no source of the directory answers to."""
    return f'<span class="words" dir="auto">“{escape(link.words)}”</span>'


@register.simple_tag
def claim_card(card: Card, year: int | None, *, level: int = 4, is_topic_named: bool = False) -> SafeString:
    """A whole card. `year`: the one that dates need not repeat; `level`: that of its heading."""
    claim, key, numbers = card.claim, card.key, " ".join(map(str, card.disputes))
    named_as, language = card.named_as, escape(claim.language)
    topics = capfirst(topic_words(claim.topics)) if is_topic_named and claim.topics else ""
    parts = (
        f'<article class="claim" id="{key}" data-side="{escape(card.side_key)}"'
        + (f' data-in="{numbers}"' if numbers else "")
        + f' aria-labelledby="{key}-who"><header class="claim__who">',
        f'<p class="claim__topic">{escape(topics)}</p>' if topics else "",
        f'<h{level} id="{key}-who">{_speakers(card)}</h{level}>',
        f'<p>{_word("named-as")} <span class="words" lang="{language}" dir="auto">“{escape(named_as)}”</span></p>'
        if named_as
        else "",
        f'</header><div class="claim__said">{quote(card)}<p class="claim__form">',
        f"<span>{escape(form_words(claim.form))}</span>{_stance(claim.stance)}</p></div>",
        _facts(card),
        _clocks(card, year),
        _chain(card),
        badges(card),
        f'<footer class="claim__foot">{review_state(claim.review_state)}',
        f'<a class="permalink" href="{page("claim")}{claim.pk}/">{key}</a></footer></article>',
    )
    return mark_safe("".join(parts))


def _stance(stance: str) -> str:
    return f'<span class="stance">{stance_line(stance)}{escape(stance_words(stance))}</span>' if stance else ""


def _speakers(card: Card) -> str:
    """Who says it, the first with the letters of the side; a known speaker is a link."""
    links = card.speakers
    named = [
        f'<a href="{_page(link.source)}" dir="auto">{_name(link.source)}</a>' if link.source else _unresolved(link)
        for link in links
    ]
    first = links[0].source if links else None
    return (f"{side_code(first.side)} " if first else "") + ", ".join(named)


@register.simple_tag
def quote(card: Card, around: Context | None = None) -> SafeString:
    """The exact words, marked; with `around`, what stands around them in the article, else only its marks and stops."""
    claim = card.claim
    denies = f'<p class="denies">{icon("rejected")}{_word("denies")}</p>' if claim.polarity == "denial" else ""
    before, after = (around.before, around.after) if around else card.around
    shown, rest = card.folded
    return mark_safe(
        f'{denies}<blockquote class="quote quote--{escape(claim.form)}" lang="{escape(claim.language)}" dir="auto">'
        + ('<span class="around">… </span>' if around and around.is_cut_before else "")
        + (f'<span class="around">{escape(before)}</span>' if around or before else "")
        + _marked(shown, "<mark>" if around else _HIT)
        + (f'<details class="rest"><summary>{_word("rest")}</summary>{_marked(rest, _HIT)}</details>' if rest else "")
        + (f'<span class="around">{escape(after)}</span>' if around or after else "")
        + ('<span class="around"> …</span>' if around and around.is_cut_after else "")
        + "</blockquote>"
    )


def _marked(pieces: Iterable[Piece], mark: str) -> str:
    return "".join(f"{mark}{escape(piece.text)}</mark>" if piece.is_marked else escape(piece.text) for piece in pieces)


def _facts(card: Card) -> str:
    """Whom it blames and its figures, the words first and the reading second."""
    accused, figures = card.claim.accusations.all(), card.claim.figures.all()
    items = [_blames(accused)] if accused else []
    items += [_figure(figure, card.claim.language) for figure in figures]
    return f'<ul class="facts">{"".join(items)}</ul>' if items else ""


def _blames(accused: Iterable[Accusation]) -> str:
    return f"<li>{_word('blames')} {', '.join(f'<b>{_name(one.source)}</b>' for one in accused)}</li>"


def _figure(figure: Figure, language: str) -> str:
    return (
        f'<li><span class="words" lang="{escape(language)}" dir="auto">“{escape(figure.words)}”</span> '
        f'{escape(figure.what)} <span class="quiet">· {escape(reading(figure))}</span></li>'
    )


def _clocks(card: Card, year: int | None) -> str:
    """The three clocks, below each date the words that it came from; `year` need not be repeated."""
    return f'<dl class="clocks">{"".join(_clock(clock, card, year) for clock in card.clocks)}</dl>'


def _clock(clock: Clock, card: Card, year: int | None) -> str:
    term = f"<div><dt>{escape(clock_words(clock.key))}</dt>"
    if clock.first is None:
        return f'{term}<dd class="is-unknown">{_word("not-stated")}</dd></div>'
    note = ""
    if clock.words:
        note = f'<small lang="{escape(card.claim.language)}" dir="auto">“{escape(clock.words)}”</small>'
    elif clock.note:
        note = f"<small>{escape(data(clock.note))}</small>"
    if clock.key == "reported" and card.late_by:
        note += f"<small>{escape(wording.later_words(card.late_by))}</small>"
    time = f'<time datetime="{clock.first.isoformat()}">{escape(when(clock, year))}</time>'
    return f"{term}<dd>{time}{note}</dd></div>"


def _chain(card: Card) -> str:
    """Speaker, relays, outlet; the outlet leads to the sentence in the article."""
    article = card.claim.article
    first = ", ".join(_name(link.source) if link.source else _unresolved(link) for link in card.speakers)
    relays = "".join(
        f'<li><span><a href="{_page(link.source)}">{_name(link.source)}</a></span></li>'
        if link.source
        else f"<li><span>{_unresolved(link)}</span></li>"
        for link in card.claim.relays
    )
    outlet = f'<li><a href="{page("article")}{article.pk}/#{card.key}">{escape(_outlet(article))}</a></li>'
    return f'<ol class="chain" aria-label="{_word("chain")}"><li><span>{first}</span></li>{relays}{outlet}</ol>'


def _outlet(article: Article) -> str:
    return (article.outlet.name if article.outlet else "") or article.outlet_words or str(article)


@register.simple_tag
def badges(card: Card) -> SafeString:
    """How many others stand in each relation to the claim, with the numbers of the disputes."""
    items = "".join(_badge(badge, card) for badge in card.badges)
    return mark_safe(f'<ul class="badges">{items}</ul>' if items else "")


def _badge(badge: Badge, card: Card) -> str:
    """One other claim: the pair's page; several: the list on the claim's own."""
    to = f"{page('pair')}{badge.pair_id}/" if badge.count == 1 else f"{page('claim')}{card.claim.pk}/#pairs"
    keys = "".join(
        f'<a class="key" href="#d{number}"><span class="vh">{_word("dispute")} </span>{number}</a>'
        for number in badge.disputes
    )
    return (
        f'<li><a class="badge badge--{badge.relation}" href="{to}">{icon(badge.relation)}{escape(badge.words)}</a>'
        + (f' <span class="keys">{keys}</span>' if keys else "")
        + "</li>"
    )
