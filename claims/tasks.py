"""The order of the steps for each piece of work; what a step does stands in the services."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any

import structlog
from celery import Task, shared_task
from django.conf import settings
from django.utils import timezone
from kombu.exceptions import OperationalError

from claims.models import Article, Delivery, Feed, Revisit, Webhook
from claims.services import days, dumps, feeds, processing, rendering, revisiting, webhooks
from claims.services.work import taken

SWEPT_AT_ONCE = 500
HOSTS_AT_ONCE = 100
TOGETHER = 25
"""Articles that one message carries: so many are stored and judged at once."""
BULK = "celery"
PROMPT = "prompt"
"""The queue of what must not wait behind a long row of articles: requests to other hosts, and the periodic tasks."""

SILENT_SECONDS = 10
"""For so long nothing is published after the queue did not answer: a dead queue costs a process one wait, not many."""

log = structlog.get_logger(__name__)
_silent_until = 0.0


@shared_task
def process_articles(*, article_ids: list[int]) -> None:
    """Everything that the articles need: fetch, clean, read, judge. Passes over what is not due or taken already.

    The last of those that wait has the days counted that they touched; the sweep does it while more and more come.
    """
    processing.process(article_ids)
    if not Article.objects.due().at_hand().exists():
        days.recount_stale()


@shared_task
def poll_feed(*, feed_id: int) -> None:
    """Ask a feed what it lists, if it is due."""
    with taken(Feed.objects.all(), feed_id) as fence:
        if fence is not None:
            feeds.poll(Feed.objects.select_related("outlet").get(pk=feed_id), fence)


@shared_task
def revisit_article(*, revisit_id: int) -> None:
    """Ask for an article again, if that is due, and have a new version read."""
    with taken(Revisit.objects.all(), revisit_id) as fence:
        if fence is not None:
            visited = Revisit.objects.select_related("article__host").get(pk=revisit_id)
            newer = revisiting.visit(visited, fence)
            if newer is not None:
                hint_articles([newer])


@shared_task
def take_turns() -> None:
    """Send each host that may be asked now its next article to fetch, or to ask for again."""
    for article_id in Article.objects.next_of_hosts(HOSTS_AT_ONCE):
        Article.objects.note_hints(hint_articles([article_id], queue=PROMPT))
    Revisit.objects.note_hints(hint_revisits(Revisit.objects.next_of_hosts(HOSTS_AT_ONCE)))


@shared_task
def sweep() -> None:
    """Pick up whatever no message carries: articles and feeds that are due, and what older rules have done."""
    Article.objects.give_up()
    Feed.objects.give_up()
    Revisit.objects.give_up()
    Feed.objects.note_hints(hint_feeds(Feed.objects.unhinted().oldest_first(SWEPT_AT_ONCE).ids()))
    waiting = Article.objects.unhinted().at_hand().oldest_first(SWEPT_AT_ONCE).ids()
    if not waiting:
        Article.objects.outdated().oldest_first(SWEPT_AT_ONCE).renew()
        waiting = Article.objects.unhinted().at_hand().oldest_first(SWEPT_AT_ONCE).ids()
    Article.objects.note_hints(hint_articles(waiting))
    days.recount_stale()


@shared_task
def render_claims() -> None:
    """Render claims that are new or others than they were, for some seconds; until then the API makes them itself."""
    rendering.fill()


@shared_task
def queue_deliveries() -> None:
    """Make what webhooks are to be told, and have what is due sent."""
    for webhook_id in Webhook.objects.enabled().ids():
        webhooks.queue(webhook_id)
    Delivery.objects.give_up()
    for delivery_id in Delivery.objects.due().oldest_first(SWEPT_AT_ONCE).ids():
        _sent(deliver, queue=PROMPT, delivery_id=delivery_id)


@shared_task
def deliver(*, delivery_id: int) -> None:
    """Send one delivery, if it is due."""
    with taken(Delivery.objects.all(), delivery_id) as fence:
        if fence is not None:
            webhooks.send(Delivery.objects.select_related("webhook").get(pk=delivery_id))


@shared_task(acks_late=False, time_limit=3600, soft_time_limit=3500)
def write_dump() -> None:
    """Write the nightly dump. One that is lost with its worker is made up for the next night."""
    dumps.write(settings.DUMPS, day=timezone.now().date())


def hint_articles(ids: Sequence[int], *, queue: str = BULK) -> list[int]:
    """Tell the workers to look at these articles now, TOGETHER at a time; the ids of those that the queue took."""
    groups = [list(ids[start : start + TOGETHER]) for start in range(0, len(ids), TOGETHER)]
    return [pk for group in groups if _sent(process_articles, queue=queue, article_ids=group) for pk in group]


def hint_feeds(ids: Iterable[int]) -> list[int]:
    """Tell the workers to look at these feeds now; the ids of those that the queue took."""
    return [pk for pk in ids if _sent(poll_feed, queue=PROMPT, feed_id=pk)]


def hint_revisits(ids: Iterable[int]) -> list[int]:
    """Tell the workers to ask for these articles again now; the ids of those that the queue took."""
    return [pk for pk in ids if _sent(revisit_article, queue=PROMPT, revisit_id=pk)]


def _sent(task: Task[Any, None], *, queue: str = BULK, **arguments: int | list[int]) -> bool:
    """Whether the queue took the message. It only makes things faster: the sweep picks up what it did not take."""
    global _silent_until
    if time.monotonic() < _silent_until:
        return False
    try:
        task.apply_async(kwargs=arguments, queue=queue, retry=False)
    except OperationalError as fault:
        _silent_until = time.monotonic() + SILENT_SECONDS
        log.warning("queue_does_not_answer", task=task.name, error=str(fault)[:200])
        return False
    return True
