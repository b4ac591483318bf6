"""What is left out of the check: set aside, confirmed by a second person, lost with a new text."""

from collections.abc import Collection, Sequence

from django.db import transaction

from factcheck.claims.actions import reanchor, set_held_claim_aside
from factcheck.claims.actions import undo as undo_step
from factcheck.claims.models import Claim, Exemption, SetAsideCause, Stage, UndoStep
from factcheck.claims.queries import hold_claim
from factcheck.claims.rules import may_set_aside, may_undo
from factcheck.intake.actions import bring_new_text
from factcheck.intake.models import Article, Origin, Version
from factcheck.intake.queries import hold
from factcheck.intake.readers import Reading
from factcheck.people.models import User
from factcheck.review import rules
from factcheck.review.actions.rounds import close_round
from factcheck.review.models import Confirmation, Outcome
from factcheck.review.queries.left_out import to_confirm
from factcheck.trail.record import record


@transaction.atomic
def set_aside(*, claim: Claim, by: User, because: str, cause: str = SetAsideCause.EDITOR) -> Claim:
    """Take a claim out of the check, from review too: its round then closes undecided."""
    claim = hold_claim(claim)
    may_set_aside(by, claim).enforce()
    was = claim.stage
    claim = set_held_claim_aside(claim=claim, by=by, because=because, cause=cause)
    if was == Stage.IN_REVIEW:
        close_round(claim, by, Outcome.WITHDRAWN)
    return claim


@transaction.atomic
def confirm(
    *,
    article: Article,
    by: User,
    exemptions: Sequence[Exemption] = (),
    claims: Sequence[Claim] = (),
    seen: Collection[str] = (),
) -> list[Confirmation]:
    """Agree that these words are exempt and these accepted claims set aside. One event each.

    What was lifted, taken back or confirmed in the meantime is passed over. `seen` has the digests
    of what a page showed: what is no longer exactly that is passed over too.
    """
    article = hold(article.pk)
    wanted = {("exemption", row.pk) for row in exemptions} | {("claim", row.pk) for row in claims}
    rules.may_confirm_any(by).enforce()
    kept = []
    for item in to_confirm(article):
        if (item.kind, item.pk) not in wanted and item.digest not in seen:
            continue
        rules.may_confirm(by, item).enforce()
        confirmation = Confirmation(
            exemption=item.row if isinstance(item.row, Exemption) else None,
            claim=item.row if isinstance(item.row, Claim) else None,
            digest=item.digest,
            confirmed_by=by,
        )
        confirmation.save()
        record(
            f"{item.kind}.confirmed",
            by=by,
            thread=article,
            on=item.row,
            quote=item.quote,
            reason=item.reason,
        )
        kept.append(confirmation)
    return kept


@transaction.atomic
def replace_text(
    *,
    article: Article,
    reading: Reading,
    by: User,
    seen: int | None = None,
    origin: str = Origin.PASTE,
    file_name: str = "",
) -> Version:
    """Bring a new text of an article, and carry over what stands in it unchanged.

    Claims keep their stage and approval with it; a claim in review that has no place in it is
    given back to the checkers, and its round closes undecided.
    """
    old = hold(article.pk).current_version
    version = bring_new_text(
        article=article, reading=reading, by=by, seen=seen, origin=origin, file_name=file_name
    )
    if old is None:
        raise ValueError("An article is kept together with its first version.")
    for lost in reanchor(article=version.article, by=by, old=old, new=version).lost:
        if lost.claim.stage == Stage.IN_REVIEW:
            close_round(lost.claim, by, Outcome.WITHDRAWN)
    return version


@transaction.atomic
def undo(*, step: UndoStep, by: User) -> UndoStep:
    """Undo the last thing that one did to claims, unless somebody has worked on them since."""
    hold(step.article_id)
    (may_undo(by, step) and rules.nobody_worked_on_it_since(step)).enforce()
    return undo_step(step=step, by=by)
