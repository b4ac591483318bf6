"""Rows that may only be added.

The model class refuses in Python; two triggers per table make the database refuse as well.
Triggers are put back after every `migrate` (see `factcheck/apps.py`): SQLite drops them each time
Django remakes a table.
"""

from collections.abc import Iterator
from typing import Any, NoReturn

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

ADD_ONLY = "rows of this table are only ever added"


class AddOnlyError(TypeError):
    """Code tried to change or remove a row of an append-only table."""


class ImmutableQuerySet(models.QuerySet[Any]):
    """A queryset that reads and adds."""

    def update(self, **kwargs: object) -> NoReturn:
        raise AddOnlyError(ADD_ONLY)

    def delete(self) -> NoReturn:
        raise AddOnlyError(ADD_ONLY)

    def bulk_update(self, *args: object, **kwargs: object) -> NoReturn:
        raise AddOnlyError(ADD_ONLY)


class Immutable(models.Model):
    """A row that is written once."""

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert, or refuse: a row that exists is never written again."""
        if not self._state.adding:
            raise AddOnlyError(ADD_ONLY)
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise AddOnlyError(ADD_ONLY)


def tables() -> Iterator[str]:
    """The names of all append-only tables."""
    for model in apps.get_models():
        if issubclass(model, Immutable):
            yield model._meta.db_table


def put_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the database refuse update and delete on every append-only table. Safe to run twice."""
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for table in tables():
            if table in existing:
                for statement in _statements(connection.vendor, table):
                    cursor.execute(statement)


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that ought to stand and do not."""
    wanted = {f"{table}_no_{act}" for table in tables() for act in ("update", "delete")}
    catalogue = (
        "select tgname from pg_trigger where not tgisinternal and tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "select name from sqlite_master where type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(catalogue)
        standing = {name for (name,) in cursor.fetchall()}
    return sorted(wanted - standing)


POSTGRESQL_FUNCTION = f"""
create or replace function factcheck_add_only() returns trigger language plpgsql as $$
begin
  raise exception '{ADD_ONLY}' using errcode = 'integrity_constraint_violation';
end $$
"""


def _statements(vendor: str, table: str) -> Iterator[str]:
    """The statements that put the two triggers of one table.

    Table names come from our own models, never from outside.
    """
    for act in ("update", "delete"):
        name = f"{table}_no_{act}"
        if vendor == "postgresql":
            yield f'drop trigger if exists "{name}" on "{table}"'
            yield (
                f'create trigger "{name}" before {act} on "{table}" '
                "for each row execute function factcheck_add_only()"
            )
        else:
            yield (
                f'create trigger if not exists "{name}" before {act} on "{table}" '
                f"begin select raise(abort, '{ADD_ONLY}'); end"
            )
