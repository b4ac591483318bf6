"""Texts are read at once, by the worker, twice, in vain, and again when nothing was heard."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.claims import tasks
from factcheck.claims.actions import begin, suggesting
from factcheck.claims.models import Claim, Splitting
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from tests import splits

MINUTE = timedelta(minutes=1)


@pytest.fixture
def splitter(monkeypatch):
    """A splitter that finds one claim in every text; it keeps what it was asked."""
    asked = []

    def split(text, passages, *, language=None, weights=None, progress=None):
        asked.append((text, passages, language))
        first = text.split("\n\n")[-1].strip()
        return splits.split(splits.suggestion(text, first), note="By a splitter of a test.")

    monkeypatch.setattr(tasks, "split", split)
    return asked


@pytest.fixture
def broken(monkeypatch):
    """A splitter that stumbles."""

    def split(*args, **kwargs):
        raise IndexError("no token 7")

    monkeypatch.setattr(tasks, "split", split)


@pytest.fixture
def short(anna):
    """brought in, and nothing more."""
    return keep(reading=read_text("It rained on 112 days.", title="Rain"), by=anna)[0]


@pytest.fixture
def long(anna):
    """More words than are read while somebody waits."""
    text = "\n\n".join(f"It rained on {n} days of the year 2025." for n in range(1, 401))
    return keep(reading=read_text(text, title="Much rain"), by=anna)[0]


def row_of(article):
    return Splitting.objects.get(version=article.current_version)


def waiting_jobs():
    return DBTaskResult.objects.filter(status="READY").count()


def test_a_short_text_is_read_before_the_answer(
    short, anna, splitter, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        begin(article=short, by=anna)

    row = row_of(short)
    assert (row.state, row.proposed, row.note) == ("done", 1, "By a splitter of a test.")
    assert waiting_jobs() == 0


def test_what_is_not_under_check_is_not_read(
    article, anna, splitter, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        begin(article=article, by=anna)

    ((text, passages, language),) = splitter
    assert "Ten bridges" not in "".join(text[span.start : span.end] for span in passages)
    assert "Mill bridge to close" in text[passages[0].start : passages[0].end]
    assert language == (article.current_version.language or None)


def test_a_long_text_is_left_to_the_worker(long, anna, monkeypatch, splitter):
    monkeypatch.setattr(suggesting, "AT_ONCE", 1_000)

    begin(article=long, by=anna)

    assert row_of(long).state == "waiting"
    assert waiting_jobs() == 1
    assert splitter == []


def test_a_long_text_is_read_at_once_where_that_is_asked(
    long, anna, monkeypatch, splitter, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(suggesting, "AT_ONCE", 1_000)

    with django_capture_on_commit_callbacks(execute=True):
        begin(article=long, by=anna, at_once=True)

    assert row_of(long).state == "done"


def test_what_was_asked_for_is_not_asked_for_again(long, anna, checker, monkeypatch):
    monkeypatch.setattr(suggesting, "AT_ONCE", 1_000)
    begin(article=long, by=anna)

    begin(article=long, by=checker)

    assert waiting_jobs() == 1
    assert row_of(long).asked_by == anna


def test_an_act_that_is_rolled_back_leaves_no_job_and_no_row(long, anna, monkeypatch):
    monkeypatch.setattr(suggesting, "AT_ONCE", 1_000)

    with transaction.atomic():
        begin(article=long, by=anna)
        transaction.set_rollback(True)

    assert waiting_jobs() == 0
    assert not Splitting.objects.exists()


def test_a_job_that_runs_twice_proposes_once(long, anna, splitter):
    begin(article=long, by=anna, at_once=True)

    tasks.read_later.call(long.current_version_id)
    tasks.read_later.call(long.current_version_id)

    assert Claim.objects.filter(article=long).count() == 1
    assert len(splitter) == 1


def test_a_text_that_somebody_reads_is_not_read_beside_them(short, anna, splitter):
    begin(article=short, by=anna)
    suggesting.start_reading(version=short.current_version_id)

    tasks.read(short.current_version_id)

    assert splitter == []
    assert row_of(short).state == "running"


def test_a_splitter_that_stumbles_is_said_by_the_row(short, anna, broken, caplog):
    begin(article=short, by=anna)

    tasks.read(short.current_version_id)

    row = row_of(short)
    assert (row.state, row.note) == ("failed", tasks.STOPPED)
    assert row.ended_at is not None
    assert "no token 7" in caplog.text


def test_what_failed_can_be_asked_for_again(short, anna, checker, broken, monkeypatch, caplog):
    begin(article=short, by=anna)
    tasks.read(short.current_version_id)

    begin(article=short, by=checker)

    row = row_of(short)
    assert (row.state, row.note, row.asked_by, row.tries) == ("waiting", "", checker, 0)


def test_a_text_with_a_new_version_gets_no_suggestions(short, anna, splitter):
    begin(article=short, by=anna)
    short.current_version = None
    short.save()

    tasks.read(row_of_first().version_id)

    assert row_of_first().state == "done"
    assert not Claim.objects.exists()


def row_of_first():
    return Splitting.objects.get()


def test_progress_is_written_once_in_a_while(long, anna, monkeypatch):
    monkeypatch.setattr(tasks, "BETWEEN_SIGNS", 0.0)
    seen = []

    def split(text, passages, *, language=None, weights=None, progress=None):
        for done in (100, 200):
            progress(done, 400)
            seen.append(row_of(long).words_read)
        return splits.split()

    monkeypatch.setattr(tasks, "split", split)
    begin(article=long, by=anna, at_once=True)

    tasks.read(long.current_version_id)

    words = long.current_version.words
    assert seen == [words // 4, words // 2]
    assert row_of(long).words_read == words


def test_what_shows_no_sign_of_life_is_begun_again(long, anna, splitter):
    begin(article=long, by=anna, at_once=True)
    suggesting.start_reading(version=long.current_version_id)
    Splitting.objects.update(touched_at=timezone.now() - 3 * MINUTE)

    woken = suggesting.requeue_stalled()

    assert woken == [long.current_version_id]
    assert row_of(long).state == "waiting"
    assert suggesting.requeue_stalled() == []
    assert waiting_jobs() == 1


def test_what_lives_is_left_alone(long, anna, splitter):
    begin(article=long, by=anna, at_once=True)
    suggesting.start_reading(version=long.current_version_id)

    assert suggesting.requeue_stalled() == []


def test_a_text_that_ends_its_reader_is_given_up(long, anna, splitter):
    begin(article=long, by=anna, at_once=True)
    for _ in range(suggesting.MOST_TRIES):
        suggesting.start_reading(version=long.current_version_id)
        Splitting.objects.update(touched_at=timezone.now() - 3 * MINUTE)
        suggesting.requeue_stalled()

    row = row_of(long)
    assert (row.state, row.note) == ("failed", suggesting.GIVEN_UP)


@pytest.mark.django_db(transaction=True)
def test_the_worker_reads_what_waits(long, anna, monkeypatch, splitter):
    monkeypatch.setattr(suggesting, "AT_ONCE", 1_000)
    begin(article=long, by=anna)

    call_command("db_worker", batch=True, reload=False, startup_delay=False, interval=0)

    row = row_of(long)
    assert (row.state, row.proposed) == ("done", 1)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_what_another_process_has_found_meanwhile_is_left_to_it(short, long, anna, monkeypatch):
    """The worker takes up both readings as soon as the first is handed to it."""
    monkeypatch.setattr(suggesting, "AT_ONCE", 0)
    begin(article=short, by=anna)
    begin(article=long, by=anna)
    Splitting.objects.update(touched_at=timezone.now() - 3 * MINUTE)
    handed = []

    class Job:
        def enqueue(self, version):
            handed.append(version)
            Splitting.objects.update(touched_at=timezone.now())

    monkeypatch.setattr(suggesting, "reading_job", Job)

    woken = suggesting.requeue_stalled()

    assert woken == handed
    assert len(handed) == 1
