"""The kind of a statement, and which of its words soften or deny it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from factcheck.core.spans import Span

_NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|one-third|two-thirds"
    r"|a quarter|double[ds]?|tripled?)"
)
# for words in small letters: a search for both cases takes five times as long
_OPINION = re.compile(
    r"\b(?:should(?:n['’]t)?|ought to|must(?:n['’]t)?|deserves?|wrong(?:ly)?|right thing|disgrace(?:ful)?"
    r"|shame(?:ful)?|terrible|horrible|awful|wonderful|amazing|fantastic|beautiful|ugly|brilliant"
    r"|stupid|foolish|dangerous(?:ly)?|reckless|irresponsible|unacceptable|outrageous|disaster"
    r"|disastrous|tragic|excellent|great(?:est)?|best|worst|proud|sad(?:ly)?|ridiculous|absurd"
    r"|important|importance|unfair|fair|crucial|essential|good|bad|better off|i think|i believe"
    r"|i feel|in my view|love|hate|hopes?|wish(?:es)?|wants?)\b",
)
# "to impose its will" predicts nothing
_OWNED = "".join(f"(?<!{word} )" for word in "its his her my our your their the free own".split())
_PREDICTION = re.compile(
    rf"\b(?:{_OWNED}will|won['’]t|shall|['’]ll|going to|expected to|set to|due to (?:be|begin|start|take)"
    r"|likely to|about to|plans? to|planned to|poised to|scheduled to|slated to|forecast(?:s|ed)?"
    r"|by 20[3-9]\d|would)\b",
)
_CAUSAL = re.compile(
    r"\b(?:because|caus(?:e[sd]?|ing)|due to|led to|leads? to|result(?:s|ed|ing)? in|thanks to"
    r"|owing to|as a result|stem(?:s|med|ming)? from|blam(?:e[sd]?|ing)|triggered|prompted"
    r"|responsible for|contributed to|reason (?:for|why)|so that)\b",
)
_COMPARISON = re.compile(
    r"(?:\b(?:more|less|fewer|better|worse|higher|lower|larger|smaller|bigger|greater|older"
    r"|younger|faster|slower|longer|shorter|stronger|weaker|richer|poorer|\w{3,}er)\b.{0,60}\bthan\b"
    r"|\b(?:the (?:most|least|first|last|only|\w{3,}est)|compared (?:with|to)|as \w+ as"
    r"|twice as|times (?:as|more|higher)|outnumber\w*|unprecedented|on record)\b)",
)
_DATE = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)|(?:19|20)\d\d|G\d+|\d{1,2}(?::\d\d)? ?[ap]\.?m)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?:\d|\b{_NUMBER_WORD}\b|\bper ?cent\b|%)")
_HEDGE = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|apparent(?:ly)?|purported(?:ly)?|supposed(?:ly)?|so-called"
    r"|possibly|probably|perhaps|maybe|likely|unlikely|presumably|potential(?:ly)?|suspected"
    r"|(?:is|are|was|were) (?:also )?(?:expected|believed|thought|said|understood|set|likely) to"
    r"|appear(?:s|ed)? to|seem(?:s|ed)? to|tend(?:s|ed)? to|may|might|could|if confirmed"
    r"|did(?: not|n['’]t) (?:deny|rule out)|ha(?:s|ve|d)(?: not|n['’]t) (?:denied|ruled out)"
    r"|not|n['’]t|cannot|never|no longer|neither|nor|hardly|barely|without|almost|nearly|about \d+"
    r"|roughly|around \d+|some \d+|up to \d+|at least|more or less)\b",
)
_MONTH = frozenset({"May", "MAY"})  # "May" the month is not a hedge
_ASCII_LOW = str.maketrans(ascii_uppercase, ascii_lowercase)
_NO_HEDGES = 8  # more of them than this help nobody


def kind(words: str) -> str:
    """fact, number, comparison, causal, prediction or opinion: the first that the words show."""
    small = words.lower()
    for name, pattern in (
        ("prediction", _PREDICTION),
        ("opinion", _OPINION),
        ("causal", _CAUSAL),
        ("comparison", _COMPARISON),
    ):
        if pattern.search(small):
            return name
    return "number" if has_number(words) else "fact"


@lru_cache(maxsize=8)  # a claim's kind and its worth both need the answer
def has_number(words: str) -> bool:
    """Whether the words contain a number that is not a date."""
    words = words[:1].lower() + words[1:]  # "Half of them", but not "the Group of Seven"
    if _NUMBER.search(words) is None:
        return False
    return _NUMBER.search(_DATE.sub("", words)) is not None


def hedges(text: str, stretches: Sequence[Span]) -> tuple[Span, ...]:
    """The words of these spans that soften or deny what they say, in order."""
    found: list[Span] = []
    for stretch in stretches:
        words = text[stretch.start : stretch.end]
        for match in _HEDGE.finditer(_lowered(words)):
            hedge = words[match.start() : match.end()]
            start = stretch.start + match.start()
            end = start + len(hedge.rstrip("0123456789 "))
            if len(found) < _NO_HEDGES and start < end and hedge not in _MONTH:
                found.append(Span(start, end))
    return tuple(found)


def _lowered(words: str) -> str:
    """The words in small letters, each character in its place: some have two in small letters."""
    low = words.lower()
    return low if len(low) == len(words) else words.translate(_ASCII_LOW)
