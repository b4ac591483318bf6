"""What sort of statement it is, what softens it, where it may be cut. Pure."""

import re
from collections.abc import Sequence

from factcheck.core.spans import Span

FACT, NUMBER, COMPARISON = "fact", "number", "comparison"
CAUSAL, PREDICTION, OPINION = "causal", "prediction", "opinion"
_OPINION = re.compile(
    r"\b(?:should|ought|must|deserves?|best|worst|great|terrible|awful|wonderful|disgrace\w*"
    r"|shame\w*|wrong|unfair|fair|beautiful|ridiculous|outrageous|unacceptable|important"
    r"|I (?:think|believe|feel|hope|want)|we (?:need|want|hope|believe))\b",
    re.I,
)
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|older|younger|better|worse|faster|slower"
    r"|\w{3,12}er) than\b|\bcompared (?:with|to)\b|\bas \w+ as\b|\b(?:up|down) from\b"
    r"|\b(?:highest|lowest|largest|smallest|biggest|fastest|longest|oldest|youngest|record)\b"
    r"|\b(?:doubled|tripled|halved|twice)\b|\btimes as\b",
    re.I,
)
_PREDICTION = re.compile(
    r"\b(?:will|shall|won[’']t|is going to|are going to|(?:is|are) (?:set|due|likely|expected"
    r"|poised|scheduled) to|plans? to|intends? to|by 20[3-9]\d)\b|[’']ll\b",
    re.I,
)
_CAUSAL = re.compile(
    r"\b(?:because|due to|caused?|causing|led to|leads to|leading to|as a result|owing to|thanks to"
    r"|stemming from|resulted in|triggered|contributed to|prompted)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|half|a third|a quarter|per ?cent)\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bG ?\d{1,2}\b|\b[A-Z]\d+\b|\b\d{1,2}(?=-year)")
_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_HEDGE = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|apparent(?:ly)?|possibly|probably|perhaps|maybe|may|might|could"
    r"|(?:is|are|was|were) expected to|(?:is|are) likely to|appears? to|seems? to|said to be"
    r"|believed to|suspected|purported(?:ly)?|supposed(?:ly)?|so-called|did not deny"
    r"|not(?! only)|never|denie[sd]|no longer)\b",
    re.I,
)
_CUT = re.compile(r"(?<=[;,])[ \u00a0](?=(?:and|but|while|whereas)\b)|(?<=;)[ \u00a0]")


def claim_kind(words: str) -> str:
    """What sort of statement the words make: fact, number, comparison, causal, prediction, opinion."""
    for kind, sign in (
        (COMPARISON, _COMPARISON),
        (PREDICTION, _PREDICTION),
        (OPINION, _OPINION),
        (CAUSAL, _CAUSAL),
    ):
        if sign.search(words):
            return kind
    return NUMBER if _counts(words) else FACT


def _counts(words: str) -> bool:
    """Whether a number stands in the words that is no date."""
    return bool(_NUMBER.search(_DATE.sub(" ", _YEAR.sub(" ", words))))


def hedges(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The words that soften or deny the statement."""
    return tuple(
        Span(*match.span())
        for part in parts
        for match in _HEDGE.finditer(text, part.start, part.end)
    )


def cuts(text: str, parts: Sequence[Span]) -> tuple[int, ...]:
    """Where the statement may be cut in two: before ", and", ", while", after a semicolon."""
    return tuple(
        match.end() for part in parts for match in _CUT.finditer(text, part.start, part.end)
    )
