"""What the database refuses about rounds, decisions, confirmations and releases."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from factcheck.claims.models import Stage
from factcheck.core.immutable import AddOnlyError
from factcheck.review.models import Confirmation, Decision, LegalRelease, Round
from tests import story, world
from tests.factories.review import (
    ConfirmationFactory,
    DecisionFactory,
    LegalReleaseFactory,
    RoundFactory,
)

pytestmark = pytest.mark.django_db


@contextmanager
def refused(name):
    """The database refuses, by this constraint; SQLite names the columns of a unique one."""
    with pytest.raises(IntegrityError, match=f"{name}|UNIQUE"), transaction.atomic():
        yield


@pytest.fixture
def claim(checker):
    return world.claim_at(Stage.CHECKED, checker=checker)


class TestRound:
    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"closed_at": timezone.now(), "outcome": "approved"}, "round_closed_by_and_at"),
            ({"outcome": "approved"}, "round_closed_has_an_outcome"),
        ],
    )
    def test_refused(self, claim, checker, fields, name):
        with refused(name):
            RoundFactory(claim=claim, opened_by=checker, **fields)

    @pytest.mark.parametrize("outcome", ["", "lost"])
    def test_a_closed_round_has_an_outcome(self, claim, checker, outcome):
        closed = {"closed_by": checker, "closed_at": timezone.now(), "outcome": outcome}

        with refused("round_closed_has_an_outcome"):
            RoundFactory(claim=claim, opened_by=checker, **closed)

    def test_one_is_open_at_a_time(self, claim, checker):
        RoundFactory(claim=claim, opened_by=checker, number=1)

        with refused("round_one_open"):
            RoundFactory(claim=claim, opened_by=checker, number=2)

    def test_a_number_is_given_once(self, claim, checker):
        closed = {"closed_by": checker, "closed_at": timezone.now(), "outcome": "withdrawn"}
        RoundFactory(claim=claim, opened_by=checker, number=1, **closed)

        with refused("round_once_per_number"):
            RoundFactory(claim=claim, opened_by=checker, number=1)


class TestDecision:
    @pytest.mark.parametrize(
        "fields",
        [{"digest": ""}, {"verb": "send_back"}, {"verb": "maybe"}],
    )
    def test_it_has_its_digest_or_its_reason(self, claim, checker, reviewer, fields):
        opened = RoundFactory(claim=claim, opened_by=checker)

        with refused("decision_has_its_digest_or_its_reason"):
            DecisionFactory(round=opened, decided_by=reviewer, **fields)

    def test_a_reviewer_decides_once_in_a_round(self, claim, checker, reviewer):
        opened = RoundFactory(claim=claim, opened_by=checker)
        DecisionFactory(round=opened, decided_by=reviewer)

        with refused("decision_once_per_reviewer"):
            DecisionFactory(round=opened, decided_by=reviewer)


class TestConfirmation:
    def test_it_is_of_something(self, reviewer):
        with refused("confirmation_is_of_one_thing"):
            ConfirmationFactory(confirmed_by=reviewer)

    def test_it_is_not_of_two_things(self, claim, checker, reviewer):
        exemption = story.left_out(claim.article, checker, "We like the sea.")

        with refused("confirmation_is_of_one_thing"):
            ConfirmationFactory(claim=claim, exemption=exemption, confirmed_by=reviewer)


class TestLegalRelease:
    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"reason": ""}, "legal_release_has_a_reason"),
            ({"decision": "maybe"}, "legal_release_decision_known"),
        ],
    )
    def test_refused(self, claim, lawyer, fields, name):
        with refused(name):
            LegalReleaseFactory(claim=claim, released_by=lawyer, **fields)


@pytest.fixture
def kept(claim, checker, reviewer, lawyer):
    """One row of every table here that is only ever added to."""
    opened = RoundFactory(claim=claim, opened_by=checker)
    return {
        Decision: DecisionFactory(round=opened, decided_by=reviewer),
        Confirmation: ConfirmationFactory(claim=claim, confirmed_by=reviewer),
        LegalRelease: LegalReleaseFactory(claim=claim, released_by=lawyer),
    }


@pytest.mark.parametrize("model", [Decision, Confirmation, LegalRelease])
class TestOnlyAdded:
    def test_the_row_refuses(self, kept, model):
        with pytest.raises(AddOnlyError):
            kept[model].save()

    @pytest.mark.parametrize("verb", ["delete from {}", "update {} set id = id + 100"])
    def test_the_database_refuses(self, kept, model, verb):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb.format(model._meta.db_table))

        assert model.objects.filter(pk=kept[model].pk).exists()


def test_rows_say_what_they_are(kept, claim):
    assert str(kept[Decision]) == f"Approved in round {kept[Decision].round_id}"
    assert str(kept[Confirmation]) == f"Confirmation {kept[Confirmation].pk}"
    assert str(kept[LegalRelease]) == f"May stand: claim {claim.pk}"
    assert str(Round.objects.get()) == f"Round 1 of claim {claim.pk}"
