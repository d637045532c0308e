"""What Celery's beat runs, and how often: one line each, the work itself is in claims/tasks.py."""

from datetime import timedelta
from typing import Any

# They go past the queue of articles; a message that has waited longer than `expires` seconds is dropped, since the next
# one says the same.
BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep": {
        "task": "claims.tasks.sweep",
        "schedule": timedelta(seconds=10),
        "options": {"queue": "prompt", "expires": 10},
    },
    "turns": {
        "task": "claims.tasks.take_turns",
        "schedule": timedelta(seconds=2),
        "options": {"queue": "prompt", "expires": 2},
    },
}
