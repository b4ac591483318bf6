"""What a rule asks of a claim, whoever asks."""

from factcheck.claims.models import Claim, Disposition
from factcheck.claims.queries import holding_up
from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.intake.models import Article, Rights

FIX_ORDERED = (
    "The lawyers decided that the text must be changed. "
    "Change it, or give the claim to the lawyers again."
)


def counts(claim: Claim) -> Ruling:
    """Past being suggested, and not set aside."""
    return ALLOWED if claim.is_live else not_now("This claim does not count at present.")


def may_be_left_out(claim: Claim) -> Ruling:
    """Leaving a claim out is no way past lawyers or open questions."""
    return _not_the_lawyers_to_say(claim) and nothing_holds_up(claim)


def may_be_fixed(article: Article) -> Ruling:
    """Whether the text is ours, so that it can be changed at all."""
    if article.rights == Rights.OWN:
        return ALLOWED
    return not_now("Somebody else’s text is not ours to change.")


def not_with_the_lawyers(claim: Claim) -> Ruling:
    """Nobody else says meanwhile what happens to the text."""
    if claim.disposition == Disposition.LEGAL_REVIEW:
        return not_now("A legal release ends the legal review, nothing else.")
    return ALLOWED


def nothing_holds_up(claim: Claim) -> Ruling:
    """No blocking question is open. One query."""
    question = holding_up(claim)
    if question is None:
        return ALLOWED
    return not_now(f"{question.asked_by}’s question holds this claim up. It is to be closed first.")


def _not_the_lawyers_to_say(claim: Claim) -> Ruling:
    if claim.disposition == Disposition.LEGAL_REVIEW:
        return not_now("This claim is with the lawyers. Wait for their decision.")
    if claim.fix_ordered:
        return not_now(FIX_ORDERED)
    return ALLOWED
