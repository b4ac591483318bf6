"""Which words of the text a claim, or an exemption, may stand on."""

from collections.abc import Sequence

from factcheck.claims.models import Claim, Exemption
from factcheck.claims.queries import claim_at
from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.core.spans import Span
from factcheck.intake.models import Article, Version
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def words_are_free(version: Version, span: Span, but: Claim | None = None) -> Ruling:
    """The very same words are one claim, not two."""
    other = claim_at(version, span, but)
    return not_now(f"These very words are claim {other.number} already.") if other else ALLOWED


def is_apart(span: Span, others: Sequence[Span]) -> Ruling:
    """The parts and places of one claim do not overlap."""
    if any(span.overlaps(other) for other in others):
        return not_now("The claim stands on some of these words already.")
    return ALLOWED


def place_is_free(claim: Claim) -> Ruling:
    """Nobody marked the words of this claim again while it was set aside."""
    for anchor in claim.anchors.filter(version=claim.article.current_version_id):
        free = words_are_free(anchor.version, Span(anchor.start, anchor.end), claim)
        if not free:
            return free
    return ALLOWED


def stands_here(claim: Claim) -> Ruling:
    """Whether a claim has a place in the current version. One query."""
    if claim.anchors.filter(version=claim.article.current_version_id).exists():
        return ALLOWED
    return not_now(f"Claim {claim.number} stands nowhere in the current text. Mark it again first.")


def stands_nowhere(claim: Claim) -> Ruling:
    """Whether a claim has no place in the current version. One query."""
    if claim.anchors.filter(version=claim.article.current_version_id).exists():
        return not_now("This claim stands in the current text. Change where it stands instead.")
    return ALLOWED


def may_exempt(user: User, article: Article) -> Ruling:
    """Checkers mark words as no claim."""
    return able(user, Ability.SPLIT)


def may_lift(user: User, exemption: Exemption) -> Ruling:
    """Checkers let an exemption no longer count."""
    return able(user, Ability.SPLIT) and _stands(exemption)


def may_repeat(article: Article, claim: Claim | None) -> Ruling:
    """Words repeat a claim of the same article that counts, or none."""
    if claim is None or (claim.article_id == article.pk and claim.is_live):
        return ALLOWED
    return not_now(f"Claim {claim.number} does not count in this article. Choose another one.")


def may_be_exempt_again(exemption: Exemption) -> Ruling:
    """Nobody exempted the very same words since, and what they repeat still counts."""
    return may_repeat(exemption.version.article, exemption.repeats) and not_exempt(
        exemption.version, Span(exemption.start, exemption.end)
    )


def not_exempt(version: Version, span: Span) -> Ruling:
    """The very same words are exempt once."""
    rows = version.exemptions.filter(start=span.start, end=span.end, lifted_at__isnull=True)
    return not_now("These very words are exempt already.") if rows.exists() else ALLOWED


def _stands(exemption: Exemption) -> Ruling:
    return not_now("This exemption was lifted already.") if exemption.lifted_at else ALLOWED
