"""Quotations of a passage, its sentences with quotations kept whole, and the tokens of one. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.core.spans import LETTERS, Span, trimmed
from factcheck.splitting.plain.languages import sentences_in

_MARK = re.compile('["“”„‟«»‹›「」『』‘’]')
# what may close a quotation, by the mark that opened it
_CLOSES = {
    '"': '"', "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "”": "”", "‘": "’",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}+|\d(?:[\d.,:]*\d)?+%?|\$\d(?:[\d.,]*\d)?+"
    r"|(?:he|she|it|they|we|i|you|that|there|who|what)(?=['’](?:s|re|ll|d|ve|m)\b)"
    r"|['’](?:s|re|ll|d|ve|m)\b"
    rf"|{LETTERS}(?:[-‐‑'’.@/&]{LETTERS})*+|\.{{2,}}+|--+|\S",
    re.I,
)
_SHORT = frozenset(
    "mr mrs ms dr sen rep gov gen col lt sgt capt prof rev st jr sr no inc corp co ltd jan feb aug sep sept oct nov dec".split()
)
_SAID = re.compile(
    r"((?:[^\W_][\w.'’-]*+,?[ \u00a0])*?)"
    r"(?:said|says|asked|asks|added|wrote|tweeted|told|tells|replied|shouted|yelled|exclaimed)\b"
)
_LINE = re.compile(r"(?<=[.!?…\"”’»:])[ \t]*\n\s*")


class Quotation(NamedTuple):
    """A stretch in quotation marks, the marks included; open where the passage ends first."""

    start: int
    end: int
    closed: bool


class Token(NamedTuple):
    """A word or a mark, with its small letters, and whether it stands inside a quotation."""

    start: int
    end: int
    text: str
    low: str
    quoted: bool

    @property
    def word(self) -> bool:
        """Whether it is a word or number, no mark."""
        return (
            self.text[0].isalnum()
            or self.text[0] == "$"
            or (self.text[0] in "'’" and len(self.text) > 1)
        )

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


def quotations(text: str, within: Span) -> list[Quotation]:
    """The quotations of a stretch, outermost only, in order. One look at each mark."""
    found: list[Quotation] = []
    start, mark = -1, ""
    for match in _MARK.finditer(text, within.start, within.end):
        here, sign = match.start(), match.group()
        before = text[here - 1] if here > within.start else " "
        after = text[here + 1] if here + 1 < within.end else " "
        if start < 0:
            if _may_open(sign, before, after):
                start, mark = here, sign
        elif sign in _CLOSES[mark] and _may_close(mark, sign, before, after):
            found.append(Quotation(start, here + 1, closed=True))
            start = -1
        elif sign == mark and sign in "“«„" and before.isspace():
            start = here  # the one before was never closed
    if start >= 0 and mark != "‘" and within.end - start > 1:
        found.append(Quotation(start, within.end, closed=False))
    return found


def _may_open(sign: str, before: str, after: str) -> bool:
    """Whether a mark can begin a quotation here."""
    if sign in "’」』":
        return False
    if sign in "‘»›”":
        return not before.isalnum() and not after.isspace()
    return not (sign == '"' and before.isalnum())


def _may_close(mark: str, sign: str, before: str, after: str) -> bool:
    """Whether a mark can end a quotation here: an apostrophe in a word does not."""
    if mark == "‘":
        return not after.isalnum()
    return not (sign == mark == '"' and before.isspace() and after.isalnum())


def paragraphs(text: str, passages: Sequence[Span]) -> Iterator[Span]:
    """The passages, parted where a line ends like a sentence."""
    for passage in passages:
        start = passage.start
        for line in _LINE.finditer(text, passage.start, passage.end):
            yield from _solid(text, start, line.start())
            start = line.end()
        yield from _solid(text, start, passage.end)


def _solid(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without outer white space, if anything is left."""
    span = trimmed(text, Span(start, end)) if start < end else None
    if span:
        yield span


def whole_sentences(
    text: str, passage: Span, quotes: Sequence[Quotation], language: str | None = None
) -> list[Span]:
    """The sentences of a passage; a stop inside a quotation ends none."""
    starts = [quote.start for quote in quotes]
    whole: list[Span] = []
    for sentence in sentences_in(text, passage, language):
        if whole and (
            _inside(whole[-1].end, sentence.start, quotes, starts)
            or _goes_on(text, whole[-1], sentence)
        ):
            whole[-1] = Span(whole[-1].start, sentence.end)
        else:
            whole.append(sentence)
    return whole


def _goes_on(text: str, before: Span, sentence: Span) -> bool:
    """Whether a sentence only tells who said the quotation before it: "…?” Ann Lie asked."""
    if text[before.end - 1] not in '"”’»' or text[max(0, before.end - 2)] not in "!?…—-":
        return False
    said = _SAID.match(text, sentence.start, min(sentence.end, sentence.start + 160))
    return said is not None and len(said[1].split()) < 9


def _inside(end: int, start: int, quotes: Sequence[Quotation], starts: list[int]) -> bool:
    """Whether the gap between two sentences lies inside a quotation."""
    near = bisect_right(starts, end - 1) - 1
    return near >= 0 and quotes[near].end > start


def tokens(text: str, within: Span, quotes: Sequence[Quotation]) -> list[Token]:
    """The words and marks of a sentence, in order; `quotes` are those that it holds."""
    found: list[Token] = []
    near, position = 0, within.start
    while match := _TOKEN.search(text, position, within.end):
        start, end = match.span()
        word = match.group()
        if end < within.end and text[end] == "." and word.lower() in _SHORT:
            end += 1
        elif end + 1 < within.end and text[end] in "'’" and word[-1] == "s":
            end += text[end + 1].isspace() and _plural_owner(quotes, near, end)
        word = text[start:end]
        while near < len(quotes) and quotes[near].end <= start:
            near += 1
        quoted = near < len(quotes) and quotes[near].start <= start
        found.append(Token(start, end, word, word.lower().rstrip("."), quoted))
        position = end
    return found


def _plural_owner(quotes: Sequence[Quotation], near: int, position: int) -> bool:
    """Whether an apostrophe after an s belongs to the word: it closes no quotation."""
    return near >= len(quotes) or quotes[near].end != position + 1
