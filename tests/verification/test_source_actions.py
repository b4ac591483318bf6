"""Sources and their copies: the row, the event, and what is refused."""

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factcheck.claims.models import Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.review.approval_digest import digest_of
from factcheck.review.queries import approvals
from factcheck.trail.models import Event
from factcheck.verification import media
from factcheck.verification.actions import (
    add_source,
    change_source,
    cite,
    open_source,
    sources,
    store_capture,
)
from factcheck.verification.models import Capture, Source
from factcheck.verification.queries import facts_of
from tests import secret, world
from tests.world import fresh, verbs

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class TestAddSource:
    def test_an_open_one_hides_nothing(self, checker):
        source = add_source(
            by=checker, kind="web_page", title="Timetable", aliases="T", private_note="Seen"
        )

        assert (source.aliases, source.private_note, source.stands_behind) == ("", "", None)
        assert verbs(source) == ["source.added"]

    def test_of_a_confidential_one_the_trail_says_nothing(self, hidden):
        assert verbs(hidden) == ["source.added"]
        assert secret.found_in_the_trail() == []

    @pytest.mark.parametrize("who", ["reviewer", "administrator", "stranger"])
    def test_not_by_who_brings_in_nothing(self, request, who):
        with pytest.raises(Never):
            add_source(by=request.getfixturevalue(who), kind="web_page", title="Timetable")

        assert not Source.objects.exists()


class TestChangeSource:
    def test_what_changed_is_in_the_trail(self, timetable, checker):
        change_source(source=timetable, by=checker, title="Summer timetable", published_on=MARCH)

        assert fresh(timetable).title == "Summer timetable"
        assert fresh(timetable).revision == 2
        words = Event.objects.get(verb="source.changed").words
        assert words["changes"]["published_on"] == [None, "2026-03-01"]

    def test_nothing_changed_is_no_event(self, timetable, checker):
        change_source(source=timetable, by=checker, title="Timetable")

        assert (fresh(timetable).revision, verbs(timetable)) == (1, ["source.added"])

    def test_a_form_that_is_out_of_date_is_refused(self, timetable, checker):
        change_source(source=timetable, by=checker, seen=1, title="Summer timetable")

        with pytest.raises(NotNow) as refused:
            change_source(source=timetable, by=checker, seen=1, title="Winter timetable")

        assert refused.value.stale
        assert fresh(timetable).title == "Summer timetable"

    def test_it_does_not_become_open_by_the_way(self, hidden, checker):
        change_source(source=hidden, by=checker, confidential=False, aliases="Doe")

        assert fresh(hidden).confidential
        assert fresh(hidden).aliases == "Doe"
        assert secret.found_in_the_trail() == []

    def test_an_open_one_takes_no_secrets(self, timetable, checker):
        change_source(source=timetable, by=checker, private_note="Seen", aliases="T")

        assert (fresh(timetable).private_note, fresh(timetable).revision) == ("", 1)

    @pytest.mark.parametrize("who", ["anna", "reviewer", "administrator", "publisher"])
    def test_a_confidential_one_is_changed_by_nobody_who_does_not_see_it(
        self, request, hidden, who
    ):
        with pytest.raises(Never):
            change_source(source=hidden, by=request.getfixturevalue(who), aliases="X")

    def test_a_writer_changes_no_source_of_somebody_else(self, timetable, writer):
        with pytest.raises(Never):
            change_source(source=timetable, by=writer, title="Mine")

    @pytest.mark.parametrize("stage", [Stage.CHECKED, Stage.APPROVED])
    def test_claims_that_rest_on_it_are_reopened(self, checker, reviewer, stage):
        claim = world.claim_at(stage, checker=checker, reviewer=reviewer)
        source = claim.evidence.get(aspect="content").source

        change_source(source=source, by=checker, publisher="Somebody else")

        assert fresh(claim).stage == Stage.CHECKING
        assert verbs(claim.article)[-1] == "claim.reopened"

    @pytest.mark.parametrize("change", ["changed", "opened"])
    def test_a_claim_that_came_to_rest_on_it_while_waiting_is_reopened(
        self, checker, ben, hidden, monkeypatch, change
    ):
        claim = secret.approved_on(hidden, checker, ben)
        read, times = sources._resting, []

        def late(source):
            times.append(source)
            return [] if len(times) == 1 else read(source)

        monkeypatch.setattr(sources, "_resting", late)

        if change == "opened":
            open_source(source=hidden, by=checker, because="She agrees to be named.")
        else:
            change_source(source=hidden, by=checker, public_description="A diplomat")

        assert fresh(claim).stage == Stage.CHECKING

    def test_claims_that_only_cite_it_stand(self, checker, reviewer, timetable):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)
        cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")

        change_source(source=timetable, by=checker, publisher="Somebody else")

        assert fresh(claim).stage == Stage.APPROVED

    @pytest.mark.parametrize(
        ("fields", "stage"),
        [
            ({"aliases": "Doe"}, Stage.APPROVED),
            ({"title": "Jane B. Doe"}, Stage.APPROVED),
            ({"private_note": "We met her thrice."}, Stage.CHECKING),
            ({"public_description": "A diplomat"}, Stage.CHECKING),
        ],
    )
    def test_what_a_signature_does_not_cover_voids_none(self, checker, ben, hidden, fields, stage):
        claim = secret.approved_on(hidden, checker, ben)

        change_source(source=hidden, by=checker, **fields)

        now = fresh(claim)
        assert now.stage == stage
        same = digest_of(facts_of(now)) == approvals([now])[now.pk].digest
        assert same is (stage == Stage.APPROVED)


