"""Positions in a text. Offsets count code points, the end is exclusive."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

CONTEXT = 32

# a word is a run of letters and digits with what joins them inside: 3,412, 2.5, don't, cease-fire
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:[’'\-‐‑.,]{{1,2}}{_LETTERS})*%?")
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof rev gen col lt sgt capt maj gov sen rep st vs etc inc ltd corp co approx
    dept est hon jr sr messrs ca cf e.g i.e a.m p.m
    """.split()
)
# short for something only where a number follows: "No. 3", "Mar. 4", but "She said no. He sat."
_BEFORE_NUMBERS = frozenset(
    """
    no nos fig vol jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    """.split()
)
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n{2,}")
_SOLID = re.compile(r"\S")
_NUMBER_FOLLOWS = re.compile(r"\s*\d")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `0 <= start < end`. Raises ValueError for anything else."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span from {self.start} to {self.end} holds no text.")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end


def cut(text: str, span: Span) -> str:
    """The words of the span. Raises ValueError where it reaches past the text."""
    if span.end > len(text):
        raise ValueError("The span reaches past the end of the text.")
    return text[span.start : span.end]


def context(text: str, span: Span, width: int = CONTEXT) -> tuple[str, str]:
    """Up to `width` characters before and after the span."""
    return text[max(0, span.start - width) : span.start], text[span.end : span.end + width]


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends, or None where nothing is left."""
    words = cut(text, span)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def words(text: str, within: Span | None = None) -> list[Span]:
    """The words of the text (or of a stretch of it), in order.

    Numbers with their separators (3,412 or 2.5) are one word, and so are words with an apostrophe
    or a hyphen inside. Linear in the length of the text.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of the text (or of a stretch of it), in order, without outer white space.

    A full stop ends a sentence unless it follows an abbreviation, an initial, or a small letter
    follows it; closing quotation marks and brackets belong to the sentence. Linear.
    """
    begin, end = (within.start, within.end) if within else (0, len(text))
    found: list[Span] = []
    start = begin
    for stop in _STOP.finditer(text, begin, end):
        if stop.start() < start or not _ends(text, start, stop, end):
            continue
        _add(found, text, start, stop.end())
        start = stop.end()
    _add(found, text, start, end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Keep a sentence, if anything but white space stands in it."""
    span = trimmed(text, Span(start, end)) if start < end else None
    if span:
        found.append(span)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, or its like, ends the sentence."""
    if stop.group().startswith("\n") or not stop.group().startswith("."):
        return stop.group().startswith("\n") or not _small_follows(text, stop.end(), end)
    last = text[max(start, stop.start() - 12) : stop.start()].rsplit(maxsplit=1)
    token = last[-1].lower().lstrip("(“\"'‘[") if last else ""
    if token in _ABBREVIATIONS or re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", token):
        # "U.N. resolution" goes on; "in the U.N." at the end of a block does not
        return _SOLID.search(text, stop.end(), end) is None
    if token in _BEFORE_NUMBERS and _NUMBER_FOLLOWS.match(text, stop.end(), end):
        return False
    return not _small_follows(text, stop.end(), end)


def _small_follows(text: str, position: int, end: int) -> bool:
    """Whether the next visible character is a small letter: then the sentence goes on."""
    following = text[position : min(end, position + 8)].lstrip()
    return bool(following) and following[0].islower()


def find_all(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands, overlapping ones too. Empty quotes stand nowhere."""
    found: list[Span] = []
    position = text.find(quote) if quote else -1
    while position >= 0:
        found.append(Span(position, position + len(quote)))
        position = text.find(quote, position + 1)
    return found


def nearest(spans: Iterable[Span], to: Span) -> Span | None:
    """The span with the smallest gap to another one; the earlier of two that are as near."""
    return min(
        spans,
        key=lambda span: (max(span.start - to.end, to.start - span.end, 0), span.start),
        default=None,
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, with overlapping and touching ones made one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole


def covered(span: Span, by: list[Span]) -> bool:
    """Whether one of these joined stretches contains the span. Logarithmic."""
    position = bisect_left(by, Span(span.start, span.start + 1))
    near = by[max(0, position - 1) : position + 1]
    return any(stretch.contains(span) for stretch in near)
