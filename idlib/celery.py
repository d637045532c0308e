"""The Celery app: its options are the CELERY_ names of settings.py, its tasks those of the installed apps."""

import os
from signal import SIGKILL
from typing import Any

from celery import Celery
from celery.signals import worker_process_init
from django_structlog.celery.steps import DjangoStructLogInitStep

from idlib import env
from idlib.embedded.processes import die_with_parent

env.use_settings()

app = Celery("idlib")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add(DjangoStructLogInitStep)


@worker_process_init.connect
def _end_with_the_worker(**_: Any) -> None:
    """A process of the pool that is busy would outlive a worker that is killed, and do its task beside the next one."""
    die_with_parent(SIGKILL, parent=os.getppid())
