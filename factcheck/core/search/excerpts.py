"""Texts with the words marked that were looked for. Pure."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.core.search.terms import SearchTerms, words_of
from factcheck.core.spans import one_line


@dataclass(frozen=True, slots=True)
class MatchRun:
    """A stretch of a text, and whether it is what was looked for."""

    text: str
    hit: bool


def runs(text: str, wanted: SearchTerms) -> tuple[MatchRun, ...]:
    """The text in stretches, so that a page can mark the words that were looked for."""
    found: list[MatchRun] = []
    for part, is_word in _parts(text):
        hit = is_word and any(wanted.matches(word) for word in words_of(part))
        if found and found[-1].hit == hit:
            found[-1] = MatchRun(found[-1].text + part, hit)
        else:
            found.append(MatchRun(part, hit))
    return tuple(found)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Words, with the marks that stand on their letters, and what is between them."""
    start, inside = 0, False
    for at, sign in enumerate(text):
        is_word = sign.isalnum() or (inside and unicodedata.category(sign).startswith("M"))
        if is_word != inside:
            if at > start:
                yield text[start:at], inside
            start, inside = at, is_word
    if start < len(text):
        yield text[start:], inside


AROUND = 90  # letters shown before and after the first hit


def excerpt(text: str, wanted: SearchTerms) -> tuple[MatchRun, ...]:
    """The text around the first words that were looked for, or nothing where there are none."""
    at = 0
    for part, is_word in _parts(text):
        if is_word and any(wanted.matches(word) for word in words_of(part)):
            return runs(_cut(text, at, at + len(part)), wanted)
        at += len(part)
    return ()


def _cut(text: str, start: int, end: int) -> str:
    """Whole words around a stretch, with dots where more stands."""
    before, after = max(0, start - AROUND), min(len(text), end + AROUND)
    if before:
        before = text.find(" ", before, start) + 1 or before
    if after < len(text):
        after = text.rfind(" ", end, after) if text.rfind(" ", end, after) > 0 else after
    words = one_line(text[before:after])
    return f"{'… ' if before else ''}{words}{' …' if after < len(text) else ''}"
