"""What was written once stays: the database refuses, and where it was made not to, it is noticed."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from factcheck.core.immutable import missing_triggers, put_triggers, tables
from factcheck.publishing.actions import publish
from factcheck.publishing.models import Edition
from factcheck.trail.models import Event
from factcheck.verification.models import Capture
from tests import story
from tests.triggers import drop_triggers

pytestmark = pytest.mark.django_db

FILLED = [
    "factcheck_capture",
    "factcheck_confirmation",
    "factcheck_decision",
    "factcheck_edition",
    "factcheck_event",
    "factcheck_passage",
    "factcheck_verdict",
    "factcheck_verdictevidence",
    "factcheck_version",
]


@pytest.fixture
def edition(checker, reviewer, publisher):
    return publish(article=story.ready(checker, reviewer), by=publisher)


def verify():
    out = StringIO()
    try:
        call_command("verify_archive", stdout=out)
    except CommandError as error:
        return 1, out.getvalue() + str(error)
    return 0, out.getvalue()


def tampered(table, column, pk, value):
    """Change a stored value behind everybody's back."""
    drop_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute(f'update "{table}" set "{column}" = %s where id = %s', [value, pk])
    put_triggers(connection)


@pytest.mark.parametrize("table", FILLED)
@pytest.mark.parametrize("act", ["update", "delete"])
def test_database_refuses_raw_sql_on_rows_that_are_only_added(edition, table, act):
    sql = {"update": f'update "{table}" set id = id', "delete": f'delete from "{table}"'}[act]
    with connection.cursor() as cursor:
        cursor.execute(f'select count(*) from "{table}"')
        assert cursor.fetchone()[0] > 0

        with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
            cursor.execute(sql)


def test_every_append_only_table_has_its_two_triggers(db):
    assert set(FILLED) <= set(tables())
    assert missing_triggers(connection) == []


def test_whole_archive_agrees(edition):
    code, said = verify()

    assert code == 0
    assert said.endswith("Everything agrees.\n")


def test_flipped_byte_of_an_event_is_named_by_its_number(edition):
    event = Event.objects.filter(thread=f"article:{edition.article_id}").order_by("number")[2]
    tampered("factcheck_event", "verb", event.pk, event.verb[:-1] + "X")

    code, said = verify()

    assert code == 1
    assert f"{event.thread}: event {event.number} does not match its digest" in said


def test_event_that_was_cut_out_is_missed(edition):
    event = Event.objects.filter(thread=f"article:{edition.article_id}").order_by("number")[2]
    drop_triggers(connection)
    with connection.cursor() as cursor:
        cursor.execute("delete from factcheck_event where id = %s", [event.pk])
    put_triggers(connection)

    code, said = verify()

    assert code == 1
    assert f"{event.thread}: event {event.number} is missing" in said


def test_flipped_byte_of_a_report_is_named_by_the_edition(edition):
    with connection.cursor() as cursor:
        cursor.execute("select report from factcheck_edition where id = %s", [edition.pk])
        stored = cursor.fetchone()[0]
    tampered("factcheck_edition", "report", edition.pk, stored.replace("late on 40", "late on 41"))

    code, said = verify()

    assert code == 1
    assert f"edition {edition.pk}: the report does not match its digest" in said
    assert "late" not in said


def test_flipped_byte_of_a_copy_is_named_by_the_capture(edition):
    capture = Capture.objects.order_by("pk").first()
    tampered("factcheck_capture", "text", capture.pk, capture.text.replace("1;1", "1;0"))

    code, said = verify()

    assert code == 1
    assert f"capture {capture.pk}: the copy does not match its digest" in said
    assert "day" not in said


def test_flipped_byte_of_a_text_is_named_by_the_version(edition):
    version = edition.version
    tampered("factcheck_version", "text", version.pk, version.text.replace("112", "113"))

    code, said = verify()

    assert code == 1
    assert f"version {version.pk}: the text does not match its digest" in said


def test_tail_that_was_cut_off_shows_at_the_edition(edition):
    drop_triggers(connection)
    kept = Event.objects.get(digest=edition.trail_digest)
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from factcheck_event where thread = %s and number >= %s",
            [kept.thread, kept.number],
        )
    put_triggers(connection)

    code, said = verify()

    assert code == 1
    assert f"edition {edition.pk}: the trail does not have what it was published after" in said


def test_missing_trigger_is_named(db):
    drop_triggers(connection)

    code, said = verify()
    put_triggers(connection)

    assert code == 1
    assert "trigger factcheck_event_no_update is missing" in said
    assert Edition.objects.count() == 0


def test_event_that_does_not_follow_the_one_before_is_named(edition):
    event = Event.objects.filter(thread=f"article:{edition.article_id}").order_by("number")[2]
    tampered("factcheck_event", "previous", event.pk, "0" * 64)

    code, said = verify()

    assert code == 1
    assert f"{event.thread}: event {event.number} does not follow the one before" in said
