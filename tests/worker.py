"""The session's Celery worker as a test sees it."""

import subprocess
import time
from pathlib import Path

import redis
from django.conf import settings

_TAKEN = "unacked"  # kombu keeps here what a worker has taken and not yet finished
_PAUSE = 0.02  # seconds


class Worker:
    """A worker process that runs for the whole session."""

    def __init__(self, process: subprocess.Popen[bytes], *, log: Path) -> None:
        self.process = process
        self.log = log
        self._queues = [queue.name for queue in settings.CELERY_TASK_QUEUES]
        self._queue = redis.Redis.from_url(settings.REDIS_URL)

    def finish(self, *, timeout: float = 60) -> None:
        """Wait until the worker has done all that is queued, and all that this has queued in turn."""
        deadline = time.monotonic() + timeout
        quiet = 0
        # A message is for a moment in neither place while a worker takes it: one look is not enough.
        while quiet < 3:
            quiet = 0 if any(map(self._queue.llen, self._queues)) or self._queue.hlen(_TAKEN) else quiet + 1
            assert self.process.poll() is None, f"the worker has ended: {self.log.read_text()[-2000:]}"
            assert time.monotonic() < deadline, f"not done in {timeout} s: {self.log.read_text()[-2000:]}"
            time.sleep(_PAUSE)

    def drop_queue(self) -> None:
        """Forget what is queued and not taken yet."""
        self._queue.delete(*self._queues)
