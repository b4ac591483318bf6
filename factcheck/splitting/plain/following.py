"""What is said stands after its cue: "The mayor said (that) …", ", adding that …". Pure."""

from collections.abc import Sequence

from factcheck.splitting.plain import lexicon as known
from factcheck.splitting.plain.adjuncts import past_adjuncts
from factcheck.splitting.plain.cue import (
    AFTER,
    CLOSING_MARKS,
    OPENING_MARKS,
    STOPS,
    Cue,
    low_at,
    quote_next,
)
from factcheck.splitting.plain.subjects import Range
from factcheck.splitting.plain.tokens import Token

_PARTICIPLES = frozenset("say add claim call cite accuse urge criticize denounce".split())
_MOST_BETWEEN = 16


def before_content(
    tokens: Sequence[Token], who: Range | None, words: Range, verb: str
) -> Cue | None:
    """ "The mayor said (that) …": what is said follows."""
    start, marked = _content_start(tokens, words[1], verb)
    if start is None:
        return None
    sure = marked or verb in ("say", "add", "tell") or tokens[start].low in known.PRONOUNS
    if who is None and not sure:
        return None
    if who is None and not _carries_on(tokens, words[0]):
        return None
    return Cue(AFTER, verb, who, words, start, len(tokens), shared=who is None, marked=marked)


def _carries_on(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb without a subject shares that of the verb before: "and said", ", added"."""
    return low_at(tokens, start - 1) in ("and", "but", ",", "or", "then", "to")


def _content_start(tokens: Sequence[Token], index: int, verb: str) -> tuple[int | None, bool]:
    """Where what is said begins after the cue, and whether something marks it."""
    frames = known.FRAMES.get(verb, "c")
    mark = marker(tokens, index, frames)
    if mark is not None:
        return mark, True
    near = past_adjuncts(tokens, index, verb)
    if near >= len(tokens) or tokens[near].text in (",", ")", *STOPS):
        return None, False
    low = tokens[near].low
    if low in known.QUESTION_WORDS and set(frames) & set("pcta"):
        return near, True
    if low == "to" or (low == "not" and low_at(tokens, near + 1) == "to"):
        if "a" in frames and near > index and verb not in ("promise", "pledge", "vow"):
            return index, True
        return (near, True) if "i" in frames or "a" in frames else (None, False)
    if "c" in frames and (low not in known.PREPOSITIONS or low in ("after", "in", "on", "at")):
        return near, False
    if "o" in frames and low not in known.PREPOSITIONS - {"about"} and low != "to":
        return near, False
    return None, False


def marker(tokens: Sequence[Token], index: int, frames: str) -> int | None:
    """The "that", colon or quotation which begins what is said, near the cue."""
    for near in range(index, min(len(tokens), index + _MOST_BETWEEN)):
        token = tokens[near]
        if token.quoted and token.text[0] in OPENING_MARKS:
            return near if near - index < 1 or _comma_before(tokens, near, index) else None
        if token.text == ":":
            return near + 1 if near + 1 < len(tokens) else None
        if token.low == "that" and ("c" in frames or "t" in frames or "a" in frames):
            return near if _only_between(tokens, index, near) else None
        if token.text in STOPS or (token.text == "," and not quote_next(tokens, near)):
            return None
    return None


def _comma_before(tokens: Sequence[Token], near: int, index: int) -> bool:
    """Whether a comma parts the cue from the quotation."""
    return tokens[near - 1].text in (",", ":") and near - index <= 14


def _only_between(tokens: Sequence[Token], index: int, near: int) -> bool:
    """Whether between cue and "that" stand only a hearer, a time, an occasion."""
    between = tokens[index:near]
    return not any(
        t.low in known.AUXILIARIES or (t.low in known.FORMS and t.low not in known.OCCASIONS)
        or t.low in known.PRONOUNS
        for t in between
    )  # fmt: skip


def participle(tokens: Sequence[Token], start: int, last: int, floor: int, verb: str) -> Cue | None:
    """ ", adding that …" with the subject of before; "with the farmers warning that …"."""
    content, marked = _content_start(tokens, last, verb)
    if content is None:
        return None
    before = low_at(tokens, start - 1)
    if before in CLOSING_MARKS and not tokens[start - 2].word:
        before = ","
    if before in (",", "—", "–", "by", "after", "before", "while", "and", "in", "without"):
        strong = marked or verb in _PARTICIPLES or tokens[content].low in known.PRONOUNS
        if before in ("and", "in") and not marked:
            return None
        if not strong:
            return None
        words, size = (start, last), len(tokens)
        return Cue(AFTER, verb, None, words, content, size, shared=True, marked=marked)
    return _with(tokens, start, last, floor, verb, content)


def _with(
    tokens: Sequence[Token], start: int, last: int, floor: int, verb: str, content: int
) -> Cue | None:
    """ "…, with the farmers warning that …"."""
    near = start
    while near > max(floor, start - 8) and tokens[near - 1].word and tokens[near - 1].low != "with":
        near -= 1
    if near == start or low_at(tokens, near - 1) != "with":
        return None
    return Cue(AFTER, verb, (near, start), (start, last), content, len(tokens), aside=True)
