"""Claims move from stage to stage, to a person, and to what becomes of the text."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.accepting import acceptance_fields
from factcheck.claims.actions.undoing import record_undo_step, snapshot
from factcheck.claims.lifecycle import MOVES, ready
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.claims.queries import fresh
from factcheck.core.rulings import ALLOWED, Ruling, unchanged
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record

Rule = Callable[[User, Claim], Ruling]


@transaction.atomic(savepoint=False)  # only ever inside an action
def move(
    name: str,
    claim: Claim,
    *,
    may: Rule,
    by: User,
    because: str = "",
    undoable: str = "",
    **changes: Any,
) -> Claim:
    """Take one step, if the rule of the room that asks allows it.

    Whoever took it can undo it where `undoable` says what was done: "Claim {n} is set aside."
    """
    hold(claim.article_id)
    claim = fresh(claim)
    (may(by, claim) and ready(name, claim)).enforce()
    stood = snapshot(claim, places=False, links=False) if undoable else {}
    claim = _step(name, claim, by, because, **changes)
    if undoable:
        said, article = undoable.format(n=claim.number), claim.article
        record_undo_step(
            article=article, by=by, verb=name, sentence=said, inverse=stood, touched=[claim]
        )
    return claim


def _step(name: str, claim: Claim, by: User, because: str = "", **changes: Any) -> Claim:
    """The step itself, of a claim that was read under the lock of its article."""
    step, was = MOVES[name], claim.stage
    claim.stage = step.target
    for field, value in changes.items():
        setattr(claim, field, value)
    claim.revision += 1
    claim.save(update_fields=["stage", "revision", *changes])
    words = {"because": because} if because else {}
    record(step.event, by=by, thread=claim.article, on=claim, was=was, now=claim.stage, **words)
    return claim


def asked_before(user: User, claim: Claim) -> Ruling:
    """The rule of a step that follows from another act, whose own rule was asked."""
    return ALLOWED


@transaction.atomic(savepoint=False)
def start(*, claim: Claim, by: User) -> Claim:
    """Work begins: with the first evidence, verdict or contact. Nothing where it began before.

    Whoever calls it holds the article.
    """
    claim = fresh(claim)
    if claim.stage != Stage.OPEN:
        return claim
    return _step("start", claim, by)


@transaction.atomic(savepoint=False)
def reopen(*, claim: Claim, by: User, because: str) -> Claim:
    """What an approval covers has changed: back to checking. Nothing in an earlier stage.

    Whoever calls it holds the article.
    """
    claim = fresh(claim)
    if claim.stage not in MOVES["reopen"].sources:
        return claim
    return _step("reopen", claim, by, because)


@transaction.atomic
def set_aside(*, claim: Claim, by: User, because: str) -> Claim:
    """Take a claim out of the check, with a reason. Its words are then not accounted for."""
    return leave_out(claim=claim, by=by, because=because, may=rules.may_set_aside_here)


@transaction.atomic(savepoint=False)
def leave_out(*, claim: Claim, by: User, because: str, may: Rule) -> Claim:
    """Set a claim aside by the rule of the room that asks."""
    return move(
        "set_aside",
        claim,
        undoable="Claim {n} is set aside.",
        may=may,
        by=by,
        because=because,
        set_aside_by=by,
        set_aside_at=timezone.now(),
        set_aside_because=because,
    )


@transaction.atomic
def take_back(*, claim: Claim, by: User) -> Claim:
    """Bring a claim that was set aside back into the check. A suggestion is thereby accepted."""
    hold(claim.article_id)
    return move(
        "take_back",
        claim,
        undoable="Claim {n} is back.",
        may=_may_come_back,
        by=by,
        set_aside_by=None,
        set_aside_at=None,
        set_aside_because="",
        **acceptance_fields(fresh(claim), by),
    )


def _may_come_back(user: User, claim: Claim) -> Ruling:
    return rules.may_take_back(user, claim) and rules.place_is_free(claim)


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
    article = hold(claim.article_id)
    claim = fresh(claim)
    may = rules.may_assign(by, claim) and rules.may_be_given(to)
    (may and unchanged(seen, claim.revision)).enforce()
    was = claim.assignee_id
    claim.assignee, claim.due_at = to, due_at
    claim.revision += 1
    claim.save(update_fields=["assignee", "due_at", "revision"])
    due = due_at.isoformat() if due_at else ""
    now = to.pk if to else None
    record("claim.assigned", by=by, thread=article, on=claim, was=was, now=now, due=due)
    return claim


@transaction.atomic
def dispose(*, claim: Claim, by: User, disposition: str, seen: int | None = None) -> Claim:
    """Say what happens to the text because of what was found."""
    article = hold(claim.article_id)
    claim = fresh(claim)
    may = rules.may_dispose(by, claim) and unchanged(seen, claim.revision)
    (may and rules.may_dispose_so(claim, disposition)).enforce()
    return set_disposition(claim=claim, article=article, by=by, disposition=disposition)


@transaction.atomic(savepoint=False)
def end_legal_review(*, claim: Claim, by: User, disposition: str) -> Claim:
    """The room above has decided: the disposition is what the legal release says."""
    article = hold(claim.article_id)
    claim = fresh(claim)
    claim.fix_ordered = disposition == Disposition.FIX_REQUESTED
    return set_disposition(claim=claim, article=article, by=by, disposition=disposition)


def set_disposition(*, claim: Claim, article: Article, by: User, disposition: str) -> Claim:
    """Keep what happens to the text, inside an action that asked whether it may."""
    was = claim.disposition
    if was == disposition:
        return claim
    claim.disposition = disposition
    claim.revision += 1
    claim.save(update_fields=["disposition", "fix_ordered", "revision"])
    record("claim.disposed", by=by, thread=article, on=claim, was=was, now=disposition)
    return claim
