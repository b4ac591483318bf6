"""Which stage leads to which: every move from every stage, asked of the data and of the action."""

from itertools import product

import pytest
from django.db import transaction

from factcheck.claims.actions import step
from factcheck.claims.lifecycle import MOVES, WORKABLE, ready, workable
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import NotNow
from factcheck.trail.models import Event

# what the product says, written down a second time: move, where from, where to
PROMISED = {
    "accept": ("suggested", "open"),
    "start": ("open", "checking"),
    "conclude": ("checking", "checked"),
    "submit": ("checked", "in_review"),
    "withdraw": ("in_review", "checking"),
    "approve": ("in_review", "approved"),
    "send_back": ("in_review", "checking"),
    "reopen": ("checked approved", "checking"),
    "set_aside": ("suggested open checking checked in_review approved", "set_aside"),
    "split": ("suggested open checking checked approved", "open"),
    "merge": ("open checking checked approved", "checking"),
    "take_back": ("set_aside", "open"),
    "waive": ("open checking checked in_review", "waived"),
    "end_waiver": ("waived", "checking"),
}


# what the database wants to know together with the stage
TOGETHER = {"set_aside": {"set_aside_cause": "editor"}, "take_back": {"set_aside_cause": ""}}

EVERY = list(product(PROMISED, Stage.values))


@pytest.fixture
def resting(claim):
    """resting("checked"): the claim as its row looks in that stage."""

    def rest(stage):
        by = claim.accepted_by
        Claim.objects.filter(pk=claim.pk).update(
            stage=stage,
            set_aside_by=by,
            set_aside_at=claim.accepted_at,
            set_aside_because="No claim.",
            set_aside_cause="editor" if stage == "set_aside" else "",
            waived_by=by,
            waived_at=claim.accepted_at,
            waived_because="Live on air.",
        )
        return Claim.objects.get(pk=claim.pk)

    return rest


def test_no_move_is_unspoken_of():
    assert set(MOVES) == set(PROMISED)


@pytest.mark.parametrize(("name", "stage"), EVERY)
def test_a_move_starts_where_it_was_promised(name, stage):
    sources, target = PROMISED[name]

    ruling = ready(name, Claim(stage=stage))

    assert bool(ruling) is (stage in sources.split())
    assert MOVES[name].target == target
    assert bool(ruling) is not bool(ruling.reason)


@pytest.mark.parametrize(("name", "stage"), EVERY)
def test_a_move_moves_or_leaves_all_as_it_was(resting, checker, name, stage):
    claim = resting(stage)
    events, revision = Event.objects.count(), claim.revision
    sources, target = PROMISED[name]

    if stage in sources.split():
        moved = step(name, claim, by=checker, **TOGETHER.get(name, {}))
        assert (moved.stage, moved.revision) == (target, revision + 1)
        event = Event.objects.order_by("-pk").first()
        assert event.verb == MOVES[name].event
        assert (event.words["was"], event.words["now"]) == (stage, target)
    else:
        with pytest.raises(NotNow), transaction.atomic():
            step(name, claim, by=checker, **TOGETHER.get(name, {}))
        assert Event.objects.count() == events
        assert Claim.objects.get().stage == stage


@pytest.mark.parametrize("stage", Stage.values)
def test_a_claim_is_worked_on_while_nobody_judges_it(stage):
    closed = {"in_review", "set_aside", "waived"}

    assert bool(workable(Claim(stage=stage))) is (stage not in closed)
    assert (stage in WORKABLE) is (stage not in closed)


@pytest.mark.parametrize("stage", Stage.values)
def test_every_stage_but_the_first_is_reached(stage):
    assert any(move.target == stage for move in MOVES.values()) is (stage != "suggested")


@pytest.mark.parametrize("stage", Stage.values)
def test_no_stage_is_the_end(stage):
    assert any(stage in move.sources for move in MOVES.values())
