"""A claim is marked again in a new text; verdicts on words that were corrected are open again."""

from django.db import transaction

from factcheck.claims.actions import place_again
from factcheck.claims.models import Claim, Link
from factcheck.claims.queries import fresh, hold_claim
from factcheck.core.verdicts import NOT_TO_STAND, UNCHECKED, Aspect
from factcheck.people.models import User
from factcheck.verification.actions.verdicts import record_verdict
from factcheck.verification.facts import VerdictFact
from factcheck.verification.queries import facts_of

LONGEST = 300  # of the old words in the reason


@transaction.atomic
def mark_again(
    *,
    claim: Claim,
    by: User,
    start: int,
    end: int,
    shows: str = "",
    seen: int | None = None,
    version: int | None = None,
) -> Claim:
    """Let a claim that lost its place stand in the new text.

    Where the new text shows that it was fixed or hedged, the finding on its content, and whatever
    was found wrong about who said it, is open again: it was about other words.
    """
    claim = hold_claim(claim)
    found = facts_of(claim).verdicts
    was = claim.wording
    claim = place_again(
        claim=claim, by=by, start=start, end=end, shows=shows, seen=seen, version=version
    )
    for verdict in found if shows else ():
        if _is_about_the_words(verdict):
            record_verdict(
                claim=claim,
                by=by,
                aspect=verdict.aspect,
                link=Link.objects.get(pk=verdict.link) if verdict.link else None,
                code=UNCHECKED,
                rationale=f"The text was changed. What was found was about “{was[:LONGEST]}”.",
            )
    return fresh(claim)


def _is_about_the_words(verdict: VerdictFact) -> bool:
    """The finding on the content; and that somebody did not say it, or not like that."""
    if verdict.code == UNCHECKED:
        return False
    return verdict.aspect == Aspect.CONTENT or verdict.code in NOT_TO_STAND
