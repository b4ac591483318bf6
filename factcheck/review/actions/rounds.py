"""A claim is given to review, judged, or taken back: its rounds open and close."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.claims.actions import step
from factcheck.claims.models import Claim
from factcheck.claims.queries import hold_claim
from factcheck.core.rulings import Refused, Ruling
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.review import rules
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import (
    Decision,
    Outcome,
    Round,
    Verb,
)
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
    close_round(claim, by, Outcome.WITHDRAWN)
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
    closed = close_round(claim, by, Outcome.APPROVED)
    Decision(round=closed, verb=Verb.APPROVE, digest=digest, decided_by=by).save()
    return claim


@transaction.atomic
def send_back(*, claim: Claim, by: User, because: str) -> Claim:
    """Send a claim back with a reason the checker can act on."""
    claim = hold_claim(claim)
    rules.may_send_back(by, claim).enforce()
    claim = step("send_back", claim, by=by, because=because)
    closed = close_round(claim, by, Outcome.SENT_BACK)
    Decision(round=closed, verb=Verb.SEND_BACK, reason=because, decided_by=by).save()
    return claim


def close_round(claim: Claim, by: User, outcome: str) -> Round:
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
