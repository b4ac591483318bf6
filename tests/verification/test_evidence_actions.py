"""Evidence: the row, the event, what it reopens, and what is refused."""

from datetime import UTC, date, datetime

import pytest

from factcheck.claims.actions import rechain
from factcheck.claims.models import LinkDraft, Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.verification.actions import (
    bring_evidence,
    change_evidence,
    cite,
    withdraw_evidence,
)
from factcheck.verification.models import Capture, Evidence, Source
from factcheck.verification.queries import facts_of
from tests import secret, story, world
from tests.world import fresh, verbs

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class TestCite:
    def test_work_on_an_open_claim_begins(self, claim, timetable, checker):
        cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")

        assert fresh(claim).stage == Stage.CHECKING
        assert verbs(claim.article)[-2:] == ["claim.started", "evidence.added"]

    def test_a_writer_cites_on_an_own_article(self, checker, writer, timetable):
        article = story.bring_in(checker, writer=writer)
        claim = story.marked(article, checker)

        cite(claim=claim, by=writer, source=timetable, aspect="content", stance="supports")

        assert fresh(claim).stage == Stage.CHECKING

    def test_a_writer_cites_nowhere_else(self, claim, writer, timetable):
        with pytest.raises(Never):
            cite(claim=claim, by=writer, source=timetable, aspect="content", stance="supports")

        assert not Evidence.objects.exists()

    def test_nobody_cites_what_they_do_not_see(self, claim, anna, hidden):
        with pytest.raises(Never):
            cite(claim=claim, by=anna, source=hidden, aspect="content", stance="supports")

    @pytest.mark.parametrize("stage", [Stage.IN_REVIEW, Stage.SET_ASIDE, Stage.WAIVED])
    def test_not_while_it_stands_elsewhere(self, checker, publisher, timetable, stage):
        claim = world.claim_at(stage, checker=checker, publisher=publisher)

        with pytest.raises(NotNow):
            cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")

    def test_a_signature_stands(self, checker, reviewer, timetable):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)

        cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")

        assert fresh(claim).stage == Stage.APPROVED

    @pytest.mark.parametrize("aspect", ["attribution", "content"])
    def test_attribution_names_its_link_and_content_none(self, claim, timetable, checker, aspect):
        link = claim.links.get() if aspect == "content" else None

        with pytest.raises(ValueError, match="names its link"):
            cite(
                claim=claim,
                by=checker,
                source=timetable,
                aspect=aspect,
                link=link,
                stance="supports",
            )

    def test_a_link_of_another_claim_does_not_fit(self, claim, timetable, checker):
        other = story.marked(claim.article, checker, story.RAIN, links=())

        with pytest.raises(ValueError, match="not part of the claim"):
            cite(
                claim=other, by=checker, source=timetable, aspect="attribution",
                link=claim.links.get(), stance="supports",
            )  # fmt: skip

    def test_a_link_that_was_taken_out_in_the_meantime(self, claim, timetable, checker):
        link = claim.links.get()
        rechain(claim=claim, by=checker, links=[LinkDraft("person", "Ilse Bramwell")])

        with pytest.raises(NotNow) as refused:
            cite(
                claim=claim, by=checker, source=timetable, aspect="attribution", link=link,
                stance="supports",
            )  # fmt: skip

        assert refused.value.reason == "The chain was changed; this link is no longer part of it."

    def test_a_copy_of_another_source_does_not_fit(self, claim, timetable, checker):
        _, copy = story.log(checker)

        with pytest.raises(ValueError, match="another source"):
            cite(
                claim=claim, by=checker, source=timetable, aspect="content", stance="supports",
                capture=copy,
            )  # fmt: skip


def bring(claim, by, source=None, copied=None):
    return bring_evidence(
        claim=claim,
        by=by,
        source=source,
        described={"kind": "web_page", "title": "Timetable"},
        copied={"text": "forty days", "taken_on": MARCH} if copied is None else copied,
        aspect="content",
        stance="supports",
    )


class TestBringEvidence:
    def test_source_copy_and_evidence_come_in_one_go(self, claim, checker):
        piece = bring(claim, checker)

        assert (piece.source.title, piece.capture.text) == ("Timetable", "forty days")

    def test_a_source_of_the_library_without_a_copy(self, claim, checker, timetable):
        piece = bring(claim, checker, timetable, copied={})

        assert (piece.source, piece.capture) == (timetable, None)

    def test_where_one_part_is_refused_nothing_is_kept(self, checker):
        claim = world.claim_at(Stage.IN_REVIEW, checker=checker)
        sources, copies = Source.objects.count(), Capture.objects.count()

        with pytest.raises(NotNow):
            bring(claim, checker)

        assert (Source.objects.count(), Capture.objects.count()) == (sources, copies)


class TestChangeEvidence:
    @pytest.mark.parametrize("stage", [Stage.CHECKED, Stage.APPROVED])
    def test_what_rests_on_it_is_reopened(self, checker, reviewer, stage):
        claim = world.claim_at(stage, checker=checker, reviewer=reviewer)

        change_evidence(evidence=claim.evidence.get(aspect="content"), by=checker, locator="row 8")

        assert fresh(claim).stage == Stage.CHECKING
        assert verbs(claim.article)[-2:] == ["evidence.changed", "claim.reopened"]

    def test_nothing_changed_is_no_event(self, checker, reviewer):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)

        change_evidence(evidence=claim.evidence.get(aspect="content"), by=checker, locator="row 7")

        assert fresh(claim).stage == Stage.APPROVED
        assert "evidence.changed" not in verbs(claim.article)

    def test_what_nothing_rests_on_reopens_nothing(self, checker, reviewer, timetable):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")

        change_evidence(evidence=piece, by=checker, note="Looked at again.")

        assert fresh(claim).stage == Stage.APPROVED

    def test_a_form_that_is_out_of_date_is_refused(self, claim, timetable, checker):
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")
        change_evidence(evidence=piece, by=checker, seen=1, note="One.")

        with pytest.raises(NotNow) as refused:
            change_evidence(evidence=piece, by=checker, seen=1, note="Two.")

        assert refused.value.stale
        assert fresh(piece).note == "One."

    def test_the_first_hand_stays_on_it(self, claim, timetable, checker, anna):
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")

        change_evidence(evidence=piece, by=anna, note="One.")

        fact = facts_of(claim).evidence[0]
        assert (fact.added_by, fact.changed_by) == (checker.pk, {anna.pk})

    def test_what_was_taken_back_is_not_changed(self, claim, timetable, checker):
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="context")
        withdraw_evidence(evidence=piece, by=checker)

        with pytest.raises(NotNow) as refused:
            change_evidence(evidence=piece, by=checker, note="One.")

        assert refused.value.reason == "This evidence was taken back."

    def test_of_confidential_evidence_the_trail_names_fields_only(self, checker, ben, hidden):
        claim = secret.approved_on(hidden, checker, ben)

        change_evidence(evidence=claim.evidence.get(), by=checker, note="Hotel Post, Jane Doe")

        assert secret.found_in_the_trail() == []


class TestWithdrawEvidence:
    def test_what_rests_on_it_is_reopened_and_loses_it(self, checker, reviewer):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)

        withdraw_evidence(evidence=claim.evidence.get(aspect="content"), by=checker)

        assert fresh(claim).stage == Stage.CHECKING
        assert facts_of(claim).content_verdict.evidence == frozenset()
        assert "evidence.withdrawn" in verbs(claim.article)
