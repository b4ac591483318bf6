"""Claims leave a legal review by a lawyer's word, and a review to be set aside."""

import pytest

from factcheck.claims.actions import dispose, take_back
from factcheck.claims.models import Disposition, Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.review.actions import release, set_aside, submit
from factcheck.review.models import LegalRelease, Outcome, Round
from factcheck.verification.actions import conclude
from tests import story
from tests.world import claim_at, fresh, verbs

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(checker, reviewer):
    return claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)


class TestRelease:
    @pytest.fixture
    def held(self, checker):
        claim = claim_at(Stage.CHECKED, checker=checker)
        return dispose(claim=claim, by=checker, disposition=Disposition.LEGAL_REVIEW)

    @pytest.mark.parametrize(
        ("decision", "after"), [("cleared", "stands"), ("fix", "fix_requested")]
    )
    def test_a_lawyer_decides(self, held, lawyer, decision, after):
        release(claim=held, by=lawyer, decision=decision, reason="A public trial.")

        assert fresh(held).disposition == after
        assert LegalRelease.objects.get().released_by == lawyer
        assert "claim.released" in verbs(held.article)

    @pytest.mark.parametrize("who", ["checker", "reviewer", "publisher", "ben"])
    def test_by_nobody_else(self, request, held, who):
        with pytest.raises(Never):
            release(claim=held, by=request.getfixturevalue(who), decision="cleared", reason="Fine.")

    def test_not_by_who_worked_on_it(self, newcomer):
        both = newcomer("both", roles=["checker"], grants=["legal"])
        claim = claim_at(Stage.CHECKED, checker=both)
        dispose(claim=claim, by=both, disposition=Disposition.LEGAL_REVIEW)

        with pytest.raises(Never):
            release(claim=claim, by=both, decision="cleared", reason="Fine.")

    def test_what_must_be_changed_is_not_made_to_stand_by_a_checker(self, held, lawyer, checker):
        release(claim=held, by=lawyer, decision="fix", reason="It names a child.")

        with pytest.raises(NotNow, match="must be changed"):
            dispose(claim=held, by=checker, disposition=Disposition.STANDS)
        with pytest.raises(NotNow, match="must be changed"):
            set_aside(claim=held, by=checker, because="Never mind.")
        assert fresh(held).disposition == Disposition.FIX_REQUESTED

    def test_what_must_be_changed_may_be_cleared_by_the_lawyers_themselves(
        self, held, lawyer, checker
    ):
        release(claim=held, by=lawyer, decision="fix", reason="It names a child.")
        dispose(claim=held, by=checker, disposition=Disposition.LEGAL_REVIEW)

        release(claim=held, by=lawyer, decision="cleared", reason="The child is twenty.")

        assert fresh(held).disposition == Disposition.STANDS
        dispose(claim=held, by=checker, disposition=Disposition.FIX_REQUESTED)
        assert dispose(claim=held, by=checker, disposition="stands").disposition == "stands"

    def test_somebody_elses_text_is_not_to_be_changed(self, checker, lawyer):
        article = story.bring_in(checker, rights="third_party")
        claim = claim_at(Stage.CHECKED, checker=checker, article=article)
        dispose(claim=claim, by=checker, disposition=Disposition.LEGAL_REVIEW)

        with pytest.raises(NotNow, match="not ours to change"):
            release(claim=claim, by=lawyer, decision="fix", reason="It names a child.")

        assert fresh(claim).disposition == Disposition.LEGAL_REVIEW

    def test_not_what_is_not_held(self, signed, lawyer):
        with pytest.raises(NotNow):
            release(claim=signed, by=lawyer, decision="cleared", reason="Fine.")


class TestSetAside:
    def test_from_review_its_round_closes_undecided(self, checker):
        claim = claim_at(Stage.IN_REVIEW, checker=checker)

        away = set_aside(claim=claim, by=checker, because="Said twice.")

        assert away.stage == Stage.SET_ASIDE
        assert Round.objects.get().outcome == Outcome.WITHDRAWN
        back = take_back(claim=away, by=checker)
        conclude(claim=back, by=checker)
        assert submit(claim=back, by=checker).stage == Stage.IN_REVIEW

    def test_from_elsewhere_there_is_no_round(self, checker):
        claim = claim_at(Stage.CHECKED, checker=checker)

        assert set_aside(claim=claim, by=checker, because="No claim.").stage == Stage.SET_ASIDE
        assert not Round.objects.exists()
