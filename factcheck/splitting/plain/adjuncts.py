"""Whom something was said to, when and where: what stands between a cue and what is said."""

from collections.abc import Sequence

from factcheck.splitting.plain.words import (
    DETERMINERS,
    OCCASIONS,
    PRONOUNS,
    QUESTION_WORDS,
    STOPS,
    TIMES,
    PlainWord,
    is_adverb,
    low_at,
)

_TELLING = frozenset("tell ask warn assure remind inform notify advise convince persuade".split())
TO_WHOM = frozenset({"him", "her", "them", "me", "us", "you", "it"})
_ENDS_ADDRESSEE = frozenset("that to of in on during at about".split())
_BEFORE_OCCASION = frozenset("in at during on to via after by".split())
_LONGEST_NAME = 40  # words, with what is told about somebody


def behind_adjuncts(words: Sequence[PlainWord], i: int, verb: str) -> int:
    """The first word behind whom it was said to, when and where."""
    if verb in _TELLING:
        i = _behind_addressee(words, i)
    for _ in range(4):
        after = _behind_adjunct(words, i)
        if after == i:
            break
        i = after
    return i


def _behind_addressee(words: Sequence[PlainWord], start: int) -> int:
    if low_at(words, start) in TO_WHOM:
        return start + 1
    i = start
    while i < min(len(words), start + 10) and not _ends_addressee(words, i, start):
        i += 1
    return i


def _ends_addressee(words: Sequence[PlainWord], i: int, start: int) -> bool:
    """Whether the name of who was told is over: "told reporters | the", "told the AP | it"."""
    word = words[i]
    if word.quoted or word.low in _ENDS_ADDRESSEE | TIMES | PRONOUNS | QUESTION_WORDS:
        return True
    if not word.is_word:
        return word.text != "&"
    if i == start:
        return False
    before = words[i - 1]
    if word.low in DETERMINERS:
        return before.low not in DETERMINERS
    return word.has_capital and not before.has_capital and before.low.endswith("s")


def _behind_adjunct(words: Sequence[PlainWord], i: int) -> int:
    """Behind one time, occasion or adverb; `i` where none stands."""
    low = low_at(words, i)
    if not low or words[i].quoted:
        return i
    if is_adverb(low):
        return i + 1
    following = low_at(words, i + 1)
    if low in TIMES or (low in {"on", "in"} and (following in TIMES or _is_year(following))):
        end = i + 1
        while low_at(words, end) in TIMES or low_at(words, end).isdigit():
            end += 1
        return end
    return _behind_occasion(words, i) if begins_occasion(words, i) else i


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit()


def begins_occasion(words: Sequence[PlainWord], i: int) -> bool:
    """Whether "in a statement", "to reporters" or the like begins here."""
    if words[i].low not in _BEFORE_OCCASION:
        return False
    return any(word.low in OCCASIONS for word in words[i + 1 : i + 6])


def _behind_occasion(words: Sequence[PlainWord], i: int) -> int:
    """Behind "in an interview with the paper": to the noun, and a phrase of its own."""
    end = i + 1
    while words[end].low not in OCCASIONS:
        end += 1
    while low_at(words, end) in OCCASIONS:
        end += 1
    if low_at(words, end) not in {"with", "to", "in", "on", "from", "of", "at", "by"}:
        return end
    for near in range(end + 1, min(len(words), end + 9)):
        word = words[near]
        if word.quoted or not word.is_word or word.low in {"that", *PRONOUNS, *TIMES}:
            return near
        if near > end + 1 and not word.has_capital and words[near - 1].has_capital:
            return near
    return end


def name_end(words: Sequence[PlainWord], start: int) -> int:
    """Where the speaker behind a verb ends, with what is told about them: "said Lie, the mayor"."""
    end, commas = start, 0
    while end < min(len(words), start + _LONGEST_NAME):
        word = words[end]
        if word.quoted or word.text in STOPS or word.text in {"—", "–", ":"}:
            break
        if word.text == ",":
            if commas or not _tells_of_name(words, end + 1):
                break
            commas += 1
        elif end > start and (
            word.low in TIMES | {"as", "while", "when"} or begins_occasion(words, end)
        ):
            break
        end += 1
    while end > start + 1 and words[end - 1].low in {"on", "in", ",", "at", "and"}:
        end -= 1
    return end


def _tells_of_name(words: Sequence[PlainWord], i: int) -> bool:
    """Whether what stands behind a comma tells who somebody is."""
    if i >= len(words) or words[i].quoted:
        return False
    return not words[i].low.endswith("ing") and words[i].low not in {
        "and",
        "but",
        "in",
        "as",
        "while",
    }
