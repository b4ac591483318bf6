"""Quotations that go on: '"…," she said. "…"', and whole paragraphs in quotation marks."""

from collections.abc import Iterator, Sequence

from factcheck.claims.splitting.attributions import Attribution
from factcheck.claims.splitting.headlines import announces
from factcheck.claims.splitting.lexicon import SPEECH
from factcheck.claims.splitting.parsing import Tree
from factcheck.claims.splitting.quotes import Quote, Quoted
from factcheck.claims.splitting.settling import joined
from factcheck.core.spans import Span

Line = list[Span]  # the sentences of one line


def gather(
    text: str,
    lines: Sequence[Line],
    sentences: Sequence[Tree | None],
    found: list[Attribution],
    quoted: Quoted,
) -> None:
    """Give every free quotation to the speaker who was quoted last, or is quoted next."""
    home = _by_line(lines, found, quoted)
    trees = _closing(lines, sentences)
    for number, line in enumerate(lines):
        for free in _free(text, line, quoted, home):
            owner = _owner(number, free, quoted, home)
            if free.start == line[0].start and number and number - 1 in trees:
                told = announces(trees[number - 1])
                if told is not None:
                    owner = told
                    found.append(told)
            if owner is not None:
                owner.spans = joined(text, [*owner.spans, (free.start, free.end)])
                owner.start, owner.end = owner.spans[0][0], owner.spans[-1][1]
                home.setdefault(number, []).append(owner)


def _closing(lines: Sequence[Line], sentences: Sequence[Tree | None]) -> dict[int, Tree]:
    """The last sentence of each line, where the parser read it."""
    place, found = 0, {}
    for number, line in enumerate(lines):
        place += len(line)
        tree = sentences[place - 1] if line else None
        if tree is not None:
            found[number] = tree
    return found


def _by_line(
    lines: Sequence[Line], found: Sequence[Attribution], quoted: Quoted
) -> dict[int, list[Attribution]]:
    """The attributions of spoken words in each line, in order; not those inside a quotation."""
    starts = [(line[0].start, line[-1].end, number) for number, line in enumerate(lines) if line]
    home: dict[int, list[Attribution]] = {}
    at = 0
    for one in sorted(found, key=lambda a: a.tree.span.start):
        while at < len(starts) and starts[at][1] < one.tree.span.end:
            at += 1
        if at == len(starts):
            break
        cue = one.tree[one.cue[0]].start
        if one.speaker is not None and quoted.at(cue) is None:
            home.setdefault(starts[at][2], []).append(one)
    return home


def _free(
    text: str, line: Line, quoted: Quoted, home: dict[int, list[Attribution]]
) -> Iterator[Quote]:
    """Quotations that are whole sentences of the line and that nobody holds yet."""
    if not line:
        return
    begins = {sentence.start for sentence in line}
    for quote in quoted.within(line[0].start, line[-1].end):
        if not quote.double or quote.start not in begins or not _whole(text, quote, line):
            continue
        if not _held(quote, home):
            yield quote


def _whole(text: str, quote: Quote, line: Line) -> bool:
    """Whether the quotation ends where a sentence does."""
    return any(
        quote.end <= s.end and not any(map(str.isalnum, text[quote.end : s.end]))
        for s in line
        if s.start < quote.end <= s.end + 1
    )


def _held(quote: Quote, home: dict[int, list[Attribution]]) -> bool:
    return any(
        a < quote.end and quote.start < b
        for found in home.values()
        for one in found
        for a, b in one.spans
    )


def _owner(
    number: int, quote: Quote, quoted: Quoted, home: dict[int, list[Attribution]]
) -> Attribution | None:
    """Whose words a free quotation is: of the same line, of the line before, of the line after."""
    before = [one for one in home.get(number, ()) if one.tree.span.start < quote.start]
    if before:
        return _spoken(before, quoted)
    earlier = home.get(number - 1, ())
    if earlier:
        return _spoken(earlier, quoted)
    later = [one for one in home.get(number, ()) if one.tree.span.start > quote.start]
    return later[0] if later else None


def _spoken(found: Sequence[Attribution], quoted: Quoted) -> Attribution:
    """The last one that holds spoken words; else the last that reports speech at all."""
    for one in reversed(found):
        if any(True for a, b in one.spans for _ in quoted.within(a, b)):
            return one
    speech = [one for one in found if one.verb.lemma in SPEECH]
    return (speech or list(found))[-1]
