"""Carrying out leased work: take the row, do the steps, close it with what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import structlog

from claims.models.work import FIRST_RETRY, FenceLostError, Row, WorkQuerySet

log = structlog.get_logger(__name__)


class RejectedError(Exception):
    """The input is at fault and trying again would not help; `code` is public, `message` is plain words."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class TryAgainError(Exception):
    """The world is at fault and trying again may help; `code` and `message` as for RejectedError."""

    def __init__(self, code: str, message: str, *, first_wait: timedelta = FIRST_RETRY) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.first_wait = first_wait


class LaterError(Exception):
    """It is not this row's turn before `due`; no attempt was made."""

    def __init__(self, due: datetime) -> None:
        super().__init__(f"not before {due}")
        self.due = due


@contextmanager
def taken(rows: WorkQuerySet[Row], pk: int) -> Iterator[int | None]:
    """Take the row and yield the fence (None: somebody else has it or it is not due); close it by what happens."""
    fence = rows.take([pk]).get(pk)
    if fence is None:
        yield None
        return
    with closing(rows, pk, fence):
        yield fence


@contextmanager
def closing(rows: WorkQuerySet[Row], pk: int, fence: int) -> Iterator[None]:
    """Close the row, which was taken, by what happens.

    RejectedError closes it for good, LaterError postpones it, any other exception makes it due again or quarantines
    it. FenceLostError means that another worker has it by now: nothing is written.
    """
    try:
        yield
    except FenceLostError:
        log.warning("fence_lost", table=rows.model.__name__, pk=pk)
    except RejectedError as rejection:
        rows.reject(pk, fence, code=rejection.code, message=rejection.message)
    except LaterError as later:
        rows.postpone(pk, fence, due=later.due)
    except TryAgainError as again:
        rows.fail(pk, fence, message=again.message, code=again.code, first_wait=again.first_wait)
    except Exception as error:
        log.exception("work_failed", table=rows.model.__name__, pk=pk)
        rows.fail(pk, fence, message=f"{type(error).__name__}: {error}"[:2000])
    else:
        rows.finish(pk, fence)
