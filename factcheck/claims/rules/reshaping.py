"""When two claims are made one, and when an act is undone."""

from collections.abc import Sequence
from typing import Any

from factcheck.claims.lifecycle import NOT_LIVE, stage_after_undo, workable
from factcheck.claims.models import Claim, Stage, UndoStep
from factcheck.claims.queries.undoing import last_step, revisions
from factcheck.claims.rules.counting import may_be_left_out
from factcheck.claims.rules.placing import place_is_free, stands_here, words_are_free
from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.core.spans import Span
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_merge_claims(user: User, claim: Claim, other: Claim) -> Ruling:
    """Checkers make one of two claims of an article that are both at work and stand in its text."""
    return (
        able(user, Ability.SPLIT)
        and _two_of_one_article(claim, other)
        and _is_at_work(claim)
        and _is_at_work(other)
        and stands_here(claim)
        and stands_here(other)
    )


def are_neighbours(claim: Claim, other: Claim, beside: Sequence[Claim | None]) -> Ruling:
    """Whether nothing that counts or is suggested stands between two claims."""
    if other.pk in {row.pk for row in beside if row is not None}:
        return ALLOWED
    return not_now(
        f"Claims {claim.number} and {other.number} do not stand side by side. "
        "Only what follows each other in the text is made one."
    )


def may_undo(user: User, step: UndoStep) -> Ruling:
    """Checkers undo the last thing they did in an article, as long as nobody touched it since."""
    return (
        able(user, Ability.SPLIT)
        and _did_it(user, step)
        and _not_undone(step)
        and _did_nothing_since(user, step)
        and _same_text(step)
        and _untouched(step)
    )


def may_stand_so(
    claim: Claim,
    stage: str,
    spots: Sequence[Sequence[Any]] | None,  # place, part, start, end, …; None where it stands now
) -> Ruling:
    """Whether a claim can stand again as it stood: in that stage, at those spots of the text."""
    if stage_after_undo(Stage(stage)) in NOT_LIVE:
        return may_be_left_out(claim) if claim.is_live else ALLOWED
    version = claim.article.current_version
    if spots is None or version is None:
        return place_is_free(claim)
    for _, _, start, end, *_ in spots:
        free = words_are_free(version, Span(start, end), claim)
        if not free:
            return free
    return ALLOWED


def _two_of_one_article(claim: Claim, other: Claim) -> Ruling:
    if claim.article_id == other.article_id and claim.pk != other.pk:
        return ALLOWED
    return not_now("Two claims of one article are made one.")


def _is_at_work(claim: Claim) -> Ruling:
    if workable(claim):
        return ALLOWED
    return not_now(f"Claim {claim.number} is {claim.get_stage_display().lower()}, and stays so.")


def _did_it(user: User, step: UndoStep) -> Ruling:
    if step.done_by_id == user.pk:
        return ALLOWED
    return never("Somebody else did this. Whoever did it can undo it.")


def _not_undone(step: UndoStep) -> Ruling:
    return not_now("This was undone already.") if step.undone_at else ALLOWED


def _did_nothing_since(user: User, step: UndoStep) -> Ruling:
    last = last_step(step.article, user)
    if last is None or last.pk == step.pk:
        return ALLOWED
    return not_now(f"You did something since: “{last.sentence}” Undo that first.")


def _same_text(step: UndoStep) -> Ruling:
    if step.inverse.get("version") == step.article.current_version_id:
        return ALLOWED
    return not_now("The text has a new version since. Change it by hand.")


def _untouched(step: UndoStep) -> Ruling:
    now = revisions((name, pk) for name, pk, _ in step.touched)
    if all(now.get((name, pk)) == revision for name, pk, revision in step.touched):
        return ALLOWED
    return not_now("Somebody worked on this since, so it is not undone. Change it by hand.")
