"""Carrying out leased work: take the row, do the steps, close it with what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from claims.models.work import FenceLostError, Row, WorkQuerySet

log = structlog.get_logger(__name__)


class RejectedError(Exception):
    """The input is at fault and trying again would not help; `code` is public, `message` is plain words."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@contextmanager
def taken(rows: WorkQuerySet[Row], pk: int) -> Iterator[int | None]:
    """Take the row and yield the fence (None: somebody else has it or it is not due); close it by what happens.

    RejectedError closes it for good, any other exception makes it due again or quarantines it. FenceLostError means
    that another worker has it by now: nothing is written.
    """
    fence = rows.take(pk)
    if fence is None:
        yield None
        return
    try:
        yield fence
    except FenceLostError:
        log.warning("fence_lost", table=rows.model.__name__, pk=pk)
    except RejectedError as rejection:
        rows.reject(pk, fence, code=rejection.code, message=rejection.message)
    except Exception as error:
        log.exception("work_failed", table=rows.model.__name__, pk=pk)
        rows.fail(pk, fence, message=f"{type(error).__name__}: {error}"[:2000])
    else:
        rows.finish(pk, fence)
