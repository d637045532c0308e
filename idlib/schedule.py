"""What Celery's beat runs, and how often: one line each, the work itself is in claims/tasks.py."""

from datetime import timedelta
from typing import Any

BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep": {"task": "claims.tasks.sweep", "schedule": timedelta(seconds=10)},
}
