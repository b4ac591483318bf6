"""A claim is given to review and judged; what was left out is confirmed."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.claims.actions import end_legal_review, reanchor, set_held_claim_aside, step
from factcheck.claims.actions import undo as undo_step
from factcheck.claims.models import Claim, Disposition, Exemption, SetAsideCause, Stage, UndoStep
from factcheck.claims.queries import hold_claim
from factcheck.claims.rules import may_set_aside, may_undo
from factcheck.core.rulings import Refused, Ruling
from factcheck.intake.actions import bring_new_text
from factcheck.intake.models import Article, Origin, Version
from factcheck.intake.queries import hold
from factcheck.intake.readers import Reading
from factcheck.people.models import User
from factcheck.review import rules
from factcheck.review.models import (
    Confirmation,
    Decision,
    LegalRelease,
    Outcome,
    Release,
    Round,
    Verb,
)
from factcheck.review.queries import approved_by, digest_of, to_confirm
from factcheck.trail.record import record
from factcheck.verification.queries import facts_of

Refusals = list[tuple[Claim, Ruling]]


@transaction.atomic
def submit(*, claim: Claim, by: User) -> Claim:
    """Give a checked claim to review: a round opens."""
    claim = hold_claim(claim)
    rules.may_submit(by, claim).enforce()
    claim = step("submit", claim, by=by)
    last = Round.objects.filter(claim=claim).aggregate(last=Max("number"))["last"] or 0
    Round.objects.create(claim=claim, number=last + 1, opened_by=by)
    return claim


@transaction.atomic
def withdraw(*, claim: Claim, by: User) -> Claim:
    """Take a claim back from review: the round closes without a decision."""
    claim = hold_claim(claim)
    rules.may_withdraw(by, claim).enforce()
    claim = step("withdraw", claim, by=by)
    _close(claim, by, Outcome.WITHDRAWN)
    return claim


@transaction.atomic
def approve(*, claim: Claim, by: User, seen_digest: str | None = None) -> Claim:
    """Sign a claim off. The approval is bound to the digest of what it covers.

    `seen_digest` is of what the page showed; where it no longer is what stands, nothing is signed.
    """
    claim = hold_claim(claim)
    facts = facts_of(claim)
    digest = digest_of(facts)
    (rules.may_approve(by, claim, facts) and rules.was_shown(digest, seen_digest)).enforce()
    claim = step("approve", claim, by=by)
    closed = _close(claim, by, Outcome.APPROVED)
    Decision(round=closed, verb=Verb.APPROVE, digest=digest, decided_by=by).save()
    return claim


@transaction.atomic
def send_back(*, claim: Claim, by: User, because: str) -> Claim:
    """Send a claim back with a reason the checker can act on."""
    claim = hold_claim(claim)
    rules.may_send_back(by, claim).enforce()
    claim = step("send_back", claim, by=by, because=because)
    closed = _close(claim, by, Outcome.SENT_BACK)
    Decision(round=closed, verb=Verb.SEND_BACK, reason=because, decided_by=by).save()
    return claim


def _close(claim: Claim, by: User, outcome: str) -> Round:
    """Close the open round of a claim."""
    opened = Round.objects.get(claim=claim, closed_at__isnull=True)
    opened.closed_by, opened.closed_at, opened.outcome = by, timezone.now(), outcome
    opened.save(update_fields=["closed_by", "closed_at", "outcome"])
    return opened


@transaction.atomic
def submit_all(
    *, article: Article, by: User, claims: Sequence[Claim]
) -> tuple[list[Claim], Refusals]:
    """Give several claims to review; those that may not go are named with the reason."""
    hold(article.pk)
    done: list[Claim] = []
    refused: Refusals = []
    for claim in claims:
        try:
            done.append(submit(claim=claim, by=by))
        except Refused as no:
            refused.append((claim, no.ruling))
    return done, refused


@transaction.atomic
def approve_all(
    *,
    article: Article,
    by: User,
    claims: Sequence[Claim],
    seen: Mapping[int, str] | None = None,
) -> tuple[list[Claim], Refusals]:
    """Sign several claims off, each with its own decision; the others are named with the reason.

    `seen` has the digest of what was shown of each, by key: where it no longer is what stands,
    that claim is not signed.
    """
    hold(article.pk)
    done: list[Claim] = []
    refused: Refusals = []
    for claim in claims:
        try:
            digest = None if seen is None else seen[claim.pk]
            done.append(approve(claim=claim, by=by, seen_digest=digest))
        except Refused as no:
            refused.append((claim, no.ruling))
    return done, refused


@transaction.atomic
def undo(*, step: UndoStep, by: User) -> UndoStep:
    """Undo the last thing that one did to claims, unless somebody has worked on them since."""
    hold(step.article_id)
    (may_undo(by, step) and rules.nobody_worked_on_it_since(step)).enforce()
    return undo_step(step=step, by=by)


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
def set_aside(*, claim: Claim, by: User, because: str, cause: str = SetAsideCause.EDITOR) -> Claim:
    """Take a claim out of the check, from review too: its round then closes undecided."""
    claim = hold_claim(claim)
    may_set_aside(by, claim).enforce()
    was = claim.stage
    claim = set_held_claim_aside(claim=claim, by=by, because=because, cause=cause)
    if was == Stage.IN_REVIEW:
        _close(claim, by, Outcome.WITHDRAWN)
    return claim


@transaction.atomic
def new_text(
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
            _close(lost.claim, by, Outcome.WITHDRAWN)
    return version


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
        _close(claim, by, Outcome.WITHDRAWN)
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
