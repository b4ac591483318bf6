"""Quotation marks of any script, in pairs. Linear, whatever the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.core.spans import Span

_PAIRS = {
    "“": "”“\"", "„": "“”‟\"", "‟": "”", "«": "»", "»": "«", "「": "」", "『": "』", "《": "》",
    "〝": "〞〟", "‹": "›", "‘": "’", "‚": "‘’", '"': '"”', "”": "”", "''": "''", "``": "''",
}  # fmt: skip
_MARK = re.compile(r"``|''|[“”„‟«»「」『』《》〝〞〟‹›‘’‚\"]")
_INSIDE_WORD = re.compile(r"\w")
_LEFT_OUT = re.compile(r"[‘'](?:\d\ds?|em|til|cause|bout|n|tis|twas)\b", re.IGNORECASE)
LONGEST = 6_000


@dataclass(frozen=True, slots=True)
class Quote:
    """The span between two quotation marks, with the marks. `open` means that no mark closes it."""

    start: int
    end: int
    open: bool = False
    double: bool = True


def quotes(text: str, passages: Sequence[Span]) -> list[Quote]:
    """The outermost quotations of a text, in order."""
    found: list[Quote] = []
    for passage in passages:
        for line in re.finditer(r"[^\n]+", text[passage.start : passage.end]):
            found.extend(_in_line(text, passage.start + line.start(), passage.start + line.end()))
    return found


def _in_line(text: str, start: int, end: int) -> Iterator[Quote]:
    marks = [m for m in _MARK.finditer(text, start, end) if not _apostrophe(text, m)]
    closes = _Closers(text, marks, end)
    at = 0
    while at < len(marks):
        mark = marks[at]
        if not _may_open(text, mark, start):
            at += 1
            continue
        closing = closes.after(at)
        double = mark.group() not in "‘‚‹"
        if closing is None:
            if double and mark.group() not in "»" and end - mark.start() <= LONGEST:
                yield Quote(mark.start(), _rstrip(text, mark.start(), end), open=True)
                return
            at += 1
        else:
            yield Quote(mark.start(), _with_inner(text, marks[closing], end), double=double)
            at = closing + 1


def _with_inner(text: str, closing: re.Match[str], end: int) -> int:
    """The end of a quotation: of three quotation marks the last two close it, the first an inner
    one.
    """
    close = closing.end()
    return (
        close + 1 if closing.group() == "''" and text[close : min(close + 1, end)] == "'" else close
    )


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


class _Closers:
    """The next closing mark of each kind, found once for a whole line."""

    def __init__(self, text: str, marks: list[re.Match[str]], end: int) -> None:
        self.marks = marks
        self.places: dict[str, list[int]] = {}
        self.partners = _nested(text, marks)
        for n, mark in enumerate(marks):
            if _may_close(text, mark, end):
                self.places.setdefault(mark.group(), []).append(n)

    def after(self, at: int) -> int | None:
        """The mark that closes the one at this offset."""
        opening = self.marks[at].group()
        nearest = self.partners.get(at)
        wanted = [*_PAIRS[opening]] if len(opening) == 1 else ["''"]
        for closing in wanted if nearest is None else []:
            places = self.places.get(closing, [])
            n = bisect_right(places, at)
            if n < len(places) and (nearest is None or places[n] < nearest):
                nearest = places[n]
        if nearest is None or self.marks[nearest].start() - self.marks[at].end() > LONGEST:
            return None
        return nearest


def _nested(text: str, marks: list[re.Match[str]]) -> dict[int, int]:
    """The partners of opening marks “ that contain others, if all of them are closed."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for n, mark in enumerate(marks):
        if mark.group() == '"':
            return {}  # mixed kinds of marks: one may stand for the other
        if mark.group() == "“" and not _turned(text, mark):
            waiting.append(n)
        elif mark.group() in "“”":
            if not waiting:
                return {}
            partners[waiting.pop()] = n
    return {} if waiting else partners


def _turned(text: str, mark: re.Match[str]) -> bool:
    """Whether an opening mark stands where only a closing one can: “like this“."""
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return (before.isalnum() or before in ".,!?…") and not after.isalnum()


def _apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark stands inside a word or opens a short one: don’t, O‘Neill, ‘08."""
    if mark.group() not in "’‘":
        return False
    if _LEFT_OUT.match(text, mark.start()):
        return True
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return bool(_INSIDE_WORD.match(before) and _INSIDE_WORD.match(after))


def _may_open(text: str, mark: re.Match[str], start: int) -> bool:
    sign = mark.group()
    if sign not in _PAIRS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    if sign in "\"‘''»”":
        return not before.isalnum() and not after.isspace()
    return True


def _may_close(text: str, mark: re.Match[str], end: int) -> bool:
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    if sign in "'’":
        return not after.isalnum() and not before.isspace()
    if sign == '"':
        return not before.isspace() or not after.isalnum()
    return sign != "“" or _turned(text, mark)


class Quoted:
    """The quotations of a text, searchable by place."""

    def __init__(self, text: str, found: Sequence[Quote], sentences: Sequence[int] = ()) -> None:
        self.text = text
        self.sentences = sentences  # offsets where they start
        self.all = list(found)
        self._starts = [quote.start for quote in self.all]

    def at(self, place: int) -> Quote | None:
        """The quotation that contains an offset, with its marks."""
        n = bisect_right(self._starts, place) - 1
        return self.all[n] if n >= 0 and place < self.all[n].end else None

    def sentence(self, place: int) -> int:
        """The start of the sentence that contains an offset."""
        n = bisect_right(self.sentences, place) - 1
        return self.sentences[n] if n >= 0 else place

    def within(self, start: int, end: int) -> Iterator[Quote]:
        """The quotations that share a character with a span, in order."""
        n = max(bisect_right(self._starts, start) - 1, 0)
        while n < len(self.all) and self.all[n].start < end:
            if self.all[n].end > start:
                yield self.all[n]
            n += 1

    def kind(self, spans: Sequence[Span]) -> str:
        """`direct`, `mixed` or `indirect`, by the share of letters within quotation marks."""
        letters = inside = 0
        for span in spans:
            letters += _letters(self.text, span.start, span.end)
            for quote in self.within(span.start, span.end):
                if quote.double or quote.end - quote.start > 25:
                    inside += _letters(
                        self.text, max(span.start, quote.start), min(span.end, quote.end)
                    )
        if not inside:
            return "indirect"
        return "direct" if inside >= 0.95 * letters else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
