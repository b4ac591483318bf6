"""Who may cite, find and conclude, and when."""

from factcheck.claims.lifecycle import ready, workable
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.core.verdicts import UNCHECKED
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.roles import REFUSALS, Ability
from factcheck.people.rules import able
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.models import Evidence, Source, sees
from factcheck.verification.sourcing import lacks


def may_add_source(user: User) -> Ruling:
    """Whoever brings in articles adds sources to the library."""
    return able(user, Ability.BRING_IN)


def may_change_source(user: User, source: Source) -> Ruling:
    """Checkers and publishers look after sources, and whoever added one; all only if they see it."""
    return _sees(user, source) and _added_or_cites(user, source)


def may_store_capture(user: User, source: Source) -> Ruling:
    """Whoever adds sources stores copies of those they see."""
    return _sees(user, source) and may_add_source(user)


def may_open_source(user: User, source: Source) -> Ruling:
    """A confidential source is made open by somebody who may see it."""
    return _sees(user, source) and _is_confidential(source)


def may_cite(user: User, claim: Claim) -> Ruling:
    """Checkers and publishers add evidence, and writers on own articles."""
    return _cites_here(user, claim.article) and workable_evidence(claim)


def may_cite_source(user: User, source: Source) -> Ruling:
    """Nobody cites what they may not see."""
    return _sees(user, source)


def may_change_evidence(user: User, evidence: Evidence) -> Ruling:
    """Like adding it, for evidence that stands and comes from a source that one may see."""
    return (
        _cites_here(user, evidence.claim.article)
        and _sees(user, evidence.source)
        and _stands(evidence)
        and workable_evidence(evidence.claim)
    )


may_withdraw_evidence = may_change_evidence


def may_note_contact(user: User, claim: Claim) -> Ruling:
    """Whoever may add evidence notes down attempts to reach a speaker, while the claim counts."""
    return _cites_here(user, claim.article) and _counts(claim)


def may_record_verdict(user: User, claim: Claim) -> Ruling:
    """Checkers record verdicts, while nobody reviews the claim."""
    return able(user, Ability.VERIFY) and workable_evidence(claim)


def may_conclude(user: User, claim: Claim) -> Ruling:
    """Checkers say that a claim is checked, once it has its wording and all its verdicts.

    One that was taken back has them already, and nothing is to be begun on it first.
    """
    begun = ALLOWED if claim.stage == Stage.OPEN else ready("conclude", claim)
    return able(user, Ability.VERIFY) and begun


def has_all_verdicts(facts: ClaimFacts) -> Ruling:
    """A wording, and a verdict on every link and on the content."""
    if not facts.wording:
        return not_now("The claim needs a wording: one sentence that can stand alone.")
    for link in facts.links:
        verdict = facts.on_link(link.pk)
        if verdict is None or verdict.code == UNCHECKED:
            return not_now(f"Nobody has checked yet whether {link.speaker_name} said it.")
    if facts.content == UNCHECKED:
        return not_now("Nobody has checked yet whether it is true.")
    return ALLOWED


def is_sourced(facts: ClaimFacts) -> Ruling:
    """The evidence carries the verdicts (G3 to G6); the gate asks the same."""
    lack = next(lacks(facts), None)
    return not_now(f"{lack.rule}: {lack.message}") if lack else ALLOWED


def workable_evidence(claim: Claim) -> Ruling:
    """Evidence and verdicts are for claims that were accepted and are not under review."""
    if claim.stage == Stage.SUGGESTED:
        return not_now("This claim is only suggested. Accept it first.")
    return workable(claim)


def _cites_here(user: User, article: Article) -> Ruling:
    if user.can(Ability.CITE):
        return ALLOWED
    if user.can(Ability.BRING_IN) and article.writer_id == user.pk:
        return ALLOWED
    return never(REFUSALS[Ability.CITE])


def _sees(user: User, source: Source) -> Ruling:
    return ALLOWED if sees(user, source) else never(REFUSALS[Ability.CONFIDENTIAL])


def _added_or_cites(user: User, source: Source) -> Ruling:
    if source.added_by_id == user.pk or user.can(Ability.CITE):
        return ALLOWED
    return never("Sources are changed by checkers, publishers, and whoever added them.")


def _is_confidential(source: Source) -> Ruling:
    return ALLOWED if source.confidential else not_now("This source is open already.")


def _counts(claim: Claim) -> Ruling:
    return ALLOWED if claim.is_live else not_now("This claim does not count at present.")


def _stands(evidence: Evidence) -> Ruling:
    return not_now("This evidence was taken back.") if evidence.withdrawn_at else ALLOWED
