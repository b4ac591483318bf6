"""How much a claim repays a check: a sum of reasons, each with its weight and its words.

The weights are ours until a desk has decided often enough; then they are fitted to what it accepts
and sets aside. The reasons stay the same, so that the score can always be said in words.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.claims.splitting.kinds import has_number

FEWEST_DECISIONS = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What the score looks at."""

    words: str
    claim_kind: str
    quote_kind: str
    speaker_kind: str  # "" in the article's own voice
    hedged: bool


_REASONS: tuple[tuple[str, float, str, Callable[[Facts], bool]], ...] = (
    ("number", 1.1, "it states a figure", lambda f: has_number(f.words)),
    ("comparison", 0.7, "it compares", lambda f: f.claim_kind == "comparison"),
    ("causal", 0.6, "it says why", lambda f: f.claim_kind == "causal"),
    ("prediction", -0.5, "it speaks of what is to come", lambda f: f.claim_kind == "prediction"),
    ("opinion", -1.2, "it judges", lambda f: f.claim_kind == "opinion"),
    ("named", 0.3, "a named person says it", lambda f: f.speaker_kind == "person"),
    ("unnamed", 0.4, "nobody puts a name to it", lambda f: f.speaker_kind == "unnamed"),
    ("verbatim", 0.4, "it is quoted word for word", lambda f: f.quote_kind in {"direct", "mixed"}),
    ("own", 0.2, "the article says it itself", lambda f: f.speaker_kind == ""),
    ("hedged", -0.3, "it is hedged", lambda f: f.hedged),
    ("short", -1.0, "it is very short", lambda f: f.words.count(" ") < 3),
    ("names", 0.5, "it names somebody", lambda f: _names(f.words) > 0),
)
BIAS = -0.2
WEIGHTS: Mapping[str, float] = {"": BIAS, **{name: weight for name, weight, _, _ in _REASONS}}


def _names(words: str) -> int:
    """Capitalised words after the first."""
    return sum(word[:1].isupper() for word in words.split()[1:])


def features(facts: Facts) -> list[str]:
    """The reasons that hold, by name."""
    return [name for name, _, _, holds in _REASONS if holds(facts)]


def worth(facts: Facts, weights: Mapping[str, float] = WEIGHTS) -> float:
    """Between 0 and 1."""
    total = weights.get("", BIAS) + sum(weights.get(name, 0.0) for name in features(facts))
    return round(1 / (1 + math.exp(-total)), 3)


def because(facts: Facts, weights: Mapping[str, float] = WEIGHTS) -> str:
    """The strongest reason for a check, in words; empty where none speaks for it."""
    held = set(features(facts))
    ranked = sorted(
        ((weights.get(name, 0.0), words) for name, _, words, _ in _REASONS if name in held),
        reverse=True,
    )
    return ranked[0][1] if ranked and ranked[0][0] > 0 else ""


def fitted(
    decisions: Sequence[tuple[Facts, bool]], rounds: int = 400, step: float = 0.5
) -> Mapping[str, float]:
    """Weights learnt from what a desk accepted (true) and set aside, held near our own.

    Raises ValueError below 200 decisions: a handful would only teach somebody's mood.
    """
    if len(decisions) < FEWEST_DECISIONS:
        raise ValueError(f"{FEWEST_DECISIONS} decisions are needed; there are {len(decisions)}.")
    weights = dict(WEIGHTS)
    rows = [(["", *features(facts)], accepted) for facts, accepted in decisions]
    for _ in range(rounds):
        for name, slope in _slopes(rows, weights).items():
            pull = (weights[name] - WEIGHTS[name]) / len(rows)
            weights[name] += step * (slope - pull)
    return weights


def _slopes(
    rows: Iterable[tuple[list[str], bool]], weights: Mapping[str, float]
) -> dict[str, float]:
    """In which direction, and how far, each weight is wrong."""
    slopes = dict.fromkeys(weights, 0.0)
    count = 0
    for names, accepted in rows:
        guess = 1 / (1 + math.exp(-sum(weights[name] for name in names)))
        count += 1
        for name in names:
            slopes[name] += accepted - guess
    return {name: slope / max(count, 1) for name, slope in slopes.items()}
