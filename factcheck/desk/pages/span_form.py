"""The form for the span of a claim: its parts, and its ends a word further in or out. Pure."""

from dataclasses import dataclass

from django.utils.http import urlencode

from factcheck.claims.models import Anchor
from factcheck.claims.span_parts import moved_by_a_word
from factcheck.core.spans import Span, trimmed
from factcheck.intake.models import Version

LABELS = {
    "start_out": "One word more at the start",
    "start_in": "One word less at the start",
    "end_in": "One word less at the end",
    "end_out": "One word more at the end",
}


@dataclass(frozen=True, slots=True)
class PartChoice:
    """One part of a claim: its words, and the query that chooses it."""

    words: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """One end moved by a word: the query that shows it, before anything is saved."""

    label: str
    query: str


def part_name(anchor: Anchor) -> str:
    """A part as the form names it."""
    return f"{anchor.place}.{anchor.part}"


def part_choices(anchors: list[Anchor], chosen: str) -> list[PartChoice]:
    """The parts to choose from, where there are several."""
    if len(anchors) < 2:
        return []
    return [
        PartChoice(row.quote, _query(row, part_name(row)), part_name(row) == chosen)
        for row in anchors
    ]


def nudges(version: Version, start: int | None, end: int | None, part: str) -> list[Nudge]:
    """The four ways in which the ends move by a word, as far as there are words."""
    text = version.text
    if start is None or end is None or not 0 <= start < end <= len(text):
        return []
    span = trimmed(text, Span(start, end))
    if span is None:
        return []
    opens, closes = text.rfind("\n\n", 0, span.start), text.find("\n\n", span.end)
    within = Span(opens + 2 if opens >= 0 else 0, closes if closes >= 0 else len(text))
    found = moved_by_a_word(text, span, within)
    return [Nudge(LABELS[way], _query(to, part)) for way, to in found.items() if to is not None]


def _query(to: Anchor | Span, part: str) -> str:
    asked = [("start", str(to.start)), ("end", str(to.end))]
    return urlencode([*asked, ("part", part)] if part else asked)