class TestOpenSource:
    def test_what_was_hidden_is_taken_away(self, hidden, checker):
        open_source(source=hidden, by=checker, because="She agrees to be named.")

        now = fresh(hidden)
        assert not now.confidential
        assert (now.public_description, now.aliases, now.private_note) == ("", "", "")
        assert verbs(hidden) == ["source.added", "source.opened"]

    def test_a_signature_on_it_is_void(self, hidden, checker, ben):
        claim = secret.approved_on(hidden, checker, ben)

        open_source(source=hidden, by=checker, because="She agrees to be named.")

        assert fresh(claim).stage == Stage.CHECKING

    @pytest.mark.parametrize("who", ["anna", "administrator", "publisher"])
    def test_not_by_who_does_not_see_it(self, request, hidden, who):
        with pytest.raises(Never):
            open_source(source=hidden, by=request.getfixturevalue(who), because="Because.")

    def test_an_open_one_is_open_already(self, timetable, checker):
        with pytest.raises(NotNow) as refused:
            open_source(source=timetable, by=checker, because="Because.")

        assert refused.value.reason == "This source is open already."


class TestCapture:
    def test_words_are_kept_with_their_digest(self, timetable, checker):
        kept = store_capture(source=timetable, by=checker, text="forty days", taken_on=MARCH)

        assert kept.sha256 == hashlib.sha256(b"forty days").hexdigest()
        assert (kept.media_type, kept.size) == ("text/plain", 10)
        assert verbs(timetable) == ["source.added", "source.captured"]

    def test_a_file_is_kept_under_a_name_that_says_nothing(self, hidden, checker):
        sent = SimpleUploadedFile("memo-jd.html", b"<script>alert(1)</script>")

        kept = store_capture(source=hidden, by=checker, file=sent, taken_on=MARCH)

        assert kept.media_type == "text/plain"
        assert kept.file_name == "memo-jd.html"
        assert "memo" not in kept.file.name
        with kept.file.open("rb") as copy:
            assert copy.read() == b"<script>alert(1)</script>"
        assert secret.found_in_the_trail() == []

    @pytest.mark.parametrize("both", [True, False])
    def test_it_is_a_file_or_words(self, timetable, checker, both):
        sent = SimpleUploadedFile("a.txt", b"a") if both else None

        with pytest.raises(ValueError, match="either a file or a text"):
            store_capture(
                source=timetable, by=checker, file=sent, text="a" if both else "", taken_on=MARCH
            )

    def test_it_has_a_largest_size(self, timetable, checker, monkeypatch):
        monkeypatch.setattr("factcheck.verification.actions.sources.LARGEST", 3)

        with pytest.raises(ValueError, match="20 MB"):
            store_capture(source=timetable, by=checker, text="four", taken_on=MARCH)

        assert media.LARGEST == 20_000_000
        assert not Capture.objects.exists()

    def test_a_writer_keeps_a_copy_of_what_is_in_the_library(self, timetable, writer):
        store_capture(source=timetable, by=writer, text="forty days", taken_on=MARCH)

        assert Capture.objects.get().added_by == writer

    @pytest.mark.parametrize("who", ["anna", "reviewer"])
    def test_not_of_what_one_does_not_see(self, request, hidden, who):
        with pytest.raises(Never):
            store_capture(
                source=hidden, by=request.getfixturevalue(who), text="forty", taken_on=MARCH
            )
