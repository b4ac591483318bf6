"""Suggestions are accepted: one, all of a sentence, or all of an article.

A person who accepts a suggestion answers for its span, wording, kind and chain, unless somebody
else has set them before. That person may therefore not approve the claim.
"""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, F, Field, IntegerField, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.placing import current_text, same_version
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
    """The fields that a person sets by accepting a claim as it was suggested."""
    now = timezone.now()
    taken: dict[str, Any] = {"accepted_by": by, "accepted_at": now}
    for part in SET_WHEN_ACCEPTED:
        if getattr(claim, f"{part}_by_id") is None:
            taken |= {f"{part}_by": by, f"{part}_at": now}
    return taken


@transaction.atomic
def accept(*, claim: Claim, by: User) -> Claim:
    """Accept a suggested claim."""
    claim = hold_claim(claim)
    (rules.may_accept(by, claim) and rules.place_is_free(claim)).enforce()
    _accept_suggestions(claim.article, [claim], by, f"Claim {claim.number} is accepted.")
    return fresh(claim)


@transaction.atomic
def accept_all(
    *, article: Article, by: User, within: Span | None = None, version: int | None = None
) -> list[Claim]:
    """Accept all suggestions of an article, or those that begin in `within`. One event each.

    A suggestion is left alone if somebody marked exactly its words as a claim in the meantime.
    `version` is the key of the version that `within` refers to. The number of queries does not
    grow with the number of claims.
    """
    article = hold(article.pk)
    text = current_text(article)
    (rules.may_accept_any(by) and same_version(version, text)).enforce()
    twice = on_the_same_words(text)
    claims = [claim for claim in suggested_in(text, within) if claim.pk not in twice]
    if claims:
        _accept_suggestions(article, claims, by, _accepted_sentence(claims))
    return claims


def _accepted_sentence(claims: Sequence[Claim]) -> str:
    """What the page says afterwards."""
    if len(claims) == 1:
        return f"Claim {claims[0].number} is accepted."
    return f"{len(claims)} claims are accepted."


def _accept_suggestions(article: Article, claims: Sequence[Claim], by: User, sentence: str) -> None:
    """Move suggestions to open; `by` becomes responsible for every part that nobody has set."""
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
    """The value of the column, or this value where the column is empty."""
    return Coalesce(F(name), Value(value, output_field=field), output_field=field)
