"""The one app of the desk, and its one receiver."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class FactcheckConfig(AppConfig):
    """The desk."""

    name = "factcheck"
    verbose_name = "Fact-check desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(put_triggers, sender=self, dispatch_uid="append-only triggers")


def put_triggers(*, using: str, **_signal: Any) -> None:
    """Put the append-only triggers back: SQLite drops them each time Django remakes a table."""
    # The module has a model in it, and this one is read before models may be.
    from factcheck.core import immutable

    immutable.put_triggers(connections[using])
