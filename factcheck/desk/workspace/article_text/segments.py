"""The text of a passage, cut into segments where anything begins or ends. Pure.

Claims may lie inside one another, an exemption may cross a claim, open words may lie anywhere. The
text is cut at every border, so that each segment is wholly inside or outside of each of them, and
the segments one after another are the passage, word for word.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class KeyedSpan(NamedTuple):
    """A span of the version's text, with the key of what stands there."""

    start: int
    end: int
    key: int


class TextSegment(NamedTuple):
    """Words that belong to the same claims throughout. Offsets count code points of the version."""

    start: int
    end: int
    text: str
    claims: tuple[int, ...]  # innermost first
    begins: tuple[int, ...]  # claims with an anchor that begins here, outermost first
    exemption: int | None
    exemption_ends: bool
    unaccounted: tuple[int, int] | None  # the whole span of open words that this is a part of


def segments(
    text: str,
    start: int = 0,
    anchors: Iterable[KeyedSpan] = (),
    exemptions: Iterable[KeyedSpan] = (),
    open_words: Iterable[tuple[int, int]] = (),
) -> tuple[TextSegment, ...]:
    """A passage, which begins at `start`, as segments. What lies outside of the passage is left out."""
    end = start + len(text)
    marks = _within(anchors, start, end)
    exempt = _within(exemptions, start, end)
    unaccounted = sorted(
        (max(a, start), min(b, end)) for a, b in open_words if max(a, start) < min(b, end)
    )
    borders = sorted(
        {start, end}
        | {edge for span in (*marks, *exempt) for edge in (span.start, span.end)}
        | {edge for span in unaccounted for edge in span}
    )
    return tuple(
        [
            _segment(text[a - start : b - start], a, b, marks, exempt, unaccounted)
            for a, b in pairwise(borders)
        ]
    )


def _within(spans: Iterable[KeyedSpan], start: int, end: int) -> list[KeyedSpan]:
    """The spans as far as they lie in the passage."""
    return [
        KeyedSpan(max(span.start, start), min(span.end, end), span.key)
        for span in spans
        if max(span.start, start) < min(span.end, end)
    ]


def _segment(
    text: str,
    start: int,
    end: int,
    marks: Sequence[KeyedSpan],
    exempt: Sequence[KeyedSpan],
    unaccounted: Sequence[tuple[int, int]],
) -> TextSegment:
    around = sorted(
        (span for span in marks if span.start <= start and end <= span.end),
        key=lambda span: (span.end - span.start, -span.start, span.key),
    )
    under = next((span for span in exempt if span.start <= start and end <= span.end), None)
    return TextSegment(
        start=start,
        end=end,
        text=text,
        claims=_once(span.key for span in around),
        begins=_once(span.key for span in reversed(around) if span.start == start),
        exemption=under.key if under else None,
        exemption_ends=under is not None and under.end == end,
        unaccounted=next(
            (span for span in unaccounted if span[0] <= start and end <= span[1]), None
        ),
    )


def _once(keys: Iterable[int]) -> tuple[int, ...]:
    """Each key once, in order."""
    return tuple(dict.fromkeys(keys))
