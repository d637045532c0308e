"""The Celery app; its options are the CELERY_ names of settings.py, its tasks those of the installed apps."""

from celery import Celery
from django_structlog.celery.steps import DjangoStructLogInitStep

from idlib import env

env.use_settings()

app = Celery("idlib")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.steps["worker"].add(DjangoStructLogInitStep)
