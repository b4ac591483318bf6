"""Rounds, decisions, waivers and confirmations: the row, the event, what is refused."""

import pytest

from factcheck.claims.actions import exempt, lift, set_aside, take_back
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.queries import hold
from factcheck.review import rules
from factcheck.review.actions import (
    approve,
    approve_all,
    confirm,
    end_waiver,
    reopen,
    send_back,
    submit,
    submit_all,
    waive,
    withdraw,
)
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Confirmation, Decision, Round
from factcheck.review.queries import approvals, is_sent_back
from factcheck.review.queries.left_out import left_out, to_confirm
from factcheck.verification.actions import change_source, conclude, record_verdict
from factcheck.verification.queries import facts_of
from tests import secret, story, world
from tests.world import claim_at, fresh, verbs

pytestmark = pytest.mark.django_db


def shown(claim):
    return digest_of(facts_of(claim))


@pytest.fixture
def waiting(checker):
    """A claim in review."""
    return claim_at(Stage.IN_REVIEW, checker=checker)


@pytest.fixture
def signed(checker, reviewer):
    """A claim that the reviewer approved."""
    return claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)


class TestSubmit:
    def test_a_round_opens(self, waiting):
        opened = Round.objects.get()

        assert (opened.number, opened.closed_at, opened.outcome) == (1, None, "")
        assert verbs(waiting.article)[-1] == "claim.submitted"

    def test_by_checkers_alone(self, checker, reviewer):
        with pytest.raises(Never):
            submit(claim=claim_at(Stage.CHECKED, checker=checker), by=reviewer)

    def test_not_before_it_is_checked(self, checker):
        with pytest.raises(NotNow):
            submit(claim=claim_at(Stage.CHECKING, checker=checker), by=checker)

        assert not Round.objects.exists()

    def test_several_at_once_name_what_may_not_go(self, checker):
        article = story.bring_in(checker)
        ready = claim_at(Stage.CHECKED, checker=checker, article=article)
        unready = story.marked(article, checker, story.RAIN, links=())

        done, refused = submit_all(article=article, by=checker, claims=[ready, unready])

        assert [claim.pk for claim in done] == [ready.pk]
        assert [(claim.pk, ruling.reason) for claim, ruling in refused] == [
            (unready.pk, "This claim is open.")
        ]


class TestWithdraw:
    def test_the_round_closes_without_a_decision(self, waiting, checker):
        withdraw(claim=waiting, by=checker)

        assert Round.objects.get().outcome == "withdrawn"
        assert fresh(waiting).stage == Stage.CHECKING
        assert not Decision.objects.exists()


class TestApprove:
    def test_the_rule_is_asked_once(self, waiting, reviewer, monkeypatch):
        asked, rule = [], rules.may_approve

        def may(*args):
            asked.append(args)
            return rule(*args)

        monkeypatch.setattr(rules, "may_approve", may)

        approve(claim=waiting, by=reviewer, seen_digest=shown(waiting))

        assert len(asked) == 1

    def test_it_is_bound_to_what_stands(self, waiting, reviewer):
        approve(claim=waiting, by=reviewer, seen_digest=shown(waiting))

        decision = approvals([waiting])[waiting.pk]
        assert (decision.digest, decision.decided_by) == (shown(waiting), reviewer)
        assert Round.objects.get().outcome == "approved"
        assert verbs(waiting.article)[-1] == "claim.approved"

    def test_what_was_changed_since_it_was_shown_is_not_signed(self, waiting, checker, reviewer):
        seen = shown(waiting)
        source = waiting.evidence.get(aspect="content").source
        change_source(source=source, by=checker, publisher="Somebody else")

        with pytest.raises(NotNow) as refused:
            approve(claim=waiting, by=reviewer, seen_digest=seen)

        assert refused.value.stale
        assert not Decision.objects.exists()

    @pytest.mark.parametrize("who", ["writer", "publisher", "administrator", "lawyer", "stranger"])
    def test_by_reviewers_alone(self, request, waiting, who):
        with pytest.raises(Never) as refused:
            approve(claim=waiting, by=request.getfixturevalue(who))

        assert refused.value.reason == "Claims are judged by reviewers."

    @pytest.mark.parametrize("stage", sorted(set(Stage) - {Stage.IN_REVIEW, Stage.SUGGESTED}))
    def test_from_review_alone(self, checker, reviewer, publisher, newcomer, stage):
        people = {"checker": checker, "reviewer": reviewer, "publisher": publisher}
        claim = claim_at(stage, **people)

        with pytest.raises(NotNow):
            approve(claim=claim, by=newcomer("second", roles=["reviewer"]))

        assert fresh(claim).stage == stage

    def test_not_what_its_evidence_does_not_carry(self, checker, reviewer):
        claim = story.marked(story.bring_in(checker), checker, story.RAIN, links=())
        record_verdict(claim=claim, by=checker, aspect="content", code="accurate")
        conclude(claim=claim, by=checker)
        submit(claim=claim, by=checker)

        with pytest.raises(NotNow) as refused:
            approve(claim=claim, by=reviewer)

        assert refused.value.reason.startswith("G4: It takes one primary source")

    def test_what_rests_on_a_confidential_source_by_who_may_see_it(self, checker, reviewer, ben):
        claim = secret.in_review_on(secret.hidden_source(checker), checker)

        with pytest.raises(Never) as refused:
            approve(claim=claim, by=reviewer)
        approve(claim=claim, by=ben)

        assert "confidential source that you may not see" in refused.value.reason
        assert secret.found_in(refused.value.reason) == []
        assert fresh(claim).stage == Stage.APPROVED
        assert secret.found_in_the_trail() == []

    def test_several_at_once_are_signed_one_by_one(self, checker, reviewer):
        article = story.bring_in(checker)
        one = claim_at(Stage.IN_REVIEW, checker=checker, article=article)
        other = claim_at(
            Stage.CHECKED, checker=checker, article=article, words=story.RAIN, links=()
        )

        done, refused = approve_all(article=article, by=reviewer, claims=[one, other])

        assert [claim.pk for claim in done] == [one.pk]
        assert [(claim.pk, ruling.reason) for claim, ruling in refused] == [
            (other.pk, "This claim is checked.")
        ]
        assert Decision.objects.count() == 1


