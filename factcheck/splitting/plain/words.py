"""The words of a sentence, found by a pattern, and word lists of the plain splitter."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.core.spans import LETTERS, Span
from factcheck.splitting.text.quotes import Quoted

OPENING_MARKS = frozenset('"“‘„«「『')
CLOSING_MARKS = frozenset('"”’»“」』')
DASHES = frozenset({"—", "–", "--", "-"})
STOPS = frozenset({".", "!", "?", "…", ";"})
AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had having will would can could may might shall
    should must do does did not never 's ’s 're ’re 'm ’m 'll ’ll 'd ’d 've ’ve
    """.split()
)
BE = frozenset("is are was were be been being am 's ’s 're ’re 'm ’m".split())
ADVERBS = frozenset(
    """
    also then later still even again already now just only often once always ever earlier too thus
    therefore further instead meanwhile simply soon first so recently
    """.split()
)
DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some many several most all few
    both another one two three four five six seven eight nine ten each every no any other others
    """.split()
)
PRONOUNS = frozenset("he she it they we i you who".split())
# after these, whoever they name, a verb in its base form may follow: "officials say"
PLURALS = frozenset("they we you i who people police some many others few most both all".split())
PREPOSITIONS = frozenset(
    """
    in on at by for from with during after before under over against among amid despite about into
    since through throughout without within between to of as like unlike until upon following
    """.split()
)
# a clause begins at these words, so no subject extends further left
CLAUSE_WORDS = frozenset(
    """
    that but while because as when if although though since whether where than so what how why
    until unless however yet after before whereas or nor whom whose then
    """.split()
)
QUESTION_WORDS = frozenset("whether if how why what who which where when".split())
TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec morning afternoon evening night week month year
    day weekend earlier later late last early this next ago recently
    """.split()
)
# a sentence that begins with these begins with circumstances, not with content
INTRODUCTIONS = PREPOSITIONS | CLAUSE_WORDS | TIMES | ADVERBS | {"asked", "given", "finally"}
_SHORT = frozenset("mr mrs ms dr sen rep gov gen col lt sgt capt prof rev st jr sr no".split())
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}+|\d(?:[\d.,:]*\d)?+%?|\$\d(?:[\d.,]*\d)?+"
    r"|(?:he|she|it|they|we|i|you|that|there|who|what)(?=['’](?:s|re|ll|d|ve|m)\b)"
    r"|['’](?:s|re|ll|d|ve|m)\b"
    rf"|{LETTERS}(?:[-‐‑'’.@/&]{LETTERS})*+|\.{{2,}}+|--+|\S",
    re.IGNORECASE,
)

WordRange = tuple[int, int]  # a range of words, its end excluded


class PlainWord(NamedTuple):
    """A word or a mark of a sentence, and whether it stands inside a quotation."""

    start: int
    end: int
    text: str
    low: str
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a mark."""
        first = self.text[0]
        return first.isalnum() or first == "$" or (first in "'’" and len(self.text) > 1)

    @property
    def has_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_of(text: str, within: Span, quoted: Quoted) -> list[PlainWord]:
    """The words and marks of a sentence, in order."""
    found: list[PlainWord] = []
    position = within.start
    quotes = list(quoted.within(within.start, within.end))
    near = 0
    while match := _WORD.search(text, position, within.end):
        start, end = match.span()
        if end < within.end and text[end] == "." and match.group().lower() in _SHORT:
            end += 1
        while near < len(quotes) and quotes[near].end <= start:
            near += 1
        inside = near < len(quotes) and quotes[near].start <= start
        word = text[start:end]
        found.append(PlainWord(start, end, word, word.lower().rstrip("."), inside))
        position = end
    return found


def low_at(words: Sequence[PlainWord], i: int) -> str:
    """A word in small letters; empty outside the sentence."""
    return words[i].low if 0 <= i < len(words) else ""


def opens_quotation(words: Sequence[PlainWord], i: int) -> bool:
    """Whether a quotation opens at this word."""
    return i < len(words) and words[i].quoted and words[i].text[0] in OPENING_MARKS


def closes_quotation(words: Sequence[PlainWord], i: int) -> bool:
    """Whether a quotation closes at this word."""
    return i >= 0 and words[i].quoted and words[i].text[0] in CLOSING_MARKS


def is_auxiliary(low: str) -> bool:
    """Whether a word is an auxiliary: has, will, didn't."""
    return low in AUXILIARIES or low.endswith(("n't", "n’t"))


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4)
