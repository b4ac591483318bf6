"""Snapshots of claims as data, and restoring from them. Used by `undo`, in its transaction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from factcheck.claims.actions.chaining import PLACED, free_positions, retire_links
from factcheck.claims.lifecycle import stage_after_undo
from factcheck.claims.models import Anchor, Claim, Exemption, Link, SetAsideCause, Stage
from factcheck.claims.queries import chain
from factcheck.claims.search import index
from factcheck.people.models import User

Snapshot = dict[str, Any]  # JSON

PEOPLE = ("spanned", "worded", "kinded", "chained", "accepted", "set_aside")
PLAIN = ("wording", "kind", "set_aside_because", "set_aside_cause")
SPOT = ("place", "part", "start", "end", "quote", "prefix", "suffix", "placed")


def claim_snapshots(
    claims: Sequence[Claim], *, places: bool = True, links: bool = True
) -> list[Snapshot]:
    """Everything that actions change on these claims, with who set it and when.

    One query for their anchors and one for their links; none for what an action leaves alone.
    """
    anchors, chains = _anchors(claims) if places else {}, _links(claims) if links else {}
    return [
        {
            "pk": claim.pk,
            "revision": claim.revision,
            "stage": str(claim.stage),
            "plain": {name: getattr(claim, name) for name in PLAIN},
            "people": {
                name: [getattr(claim, f"{name}_by_id"), _isoformat(getattr(claim, f"{name}_at"))]
                for name in PEOPLE
            },
            "anchors": anchors.get(claim.pk, []) if places else None,
            "links": chains.get(claim.pk, []) if links else None,
        }
        for claim in claims
    ]


def _anchors(claims: Sequence[Claim]) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = defaultdict(list)
    versions = {claim.pk: claim.article.current_version_id for claim in claims}
    rows = Anchor.objects.filter(claim__in=versions, version__in={*versions.values()})
    for anchor in rows.order_by("claim_id", "place", "part"):
        found[anchor.claim_id].append([getattr(anchor, name) for name in SPOT])
    return found


def _links(claims: Sequence[Claim]) -> dict[int, list[list[Any]]]:
    found: dict[int, list[list[Any]]] = defaultdict(list)
    rows = Link.objects.filter(claim__in=[claim.pk for claim in claims], retired_at__isnull=True)
    for link in rows.order_by("claim_id", "position"):
        found[link.claim_id].append([link.pk, *(getattr(link, name) for name in PLACED)])
    return found


def restore_claim(claim: Claim, was: Snapshot, by: User) -> Claim:
    """Restore a claim from its snapshot. An approval that the action ended is not given back."""
    claim.stage = stage_after_undo(Stage(was["stage"]))
    for name, value in was["plain"].items():
        setattr(claim, name, value)
    for name, (person, at) in was["people"].items():
        setattr(claim, f"{name}_by_id", person)
        setattr(claim, f"{name}_at", datetime.fromisoformat(at) if at else None)
    claim.revision += 1
    pairs = [f"{name}_{side}" for name in PEOPLE for side in ("by", "at")]
    claim.save(update_fields=["stage", "revision", *PLAIN, *pairs])
    if was["anchors"] is not None:
        _restore_anchors(claim, was["anchors"])
    if was["links"] is not None:
        _restore_links(claim, was["links"], by)
    index([claim])
    return claim


def set_aside_as_undone(claim: Claim, by: User) -> Claim:
    """Set aside a claim that the undone action had made, since rows are never deleted.

    It no longer counts as accepted, so that no second person has to confirm that it is left out.
    """
    claim.stage = Stage.SET_ASIDE
    claim.set_aside_by, claim.set_aside_at = by, timezone.now()
    claim.set_aside_because, claim.set_aside_cause = "Undone.", SetAsideCause.UNDONE
    claim.accepted_by = claim.accepted_at = None
    claim.revision += 1
    claim.save(
        update_fields=[
            "stage",
            "set_aside_by",
            "set_aside_at",
            "set_aside_because",
            "set_aside_cause",
            "accepted_by",
            "accepted_at",
            "revision",
        ]
    )
    return claim


def restore_exemptions(exemptions: Iterable[Exemption]) -> None:
    """Let exemptions that were lifted count again, with their confirmations."""
    for exemption in exemptions:
        exemption.lifted_by = exemption.lifted_at = None
        exemption.save(update_fields=["lifted_by", "lifted_at"])


def lift_exemptions(exemptions: Iterable[Exemption], by: User) -> None:
    """Lift exemptions that were made."""
    for exemption in exemptions:
        exemption.lifted_by, exemption.lifted_at = by, timezone.now()
        exemption.save(update_fields=["lifted_by", "lifted_at"])


def _restore_anchors(claim: Claim, spots: Sequence[Sequence[Any]]) -> None:
    version = claim.article.current_version
    standing = claim.anchors.filter(version=version).order_by("place", "part")
    if [[getattr(anchor, name) for name in SPOT] for anchor in standing] == spots:
        return
    claim.anchors.filter(version=version).delete()
    Anchor.objects.bulk_create(
        Anchor(claim=claim, version=version, **dict(zip(SPOT, spot, strict=True))) for spot in spots
    )


def _restore_links(claim: Claim, links: Sequence[Sequence[Any]], by: User) -> None:
    """Restore the very rows of the chain, so that what was found on them counts again.

    Their speakers are left alone: actions on a claim retire a link and never change its speaker.
    """
    standing = chain(claim)
    now = [[link.pk, *(getattr(link, name) for name in PLACED)] for link in standing]
    if now == links:
        return
    wanted = {link[0] for link in links}
    retire_links([link for link in standing if link.pk not in wanted], by)
    rows = {link.pk: link for link in Link.objects.filter(claim=claim, pk__in=wanted)}
    free_positions(list(rows.values()))
    for pk, *values in links:
        link = rows[pk]
        for name, value in zip(PLACED, values, strict=True):
            setattr(link, name, value)
        link.retired_by = link.retired_at = None
        link.save(update_fields=[*PLACED, "retired_by", "retired_at"])


def _isoformat(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
