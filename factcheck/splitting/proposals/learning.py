"""Weights learned from what a desk accepts and sets aside, by logistic regression. Pure.

The score is a sum of weights, so the desk can read what was learned. The weights stay near ours: a
reason that occurred seldom keeps its weight.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.splitting.proposals.worth import WEIGHTS, WORDS, share

FEWEST_DECISIONS = 200
FEWEST_OF_EACH = 20  # without both kinds there is no order to learn
FOLDS = 5
ROUNDS = 1_000  # at most; a few dozen usually suffice
SETTLED = 1e-4  # a smaller change shows in no weight
MARGIN = 0.01  # share of the pairs; a smaller gain may be chance

Decision = tuple[
    Sequence[str], bool
]  # the names of the reasons that held, and whether the claim was accepted


@dataclass(frozen=True, slots=True)
class Learned:
    """Learned weights, and how often they put the accepted claim of a pair first.

    A pair is one accepted claim and one set aside. Both shares are measured on decisions that the
    weights were not learned from.
    """

    weights: Mapping[str, float]
    decisions: int
    accepted: int
    starting: float  # the share in order by our own weights
    learned: float

    @property
    def set_aside(self) -> int:
        return self.decisions - self.accepted

    @property
    def is_better(self) -> bool:
        """Whether the learned weights order clearly better than ours."""
        return self.learned >= self.starting + MARGIN


def too_few(decisions: int, accepted: int) -> str:
    """Why nothing can be learned from so few decisions; empty if it can."""
    if decisions < FEWEST_DECISIONS:
        return f"{FEWEST_DECISIONS} decisions are needed; there are {decisions}."
    for count, word in ((accepted, "accepted"), (decisions - accepted, "set aside")):
        if count < FEWEST_OF_EACH:
            return (
                f"Of {decisions} decisions {count} {'is' if count == 1 else 'are'} {word}; "
                f"an order is learned from {FEWEST_OF_EACH} at least."
            )
    return ""


def learn(decisions: Sequence[Decision]) -> Learned:
    """Weights fitted to all decisions, measured on a fifth at a time that was held back.

    A fifth is a run of consecutive decisions, so that those of one article mostly stay together.
    Raises ValueError if there are too few to learn from.
    """
    accepted = sum(taken for _, taken in decisions)
    if refused := too_few(len(decisions), accepted):
        raise ValueError(refused)
    cuts = [len(decisions) * fold // FOLDS for fold in range(FOLDS + 1)]
    starting, learned = _Pairs(), _Pairs()
    for first, last in pairwise(cuts):
        held_back = decisions[first:last]
        starting.count(held_back, WEIGHTS)
        learned.count(held_back, fitted([*decisions[:first], *decisions[last:]]))
    return Learned(
        weights=fitted(decisions),
        decisions=len(decisions),
        accepted=accepted,
        starting=starting.share,
        learned=learned.share,
    )


def fitted(decisions: Sequence[Decision]) -> Mapping[str, float]:
    """The weights that fit these decisions best, each kept near its start.

    They minimise the logistic loss of all decisions plus half the squared distance of each weight
    from its start (ridge regression). One weight at a time moves to the minimum of a parabola that
    is nowhere below that sum (a logistic curve bends by a quarter at most), so each step improves
    it.
    """
    weights = dict(WEIGHTS)
    known = (
        (tuple(name for name in names if name in WEIGHTS), taken) for names, taken in decisions
    )
    rows = Counter(known)
    held_by = {
        name: [(row, times) for row, times in rows.items() if not name or name in row[0]]
        for name in WEIGHTS
    }
    for _ in range(ROUNDS):
        furthest = max(_bettered(name, held_by[name], weights) for name in WEIGHTS)
        if furthest < SETTLED:
            break
    return {name: round(weight, 3) for name, weight in weights.items()}


def _bettered(
    name: str, rows: Sequence[tuple[tuple[tuple[str, ...], bool], int]], weights: dict[str, float]
) -> float:
    """Move one weight to the minimum of its parabola, and return how far it moved."""
    slope = sum((taken - share(names, weights)) * times for (names, taken), times in rows)
    bend = sum(times for _, times in rows) / 4 + 1
    step = (slope - (weights[name] - WEIGHTS[name])) / bend
    weights[name] += step
    return abs(step)


def in_words(was: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """The weights that changed, as sentences to a tenth, with the largest change first."""
    ranked = sorted(WORDS, key=lambda name: -abs(tenth(now[name]) - tenth(was[name])))
    return [
        f"“{WORDS[name]}” weighs {more}: {tenth(was[name])} → {tenth(now[name])}"
        for name in ranked
        if (more := more_or_less(was[name], now[name]))
    ]


def more_or_less(was: float, now: float) -> str:
    """How a weight changed, to a tenth; empty if it did not."""
    if tenth(now) == tenth(was):
        return ""
    return "more" if now > was else "less"


def tenth(weight: float) -> float:
    """A weight to one decimal, and never minus zero."""
    return round(weight, 1) + 0.0


class _Pairs:
    """Pairs of decisions, one accepted and one set aside; a tie counts as half in order."""

    def __init__(self) -> None:
        self.all = 0
        self.in_order = 0.0

    def count(self, decisions: Sequence[Decision], weights: Mapping[str, float]) -> None:
        """Add the pairs within these decisions, as these weights order them."""
        scores = [(share(names, weights), taken) for names, taken in decisions]
        aside = sorted(score for score, taken in scores if not taken)
        for score, taken in scores:
            if taken:
                below, upto = bisect_left(aside, score), bisect_right(aside, score)
                self.in_order += (below + upto) / 2
                self.all += len(aside)

    @property
    def share(self) -> float:
        """The share of pairs in order; a half if there are none."""
        return round(self.in_order / self.all, 3) if self.all else 0.5
