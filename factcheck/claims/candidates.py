"""Where words of an old text may stand in a new one, for a person to choose from. Pure.

Nothing of this is ever taken without a person: the same words somewhere else, or the sentences that
share most words with them.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.core.spans import Span, find_all, sentences, words

MOST = 3
ENOUGH = 0.4  # of the words in common
LONG = 400  # words; of a longer span only the beginning is compared


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the new text that may be what the old words became."""

    start: int
    end: int
    words: str
    same: bool  # the very words, in other surroundings


def candidates(text: str, passages: Sequence[Span], old: str) -> list[Candidate]:
    """The very words wherever they stand under check, else the sentences most like them."""
    places = [span for span in find_all(text, old) if _inside(span, passages)]
    if places:
        return [_candidate(text, span, same=True) for span in places[:MOST]]
    wanted = _plain(old, words(old)[:LONG])
    scored = sorted(_scored(text, passages, wanted), key=lambda found: (-found[0], found[1].start))
    return [
        _candidate(text, _likely_span(text, sentence, wanted), same=False)
        for _, sentence in scored[:MOST]
    ]


def _candidate(text: str, span: Span, *, same: bool) -> Candidate:
    return Candidate(span.start, span.end, text[span.start : span.end], same)


def _inside(span: Span, passages: Sequence[Span]) -> bool:
    """Whether a stretch lies in one of the passages, which are in order."""
    at = bisect_right([passage.start for passage in passages], span.start) - 1
    return at >= 0 and passages[at].contains(span)


def _plain(text: str, spans: Iterable[Span]) -> list[str]:
    return [text[span.start : span.end].casefold() for span in spans]


def _scored(
    text: str, passages: Sequence[Span], wanted: Sequence[str]
) -> Iterator[tuple[float, Span]]:
    """Every sentence that shares enough words, with how many of both it shares."""
    bag = Counter(wanted)
    for passage in passages:
        for sentence in sentences(text, passage):
            here = _plain(text, words(text, sentence)[:LONG])
            both = sum((bag & Counter(here)).values())
            # of the shorter one, since a claim is often a part of its sentence
            score = both / max(1, min(len(wanted), len(here)))
            if score >= ENOUGH and both > 1:
                yield score, sentence


def _likely_span(text: str, sentence: Span, wanted: Sequence[str]) -> Span:
    """The part of a sentence that stands for the old words: from the first to the last in common,
    and as far beyond as the old words go."""
    spans = words(text, sentence)[:LONG]
    blocks = SequenceMatcher(
        None, wanted, _plain(text, spans), autojunk=False
    ).get_matching_blocks()
    shared = [block for block in blocks if block.size]
    if not shared:
        return sentence
    first, last = shared[0], shared[-1]
    start = max(0, first.b - first.a)
    end = min(len(spans), last.b + last.size + len(wanted) - last.a - last.size)
    return Span(spans[start].start, spans[end - 1].end)
