"""Loads the Celery app with Django, so that `shared_task` finds it in every process."""

from importlib import import_module

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "idlib"

    def ready(self) -> None:
        import_module("idlib.celery")
