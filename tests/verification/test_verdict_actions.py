"""Verdicts and contacts: the row, the event, and what is refused."""

from datetime import UTC, date, datetime

import pytest

from factcheck.claims.models import LinkDraft, Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.trail.models import Event
from factcheck.verification.actions import (
    cite,
    conclude,
    note_contact,
    record_verdict,
    withdraw_evidence,
)
from factcheck.verification.models import Contact, Verdict
from factcheck.verification.queries import facts_of
from tests import secret, story, world
from tests.world import fresh, verbs

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 1)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class TestFind:
    def test_a_later_finding_supersedes(self, claim, checker):
        record_verdict(
            claim=claim, by=checker, aspect="content", code="not_checkable", rationale="A wish."
        )
        record_verdict(
            claim=claim, by=checker, aspect="content", code="unsupported", rationale="No record."
        )

        assert facts_of(claim).content == "unsupported"
        assert Verdict.objects.count() == 2

    def test_each_link_has_a_finding_of_its_own(self, checker):
        outer = LinkDraft("document", "Yearbook")
        claim = world.claim_at(Stage.OPEN, checker=checker, links=(story.OFFICE, outer))
        codes = ["denied", "unconfirmed"]
        for link, code in zip(claim.links.order_by("position"), codes, strict=True):
            record_verdict(
                claim=claim, by=checker, aspect="attribution", link=link, code=code,
                rationale="Asked.",
            )  # fmt: skip

        facts = facts_of(claim)
        assert [facts.on_link(link.pk).code for link in facts.links] == ["denied", "unconfirmed"]
        assert facts.attribution == "denied"

    def test_a_finding_can_be_taken_back(self, claim, checker):
        record_verdict(claim=claim, by=checker, aspect="content", code="accurate")
        record_verdict(
            claim=claim, by=checker, aspect="content", code="unchecked", rationale="Wrong year."
        )

        assert facts_of(claim).content == "unchecked"

    @pytest.mark.parametrize("stage", [Stage.CHECKED, Stage.APPROVED])
    def test_it_opens_what_was_settled(self, checker, reviewer, stage):
        claim = world.claim_at(stage, checker=checker, reviewer=reviewer)

        record_verdict(
            claim=claim, by=checker, aspect="content", code="not_checkable", rationale="A wish."
        )

        assert fresh(claim).stage == Stage.CHECKING
        reopened = Event.objects.get(verb="claim.reopened")
        assert reopened.words["because"] == "A new verdict was recorded."

    def test_not_while_it_is_in_review(self, checker):
        claim = world.claim_at(Stage.IN_REVIEW, checker=checker)

        with pytest.raises(NotNow) as refused:
            record_verdict(claim=claim, by=checker, aspect="content", code="accurate")

        assert refused.value.reason == "This claim is in review. Withdraw it from review first."

    @pytest.mark.parametrize("who", ["writer", "reviewer", "publisher", "administrator"])
    def test_by_checkers_alone(self, request, claim, who):
        with pytest.raises(Never):
            record_verdict(
                claim=claim, by=request.getfixturevalue(who), aspect="content", code="accurate"
            )

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"code": "inaccurate"}, "says why"),
            ({"code": "unchecked"}, "says why"),
            ({"code": "outdated", "rationale": "Old."}, "names the date"),
            ({"code": "unverifiable", "rationale": "Later."}, "when to look again"),
        ],
    )
    def test_what_a_verdict_cannot_do_without(self, claim, checker, fields, words):
        with pytest.raises(ValueError, match=words):
            record_verdict(claim=claim, by=checker, aspect="content", **fields)

        assert not Verdict.objects.exists()

    def test_evidence_of_another_question_does_not_fit(self, claim, timetable, checker):
        piece = cite(
            claim=claim, by=checker, source=timetable, aspect="attribution", link=claim.links.get(),
            stance="supports",
        )  # fmt: skip

        with pytest.raises(ValueError, match="its own question"):
            record_verdict(
                claim=claim, by=checker, aspect="content", code="accurate", evidence=[piece]
            )

    def test_evidence_that_was_taken_back_in_the_meantime(self, claim, timetable, checker):
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")
        withdraw_evidence(evidence=piece, by=checker)

        with pytest.raises(NotNow):
            record_verdict(
                claim=claim, by=checker, aspect="content", code="accurate", evidence=[piece]
            )


