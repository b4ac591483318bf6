"""Where a statement can be split, and how two that stand side by side are joined. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.core.spans import Span, words

Parts = tuple[Span, ...]  # of one statement, as the text breaks it up, in order

_CONJUNCTIONS = ("and", "but", "or")
_LOOSE = r"[\s,;:–—-]"
_BEFORE = re.compile(rf"{_LOOSE}*(?:(?:{'|'.join(_CONJUNCTIONS)})\b{_LOOSE}+)?", re.IGNORECASE)
_AFTER = re.compile(rf"(?:{_LOOSE}+(?:{'|'.join(_CONJUNCTIONS)}))?{_LOOSE}*\Z", re.IGNORECASE)
_SPACES = (" ", "\n", "\t", "\u00a0", "\u202f", "\u2009")
_OPENS, _CLOSES = '“‘«([„"', '”’»)]"'
_TURNS = frozenset({"and", "but", "or", "while", "whereas", "although"})


def split_points(text: str, parts: Sequence[Span]) -> list[int]:
    """Every point between two words of the statement at which it can be split.

    A point stands before whatever opens the next word (a quotation mark, a bracket), and never
    inside a word or between a letter and its accents.
    """
    found = []
    for before, after in _neighbours(text, parts):
        begins = max((part.start for part in parts if part.start <= after.start), default=0)
        space = max(text.rfind(sign, before.end, after.start) for sign in _SPACES)
        point = max(space + 1, begins if begins >= before.end else 0) or after.start
        while point < after.start and _belongs_before(text[point]):
            point += 1
        found.append(point)
    return found


def _belongs_before(sign: str) -> bool:
    """Whether a character belongs to the one before it, like an accent or the tone of an emoji."""
    return unicodedata.category(sign)[0] == "M" or sign == "\u200d" or "🏻" <= sign <= "🏿"


def natural_split_points(
    text: str, parts: Sequence[Span], proposed: Iterable[int] = ()
) -> list[int]:
    """The points at which one statement ends and another begins.

    Those that the splitter proposed, or else points at a semicolon, or at a comma before "and",
    "but" and the like.
    """
    every = split_points(text, parts)
    known = {point for point in (_gap_at(text, parts, at) for at in proposed) if point is not None}
    if known:
        return sorted(known)
    return [
        point
        for point, (before, after) in zip(every, _neighbours(text, parts), strict=True)
        if ";" in text[before.end : after.start]
        or ("," in text[before.end : after.start] and _word(text, after) in _TURNS)
    ]


def parts_split_at(text: str, parts: Sequence[Span], points: Iterable[int]) -> list[Parts]:
    """The pieces of a statement that is split at these points, without commas and "and" between
    them.

    Raises ValueError for a point that is not between two words, and if a piece would have no
    words.
    """
    found = [_gap_at(text, parts, point) for point in points]
    cuts = sorted({point for point in found if point is not None})
    if None in found or not cuts:
        raise ValueError("A claim is split between two of its words.")
    bounds = [parts[0].start, *cuts, parts[-1].end]
    pieces = []
    for start, end in pairwise(bounds):
        first, last = start == bounds[0], end == bounds[-1]
        piece = _within(text, parts, start, end, first=first, last=last)
        if not any(words(text, span) for span in piece):
            raise ValueError("Each half of a claim needs words of its own.")
        pieces.append(piece)
    return pieces


def parts_joined(text: str, parts: Iterable[Span]) -> Parts:
    """The parts of a statement made of two; parts that stand side by side become one."""
    whole: list[Span] = []
    for part in sorted(parts):
        if whole and _joins(text, whole[-1], part):
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, part.end))
        else:
            whole.append(part)
    return tuple(whole)


def moved_by_a_word(text: str, span: Span, within: Span) -> dict[str, Span | None]:
    """The span with one word more or less at either end; None where no word can be moved.

    Quotation marks and brackets move with the word that they open or close.
    """
    inside = words(text, span)
    before = words(text, Span(within.start, span.start)) if within.start < span.start else []
    after = words(text, Span(span.end, within.end)) if span.end < within.end else []
    several = len(inside) > 1
    return {
        "start_out": Span(_opening(text, before[-1].start, within.start), span.end)
        if before
        else None,
        "start_in": Span(_opening(text, inside[1].start, inside[0].end), span.end)
        if several
        else None,
        "end_in": Span(span.start, _closing(text, inside[-2].end, inside[-1].start))
        if several
        else None,
        "end_out": Span(span.start, _closing(text, after[0].end, within.end)) if after else None,
    }


def _opening(text: str, start: int, least: int) -> int:
    """Where a word begins, with what opens it."""
    while start > least and text[start - 1] in _OPENS:
        start -= 1
    return start


def _closing(text: str, end: int, most: int) -> int:
    """Where a word ends, with what closes it."""
    while end < most and text[end] in _CLOSES:
        end += 1
    return end


def _joins(text: str, before: Span, after: Span) -> bool:
    """Whether only punctuation and at most one "and" stands between the two, in one passage."""
    if after.start <= before.end:
        return True
    gap = text[before.end : after.start]
    between = [gap[word.start : word.end].lower() for word in words(gap)]
    return "\n" not in gap and (not between or (len(between) == 1 and between[0] in _CONJUNCTIONS))


def _neighbours(text: str, parts: Sequence[Span]) -> list[tuple[Span, Span]]:
    found = [word for part in parts for word in words(text, part)]
    return list(pairwise(found))


def _gap_at(text: str, parts: Sequence[Span], point: int) -> int | None:
    """The split point of the gap between two words that this point lies in."""
    pairs = _neighbours(text, parts)
    for gap, (before, after) in zip(split_points(text, parts), pairs, strict=True):
        if before.end <= point <= after.start:
            return gap
    return None


def _word(text: str, word: Span) -> str:
    return text[word.start : word.end].lower()


def _within(
    text: str, parts: Sequence[Span], start: int, end: int, *, first: bool, last: bool
) -> Parts:
    """The parts between two points, without what joined them to the other pieces."""
    inside = [(max(start, part.start), min(end, part.end)) for part in parts]
    spans = [Span(*edges) for edges in inside if edges[0] < edges[1]]
    if spans and not first:
        spans[:1] = _opened(text, spans[0])
    if spans and not last:
        spans[-1:] = _closed(text, spans[-1])
    return tuple(spans)


def _opened(text: str, span: Span) -> list[Span]:
    words = text[span.start : span.end]
    loose = _BEFORE.match(words)
    start = span.start + (loose.end() if loose else 0)
    while start < span.end and _belongs_before(text[start]):
        start += 1
    return [Span(start, span.end)] if start < span.end else []


def _closed(text: str, span: Span) -> list[Span]:
    words = text[span.start : span.end]
    loose = _AFTER.search(words)
    end = span.start + (loose.start() if loose else len(words))
    return [Span(span.start, end)] if span.start < end else []
