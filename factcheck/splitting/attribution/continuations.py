"""Quotations that continue: '"…," she said. "…"', and whole paragraphs in quotation marks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from factcheck.core.spans import Span
from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.borders.settling import joined
from factcheck.splitting.attribution.constructions.headlines import announces
from factcheck.splitting.grammar.parsing import Tree
from factcheck.splitting.lexicon.words import SPEECH
from factcheck.splitting.text.quotes import Quote, Quoted

LOOK_BACK = 8  # how many attributions back to look for the last one quoted
Line = list[Span]  # the sentences of one line


def gather(
    text: str,
    lines: Sequence[Line],
    sentences: Sequence[Tree | None],
    found: list[Attribution],
    quoted: Quoted,
) -> None:
    """Give each unattributed quotation to the speaker quoted last or quoted next."""
    home = _Home(lines, found, quoted)
    held = _Held(span for one in found for span in one.spans if not _inside(one, quoted))
    for number, line in enumerate(lines):
        for quote in _whole_sentences(text, line, quoted):
            if held.any(quote.start, quote.end):
                continue
            owner = home.owner(number, quote)
            tree = home.closing(number - 1, sentences)
            if quote.start == line[0].start and tree is not None:
                told = announces(tree)
                owner = told or owner
                found.extend([told] if told else [])
            if owner is not None:
                owner = _to_extend(owner, found, quoted)
                owner.spans = joined(text, [*owner.spans, (quote.start, quote.end)])
                owner.start, owner.end = owner.spans[0][0], owner.spans[-1][1]
                home.add(number, owner, quote)
                held.add(quote.start, quote.end)


def _to_extend(owner: Attribution, found: list[Attribution], quoted: Quoted) -> Attribution:
    """The attribution to extend; after indirect speech the quotation stands alone."""
    if not owner.spans or quoted.at(owner.spans[-1][1] - 1) is not None:
        return owner
    further = replace(owner, parts=[], spans=[], how="further")
    found.append(further)
    return further


def _inside(one: Attribution, quoted: Quoted) -> bool:
    """Whether the cue lies inside a quotation."""
    return quoted.at(one.tree[one.cue[0]].start) is not None


class _Held:
    """Spans that already have a speaker, searchable by place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._ends: list[int] = []  # the furthest end up to each of them
        for _, end in self._spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))
        self._last = 0

    def any(self, start: int, end: int) -> bool:
        n = bisect_left(self._spans, (end, 0))
        return (n > 0 and self._ends[n - 1] > start) or self._last > start

    def add(self, start: int, end: int) -> None:
        """Add a quotation. Calls to `add` and `any` must follow the order of the text."""
        self._last = max(self._last, end)


class _Home:
    """The attributions of each line, in order, without those inside quotations."""

    def __init__(self, lines: Sequence[Line], found: Sequence[Attribution], quoted: Quoted) -> None:
        self._quoted = quoted
        self._places: dict[int, list[int]] = {}
        self._there: dict[int, list[Attribution]] = {}
        self._closing = list(accumulate(map(len, lines)))
        ends = [line[-1].end if line else 0 for line in lines]
        for one in sorted(found, key=lambda a: a.tree.span.start):
            number = bisect_left(ends, one.tree.span.end)
            if one.speaker is not None and number < len(ends) and not _inside(one, quoted):
                self._there.setdefault(number, []).append(one)
                self._places.setdefault(number, []).append(one.tree.span.start)

    def closing(self, number: int, sentences: Sequence[Tree | None]) -> Tree | None:
        """The last sentence of a line, if the parser read it."""
        return sentences[self._closing[number] - 1] if number >= 0 else None

    def add(self, number: int, one: Attribution, quote: Quote) -> None:
        """Note that this speaker is quoted in this line too."""
        places = self._places.setdefault(number, [])
        n = bisect_left(places, quote.start)
        places.insert(n, quote.start)
        self._there.setdefault(number, []).insert(n, one)

    def owner(self, number: int, quote: Quote) -> Attribution | None:
        """Whose words these are: by the same line, then the line before, then the line after."""
        there = self._there.get(number, [])
        n = bisect_left(self._places.get(number, []), quote.start)
        if n:
            return self._spoken(there[:n])
        earlier = self._there.get(number - 1)
        if earlier:
            one = self._spoken(earlier)
            return one if self._speaks(one) else self._next(number + 1) or one
        return there[n] if n < len(there) else None

    def _speaks(self, one: Attribution) -> bool:
        """Whether the attribution reports speech, or its content contains quoted words."""
        return one.verb.lemma in SPEECH or self._quotes(one)

    def _quotes(self, one: Attribution) -> bool:
        return any(True for a, b in one.spans[-2:] for _ in self._quoted.within(a, b))

    def _next(self, number: int) -> Attribution | None:
        """The speaker quoted first in a line that opens with a quotation."""
        there = self._there.get(number)
        first = there[0] if there else None
        opens = first is not None and self._quoted.at(first.start) is not None
        return first if opens else None

    def _spoken(self, found: Sequence[Attribution]) -> Attribution:
        """The last attribution with quoted words; otherwise the last that reports speech."""
        near = [one for one in found[-LOOK_BACK:] if not _nested(one, found[-LOOK_BACK:])]
        for one in reversed(near):
            if self._quotes(one):
                return one
        speech = [one for one in near if one.verb.lemma in SPEECH]
        return (speech or list(near))[-1]


def _nested(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether this attribution's content lies within another one's."""
    return any(
        other.start <= one.start
        and one.end <= other.end
        and other.end - other.start > one.end - one.start
        for other in others
    )


def _whole_sentences(text: str, line: Line, quoted: Quoted) -> Iterator[Quote]:
    """The quotations of the line that begin and end with a sentence."""
    if not line:
        return
    begins = {sentence.start for sentence in line}
    ends = [sentence.end for sentence in line]
    for quote in quoted.within(line[0].start, line[-1].end):
        n = bisect_left(ends, quote.end)
        whole = quote.double and quote.start in begins and n < len(ends)
        if whole and not any(map(str.isalnum, text[quote.end : ends[n]])):
            yield quote
