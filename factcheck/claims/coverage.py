"""Which words of a text are accounted for. Pure.

A word is accounted for when it lies in an anchor of a live claim, in the frame of one of its links
(who says it and how, out to the nearest comma, dash or sentence end), or in an exemption.
Suggestions account for nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from factcheck.core.spans import Span, joined, sentences, word_edges

IN_A_ROW = 4
LAID_OUT = 32  # texts whose sentences and words are kept in memory: about 1 MB for 10,000 words
_Word = tuple[int, int, int]  # its place in the sentence, start, end
# a comma or dash parts a sentence, but not inside a number or a pair: 3,412, 2021–2026, Oslo–Rome
_BORDER = re.compile(r"(?<!\d)[,;]|[,;](?!\d)|—|(?<!\w)–|–(?!\w)|--|\s-\s")


@dataclass(frozen=True, slots=True)
class Exempt:
    """A stretch that is not a claim, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words there are, and what became of them; `claimed` includes the frames.

    `words == claimed + exempt + open`. A sentence is open while a number, a capitalised word after
    its first, or four words in a row in it are not accounted for; `open_spans` are the stretches of
    open sentences that nobody has accounted for, in order.
    """

    words: int
    claimed: int
    exempt_by: tuple[tuple[str, int], ...]
    open_sentences: tuple[tuple[int, int], ...]
    open_spans: tuple[tuple[int, int], ...]

    @property
    def exempt(self) -> int:
        """Words in exemptions, whatever the reason."""
        return sum(count for _, count in self.exempt_by)

    @property
    def open(self) -> int:
        """Words that nobody has accounted for, in open sentences or not."""
        return self.words - self.claimed - self.exempt


@dataclass(frozen=True, slots=True)
class _Laid:
    """One passage: its sentences with their words, and the parts between commas and dashes."""

    sentences: tuple[tuple[Span, tuple[tuple[int, int], ...]], ...]
    parts: tuple[Span, ...]


@lru_cache(maxsize=LAID_OUT)
def _laid_out(text: str, passages: tuple[Span, ...]) -> tuple[_Laid, ...]:
    """Where the sentences, words and parts of a text stand. It never changes: kept in memory."""
    found = []
    for passage in passages:
        whole = sentences(text, passage)
        words = tuple((sentence, tuple(word_edges(text, sentence))) for sentence in whole)
        found.append(_Laid(words, tuple(_parts(text, whole))))
    return tuple(found)


def _framed(seeds: Iterable[Span], parts: Sequence[Span]) -> list[Span]:
    starts = [part.start for part in parts]
    found = []
    for seed in seeds:
        first, last = _part_at(seed.start, parts, starts), _part_at(seed.end - 1, parts, starts)
        found.append(Span(first.start if first else seed.start, last.end if last else seed.end))
    return found


def _part_at(position: int, parts: Sequence[Span], starts: list[int]) -> Span | None:
    """The part that holds this character; None for a comma or dash between two. Logarithmic."""
    near = bisect_right(starts, position) - 1
    return parts[near] if near >= 0 and position < parts[near].end else None


def _parts(text: str, whole: Iterable[Span]) -> list[Span]:
    """Sentences, parted at commas and dashes."""
    parts: list[Span] = []
    for sentence in whole:
        start = sentence.start
        for border in _BORDER.finditer(text, sentence.start, sentence.end):
            if start < border.start():
                parts.append(Span(start, border.start()))
            start = border.end()
        if start < sentence.end:
            parts.append(Span(start, sentence.end))
    return parts


class Written(Protocol):
    """A link as it is written in the text."""

    @property
    def words(self) -> str: ...
    @property
    def words_start(self) -> int | None: ...
    @property
    def cue(self) -> str: ...
    @property
    def cue_start(self) -> int | None: ...


def seeds(links: Iterable[Written]) -> Iterator[Span]:
    """Where the speakers and cues of links stand in the text."""
    for link in links:
        if link.words_start is not None and link.words:
            yield Span(link.words_start, link.words_start + len(link.words))
        if link.cue_start is not None and link.cue:
            yield Span(link.cue_start, link.cue_start + len(link.cue))


def cover(
    text: str,
    passages: Sequence[Span],
    anchors: Iterable[Span],
    seeds: Iterable[Span] = (),
    exemptions: Iterable[Exempt] = (),
) -> Coverage:
    """Count the words of these passages (without boilerplate) and what accounts for them.

    `anchors` are those of live claims; `seeds` are where speakers and cues of their links stand.
    Linear in the length of the text, n log n in the number of stretches; asked again of the same,
    it is answered from memory.
    """
    return _covered(text, tuple(passages), tuple(anchors), tuple(seeds), tuple(exemptions))


@lru_cache(maxsize=2 * LAID_OUT)
def _covered(
    text: str,
    passages: tuple[Span, ...],
    anchors: tuple[Span, ...],
    seeds: tuple[Span, ...],
    exemptions: tuple[Exempt, ...],
) -> Coverage:
    laid = _laid_out(text, passages)
    in_claims = _marked(text, [*anchors, *_frames(laid, passages, seeds)])
    exempt = _marked_by_reason(text, exemptions)
    total = claimed = 0
    counts = dict.fromkeys(exempt, 0)
    open_sentences: list[tuple[int, int]] = []
    open_spans: list[tuple[int, int]] = []
    for sentence, words in (found for passage in laid for found in passage.sentences):
        total += len(words)
        if in_claims.find(0, sentence.start, sentence.end) < 0:
            claimed += len(words)
            continue
        left: list[_Word] = []
        for position, (start, end) in enumerate(words):
            if in_claims.find(0, start, end) < 0:
                claimed += 1
            elif (reason := _reason(exempt, start, end)) is not None:
                counts[reason] += 1
            else:
                left.append((position, start, end))
        if left and _is_open(text, left):
            open_sentences.append((sentence.start, sentence.end))
            open_spans.extend((run[0][1], run[-1][2]) for run in _runs(left))
    return Coverage(
        words=total,
        claimed=claimed,
        exempt_by=tuple(counts.items()),
        open_sentences=tuple(open_sentences),
        open_spans=tuple(open_spans),
    )


def _marked(text: str, stretches: Iterable[Span]) -> bytearray:
    """One byte for each character of the text: 1 where one of the stretches lies, else 0."""
    plane = bytearray(len(text))
    for stretch in joined(stretches):
        end = min(stretch.end, len(text))
        plane[stretch.start : end] = b"\1" * (end - stretch.start)
    return plane


def _marked_by_reason(text: str, exemptions: Iterable[Exempt]) -> dict[str, bytearray]:
    """What is exempt, for each reason, by name of the reason."""
    by_reason: dict[str, list[Span]] = {}
    for item in exemptions:
        by_reason.setdefault(item.reason, []).append(item.span)
    return {reason: _marked(text, by_reason[reason]) for reason in sorted(by_reason)}


def _reason(exempt: dict[str, bytearray], start: int, end: int) -> str | None:
    """The first reason for which a word is exempt, all of it."""
    return next((reason for reason, by in exempt.items() if by.find(0, start, end) < 0), None)


def _frames(laid: Sequence[_Laid], passages: Sequence[Span], seeds: Iterable[Span]) -> list[Span]:
    """The frames of all seeds, each in the passage where it stands."""
    starts = [passage.start for passage in passages]
    by_passage: dict[int, list[Span]] = {}
    for seed in seeds:
        position = bisect_right(starts, seed.start) - 1
        if position >= 0 and passages[position].contains(seed):
            by_passage.setdefault(position, []).append(seed)
    return [
        span
        for position, inside in by_passage.items()
        for span in _framed(inside, laid[position].parts)
    ]


def _is_open(text: str, left: list[_Word]) -> bool:
    """Whether what is left of a sentence could hold a statement."""
    return any(len(run) >= IN_A_ROW for run in _runs(left)) or any(
        _says_something(text[start:end], first=position == 0) for position, start, end in left
    )


def _says_something(word: str, *, first: bool) -> bool:
    """A number, or a capitalised word that is not the sentence's first."""
    return any(sign.isdigit() for sign in word) or (word[0].isupper() and not first)


def _runs(left: list[_Word]) -> list[list[_Word]]:
    """Words that follow each other without one that is accounted for between them."""
    runs: list[list[_Word]] = []
    last = -2
    for word in left:
        if word[0] != last + 1:
            runs.append([])
        runs[-1].append(word)
        last = word[0]
    return runs
