"""G2, G7 and G8: a second person signed what stands there now."""

from collections.abc import Iterator

from django.urls import reverse

from factcheck.claims.models import Claim, Stage
from factcheck.core.spans import join_quotes
from factcheck.publishing.assemble import Dossier
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.gate.blockers import blocker, lowered, shortened
from factcheck.review.approval_digest import digest_of
from factcheck.review.queries import contributors
from factcheck.review.queries.left_out import Unconfirmed


def everything_signed(found: Dossier) -> Iterator[Blocker]:
    """G2: claims that nobody signed, and what was left out without a second person's word."""
    for claim in found.claims:
        if found.state(claim) == "not_checked":
            at = "desk:claim_review" if claim.stage == Stage.IN_REVIEW else "desk:claim"
            yield blocker(
                "G2",
                f"It is {lowered(claim.get_stage_display())}: “{shortened(_wording(found, claim))}”.",
                reverse(at, args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is not approved",
            )
    for item in found.unconfirmed:
        yield _unconfirmed(found, item)


def _unconfirmed(found: Dossier, item: Unconfirmed) -> Blocker:
    claim = item.row.number if isinstance(item.row, Claim) else None
    what = "Words were left out" if claim is None else f"Claim {claim} was set aside"
    return blocker(
        "G2",
        f"A second person has not agreed yet. The words: “{shortened(item.quote)}”.",
        reverse("desk:review", args=[found.article.pk]),
        claim=claim,
        title=f"{what} by one person alone",
    )


def nobody_signs_own_work(found: Dossier) -> Iterator[Blocker]:
    """G7: nothing counts that was signed by somebody who worked on it, or by nobody."""
    for claim in found.claims:
        if reason := _own_work(found, claim):
            yield blocker(
                "G7",
                reason,
                reverse("desk:claim", args=[claim.pk]),
                claim=claim.number,
                title=f"Nobody else signed claim {claim.number}",
            )
    for item in found.self_confirmed:
        yield blocker(
            "G7",
            f"One person left it out and agreed to it. The words: “{shortened(item.quote)}”.",
            reverse("desk:review", args=[found.article.pk]),
        )


def _own_work(found: Dossier, claim: Claim) -> str:
    """The sentence on who signed a claim and should not have, or nothing."""
    hands = contributors(found.facts[claim.pk])
    if claim.stage == Stage.WAIVED and claim.waived_by_id in hands:
        return "It was waived by somebody who worked on it."
    if claim.stage != Stage.APPROVED:
        return ""
    decision = found.approvals.get(claim.pk)
    if decision is None:
        return "It counts as approved, and no approval is on record."
    if decision.decided_by_id in hands:
        return f"It was approved by {decision.decided_by}, who worked on it."
    return ""


def unchanged_since_approval(found: Dossier) -> Iterator[Blocker]:
    """G8: an approval covers what stands there now."""
    for claim in found.claims:
        decision = found.approvals.get(claim.pk)
        if claim.stage != Stage.APPROVED or decision is None:
            continue
        if decision.digest != digest_of(found.facts[claim.pk]):
            yield blocker(
                "G8",
                "What was approved is not what stands there now. Reopen it and have it reviewed.",
                reverse("desk:claim", args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} was changed after it was approved",
            )


def _wording(found: Dossier, claim: Claim) -> str:
    return claim.wording or join_quotes(found.facts[claim.pk].quotes)