class TestConclude:
    def test_a_claim_with_all_its_verdicts_is_checked(self, claim, checker):
        claim = story.verified(claim, checker)

        assert conclude(claim=claim, by=checker).stage == Stage.CHECKED

    def test_not_without_a_finding_on_every_link(self, claim, checker):
        record_verdict(claim=claim, by=checker, aspect="content", code="accurate")

        with pytest.raises(NotNow) as refused:
            conclude(claim=claim, by=checker)

        assert refused.value.reason == "Nobody has checked yet whether Harbour office said it."

    @pytest.mark.parametrize("taken_back", [True, False])
    def test_not_without_a_finding_on_the_content(self, checker, timetable, taken_back):
        claim = story.marked(story.bring_in(checker), checker, story.RAIN, links=())
        cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")
        if taken_back:
            record_verdict(
                claim=claim, by=checker, aspect="content", code="unchecked", rationale="Wrong."
            )

        with pytest.raises(NotNow) as refused:
            conclude(claim=claim, by=checker)

        assert refused.value.reason == "Nobody has checked yet whether it is true."

    def test_not_without_a_wording(self, checker):
        long = "word " * 80
        article = story.bring_in(checker, text=f"{long.strip()}.\n", title="Long")
        claim = story.marked(article, checker, long.strip(), links=())
        record_verdict(claim=claim, by=checker, aspect="content", code="accurate")

        with pytest.raises(NotNow) as refused:
            conclude(claim=claim, by=checker)

        assert refused.value.reason.startswith("The claim needs a wording")

    def test_not_a_second_time(self, checker):
        claim = world.claim_at(Stage.CHECKED, checker=checker)

        with pytest.raises(NotNow) as refused:
            conclude(claim=claim, by=checker)

        assert refused.value.reason == "This claim is checked."

    def test_by_checkers_alone(self, claim, reviewer):
        with pytest.raises(Never):
            conclude(claim=claim, by=reviewer)


class TestContact:
    def test_an_attempt_covers_claims_and_begins_the_work(self, claim, checker):
        noted = note_contact(
            article=claim.article, by=checker, speaker=claim.links.get().speaker, claims=[claim],
            reached_on=NOON, means="By telephone", asked="Is it so?", none_by=NOON,
        )  # fmt: skip

        assert fresh(claim).stage == Stage.CHECKING
        assert [c.pk for c in facts_of(claim).contacts] == [noted.pk]
        assert verbs(claim.article)[-1] == "contact.noted"

    def test_a_signature_stands(self, checker, reviewer):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)

        note_contact(
            article=claim.article, by=checker, speaker=claim.links.get().speaker, claims=[claim],
            not_tried_because="He died in 1987.",
        )  # fmt: skip

        assert fresh(claim).stage == Stage.APPROVED

    def test_through_a_confidential_source_the_trail_says_nothing(self, claim, checker, hidden):
        note_contact(
            article=claim.article, by=checker, speaker=claim.links.get().speaker, claims=[claim],
            source=hidden, reached_on=NOON, means="Hotel Post", answer="Jane Doe said yes.",
        )  # fmt: skip

        assert secret.found_in_the_trail() == []

    def test_not_through_a_source_that_one_does_not_see(self, claim, anna, hidden):
        with pytest.raises(Never):
            note_contact(
                article=claim.article, by=anna, speaker=claim.links.get().speaker,
                claims=[claim], source=hidden, reached_on=NOON,
            )  # fmt: skip

    def test_by_a_writer_on_own_articles_alone(self, claim, writer):
        with pytest.raises(Never):
            note_contact(
                article=claim.article, by=writer, speaker=claim.links.get().speaker,
                claims=[claim], reached_on=NOON,
            )  # fmt: skip

    @pytest.mark.parametrize(
        "fields", [{}, {"reached_on": NOON, "not_tried_because": "He died."}], ids=["none", "both"]
    )
    def test_it_was_tried_or_there_is_a_reason(self, claim, checker, fields):
        with pytest.raises(ValueError, match="reason why not"):
            note_contact(
                article=claim.article, by=checker, speaker=claim.links.get().speaker,
                claims=[claim], **fields,
            )  # fmt: skip

    def test_it_is_about_claims_of_the_article(self, claim, checker):
        other = story.bring_in(checker, text="Another text.\n", title="Another")
        speaker = claim.links.get().speaker

        for article, claims in ((other, [claim]), (other, [])):
            with pytest.raises(ValueError, match="article"):
                note_contact(
                    article=article, by=checker, speaker=speaker, claims=claims, reached_on=NOON
                )
        assert not Contact.objects.exists()

    def test_an_unnamed_speaker_belongs_to_one_article(self, checker):
        unnamed = LinkDraft("unnamed", "A diplomat")
        claim = world.claim_at(Stage.OPEN, checker=checker, links=[unnamed])
        other = story.marked(
            story.bring_in(checker, text="Another text.\n", title="Another"),
            checker, "Another text", links=(),
        )  # fmt: skip

        with pytest.raises(ValueError, match="speaker of the article"):
            note_contact(
                article=other.article, by=checker, speaker=claim.links.get().speaker,
                claims=[other], reached_on=NOON,
            )  # fmt: skip

    def test_not_about_what_does_not_count(self, checker):
        claim = world.claim_at(Stage.SET_ASIDE, checker=checker)

        with pytest.raises(NotNow):
            note_contact(
                article=claim.article, by=checker, speaker=claim.links.get().speaker,
                claims=[claim], reached_on=NOON,
            )  # fmt: skip
