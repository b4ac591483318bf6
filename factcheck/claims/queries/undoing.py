"""What a person did last, and whether what it touched still stands as it was left."""

from collections.abc import Iterable

from factcheck.claims.models import (
    Claim,
    Exemption,
    UndoStep,
)
from factcheck.intake.models import Article
from factcheck.people.models import User

STEPS_BACK = 50  # how far undo may reach


def last_step(article: Article, user: User) -> UndoStep | None:
    """What this person did last to the claims of an article and has not undone. One query."""
    rows = UndoStep.objects.filter(article=article, done_by=user, undone_at__isnull=True)
    return rows.order_by("-pk").first()


def step_touching(step: UndoStep) -> Claim | None:
    """The first of the claims that an action was about. One query."""
    keys = [pk for name, pk, _ in step.touched if name == "claim"]
    return Claim.objects.filter(pk__in=keys[:1]).first()


def earlier_steps(step: UndoStep) -> list[UndoStep]:
    """What the same person did before, latest first, as far as undo may reach. One query."""
    rows = UndoStep.objects.filter(
        article=step.article_id, done_by=step.done_by_id, undone_at__isnull=True, pk__lt=step.pk
    )
    return list(rows.order_by("-pk")[:STEPS_BACK])


def revisions(named: Iterable[tuple[str, int]]) -> dict[tuple[str, int], int]:
    """The current revisions of these rows, named as in `UndoStep.touched`; 1 for a lifted
    exemption.
    """
    keys: dict[str, list[int]] = {}
    for name, pk in named:
        keys.setdefault(name, []).append(pk)
    claims = Claim.objects.filter(pk__in=keys.get("claim", ()))
    exemptions = Exemption.objects.filter(pk__in=keys.get("exemption", ()))
    return {
        **{("claim", pk): revision for pk, revision in claims.values_list("pk", "revision")},
        **{
            ("exemption", pk): int(lifted is not None)
            for pk, lifted in exemptions.values_list("pk", "lifted_at")
        },
    }
