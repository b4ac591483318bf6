"""Undo: an action on claims stores its inverse as data, and whoever took it can undo it.

An action calls `snapshot` on the claims that it will change, and `record_undo_step` afterwards.
The snapshot holds the claims with who set what and when. After undo the same people are
responsible for the same parts as before, and may not approve them.
"""

from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.restoring import (
    claim_snapshots,
    lift_exemptions,
    restore_claim,
    restore_exemptions,
    set_aside_as_undone,
)
from factcheck.claims.models import Claim, Exemption, UndoStep
from factcheck.claims.queries.undoing import earlier_steps
from factcheck.claims.search import index
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record

Inverse = dict[str, Any]  # JSON

LONGEST_SENTENCE = 200
EACH_BY_ITSELF = 2  # claims up to which an undone act is told of each of them


def snapshot(*claims: Claim, places: bool = True, links: bool = True) -> Inverse:
    """The state of these claims before an action, from which undo restores them.

    An action that leaves their places or their chains alone says so, which saves a query.
    """
    return {"claims": claim_snapshots(claims, places=places, links=links)}


@transaction.atomic(savepoint=False)  # only ever inside an action
def record_undo_step(
    *,
    article: Article,
    by: User,
    verb: str,
    sentence: str,
    inverse: Inverse,
    touched: Sequence[Claim | Exemption],
) -> UndoStep:
    """Store how to undo an action. Called at its end; the action records its own event.

    `sentence` tells on the page what was done ("Claim 4 is set aside."). `inverse` holds what the
    action changed: `claims` from `snapshot`, `made` with the keys of new claims, `exempted` and
    `lifted` with keys of exemptions. `touched` has every row that it changed or made.
    """
    return UndoStep.objects.create(
        article=article,
        verb=verb,
        sentence=sentence[:LONGEST_SENTENCE],
        inverse={**inverse, "version": article.current_version_id},
        touched=[[str(row._meta.model_name), row.pk, _revision(row)] for row in touched],
        done_by=by,
    )


def record_undo_step_of(claim: Claim, verb: str, sentence: str, stood: Inverse, by: User) -> None:
    """Store how to undo an action that changed one claim."""
    record_undo_step(
        article=claim.article, by=by, verb=verb, sentence=sentence, inverse=stood, touched=[claim]
    )


def _revision(row: Claim | Exemption) -> int:
    """The revision of a row; `queries.undoing.revisions` reads the same."""
    return row.revision if isinstance(row, Claim) else int(row.lifted_at is not None)


@transaction.atomic
def undo(*, step: UndoStep, by: User) -> UndoStep:
    """Undo a person's last action on the claims of an article, if nobody touched them since.

    Undo records a new event and removes none. A claim that the action had reopened stays in
    checking. A claim that the action made is set aside.
    """
    article = hold(step.article_id)
    step = UndoStep.objects.select_related("article").get(pk=step.pk)
    rules.may_undo(by, step).enforce()
    stood = {was["pk"]: was for was in step.inverse.get("claims", [])}
    changed, made = _claims([*stood]), _claims(step.inverse.get("made", []))
    exempted = _exemptions(step.inverse.get("exempted", []))
    lifted = _exemptions(step.inverse.get("lifted", []))
    for claim in made:
        rules.may_be_left_out(claim).enforce()
        set_aside_as_undone(claim, by)
    for claim in changed:
        rules.may_stand_so(claim, stood[claim.pk]["stage"], stood[claim.pk]["anchors"]).enforce()
        restore_claim(claim, stood[claim.pk], by)
    for exemption in lifted:
        rules.may_be_exempt_again(exemption).enforce()
    restore_exemptions(lifted)
    lift_exemptions(exempted, by)
    _update_earlier_steps(
        step, {claim.pk: (stood[claim.pk]["revision"], claim) for claim in changed}
    )
    index(changed)
    step.undone_by, step.undone_at = by, timezone.now()
    step.save(update_fields=["undone_by", "undone_at"])
    for row in _subjects(article, [*changed, *made], [*exempted, *lifted]):
        record("step.undone", by=by, thread=article, on=row, did=step.verb, sentence=step.sentence)
    return step


def _claims(keys: Sequence[int]) -> list[Claim]:
    rows = Claim.objects.filter(pk__in=keys).select_related("article__current_version")
    return list(rows.order_by("pk"))


def _exemptions(keys: Sequence[int]) -> list[Exemption]:
    rows = Exemption.objects.filter(pk__in=keys).select_related("version__article", "repeats")
    return list(rows.order_by("pk"))


def _update_earlier_steps(step: UndoStep, back: dict[int, tuple[int, Claim]]) -> None:
    """Put the new revisions of restored claims into earlier steps, so that these can be undone."""
    for earlier in earlier_steps(step):
        named = [
            [name, pk, back[pk][1].revision]
            if name == "claim" and pk in back and revision == back[pk][0]
            else [name, pk, revision]
            for name, pk, revision in earlier.touched
        ]
        if named != earlier.touched:
            earlier.touched = named
            earlier.save(update_fields=["touched"])


def _subjects(
    article: Article, claims: Sequence[Claim], exemptions: Sequence[Exemption]
) -> list[models.Model]:
    """What the events of an undo are about: one or two claims, an exemption, or the article."""
    if 0 < len(claims) <= EACH_BY_ITSELF:
        return list(claims)
    return list(exemptions[:1]) if exemptions and not claims else [article]
