"""Taking the append-only triggers away, for what no desk may do."""

from django.db.backends.base.base import BaseDatabaseWrapper

from factcheck.core.immutable import tables


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a test's flush, which on SQLite is a DELETE."""
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in tables():
            if table in existing:
                for act in ("update", "delete"):
                    on = f' on "{table}"' if connection.vendor == "postgresql" else ""
                    cursor.execute(f'drop trigger if exists "{table}_no_{act}"{on}')
