"""Claims change their stage, the person they are assigned to, and their disposition."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.accepting import acceptance_fields
from factcheck.claims.actions.undoing import record_undo_step_of, snapshot
from factcheck.claims.lifecycle import MOVES, ready
from factcheck.claims.models import Claim, Disposition, SetAsideCause, Stage
from factcheck.claims.queries import hold_claim
from factcheck.core.rulings import unchanged
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic(savepoint=False)  # only ever inside an action
def step(name: str, claim: Claim, *, by: User, because: str = "", **changes: Any) -> Claim:
    """Take one step of a claim that is held, if it stands where the step begins.

    Whether a person may take it is asked before, by a rule of the room that takes it.
    """
    ready(name, claim).enforce()
    move, was = MOVES[name], claim.stage
    claim.stage = move.target
    for field, value in changes.items():
        setattr(claim, field, value)
    claim.revision += 1
    claim.save(update_fields=["stage", "revision", *changes])
    words = {"because": because} if because else {}
    record(move.event, by=by, thread=claim.article, on=claim, was=was, now=claim.stage, **words)
    return claim


@transaction.atomic(savepoint=False)
def start(*, claim: Claim, by: User) -> Claim:
    """Begin the work on a held claim, with the first evidence, verdict or contact.

    Changes nothing where it has begun already.
    """
    return step("start", claim, by=by) if claim.stage == Stage.OPEN else claim


@transaction.atomic(savepoint=False)
def reopen(*, claim: Claim, by: User, because: str) -> Claim:
    """Send a held claim back to checking, because what its approval covers has changed.

    Changes nothing in an earlier stage.
    """
    if claim.stage not in MOVES["reopen"].sources:
        return claim
    return step("reopen", claim, by=by, because=because)


@transaction.atomic
def set_aside(*, claim: Claim, by: User, because: str, cause: str = SetAsideCause.EDITOR) -> Claim:
    """Take a claim out of the check, with a reason. Its words are then not accounted for."""
    claim = hold_claim(claim)
    rules.may_set_aside_here(by, claim).enforce()
    return set_held_claim_aside(claim=claim, by=by, because=because, cause=cause)


@transaction.atomic(savepoint=False)
def set_held_claim_aside(*, claim: Claim, by: User, because: str, cause: str) -> Claim:
    """Set a held claim aside, after the room that does so has asked its rule. It can be undone."""
    stood = snapshot(claim, places=False, links=False)
    fields = set_aside_fields(by, because, cause)
    claim = step("set_aside", claim, by=by, because=because, **fields)
    sentence = f"Claim {claim.number} is set aside."
    record_undo_step_of(claim, "set_aside", sentence, stood, by)
    return claim


def set_aside_fields(by: User, because: str, cause: str) -> dict[str, Any]:
    """Who set a claim aside, when and why, by name of the field."""
    return {
        "set_aside_by": by,
        "set_aside_at": timezone.now(),
        "set_aside_because": because,
        "set_aside_cause": cause,
    }


def set_aside_suggestions(
    suggestions: Iterable[int] | QuerySet[Any, Any], by: User, because: str, cause: str
) -> None:
    """Set aside the suggestions among these claims, given by key, because their words are gone."""
    Claim.objects.filter(pk__in=suggestions, stage=Stage.SUGGESTED).update(
        stage=Stage.SET_ASIDE,
        **set_aside_fields(by, because, cause),
        revision=F("revision") + 1,
    )


@transaction.atomic
def take_back(*, claim: Claim, by: User) -> Claim:
    """Bring a claim that was set aside back into the check. A suggestion is thereby accepted."""
    claim = hold_claim(claim)
    (rules.may_take_back(by, claim) and rules.place_is_free(claim)).enforce()
    stood = snapshot(claim, places=False, links=False)
    claim = step(
        "take_back",
        claim,
        by=by,
        set_aside_by=None,
        set_aside_at=None,
        set_aside_because="",
        set_aside_cause="",
        **acceptance_fields(claim, by),
    )
    record_undo_step_of(claim, "take_back", f"Claim {claim.number} is back.", stood, by)
    return claim


@transaction.atomic
def assign(
    *,
    claim: Claim,
    by: User,
    to: User | None,
    due_at: datetime | None = None,
    seen: int | None = None,
) -> Claim:
    """Give a claim to a person, or to nobody, with the time by which it is due."""
    claim = hold_claim(claim)
    may = rules.may_assign(by, claim) and rules.may_be_given(to)
    (may and unchanged(seen, claim.revision)).enforce()
    was = claim.assignee_id
    claim.assignee, claim.due_at = to, due_at
    claim.revision += 1
    claim.save(update_fields=["assignee", "due_at", "revision"])
    due = due_at.isoformat() if due_at else ""
    now = to.pk if to else None
    record("claim.assigned", by=by, thread=claim.article, on=claim, was=was, now=now, due=due)
    return claim


@transaction.atomic
def dispose(*, claim: Claim, by: User, disposition: str, seen: int | None = None) -> Claim:
    """Set what happens to the text because of what was found."""
    claim = hold_claim(claim)
    may = rules.may_dispose(by, claim) and unchanged(seen, claim.revision)
    (may and rules.may_dispose_so(claim, disposition)).enforce()
    return set_disposition(claim=claim, by=by, disposition=disposition)


@transaction.atomic(savepoint=False)
def end_legal_review(*, claim: Claim, by: User, disposition: str) -> Claim:
    """Give a held claim the disposition that a legal release says. The room above has decided."""
    claim.fix_ordered = disposition == Disposition.FIX_REQUESTED
    return set_disposition(claim=claim, by=by, disposition=disposition)


def set_disposition(*, claim: Claim, by: User, disposition: str) -> Claim:
    """Set the disposition of a held claim, after the action has asked its rule."""
    was = claim.disposition
    if was == disposition:
        return claim
    claim.disposition = disposition
    claim.revision += 1
    claim.save(update_fields=["disposition", "fix_ordered", "revision"])
    record("claim.disposed", by=by, thread=claim.article, on=claim, was=was, now=disposition)
    return claim
