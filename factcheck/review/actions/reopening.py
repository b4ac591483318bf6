"""A claim goes out unchecked, comes back from the lawyers, or is opened again."""

from django.db import transaction
from django.utils import timezone

from factcheck.claims.actions import end_legal_review, step
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.claims.queries import hold_claim
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.review import rules
from factcheck.review.actions.rounds import close_round
from factcheck.review.models import (
    LegalRelease,
    Outcome,
    Release,
)
from factcheck.review.queries import approved_by
from factcheck.trail.record import record


@transaction.atomic
def waive(*, claim: Claim, by: User, because: str) -> Claim:
    """Let a claim out unchecked, on one's own responsibility, which readers see; the reason is for the desk."""
    claim = hold_claim(claim)
    rules.may_waive(by, claim).enforce()
    was = claim.stage
    claim = step(
        "waive",
        claim,
        by=by,
        because=because,
        waived_by=by,
        waived_at=timezone.now(),
        waived_because=because,
    )
    if was == Stage.IN_REVIEW:
        close_round(claim, by, Outcome.WITHDRAWN)
    return claim


@transaction.atomic
def end_waiver(*, claim: Claim, by: User, because: str) -> Claim:
    """Give a waived claim back to the checkers."""
    claim = hold_claim(claim)
    rules.may_end_waiver(by, claim).enforce()
    return step(
        "end_waiver",
        claim,
        by=by,
        because=because,
        waived_by=None,
        waived_at=None,
        waived_because="",
    )


@transaction.atomic
def release(*, claim: Claim, by: User, decision: str, reason: str) -> Claim:
    """End a legal review: the text may stand, or must be changed."""
    claim = hold_claim(claim)
    (rules.may_release(by, claim) and rules.may_release_so(claim, decision)).enforce()
    LegalRelease(claim=claim, decision=decision, reason=reason, released_by=by).save()
    record(
        "claim.released", by=by, thread=claim.article, on=claim, decision=decision, because=reason
    )
    fix = decision == Release.FIX
    after = Disposition.FIX_REQUESTED if fix else Disposition.STANDS
    return end_legal_review(claim=claim, by=by, disposition=after)


@transaction.atomic
def reopen(*, claim: Claim, by: User, because: str) -> Claim:
    """Open what was checked or approved again, with a reason."""
    claim = hold_claim(claim)
    rules.may_reopen(by, claim).enforce()
    return step("reopen", claim, by=by, because=because)


@transaction.atomic
def reopen_all_of(*, person: User, by: User, because: str) -> list[Claim]:
    """Open everything again that one person approved and that still stands, article by article.

    What moved on while an article's lock was waited for is passed over.
    """
    rules.may_reopen_all(by).enforce()
    reopened = []
    for article in sorted({claim.article_id for claim in approved_by(person)}):
        hold(article)
        for claim in approved_by(person):
            if claim.article_id == article:
                reopened.append(reopen(claim=claim, by=by, because=because))
    return reopened
