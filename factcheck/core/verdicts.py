"""The one vocabulary of verdicts: their codes, their words, their order. Pure.

Two questions are asked of every claim and never mixed: the attribution (did they say it) and the
content (is it true).
"""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """Which of the two questions a piece of evidence, a verdict or a label is about."""

    ATTRIBUTION = "attribution"
    CONTENT = "content"


QUESTIONS: dict[Aspect, str] = {
    Aspect.ATTRIBUTION: "Did they say it?",
    Aspect.CONTENT: "Is it true?",
}


class AttributionCode(StrEnum):
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


class ContentCode(StrEnum):
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
class Definition:
    """What a verdict is called and what it means, as readers see it."""

    word: str
    meaning: str


ATTRIBUTION_SCALE: dict[str, Definition] = {
    AttributionCode.CONFIRMED_VERBATIM: Definition(
        "Said, word for word", "A record has the same words."
    ),
    AttributionCode.CONFIRMED_PARAPHRASE: Definition("Said, in other words", "The sense is fair."),
    AttributionCode.UNCONFIRMED: Definition(
        "Not confirmed", "No record was found and nobody answered."
    ),
    AttributionCode.OUT_OF_CONTEXT: Definition(
        "Out of context", "It was said, but about something else."
    ),
    AttributionCode.ALTERED: Definition(
        "Words changed", "Words or sense differ from what was said."
    ),
    AttributionCode.DENIED: Definition(
        "Denied by the speaker", "The speaker denies it and no record settles it."
    ),
    AttributionCode.WRONG_SPEAKER: Definition("Said by someone else", "Somebody else said it."),
    AttributionCode.FABRICATED: Definition(
        "Never said", "There is evidence that it was never said."
    ),
    AttributionCode.UNCHECKED: Definition("Not checked", "Nobody has looked into it."),
    OWN_VOICE: Definition("The article's own words", "Nobody is quoted for it."),
}

CONTENT_SCALE: dict[str, Definition] = {
    ContentCode.ACCURATE: Definition("Accurate", "It is true."),
    ContentCode.NEEDS_CONTEXT: Definition(
        "Needs context", "It is true, but misunderstood without what we add."
    ),
    ContentCode.OUTDATED: Definition("Out of date", "It was true on a date that we name."),
    ContentCode.MISLEADING: Definition(
        "Misleading", "True in its parts, false in what it conveys."
    ),
    ContentCode.INACCURATE: Definition("Inaccurate", "It is not true."),
    ContentCode.DISPUTED: Definition("Disputed", "Credible sources conflict; both are shown."),
    ContentCode.UNSUPPORTED: Definition(
        "Unsupported", "It could be checked, and nothing offered or found bears it out."
    ),
    ContentCode.UNVERIFIABLE: Definition(
        "Cannot be verified", "It cannot be known now; we say when we shall look again."
    ),
    ContentCode.NOT_CHECKABLE: Definition(
        "Not a matter of fact", "An opinion, a wish or a demand."
    ),
    ContentCode.ATTRIBUTION_ONLY: Definition(
        "Only that it was said", "We confirmed that it was said and vouch for no more."
    ),
    ContentCode.UNCHECKED: Definition("Not checked", "Nobody has looked into it."),
}

SCALES: dict[Aspect, dict[str, Definition]] = {
    Aspect.ATTRIBUTION: ATTRIBUTION_SCALE,
    Aspect.CONTENT: CONTENT_SCALE,
}

CONFIRMED = frozenset({AttributionCode.CONFIRMED_VERBATIM, AttributionCode.CONFIRMED_PARAPHRASE})
# verdicts that damage whoever is named: they must have been asked
DAMAGING = frozenset(
    {
        ContentCode.MISLEADING,
        ContentCode.INACCURATE,
        ContentCode.UNSUPPORTED,
        AttributionCode.ALTERED,
        AttributionCode.OUT_OF_CONTEXT,
        AttributionCode.WRONG_SPEAKER,
        AttributionCode.FABRICATED,
    }
)
# verdicts after which the desk's own article may not stand as it is
NOT_TO_STAND = frozenset(
    {
        ContentCode.MISLEADING,
        ContentCode.INACCURATE,
        AttributionCode.ALTERED,
        AttributionCode.WRONG_SPEAKER,
        AttributionCode.FABRICATED,
    }
)
# verdicts that need no reason
SELF_EXPLANATORY = frozenset({ContentCode.ACCURATE, AttributionCode.CONFIRMED_VERBATIM})

_WEAKNESS = {code: rank for rank, code in enumerate(AttributionCode)}


def weakest(codes: list[str]) -> str:
    """The verdict that a claim shows for its chain: that of its weakest link, or `not_applicable`."""
    return min(codes, key=lambda code: _WEAKNESS[AttributionCode(code)], default=OWN_VOICE)


def word(aspect: str, code: str) -> str:
    """The product's word for a verdict; a desk may rename it."""
    return SCALES[Aspect(aspect)][code].word


def contrast(attribution: str, content: str) -> str:
    """The sentence for a claim that was said and is not true, or misleads; else nothing."""
    if attribution not in CONFIRMED:
        return ""
    if content == ContentCode.INACCURATE:
        return "It was said. It is not true."
    return "It was said. It misleads." if content == ContentCode.MISLEADING else ""
