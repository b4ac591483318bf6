"""The verdicts: their codes, their words, their order, their numbers. Pure.

Two scales that are never mixed: was it said, and is it true.
"""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """Which of the two questions a piece of evidence or a verdict is about."""

    ATTRIBUTION = "attribution"
    CONTENT = "content"


class Said(StrEnum):
    """Did they say it, like that? Declared from the weakest to the strongest."""

    FABRICATED = "fabricated"
    WRONG_SPEAKER = "wrong_speaker"
    DENIED = "denied"
    ALTERED = "altered"
    OUT_OF_CONTEXT = "out_of_context"
    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"
    CONFIRMED_PARAPHRASE = "confirmed_paraphrase"
    CONFIRMED_VERBATIM = "confirmed_verbatim"


class Truth(StrEnum):
    """Is it true?"""

    ACCURATE = "accurate"
    NEEDS_CONTEXT = "needs_context"
    OUTDATED = "outdated"
    MISLEADING = "misleading"
    INACCURATE = "inaccurate"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not_checkable"
    ATTRIBUTION_ONLY = "attribution_only"
    UNCHECKED = "unchecked"


OWN_VOICE = "not_applicable"
UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a scale: its word and what it means, as readers see them."""

    word: str
    meaning: str


SAID: dict[str, Step] = {
    Said.CONFIRMED_VERBATIM: Step("Said, word for word", "A record has the same words."),
    Said.CONFIRMED_PARAPHRASE: Step("Said, in other words", "The sense is fair."),
    Said.UNCONFIRMED: Step("Not confirmed", "No record was found and nobody answered."),
    Said.OUT_OF_CONTEXT: Step("Out of context", "It was said, but about something else."),
    Said.ALTERED: Step("Words changed", "Words or sense differ from what was said."),
    Said.DENIED: Step("Denied by the speaker", "The speaker denies it and no record settles it."),
    Said.WRONG_SPEAKER: Step("Said by someone else", "Somebody else said it."),
    Said.FABRICATED: Step("Never said", "There is evidence that it was never said."),
    Said.UNCHECKED: Step("Not checked", "Nobody has looked into it."),
    OWN_VOICE: Step("The article's own words", "Nobody is quoted for it."),
}

TRUE: dict[str, Step] = {
    Truth.ACCURATE: Step("Accurate", "It is true."),
    Truth.NEEDS_CONTEXT: Step(
        "Needs context", "It is true, but misunderstood without what we add."
    ),
    Truth.OUTDATED: Step("Out of date", "It was true on a date that we name."),
    Truth.MISLEADING: Step("Misleading", "True in its parts, false in what it conveys."),
    Truth.INACCURATE: Step("Inaccurate", "It is not true."),
    Truth.DISPUTED: Step("Disputed", "Credible sources conflict; both are shown."),
    Truth.UNSUPPORTED: Step(
        "Unsupported", "It could be checked, and nothing offered or found bears it out."
    ),
    Truth.UNVERIFIABLE: Step(
        "Cannot be verified", "It cannot be known now; we say when we shall look again."
    ),
    Truth.NOT_CHECKABLE: Step("Not a matter of fact", "An opinion, a wish or a demand."),
    Truth.ATTRIBUTION_ONLY: Step(
        "Only that it was said", "We confirmed that it was said and vouch for no more."
    ),
    Truth.UNCHECKED: Step("Not checked", "Nobody has looked into it."),
}

NUMBERS: dict[str, int] = {
    Truth.ACCURATE: 5,
    Truth.NEEDS_CONTEXT: 4,
    Truth.MISLEADING: 2,
    Truth.OUTDATED: 2,
    Truth.INACCURATE: 1,
}

CONFIRMED = frozenset({Said.CONFIRMED_VERBATIM, Said.CONFIRMED_PARAPHRASE})
# findings that hurt whoever is named: they must have been asked
HURTS = frozenset(
    {
        Truth.MISLEADING,
        Truth.INACCURATE,
        Truth.UNSUPPORTED,
        Said.ALTERED,
        Said.OUT_OF_CONTEXT,
        Said.WRONG_SPEAKER,
        Said.FABRICATED,
    }
)
# findings after which an own article may not simply stand
NOT_TO_STAND = frozenset(
    {Truth.MISLEADING, Truth.INACCURATE, Said.ALTERED, Said.WRONG_SPEAKER, Said.FABRICATED}
)
# verdicts that say all by themselves
PLAIN = frozenset({Truth.ACCURATE, Said.CONFIRMED_VERBATIM})

_WEAKNESS = {code: rank for rank, code in enumerate(Said)}


def weakest(codes: list[str]) -> str:
    """The verdict that a claim shows for its chain: its weakest link's, or `not_applicable`."""
    return min(codes, key=lambda code: _WEAKNESS[Said(code)], default=OWN_VOICE)


def word(aspect: str, code: str) -> str:
    """The product's word for a verdict; a desk may rename it."""
    return (SAID if aspect == Aspect.ATTRIBUTION else TRUE)[code].word


def but(said: str, true: str) -> str:
    """The sentence for the dangerous case, where the two verdicts pull apart; else nothing."""
    if said in CONFIRMED and true in {Truth.INACCURATE, Truth.MISLEADING}:
        return (
            "It was said. It is not true."
            if true == Truth.INACCURATE
            else "It was said. It misleads."
        )
    return ""
