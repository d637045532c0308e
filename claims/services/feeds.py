"""Writes feeds: adding them, polling them, switching them on and off."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from claims.documents import canonical_address, sandbox
from claims.documents.records import UnreadableError
from claims.feeds import FeedContent, content_from, feed_job, find_type, schedule
from claims.feeds.entries import LONGEST_ADDRESS
from claims.feeds.schedule import Plan, PollEnd
from claims.fetching import Fetched, FetchError
from claims.fetching.client import FEED_TYPES
from claims.models import Feed, Side, Source
from claims.services import articles, hosts
from claims.services.texts import storable
from claims.services.work import RejectedError
from claims.vocabulary import ErrorCode

_NAMED = 5
_ANSWERED = "The site answered {}."
_EMPTY = "It can be read, and lists nothing at present."


@transaction.atomic
def add(
    address: str,
    *,
    outlet: Source | None = None,
    language: str = "",
    covers: Iterable[Side] = (),
    covers_since: date | None = None,
) -> Feed:
    """The feed of this address, due at once; one that is here already is switched on and due, and otherwise kept.

    Raises RejectedError for what is no web address.
    """
    address = address.strip()
    if not canonical_address(address) or len(address) > LONGEST_ADDRESS:
        raise RejectedError(ErrorCode.FETCH_BLOCKED, "This is no web address.")
    feed, is_new = Feed.objects.get_or_create(
        address=address, defaults={"outlet": outlet, "language": language, "covers_since": covers_since}
    )
    if is_new:
        feed.covers.set(covers)
    else:
        switch(feed, on=True)
    return feed


def switch(feed: Feed, *, on: bool) -> None:
    """Switch the feed on, due at once, or off."""
    Feed.objects.filter(pk=feed.pk).update(is_enabled=on)
    if on:
        poll_now(feed)


def poll_now(feed: Feed) -> None:
    Feed.objects.filter(pk=feed.pk).renew()


def poll(feed: Feed, fence: int) -> list[int]:
    """Ask the feed what it lists and accept what is new; the ids of the new articles. Plans the next poll.

    What the site does wrong is written on the row. Raises LaterError, or FenceLostError with nothing written.
    """
    conditional = schedule.is_conditional(feed.polls)
    try:
        answer = hosts.ask(
            feed.address,
            media_types=FEED_TYPES,
            etag=feed.etag if conditional else "",
            last_modified=feed.last_modified if conditional else "",
        )
    except FetchError as fault:
        return _rest(feed, fence, PollEnd.FAILED, code=fault.code, error=fault.message)
    if answer.status != 200:
        end = schedule.end_of(answer.status)
        failed = end is not PollEnd.NOTHING_NEW
        error = _ANSWERED.format(answer.status) if failed else ""
        return _rest(feed, fence, end, code=ErrorCode.FETCH_FAILED if failed else "", error=error, answer=answer)
    try:
        content = _read(feed, answer)
    except UnreadableError as fault:
        return _rest(feed, fence, PollEnd.FAILED, code=fault.code, error=fault.message, answer=answer)
    return _take_in(feed, fence, answer, content)


def _read(feed: Feed, answer: Fetched) -> FeedContent:
    option = {"address": answer.address, "content_type": answer.content_type, "key": feed.kind}
    value, _ = sandbox.run(feed_job, answer.body, json.dumps(option))
    return content_from(value)


@transaction.atomic
def _take_in(feed: Feed, fence: int, answer: Fetched, content: FeedContent) -> list[int]:
    Feed.objects.hold({feed.pk: fence})
    known = articles.known_addresses(entry.address for entry in content.entries)
    unseen = content.unseen(known)
    new = articles.accept_entries(unseen, feed=feed)
    is_readable = not content.problem
    kind = find_type(answer.body, content_type=answer.content_type)
    # The validators of a poll that could not take all in would hide the rest.
    is_whole = len(known) + len(unseen) >= len(content.entries)
    _rest(
        feed,
        fence,
        schedule.end_of(200, new_entries=len(new), is_readable=is_readable),
        code="" if is_readable else ErrorCode.BAD_CONTENT,
        error=_problem(content),
        answer=answer,
        title=feed.title or storable(content.title)[:300],
        language=feed.language or content.language,
        kind=feed.kind or (kind.key if kind and is_readable else ""),
        etag=answer.etag if is_whole else "",
        last_modified=answer.last_modified if is_whole else "",
        **_moved(feed, answer),
    )
    return new


def _problem(content: FeedContent) -> str:
    """What is wrong or to be told, in plain words, with the feeds that an index or a page names instead."""
    if not content.problem and not content.entries:
        return _EMPTY
    further = " ".join(content.further[:_NAMED])
    return storable(f"{content.problem} It names: {further}" if further else content.problem)


def _moved(feed: Feed, answer: Fetched) -> dict[str, str]:
    """The new address of a feed that moved for good, unless another feed has it."""
    if not answer.moved or Feed.objects.filter(address=answer.address).exists():
        return {}
    return {"address": answer.address}


def _rest(
    feed: Feed,
    fence: int,
    end: PollEnd,
    *,
    code: str,
    error: str,
    answer: Fetched | None = None,
    **fields: object,
) -> list[int]:
    """Write how the poll ended and when the next one is due. No articles came of it."""
    now = timezone.now()
    plan: Plan = schedule.plan(
        end,
        interval=timedelta(seconds=feed.interval),
        failures=feed.failures,
        now=now,
        retry_after=answer.retry_after if answer else "",
        spread=feed.pk % 100 / 100,
    )
    if end in (PollEnd.NEW, PollEnd.NOTHING_NEW):
        fields["succeeded_at"] = Now()
    Feed.objects.rest(
        feed.pk,
        fence,
        wait=plan.due - now if plan.due else None,
        interval=int(plan.interval.total_seconds()),
        failures=plan.failures,
        error_code=code,
        error=plan.reason or error,
        **fields,
    )
    return []