class TestSendBack:
    def test_with_a_reason_that_can_be_acted_on(self, waiting, reviewer):
        send_back(claim=waiting, by=reviewer, because="Which year?")

        assert fresh(waiting).stage == Stage.CHECKING
        assert (Round.objects.get().outcome, Decision.objects.get().reason) == (
            "sent_back",
            "Which year?",
        )
        assert Claim.objects.get(is_sent_back()) == waiting

    def test_an_approval_before_it_no_longer_counts(self, signed, checker, reviewer):
        reopen(claim=signed, by=checker, because="Look again.")
        conclude(claim=signed, by=checker)
        submit(claim=signed, by=checker)
        send_back(claim=signed, by=reviewer, because="Which year?")

        assert approvals([signed]) == {}
        assert [r.number for r in Round.objects.order_by("number")] == [1, 2]

    def test_by_reviewers_alone(self, waiting, checker):
        with pytest.raises(Never):
            send_back(claim=waiting, by=checker, because="Which year?")


class TestWaive:
    def test_on_ones_own_responsibility(self, checker, publisher):
        claim = claim_at(Stage.OPEN, checker=checker)

        waive(claim=claim, by=publisher, because="No time.")

        now = fresh(claim)
        assert (now.stage, now.waived_by, now.waived_because) == (
            Stage.WAIVED,
            publisher,
            "No time.",
        )

    def test_a_round_that_was_open_closes(self, waiting, publisher):
        waive(claim=waiting, by=publisher, because="No time.")

        assert Round.objects.get().outcome == "withdrawn"

    def test_not_what_is_approved(self, signed, publisher):
        with pytest.raises(NotNow):
            waive(claim=signed, by=publisher, because="No time.")

    def test_a_waived_claim_goes_back_to_the_checkers(self, checker, publisher):
        claim = claim_at(Stage.WAIVED, checker=checker, publisher=publisher)

        end_waiver(claim=claim, by=publisher, because="There is time now.")

        now = fresh(claim)
        assert (now.stage, now.waived_by, now.waived_because) == (Stage.CHECKING, None, "")

    @pytest.mark.parametrize("who", ["checker", "reviewer", "administrator"])
    def test_by_publishers_alone(self, request, checker, publisher, who):
        by = request.getfixturevalue(who)

        with pytest.raises(Never):
            waive(claim=claim_at(Stage.OPEN, checker=checker), by=by, because="No time.")
        with pytest.raises(Never):
            end_waiver(
                claim=claim_at(Stage.WAIVED, checker=checker, publisher=publisher,
                               article=story.bring_in(checker, text="Other.\n" + story.TEXT)),
                by=by, because="Time.",
            )  # fmt: skip


