"""Claims as they stand, and in the stages that the tests begin from."""

from factcheck.claims.actions.restoring import claim_snapshots
from factcheck.claims.models import Claim


def again(row):
    return Claim.objects.select_related("article__current_version").get(pk=row.pk)


def quotes(claim):
    rows = claim.anchors.order_by("place", "part")
    return list(rows.values_list("quote", flat=True))


def stands(claim):
    return {**claim_snapshots([again(claim)])[0], "revision": None}


def stage(claim, to):
    Claim.objects.filter(pk=claim.pk).update(stage=to)
    return again(claim)


def suggest(claim):
    """The claim, as the splitter would have proposed it."""
    names = ("accepted", "spanned", "worded", "kinded", "chained")
    nobody = {f"{name}_{side}": None for name in names for side in ("by", "at")}
    Claim.objects.filter(pk=claim.pk).update(stage="suggested", **nobody)
    return again(claim)
