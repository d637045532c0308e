"""What Celery's beat runs, and how often: one line each, the work itself is in claims/tasks.py."""

from datetime import timedelta
from typing import Any

from celery.schedules import crontab

# They go past the queue of articles, but for rendering, which can wait; a message that has waited longer than `expires`
# seconds is dropped, since the next one says the same.
BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep": {
        "task": "claims.tasks.sweep",
        "schedule": timedelta(seconds=10),
        "options": {"queue": "prompt", "expires": 10},
    },
    "rendering": {
        "task": "claims.tasks.render_claims",
        "schedule": timedelta(seconds=10),
        "options": {"queue": "celery", "expires": 10},
    },
    "deliveries": {
        "task": "claims.tasks.queue_deliveries",
        "schedule": timedelta(seconds=10),
        "options": {"queue": "prompt", "expires": 10},
    },
    "dump": {"task": "claims.tasks.write_dump", "schedule": crontab(hour=2, minute=30)},
    "turns": {
        "task": "claims.tasks.take_turns",
        "schedule": timedelta(seconds=2),
        "options": {"queue": "prompt", "expires": 2},
    },
}
