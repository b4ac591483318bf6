"""Everything that one person approved is opened again."""

import pytest

from factcheck.claims.models import Stage
from factcheck.core.rulings import Never
from factcheck.intake.queries import hold
from factcheck.review.actions import approve, reopen, reopen_all_of, submit
from factcheck.verification.actions import conclude
from tests import story
from tests.world import claim_at, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(checker, reviewer):
    return claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)


class TestReopenAllOf:
    def test_everything_that_one_person_approved(self, signed, checker, newcomer, publisher):
        second = newcomer("second", roles=["reviewer"])
        other = claim_at(
            Stage.APPROVED, checker=checker, reviewer=second,
            article=story.bring_in(checker, text="Other.\n\n" + story.TEXT),
        )  # fmt: skip

        opened = reopen_all_of(person=second, by=publisher, because="Second is gone.")

        assert [claim.pk for claim in opened] == [other.pk]
        assert fresh(signed).stage == Stage.APPROVED

    def test_what_somebody_else_approved_since_stands(
        self, signed, checker, reviewer, newcomer, publisher
    ):
        reopen(claim=signed, by=checker, because="Look again.")
        conclude(claim=signed, by=checker)
        submit(claim=signed, by=checker)
        approve(claim=signed, by=newcomer("second", roles=["reviewer"]))

        assert reopen_all_of(person=reviewer, by=publisher, because="Gone.") == []
        assert fresh(signed).stage == Stage.APPROVED

    def test_what_moved_while_the_lock_was_waited_for_is_passed_over(
        self, signed, checker, reviewer, publisher, monkeypatch
    ):
        other = claim_at(
            Stage.APPROVED, checker=checker, reviewer=reviewer,
            article=story.bring_in(checker, text="Other.\n\n" + story.TEXT),
        )  # fmt: skip

        def moved_while_waiting(pk):
            if fresh(signed).stage == Stage.APPROVED:
                reopen(claim=signed, by=checker, because="The year is wrong.")
            return hold(pk)

        monkeypatch.setattr("factcheck.review.actions.reopening.hold", moved_while_waiting)

        opened = reopen_all_of(person=reviewer, by=publisher, because="Gone.")

        assert [claim.pk for claim in opened] == [other.pk]
        assert fresh(signed).stage == Stage.CHECKING

    def test_everything_of_somebody_by_publishers_alone(self, signed, reviewer):
        with pytest.raises(Never):
            reopen_all_of(person=reviewer, by=reviewer, because="Gone.")
