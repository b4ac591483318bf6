"""Where a claim can be split, and with which neighbours it can be merged."""

from factcheck.claims.models import Claim
from factcheck.claims.queries import chain, neighbours, parts_of
from factcheck.claims.rules import may_be_left_out, may_merge_claims
from factcheck.desk.pages.reshaping import (
    MergeChoice,
    MergeSide,
    SplitChoices,
    kept_and_gone,
    merge_choice,
    split_choices,
)
from factcheck.people.models import User


def splits_of(claim: Claim, *, asked: int | None = None) -> SplitChoices:
    """Where the claim can be split; a point that was asked for comes before all others."""
    version, parts = claim.article.current_version, parts_of(claim)
    if version is None or not parts:
        return SplitChoices((), ())
    suggestion = getattr(claim, "suggestion", None)
    proposed = suggestion.splits if suggestion and suggestion.version_id == version.pk else ()
    return split_choices(version.text, parts, proposed, asked)


def merges_of(claim: Claim, user: User) -> list[MergeChoice]:
    """The neighbours of a claim, the following one first: one mostly reads on."""
    before, after = neighbours(claim)
    found = [("after", after), ("before", before)]
    return [_merge(claim, other, user, side) for side, other in found if other is not None]


def _merge(claim: Claim, other: Claim, user: User, side: str) -> MergeChoice:
    version = claim.article.current_version
    if version is None:
        raise ValueError("This article has no text.")
    _, gone = kept_and_gone(claim, other)
    may = may_merge_claims(user, claim, other) and may_be_left_out(gone)
    return merge_choice(version.text, _side(claim), _side(other), side, may)


def _side(claim: Claim) -> MergeSide:
    return MergeSide(claim, parts_of(claim), chain(claim))