class TestReopen:
    @pytest.mark.parametrize("who", ["checker", "reviewer", "publisher"])
    def test_with_a_reason(self, request, signed, who):
        reopen(claim=signed, by=request.getfixturevalue(who), because="Look again.")

        assert fresh(signed).stage == Stage.CHECKING

    @pytest.mark.parametrize("who", ["writer", "administrator", "lawyer"])
    def test_by_nobody_else(self, request, signed, who):
        with pytest.raises(Never):
            reopen(claim=signed, by=request.getfixturevalue(who), because="Look again.")


class TestConfirm:
    @pytest.fixture
    def article(self, checker):
        return story.bring_in(checker)

    def test_a_second_person_agrees_to_an_exemption(self, article, checker, reviewer):
        exemption = story.left_out(article, checker, "We like the sea.")

        confirm(article=article, by=reviewer, exemptions=[exemption])

        assert to_confirm(fresh(article)) == []
        assert verbs(article)[-1] == "exemption.confirmed"

    def test_a_second_person_agrees_that_a_claim_is_set_aside(self, article, checker, reviewer):
        claim = claim_at(Stage.SET_ASIDE, checker=checker, article=article)

        confirm(article=article, by=reviewer, claims=[claim])

        assert to_confirm(fresh(article)) == []

    def test_what_was_shown_is_compared_after_the_lock(
        self, article, checker, reviewer, monkeypatch
    ):
        claim = claim_at(Stage.CHECKED, checker=checker, article=article)
        set_aside(claim=claim, by=checker, because="Said twice.")
        shown = to_confirm(fresh(article))[0].digest

        def changed_while_waiting(pk):
            take_back(claim=claim, by=checker)
            set_aside(claim=claim, by=checker, because="It was too hard.")
            return hold(pk)

        monkeypatch.setattr("factcheck.review.actions.leaving_out.hold", changed_while_waiting)

        assert confirm(article=article, by=reviewer, seen=[shown]) == []
        assert [item.reason for item in to_confirm(fresh(article))] == ["It was too hard."]

    def test_nobody_agrees_with_themselves(self, newcomer):
        both = newcomer("both", roles=["checker", "reviewer"])
        article = story.bring_in(both)
        exemption = story.left_out(article, both, "We like the sea.")

        with pytest.raises(Never) as refused:
            confirm(article=article, by=both, exemptions=[exemption])

        assert refused.value.reason == "You left this out yourself; someone else confirms it."

    def test_by_reviewers_alone(self, article, checker, publisher):
        with pytest.raises(Never):
            confirm(article=article, by=publisher)

    def test_what_was_not_asked_for_still_waits(self, article, checker, reviewer):
        story.left_out(article, checker, "We like the sea.")

        confirm(article=article, by=reviewer)

        assert [item.quote for item in to_confirm(fresh(article))] == ["We like the sea."]

    def test_what_was_lifted_waits_for_nobody(self, article, checker, reviewer):
        exemption = story.left_out(article, checker, "We like the sea.")
        lift(exemption=exemption, by=checker)

        confirm(article=article, by=reviewer, exemptions=[exemption])

        assert not Confirmation.objects.exists()

    def test_a_claim_set_aside_again_is_confirmed_again(self, article, checker, reviewer):
        claim = claim_at(Stage.SET_ASIDE, checker=checker, article=article)
        confirm(article=article, by=reviewer, claims=[claim])
        take_back(claim=claim, by=checker)
        set_aside(claim=claim, by=checker, because="It is said twice.")

        assert [item.pk for item in to_confirm(fresh(article))] == [claim.pk]

    def test_what_repeats_a_claim_names_it(self, article, checker, reviewer, queries):
        claim = story.marked(article, checker)
        start = fresh(article).current_version.text.index(story.RAIN)
        exempt(
            article=article, by=checker, start=start, end=start + len(story.RAIN),
            reason="repeats", repeats=claim,
        )  # fmt: skip
        article = fresh(article)

        with queries(3):
            waiting = left_out(article)

        assert [item.reason for item, _ in waiting] == [f"Repeats a claim: {claim.number}"]


def test_an_article_can_be_made_ready(checker, reviewer):
    article = world.article_ready(checker=checker, reviewer=reviewer)

    assert set(Claim.objects.filter(article=article).values_list("stage", flat=True)) == {
        "approved"
    }
    assert to_confirm(article) == []
