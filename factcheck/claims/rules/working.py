"""Who may do what to a claim, and when."""

from factcheck.claims.lifecycle import ready, workable
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.claims.rules.counting import (
    FIX_ORDERED,
    counts,
    may_be_fixed,
    may_be_left_out,
    not_with_the_lawyers,
    nothing_holds_up,
)
from factcheck.claims.rules.placing import stands_nowhere
from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_mark(user: User, article: Article) -> Ruling:
    """Checkers mark words of the text as claims."""
    return able(user, Ability.SPLIT)


def may_begin(user: User, article: Article) -> Ruling:
    """Whoever brings in articles lets them be read for claims."""
    return able(user, Ability.BRING_IN)


def may_accept_any(user: User) -> Ruling:
    """Checkers take suggested claims as the desk's."""
    return able(user, Ability.SPLIT)


def may_accept(user: User, claim: Claim) -> Ruling:
    """Of what is suggested, and nothing else."""
    return may_accept_any(user) and ready("accept", claim)


def may_change(user: User, claim: Claim) -> Ruling:
    """Checkers change a claim's words, place and chain, while nobody reviews it."""
    return able(user, Ability.SPLIT) and workable(claim)


def may_set_aside(user: User, claim: Claim) -> Ruling:
    """Checkers take a claim out of the check, which is no way past lawyers or open questions."""
    return able(user, Ability.SPLIT) and ready("set_aside", claim) and may_be_left_out(claim)


def may_set_aside_here(user: User, claim: Claim) -> Ruling:
    """As this room does it: a claim in review has a round, which the room above closes."""
    return may_set_aside(user, claim) and _not_in_review(claim)


def may_take_back(user: User, claim: Claim) -> Ruling:
    """Checkers bring a claim that was set aside back into the check."""
    return able(user, Ability.SPLIT) and ready("take_back", claim)


def may_mark_again(user: User, claim: Claim) -> Ruling:
    """Checkers mark a claim that counts again where it lost its place in a new text."""
    return able(user, Ability.SPLIT) and counts(claim) and workable(claim) and stands_nowhere(claim)


def may_cut(user: User, claim: Claim) -> Ruling:
    """Checkers say that our own text no longer has a claim: a fix, too, that the lawyers ordered."""
    return (
        able(user, Ability.SPLIT)
        and counts(claim)
        and workable(claim)
        and stands_nowhere(claim)
        and may_be_fixed(claim.article)
        and not_with_the_lawyers(claim)
        and nothing_holds_up(claim)
    )


def may_show(claim: Claim, disposition: str) -> Ruling:
    """What a new version can show of a claim of our own: that it is fixed, or hedged; or nothing."""
    if not disposition:
        return ALLOWED
    if disposition not in {Disposition.FIXED, Disposition.HEDGED}:
        return not_now("A new version shows that a claim is fixed or hedged, and nothing else.")
    return may_be_fixed(claim.article) and not_with_the_lawyers(claim)


def may_assign(user: User, claim: Claim) -> Ruling:
    """Checkers say who works on a claim."""
    return able(user, Ability.ASSIGN) and counts(claim)


def may_be_given(person: User | None) -> Ruling:
    """A claim or a question goes to somebody who works at the desk, or to nobody by name."""
    if person is None or person.abilities:
        return ALLOWED
    return not_now(f"{person} has no work at the desk.")


def may_dispose(user: User, claim: Claim) -> Ruling:
    """Checkers say what happens to the text; only a legal release ends a legal review."""
    return able(user, Ability.VERIFY) and counts(claim) and not_with_the_lawyers(claim)


def may_dispose_so(claim: Claim, disposition: str) -> Ruling:
    """Which dispositions are set by hand: somebody else's text is not ours to fix.

    What the lawyers want changed leaves that state by a new version, or goes to them again.
    """
    if claim.fix_ordered and disposition == Disposition.STANDS:
        return not_now(FIX_ORDERED)
    by_hand = {Disposition.STANDS, Disposition.LEGAL_REVIEW}
    if may_be_fixed(claim.article):
        by_hand.add(Disposition.FIX_REQUESTED)
    if disposition in by_hand:
        return ALLOWED
    return not_now("This is set where a new version of the text shows it, never by hand.")


def _not_in_review(claim: Claim) -> Ruling:
    if claim.stage == Stage.IN_REVIEW:
        return not_now("This claim is in review. Withdraw it from review first.")
    return ALLOWED
