"""Sentences too long to parse at once, cut at their pauses: lists, statutes, statements.

A stretch without a pause within the limit stays whole and is not parsed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.core.spans import Span, trimmed

LONGEST = 1_500  # characters that the parser receives at once
# after a semicolon, a quotation or a dash, or after a comma before a word that continues
_PAUSE = re.compile(
    r"((?:[;；]|[,.!?…][\"”»'])|\s[—–])\s+(?:(?:and|but|or)\s+)?"
    r"|(,)\s+(?:(?:and|but|or|nor|so|yet)\s+|(?=(?:while|whereas|which|who|because|although)\s))"
)
_STRONG = ";；\"”»'"


class _Pause(NamedTuple):
    """A break between two pieces: the joint between them belongs to neither."""

    end: int
    start: int
    strong: bool = False


def readable_pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or its pieces in order: each as long as allowed, cut at a strong pause if there
    is one in its second half.
    """
    start = sentence.start
    strong = weak = _Pause(start, start)
    for pause in _pauses(text, sentence) if len(sentence) > LONGEST else ():
        while pause.end - start > LONGEST and max(strong, weak).start > start:
            cut = strong if strong.end - start > LONGEST // 2 else max(strong, weak)
            yield from _piece(text, start, cut.end)
            start = cut.start
        strong, weak = (pause, weak) if pause.strong else (strong, pause)
    yield from _piece(text, start, sentence.end)


def _pauses(text: str, sentence: Span) -> Iterator[_Pause]:
    """The pauses of a sentence, and its end."""
    for found in _PAUSE.finditer(text, sentence.start, sentence.end):
        end = found.end(found.lastindex or 0)
        yield _Pause(end, found.end(), text[end - 1] in _STRONG)
    yield _Pause(sentence.end, sentence.end)


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    piece = trimmed(text, Span(start, end)) if start < end else None
    if piece is not None:
        yield piece
