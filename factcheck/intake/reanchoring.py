"""Where each span of an old text stands in a new one. Pure.

A span has a place in the new text if its exact words stand there exactly once, with the same 32
characters on both sides, or with the border of a passage where there are fewer. Words that are
only similar are never matched: that takes a person.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from factcheck.core.spans import CONTEXT, Span, cut

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its passages in order; `left_out` are those that nobody checks."""

    text: str
    passages: Sequence[Span]
    left_out: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class _Needle:
    """Words with their context; a side that is `closed` ends at the border of a passage."""

    words: str
    before: int  # how many of them stand before the stretch itself
    after: int
    opens: bool
    closes: bool


def reanchored(old: Text, new: Text, stretches: Mapping[K, Sequence[Span]]) -> dict[K, list[Span]]:
    """The spans of each key in the new text, in the same order.

    A key is left out if any of its spans has no place. The new text is searched once for each
    span.
    """
    borders = _Borders(old)
    needles = {key: [borders.needle(span) for span in spans] for key, spans in stretches.items()}
    sources: dict[_Needle, set[int]] = defaultdict(set)
    for key, spans in stretches.items():
        for needle, span in zip(needles[key], spans, strict=True):
            sources[needle].add(span.start)
    # what stands twice in the old text, and both times for something, could be either
    places = _places(new, (needle for needle, starts in sources.items() if len(starts) == 1))
    return {
        key: [places[needle] for needle in wanted]
        for key, wanted in needles.items()
        if wanted and all(needle in places for needle in wanted)
    }


class _Borders:
    """The passages of a text, with the borders of the passage around a character."""

    def __init__(self, text: Text) -> None:
        self.text = text.text
        self.passages = sorted(text.passages)
        self.starts = [passage.start for passage in self.passages]

    def around(self, position: int) -> Span:
        """The passage that holds a character; the whole text for one that stands in none."""
        at = bisect_right(self.starts, position) - 1
        if at >= 0 and position < self.passages[at].end:
            return self.passages[at]
        return Span(0, len(self.text))

    def needle(self, span: Span) -> _Needle:
        """The span with its context, as it is searched for."""
        first, last = self.around(span.start), self.around(span.end - 1)
        before = min(CONTEXT, span.start - first.start)
        after = min(CONTEXT, last.end - span.end)
        return _Needle(
            words=cut(self.text, Span(span.start - before, span.end + after)),
            before=before,
            after=after,
            opens=before < CONTEXT,
            closes=after < CONTEXT,
        )

    def fits(self, needle: _Needle, at: int) -> Span | None:
        """The span, if the needle's words stand here within the same borders."""
        span = Span(at + needle.before, at + len(needle.words) - needle.after)
        first, last = self.around(span.start), self.around(span.end - 1)
        begins = first.start == at if needle.opens else first.start <= at
        end = at + len(needle.words)
        ends = last.end == end if needle.closes else last.end >= end
        return span if begins and ends else None


def _places(new: Text, needles: Iterable[_Needle]) -> dict[_Needle, Span]:
    """The place of each needle that stands exactly once in the parts under check."""
    borders = _Borders(new)
    wanted = list(needles)
    opening = _opening(new.text, borders.starts, [needle for needle in wanted if needle.opens])
    places: dict[_Needle, Span] = {}
    for needle in wanted:
        hits = opening.get(needle, ()) if needle.opens else _anywhere(new.text, needle.words)
        fitting = (span for at in hits if (span := borders.fits(needle, at)) is not None)
        first_two = list(islice(fitting, 2))
        if len(first_two) == 1 and not any(first_two[0].overlaps(part) for part in new.left_out):
            places[needle] = first_two[0]
    return places


def _anywhere(text: str, words: str) -> Iterator[int]:
    """Where these words begin, one place after another."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _opening(
    text: str, starts: Sequence[int], needles: Iterable[_Needle]
) -> dict[_Needle, list[int]]:
    """The passages that begin with the words of each needle, looked up by their first
    characters.
    """
    heads: dict[int, dict[str, list[_Needle]]] = defaultdict(lambda: defaultdict(list))
    for needle in needles:
        length = min(CONTEXT, len(needle.words))
        heads[length][needle.words[:length]].append(needle)
    found: dict[_Needle, list[int]] = defaultdict(list)
    for length, by_head in heads.items():
        for at in starts:
            for needle in by_head.get(text[at : at + length], ()):
                if text.startswith(needle.words, at):
                    found[needle].append(at)
    return found
