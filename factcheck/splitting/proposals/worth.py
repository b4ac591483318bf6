"""How much a claim is worth checking: a sum of reasons, each with its weight and its words.

We set the weights until a desk has made enough decisions; then they are learned from what it
accepts and sets aside (`learning.py`). The reasons stay the same, so that the score can always be
put in words. Desks store them by name: a reason whose meaning changes needs a new name.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from factcheck.splitting.proposals.kinds import has_number


@dataclass(frozen=True, slots=True)
class Facts:
    """What the score is computed from."""

    words: str
    claim_kind: str
    quote_kind: str
    speaker_kind: (
        str  # "" in the article's own voice, "unknown" for a pronoun whose speaker is not found
    )
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
WORDS: Mapping[str, str] = {name: words for name, _, words, _ in _REASONS}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The score of a claim, and the reasons behind it."""

    worth: float  # 0..1
    reasons: tuple[str, ...]  # those that hold, by name
    because: str  # the strongest reason for a check, in words; empty if there is none

    def told(self, sentence: str) -> str:
        """The sentence that explains the suggestion, followed by the main reason to check it."""
        return f"{sentence[:-1]}, and {self.because}." if self.because else sentence


def _names(words: str) -> int:
    """How many capitalised words follow the first word."""
    return sum(word[:1].isupper() for word in words.split()[1:])


def weigh(facts: Facts, weights: Mapping[str, float] = WEIGHTS) -> Weighed:
    """How much a claim is worth checking, and why. A reason without a weight counts nothing."""
    held = tuple(name for name, _, _, holds in _REASONS if holds(facts))
    strongest = max(held, key=lambda name: weights.get(name, 0.0), default="")
    speaks = strongest and weights.get(strongest, 0.0) > 0
    return Weighed(
        worth=round(share(held, weights), 3),
        reasons=held,
        because=WORDS[strongest] if speaks else "",
    )


def share(held: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights of these reasons, mapped to between 0 and 1."""
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in held)
    return 1 / (1 + math.exp(-max(-60.0, min(total, 60.0))))
