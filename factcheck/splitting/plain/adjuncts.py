"""The listener, the time and the place of saying: the words between a cue and its content."""

from collections.abc import Sequence

from factcheck.splitting.plain.words import (
    DETERMINERS,
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
_BEHIND_NAME = TIMES | frozenset("as while when in at on during to after".split())
_LONGEST_NAME = 40  # words, with the speaker's description


def behind_adjuncts(words: Sequence[PlainWord], i: int, verb: str) -> int:
    """The first word after the listener, the time and the place."""
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
    """Whether the listener's name ends here: "told reporters | the", "told the AP | it"."""
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
    """The first word after one time or adverb; `i` if there is none."""
    low = low_at(words, i)
    if not low or words[i].quoted:
        return i
    if is_adverb(low):
        return i + 1
    following = low_at(words, i + 1)
    if low in TIMES or (low in {"on", "in"} and (following in TIMES or following.isdigit())):
        end = i + 1
        while low_at(words, end) in TIMES or low_at(words, end).isdigit():
            end += 1
        return end
    return i


def name_end(words: Sequence[PlainWord], start: int) -> int:
    """The end of the speaker named after a verb, with their description: "said Lie, the mayor"."""
    end, commas = start, 0
    while end < min(len(words), start + _LONGEST_NAME):
        word = words[end]
        if word.quoted or word.text in STOPS or word.text in {"—", "–", ":"}:
            break
        if word.text == ",":
            commas += 1
        if commas > 1 or (end > start and word.low in _BEHIND_NAME):
            break
        end += 1
    while end > start + 1 and words[end - 1].low in {"on", "in", ",", "at", "and"}:
        end -= 1
    return end
