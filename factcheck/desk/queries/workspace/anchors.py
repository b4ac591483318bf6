"""Where a claim stands in a text."""

from factcheck.claims.models import Anchor, Claim
from factcheck.intake.models import Version


def anchors_in(claim: Claim, version: Version) -> list[Anchor]:
    """The anchors of a claim in a version, part by part. One query."""
    return list(claim.anchors.filter(version=version).order_by("place", "part"))


def first_place(claim: Claim) -> int | None:
    """The place at which the statement stands first in the current version. One query."""
    here = claim.anchors.filter(version=claim.article.current_version_id)
    return here.order_by("place").values_list("place", flat=True).first()


def quotes_in_text(claim: Claim) -> list[str]:
    """The words of the current text in which a claim stands, part by part. One query."""
    rows = Anchor.objects.filter(claim=claim, version=claim.article.current_version_id)
    return list(rows.order_by("place", "part").values_list("quote", flat=True))
