"""Append-only tables: what is said to each database, and what Python refuses by itself."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from factcheck.core.immutable import AddOnlyError, put_triggers, tables
from factcheck.trail.models import Event
from tests.triggers import drop_triggers

THERE = "factcheck_event"


class Listener:
    """A connection to a database that has one append-only table; it writes down what it is told."""

    def __init__(self, vendor):
        self.vendor = vendor
        self.told = []
        self.introspection = SimpleNamespace(table_names=lambda: [THERE])

    @contextmanager
    def cursor(self):
        yield SimpleNamespace(execute=self.told.append)


def test_postgresql_is_told_the_function_and_then_the_triggers_of_tables_that_are_there():
    connection = Listener("postgresql")

    put_triggers(connection)

    function, *rest = connection.told
    assert "create or replace function factcheck_add_only()" in function
    assert [words.split(" before ")[0] for words in rest] == [
        f'drop trigger if exists "{THERE}_no_update" on "{THERE}"',
        f'create trigger "{THERE}_no_update"',
        f'drop trigger if exists "{THERE}_no_delete" on "{THERE}"',
        f'create trigger "{THERE}_no_delete"',
    ]


def test_sqlite_is_told_the_triggers_alone():
    connection = Listener("sqlite")

    put_triggers(connection)

    assert [words.split(" before ")[0] for words in connection.told] == [
        f'create trigger if not exists "{THERE}_no_update"',
        f'create trigger if not exists "{THERE}_no_delete"',
    ]


@pytest.mark.parametrize(("vendor", "where"), [("postgresql", f' on "{THERE}"'), ("sqlite", "")])
def test_triggers_are_taken_away_where_the_table_is_there(vendor, where):
    connection = Listener(vendor)

    drop_triggers(connection)

    assert connection.told == [
        f'drop trigger if exists "{THERE}_no_{act}"{where}' for act in ("update", "delete")
    ]
    assert len(list(tables())) > 1


def test_rows_are_not_changed_in_bulk():
    with pytest.raises(AddOnlyError):
        Event.objects.bulk_update([], ["verb"])
    with pytest.raises(AddOnlyError):
        Event.objects.update(verb="claim.opened")
    with pytest.raises(AddOnlyError):
        Event.objects.delete()
