"""Who may judge whose work, and when."""

from factcheck.claims.lifecycle import ready
from factcheck.claims.models import Claim, Disposition, UndoStep
from factcheck.claims.rules import may_be_fixed
from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.people.models import User
from factcheck.people.roles import REFUSALS, Ability
from factcheck.people.rules import able
from factcheck.review.models import Release
from factcheck.review.queries import contributors, worked_on_since
from factcheck.review.queries.left_out import Unconfirmed
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.queries import facts_of, hidden_from
from factcheck.verification.rules import has_all_verdicts, is_sourced


def may_submit(user: User, claim: Claim) -> Ruling:
    """Checkers give a checked claim to review."""
    return able(user, Ability.VERIFY) and ready("submit", claim)


def may_withdraw(user: User, claim: Claim) -> Ruling:
    """Checkers take a claim back from review."""
    return able(user, Ability.VERIFY) and ready("withdraw", claim)


def may_approve(user: User, claim: Claim, facts: ClaimFacts) -> Ruling:
    """A reviewer who did not work on it and sees its sources, while it is in review and sourced."""
    return (
        able(user, Ability.REVIEW)
        and is_someone_else(user, facts)
        and _sees_sources(user, facts)
        and ready("approve", claim)
        and has_all_verdicts(facts)
        and is_sourced(facts)
    )


def was_shown(digest: str, seen: str | None) -> Ruling:
    """What is signed is what the page showed; `seen` is None where no page was open."""
    if seen in {None, digest}:
        return ALLOWED
    return not_now("This claim was changed since you opened it. Look again.", stale=True)


def may_send_back(user: User, claim: Claim) -> Ruling:
    """Reviewers send a claim in review back; whoever worked on it may withdraw it instead."""
    return able(user, Ability.REVIEW) and ready("send_back", claim)


def may_reopen(user: User, claim: Claim) -> Ruling:
    """Checkers, reviewers and publishers reopen what was checked or approved, with a reason."""
    return _any_of(user, Ability.VERIFY, Ability.REVIEW, Ability.PUBLISH) and ready("reopen", claim)


def nobody_worked_on_it_since(step: UndoStep) -> Ruling:
    """Nobody has asked, found or confirmed anything on what an act touched since."""
    if worked_on_since(step):
        return not_now("Somebody worked on this since, so it is not undone. Change it by hand.")
    return ALLOWED


def may_confirm(user: User, item: Unconfirmed) -> Ruling:
    """A reviewer agrees to what somebody else left out."""
    return able(user, Ability.REVIEW) and _left_out_by_another(user, item)


def may_confirm_any(user: User) -> Ruling:
    """Whether a person confirms anything at all."""
    return able(user, Ability.REVIEW)


def may_waive(user: User, claim: Claim, facts: ClaimFacts | None = None) -> Ruling:
    """A publisher who did not work on a claim takes responsibility for it as it stands."""
    return (
        able(user, Ability.WAIVE)
        and is_someone_else(user, facts or facts_of(claim))
        and ready("waive", claim)
    )


def may_end_waiver(user: User, claim: Claim) -> Ruling:
    """A publisher gives a waived claim back to the checkers."""
    return able(user, Ability.WAIVE) and ready("end_waiver", claim)


def may_release(user: User, claim: Claim, facts: ClaimFacts | None = None) -> Ruling:
    """A person with the ability legal, who did not work on the claim, ends its legal review."""
    return (
        able(user, Ability.LEGAL)
        and is_someone_else(user, facts or facts_of(claim))
        and _with_the_lawyers(claim)
    )


def may_release_so(claim: Claim, decision: str) -> Ruling:
    """Only our own text can be said to have to change."""
    return may_be_fixed(claim.article) if decision == Release.FIX else ALLOWED


def may_reopen_all(user: User) -> Ruling:
    """A publisher reopens everything that one person approved."""
    return able(user, Ability.PUBLISH)


def is_someone_else(user: User, facts: ClaimFacts) -> Ruling:
    """Nobody signs off a part that is theirs and still stands."""
    if user.pk in contributors(facts):
        return never("You worked on this claim; someone else approves it.")
    return ALLOWED


def _sees_sources(user: User, facts: ClaimFacts) -> Ruling:
    """At least one more person knows who a confidential source is."""
    if hidden_from(user, facts.rested_on()):
        return never(
            "It rests on a confidential source that you may not see; "
            "somebody who may see it approves it."
        )
    return ALLOWED


def _any_of(user: User, *abilities: Ability) -> Ruling:
    if any(user.can(ability) for ability in abilities):
        return ALLOWED
    return never(REFUSALS[abilities[0]])


def _left_out_by_another(user: User, item: Unconfirmed) -> Ruling:
    if item.by.pk == user.pk:
        return never("You left this out yourself; someone else confirms it.")
    return ALLOWED


def _with_the_lawyers(claim: Claim) -> Ruling:
    if claim.disposition == Disposition.LEGAL_REVIEW:
        return ALLOWED
    return not_now("This claim is not under legal review.")
