"""The two databases, the network, and the settings of a test run."""

import gc
import os
import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management.commands import flush
from django.db import connection

from factcheck.splitting import Split
from tests.triggers import drop_triggers

pytest_plugins = ["tests.fixtures.people", "tests.fixtures.pages", "tests.fixtures.browser"]

JOURNEYS = Path(__file__).parent / "journeys"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_configure(config):
    """What is slow or shared in earnest is quick and apart here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ACCOUNT_RATE_LIMITS = False  # tests sign in more often than people


@pytest.hookimpl(tryfirst=True)  # before -m asks for the mark
def pytest_collection_modifyitems(config, items):
    """Mark what asks a database: only that is run on PostgreSQL, and `postgres` only there."""
    for item in items:
        if item.path.is_relative_to(JOURNEYS) or item.get_closest_marker("browser"):
            item.add_marker("journey")
        if _asks_a_database(item):
            item.add_marker("database")
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        elsewhere = [item for item in items if not item.get_closest_marker("database")]
    else:
        elsewhere = [item for item in items if item.get_closest_marker("postgres")]
    config.hook.pytest_deselected(items=elsewhere)
    gone = set(elsewhere)
    items[:] = [item for item in items if item not in gone]


def pytest_collection_finish(session):
    """Thousands of tests stay to the end: looking through them for garbage costs a sixth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _asks_a_database(item):
    """By its mark, or by what it stands on; how a page looks is the same on both."""
    if item.get_closest_marker("looks"):
        return False
    marks = ("django_db", "postgres")
    fixtures = {"db", "transactional_db", "live_server"}
    return any(map(item.get_closest_marker, marks)) or bool(fixtures & set(item.fixturenames))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """On PostgreSQL, a browser's kept-alive thread would hold on to the database: cut it off."""
    yield
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where datname = current_database() and pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True, scope="session")
def _flush_past_the_triggers():
    """SQLite's flush is a DELETE, and append-only tables refuse it; `migrate` puts them back."""
    flush_in_earnest = flush.sql_flush

    def sql_flush(style, connection, *args, **kwargs):
        drop_triggers(connection)
        return flush_in_earnest(style, connection, *args, **kwargs)

    flush.sql_flush = sql_flush
    yield
    flush.sql_flush = flush_in_earnest


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """A test that reaches beyond this machine fails."""
    connect = socket.socket.connect

    def connect_at_home(self, address):
        if self.family != socket.AF_UNIX and address[0] not in LOOPBACK:
            raise OSError(f"A test tried to reach {address[0]}.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_at_home)


@pytest.fixture(autouse=True)
def _captures_apart(settings, tmp_path):
    """Uploaded files of a test vanish with it."""
    settings.MEDIA_ROOT = tmp_path / "captures"


@pytest.fixture(autouse=True)
def _nothing_is_suggested(request, monkeypatch):
    """Texts are read for claims in vain, but where a test says that they are read in earnest."""
    if not request.node.get_closest_marker("reads"):
        monkeypatch.setattr("factcheck.claims.tasks.split", lambda *_, **__: Split("plain", "", ()))


os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop, beside the ORM
