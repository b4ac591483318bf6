"""Verdicts are recorded, and claims are concluded."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from factcheck.claims.actions import reopen, start, step
from factcheck.claims.models import Claim, Link
from factcheck.claims.queries import hold_claim
from factcheck.core.rulings import not_now, unchanged
from factcheck.core.verdicts import SELF_EXPLANATORY, ContentCode
from factcheck.people.models import User
from factcheck.trail.record import record
from factcheck.verification import rules
from factcheck.verification.actions.consistency import require_fit
from factcheck.verification.models import Evidence, Verdict, VerdictEvidence
from factcheck.verification.queries import facts_of, standing_verdict


@transaction.atomic
def record_verdict(
    *,
    claim: Claim,
    by: User,
    aspect: str,
    link: Link | None = None,
    code: str,
    rationale: str = "",
    searched: str = "",
    as_of: date | None = None,
    look_again: date | None = None,
    evidence: Sequence[Evidence] = (),
    seen_verdict: int | None = None,
) -> Verdict:
    """Record a verdict on one link or on the content. It supersedes the one before, visibly.

    `seen_verdict` is the key of the verdict that stood when the form was opened, 0 for none: where
    another stands by now, it is not superseded unseen.
    """
    claim = hold_claim(claim)
    rules.may_record_verdict(by, claim).enforce()
    require_fit(claim, aspect, link)
    _says_enough(code, rationale=rationale, as_of=as_of, look_again=look_again)
    _same_question(evidence, claim, aspect, link)
    if seen_verdict is not None:
        now = standing_verdict(claim, aspect, link)
        unchanged(seen_verdict, now.pk if now else 0).enforce()
    claim = start(claim=claim, by=by)
    claim = reopen(claim=claim, by=by, because="A new verdict was recorded.")
    verdict = Verdict(
        claim=claim,
        aspect=aspect,
        link=link,
        code=code,
        rationale=rationale,
        searched=searched,
        as_of=as_of,
        look_again=look_again,
        found_by=by,
    )
    verdict.save()
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=verdict, evidence=piece) for piece in evidence
    )
    record(
        "verdict.found",
        by=by,
        thread=claim.article,
        on=verdict,
        claim=claim.number,
        aspect=aspect,
        speaker=str(link.speaker) if link else "",
        code=code,
        rests_on=[piece.pk for piece in evidence],
    )
    return verdict


@transaction.atomic
def conclude(*, claim: Claim, by: User) -> Claim:
    """Say that a claim is checked: it has a wording and every verdict."""
    claim = hold_claim(claim)
    (rules.may_conclude(by, claim) and rules.has_all_verdicts(facts_of(claim))).enforce()
    claim = start(claim=claim, by=by)
    return step("conclude", claim, by=by)


def _says_enough(code: str, *, rationale: str, as_of: date | None, look_again: date | None) -> None:
    """Raise ValueError where a verdict lacks what it cannot do without."""
    if code not in SELF_EXPLANATORY and not rationale:
        raise ValueError("This verdict says why.")
    if code == ContentCode.OUTDATED and as_of is None:
        raise ValueError("This verdict names the date on which it was true.")
    if code == ContentCode.UNVERIFIABLE and look_again is None:
        raise ValueError("This verdict says when to look again.")


def _same_question(
    evidence: Sequence[Evidence], claim: Claim, aspect: str, link: Link | None
) -> None:
    """Raise ValueError where a verdict would rest on evidence of another question."""
    link_key = link.pk if link else None
    for piece in Evidence.objects.filter(pk__in=[piece.pk for piece in evidence]):
        if (piece.claim_id, piece.aspect, piece.link_id) != (claim.pk, aspect, link_key):
            raise ValueError("A verdict rests on evidence of its own question.")
        if piece.withdrawn_at is not None:
            not_now("Evidence that it would rest on was taken back. Look again.").enforce()
