"""Whom it was said to, when and where: what stands between a cue and what is said. Pure."""

from collections.abc import Sequence

from factcheck.splitting.plain import lexicon as known
from factcheck.splitting.plain.cue import low_at
from factcheck.splitting.plain.tokens import Token


def past_adjuncts(tokens: Sequence[Token], index: int, verb: str) -> int:
    """The first token after whom it was said to, when and where."""
    if "a" in known.FRAMES.get(verb, ""):
        index = _addressee(tokens, index)
    for _ in range(4):
        after = _one_adjunct(tokens, index)
        if after == index:
            break
        index = after
    return index


def _addressee(tokens: Sequence[Token], index: int) -> int:
    """Past the person who was told."""
    start = index
    if low_at(tokens, index) in ("him", "her", "them", "me", "us", "you", "it"):
        return index + 1
    while index < len(tokens) and index - start < 10:
        token = tokens[index]
        if token.quoted or token.low in ("that", "to", "of", "in", "on", "during", "at", "about"):
            break
        if not token.word and token.text not in ("&", "’", "'"):
            break
        if token.low in known.DAYS or token.low in known.PRONOUNS | known.QUESTION_WORDS:
            break
        if index > start and _ends_addressee(tokens, index):
            break
        index += 1
    return index


def _ends_addressee(tokens: Sequence[Token], index: int) -> bool:
    """Whether the name before is complete and a clause begins: "told reporters the", "told AP it"."""
    before, token = tokens[index - 1], tokens[index]
    if token.low in known.DETERMINERS and before.low not in known.DETERMINERS:
        return True
    return token.capital and not before.capital and before.low.endswith("s")


def _one_adjunct(tokens: Sequence[Token], index: int) -> int:
    """Past one time, occasion or adverb; `index` where none stands."""
    low = low_at(tokens, index)
    if not low or tokens[index].quoted:
        return index
    if low in known.ADVERBS or (low.endswith("ly") and len(low) > 4):
        return index + 1
    if low in known.TIMES or low in known.MONTHS or (low == "on" and _time(tokens, index + 1)):
        end = index + 1
        while end < len(tokens) and (_time(tokens, end) or tokens[end].low.isdigit()):
            end += 1
        return end
    if low == "in" and (low_at(tokens, index + 1) in known.MONTHS or _year(tokens, index + 1)):
        return index + 2
    return _past_occasion(tokens, index) if occasion(tokens, index) else index


def _time(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token tells when."""
    low = low_at(tokens, index)
    return low in known.TIMES or low in known.MONTHS


def occasion(tokens: Sequence[Token], index: int) -> bool:
    """Whether "in a statement", "to reporters" or the like begins here."""
    if tokens[index].low not in ("in", "at", "during", "on", "to", "via", "after", "by"):
        return False
    return any(t.low in known.OCCASIONS for t in tokens[index + 1 : index + 6])


def _year(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is a year."""
    low = low_at(tokens, index)
    return len(low) == 4 and low.isdigit()


def _past_occasion(tokens: Sequence[Token], index: int) -> int:
    """Past "in an interview with the paper": to the noun, and its own preposition phrase."""
    end = index + 1
    while end < len(tokens) and tokens[end].low not in known.OCCASIONS:
        end += 1
    while end < len(tokens) and tokens[end].low in known.OCCASIONS:
        end += 1
    if low_at(tokens, end) in ("with", "to", "in", "on", "from", "of", "at", "by"):
        near = end + 1
        while near < len(tokens) and near - end < 9:
            token = tokens[near]
            if token.quoted or not token.word or token.low in ("that", *known.PRONOUNS):
                return near
            if _time(tokens, near):
                return near
            if near > end + 1 and not token.capital and tokens[near - 1].capital:
                return near
            near += 1
    return end
