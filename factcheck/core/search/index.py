"""Rows are found by their words, each database in its own way.

The indexes are put back after every `migrate` (see `factcheck/apps.py`), as the append-only
triggers are. They are made of the words as they stand, so nothing can drift.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from factcheck.core.search import postgresql, sqlite
from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import HITS, Hits, Searched, key_column


def find_rows(
    model: type[Searched],
    wanted: SearchTerms,
    *,
    before: int | None = None,
    limit: int = HITS,
    among: models.QuerySet[Any] | None = None,
) -> Hits:
    """The newest rows with these words, `among` these. One query, or two on PostgreSQL."""
    if not wanted:
        return Hits()
    search = postgresql.find if connection.vendor == "postgresql" else sqlite.find
    try:
        return search(model, wanted, before, limit, among)
    except EmptyResultSet:  # Django knows without asking that there are none of these
        return Hits()


def tables() -> Iterator[tuple[str, str]]:
    """Every table of words, with its key."""
    for model in apps.get_models():
        if issubclass(model, Searched):
            yield model._meta.db_table, key_column(model)


def put_indexes(on: BaseDatabaseWrapper) -> None:
    """Give every table of words its index. Safe to run twice.

    A full-text table that is there is left alone: its triggers are put back with it, and where
    Django remade the table meanwhile it is built anew.
    """
    existing = set(on.introspection.table_names())
    with on.cursor() as cursor:
        for table, key in tables():
            if table not in existing:
                continue
            if on.vendor == "postgresql":
                statements = postgresql.statements(table)
            elif sqlite.is_whole(cursor, table):
                continue
            else:
                cursor.execute(f'drop table if exists "{table}_fts"')
                statements = sqlite.statements(table, key)
            for statement in statements:
                cursor.execute(statement)
