"""Suggestions are taken as the desk's: one, all of a sentence, all of the article.

Whoever accepts a suggestion answers for its span, wording, kind and chain, as far as nobody has
set them before: so who accepts a claim does not sign it off.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, F, Field, IntegerField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.placing import same_version
from factcheck.claims.actions.undoing import record_undo_step, snapshot
from factcheck.claims.lifecycle import MOVES
from factcheck.claims.models import Claim, Stage
from factcheck.claims.queries import fresh, hold_claim, on_the_same_words, suggested_in
from factcheck.core.spans import Span
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record_all

SET_WHEN_ACCEPTED = ("spanned", "worded", "kinded", "chained")


def acceptance_fields(claim: Claim, by: User) -> dict[str, Any]:
    """What somebody sets on a claim who takes it as it was suggested, by name of the field."""
    now = timezone.now()
    taken: dict[str, Any] = {"accepted_by": by, "accepted_at": now}
    for part in SET_WHEN_ACCEPTED:
        if getattr(claim, f"{part}_by_id") is None:
            taken |= {f"{part}_by": by, f"{part}_at": now}
    return taken


@transaction.atomic
def accept(*, claim: Claim, by: User) -> Claim:
    """Take a suggested claim as one of ours."""
    claim = hold_claim(claim)
    (rules.may_accept(by, claim) and rules.place_is_free(claim)).enforce()
    _accept_suggestions(claim.article, [claim], by, f"Claim {claim.number} is accepted.")
    return fresh(claim)


@transaction.atomic
def accept_all(
    *, article: Article, by: User, within: Span | None = None, version: int | None = None
) -> list[Claim]:
    """Take all suggestions of an article, or those that begin in a stretch of it. One event each.

    A suggestion whose very words were marked as a claim in the meantime is passed over. `version`
    is the key of the version that the stretch was taken from. The number of queries does not grow
    with the claims.
    """
    article = hold(article.pk)
    text = article.current_version
    if text is None:
        raise ValueError("This article has no text.")
    (rules.may_accept_any(by) and same_version(version, text)).enforce()
    twice = on_the_same_words(text)
    claims = [claim for claim in suggested_in(text, within) if claim.pk not in twice]
    if claims:
        _accept_suggestions(article, claims, by, _accepted_sentence(claims))
    return claims


def _accepted_sentence(claims: Sequence[Claim]) -> str:
    """The sentence after it."""
    if len(claims) == 1:
        return f"Claim {claims[0].number} is accepted."
    return f"{len(claims)} claims are accepted."


def _accept_suggestions(article: Article, claims: Sequence[Claim], by: User, sentence: str) -> None:
    """The step that all of them take: what nobody has set is set by whoever takes it."""
    step, now = MOVES["accept"], timezone.now()
    stood = snapshot(*claims, places=False, links=False)
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(
        stage=step.target,
        revision=F("revision") + 1,
        accepted_by=by,
        accepted_at=now,
        **{
            f"{part}_by": _or_default(f"{part}_by", by.pk, IntegerField())
            for part in SET_WHEN_ACCEPTED
        },
        **{
            f"{part}_at": _or_default(f"{part}_at", now, DateTimeField())
            for part in SET_WHEN_ACCEPTED
        },
    )
    for claim in claims:
        claim.revision += 1
    moved = {"was": Stage.SUGGESTED, "now": step.target}
    record_all(step.event, by=by, thread=article, each=[(claim, moved) for claim in claims])
    record_undo_step(
        article=article,
        by=by,
        verb="accept",
        sentence=sentence,
        inverse=stood,
        touched=claims,
    )


def _or_default(name: str, value: Any, field: Field[Any, Any]) -> Coalesce:
    """What the column holds, or this where it holds nothing."""
    return Coalesce(F(name), Value(value, output_field=field), output_field=field)
