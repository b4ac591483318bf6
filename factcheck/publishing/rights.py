"""How much of somebody else's words readers may see. Pure: a text and claims in, shown words out.

At most a share of the article's words is shown, counted over the whole edition: first the words
inside quotation marks, then the quotes of claims that were found wanting, in order; every other
claim shows the desk's own wording, or the first and last four words of its quote.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.core.spans import words as counted

WORD = re.compile(r"\S+")
ENDS = 4
GAP = "…"
OPENING = {"“": "”", "„": "“”", "«": "»", "‹": "›", '"': '"', "‚": "‘’"}


@dataclass(frozen=True, slots=True)
class Asking:
    """One claim that asks to be shown: where it stands, and what is known of it."""

    number: int
    spans: tuple[tuple[int, int], ...]
    hard: bool  # its verdict is neither "accurate" nor "only that it was said"
    worded: bool  # the desk has a wording of its own for it


@dataclass(frozen=True, slots=True)
class Granted:
    """What of a claim's quote is shown, and how many of the article's words that takes."""

    quote: str
    words: int


def allowance(words: int, share: int) -> int:
    """How many words of an article of so many words a share in per cent allows."""
    return words * share // 100


def grant(text: str, askings: Sequence[Asking], allowed: int) -> dict[int, Granted]:
    """What is shown of each claim's quote; together never more than the allowed words."""
    marked = list(quoted(text))
    places = {asking.number: _words(text, asking.spans) for asking in askings}
    shown: dict[int, set[int]] = {asking.number: set() for asking in askings}
    costs = {
        number: [max(1, len(counted(text[start:end]))) for start, end in words]
        for number, words in places.items()
    }
    left = allowed

    def take(number: int, wanted: Iterable[int]) -> bool:
        """Show these words of a claim as well, all of them or none."""
        nonlocal left
        more = set(wanted) - shown[number]
        cost = sum(costs[number][at] for at in more)
        if cost > left:
            return False
        shown[number] |= more
        left -= cost
        return True

    for asking in askings:
        words = places[asking.number]
        for start, end in marked:
            take(asking.number, _inside(words, start, end))
    for asking in askings:
        words = places[asking.number]
        whole = asking.hard and take(asking.number, range(len(words)))
        if not whole and not asking.worded:
            take(asking.number, _ends(len(words)))
    return {
        number: Granted(
            _joined(text, places[number], indexes), sum(costs[number][at] for at in indexes)
        )
        for number, indexes in shown.items()
    }


def is_own_wording(wording: str, text: str) -> bool:
    """Whether a wording is the desk's: one that stands in the article as it is, is not."""
    plain = _plain(wording)
    return bool(plain) and f" {plain} " not in f" {_plain(text)} "


def quoted(text: str) -> Iterable[tuple[int, int]]:
    """The stretches inside quotation marks. A mark that is never closed ends with its paragraph."""
    for paragraph in re.finditer(r"[^\n]+", text):
        start, closing = -1, ""
        for at in range(paragraph.start(), paragraph.end()):
            sign = text[at]
            if start < 0 and sign in OPENING:
                start, closing = at + 1, OPENING[sign]
            elif start >= 0 and sign in closing:
                if at > start:
                    yield start, at
                start = -1
        if 0 <= start < paragraph.end():
            yield start, paragraph.end()


def _words(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of these spans, in order, as positions in the text."""
    return [
        (found.start(), found.end())
        for start, end in spans
        for found in WORD.finditer(text, start, end)
    ]


def _inside(words: list[tuple[int, int]], start: int, end: int) -> list[int]:
    """The words of which any sign lies in a stretch."""
    return [at for at, (first, last) in enumerate(words) if first < end and last > start]


def _ends(count: int) -> set[int]:
    """The first and the last four of so many words."""
    return set(range(min(ENDS, count))) | set(range(max(0, count - ENDS), count))


def _joined(text: str, words: list[tuple[int, int]], shown: set[int]) -> str:
    """The shown words with a gap sign where some are left out."""
    if not shown:
        return ""
    pieces: list[str] = []
    last = -1
    for at in sorted(shown):
        if at != last + 1:
            pieces.append(GAP)
        start, end = words[at]
        pieces.append(text[start:end])
        last = at
    if last != len(words) - 1:
        pieces.append(GAP)
    return " ".join(pieces)


def _plain(text: str) -> str:
    """Words only, in one case: what two spellings of one sentence share."""
    return " ".join(re.findall(r"\w+", text.casefold()))
