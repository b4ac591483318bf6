"""The stages a claim passes and the moves between them, as data."""

from dataclasses import dataclass

from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import ALLOWED, Ruling, not_now


@dataclass(frozen=True, slots=True)
class Move:
    """One step: where it starts, where it leads, and the verb of its event."""

    sources: frozenset[Stage]
    target: Stage
    event: str


def _move(*sources: Stage, to: Stage, event: str) -> Move:
    return Move(frozenset(sources), to, event)


NOT_LIVE = (Stage.SUGGESTED, Stage.SET_ASIDE)
LIVE = tuple(stage for stage in Stage if stage not in NOT_LIVE)  # claims that count

SETTLED = frozenset({Stage.APPROVED, Stage.WAIVED})  # what a report may show as it stands

# stages in which the words, the chain and the findings of a claim may be changed
WORKABLE = frozenset({Stage.SUGGESTED, Stage.OPEN, Stage.CHECKING, Stage.CHECKED, Stage.APPROVED})

MOVES: dict[str, Move] = {
    "accept": _move(Stage.SUGGESTED, to=Stage.OPEN, event="claim.accepted"),
    "start": _move(Stage.OPEN, to=Stage.CHECKING, event="claim.started"),
    "conclude": _move(Stage.CHECKING, to=Stage.CHECKED, event="claim.concluded"),
    "submit": _move(Stage.CHECKED, to=Stage.IN_REVIEW, event="claim.submitted"),
    "withdraw": _move(Stage.IN_REVIEW, to=Stage.CHECKING, event="claim.withdrawn"),
    "approve": _move(Stage.IN_REVIEW, to=Stage.APPROVED, event="claim.approved"),
    "send_back": _move(Stage.IN_REVIEW, to=Stage.CHECKING, event="claim.sent_back"),
    "reopen": _move(Stage.CHECKED, Stage.APPROVED, to=Stage.CHECKING, event="claim.reopened"),
    "set_aside": _move(
        Stage.SUGGESTED,
        Stage.OPEN,
        Stage.CHECKING,
        Stage.CHECKED,
        Stage.IN_REVIEW,
        Stage.APPROVED,
        to=Stage.SET_ASIDE,
        event="claim.set_aside",
    ),
    "split": _move(*sorted(WORKABLE), to=Stage.OPEN, event="claim.split"),
    "merge": _move(*sorted(WORKABLE - {Stage.SUGGESTED}), to=Stage.CHECKING, event="claim.merged"),
    "take_back": _move(Stage.SET_ASIDE, to=Stage.OPEN, event="claim.taken_back"),
    "waive": _move(
        Stage.OPEN,
        Stage.CHECKING,
        Stage.CHECKED,
        Stage.IN_REVIEW,
        to=Stage.WAIVED,
        event="claim.waived",
    ),
    "end_waiver": _move(Stage.WAIVED, to=Stage.CHECKING, event="claim.waiver_ended"),
}


# where a stage is given back by undo: what was concluded or signed off is so anew, or not at all
_REOPENED = frozenset({Stage.CHECKED, Stage.IN_REVIEW, Stage.APPROVED})


def stage_after_undo(stage: Stage) -> Stage:
    """The stage to which undo restores a claim that stood in this stage before the action."""
    return Stage.CHECKING if stage in _REOPENED else stage


def ready(name: str, claim: Claim) -> Ruling:
    """Does this move start from where the claim stands?"""
    if claim.stage in MOVES[name].sources:
        return ALLOWED
    return not_now(f"This claim is {_said(claim)}.")


def workable(claim: Claim) -> Ruling:
    """May the claim be changed in its stage?"""
    if claim.stage in WORKABLE:
        return ALLOWED
    if claim.stage == Stage.IN_REVIEW:
        return not_now("This claim is in review. Withdraw it from review first.")
    return not_now(f"This claim is {_said(claim)}. Take it back first.")


def _said(claim: Claim) -> str:
    """The stage inside a sentence."""
    label: str = claim.get_stage_display()
    return label[0].lower() + label[1:]
