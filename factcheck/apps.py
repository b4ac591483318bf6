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
        post_migrate.connect(put_back, sender=self, dispatch_uid="triggers and indexes")


def put_back(*, using: str, **_signal: Any) -> None:
    """Put back what no migration keeps: SQLite drops triggers each time Django remakes a table."""
    # The modules have models in them, and this one is read before models may be.
    from factcheck.core.immutable import put_triggers
    from factcheck.core.search.index import put_indexes

    put_triggers(connections[using])
    put_indexes(connections[using])
