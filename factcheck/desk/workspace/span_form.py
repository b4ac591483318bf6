"""Where a claim begins and ends, part by part, and where it would with a word more or less."""

from dataclasses import dataclass

from django.utils.http import urlencode

from factcheck.claims.models import Anchor, Claim
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
class Part:
    """One stretch of a claim: its words, and the query that chooses it."""

    words: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Nudge:
    """One end moved by a word: the query that shows it, before anything is saved."""

    label: str
    query: str


def standing(claim: Claim, version: Version) -> list[Anchor]:
    """The stretches of a claim in a version. One query."""
    return list(claim.anchors.filter(version=version).order_by("place", "part"))


def first_place(claim: Claim) -> int | None:
    """The place at which the statement stands first in the current version. One query."""
    here = claim.anchors.filter(version=claim.article.current_version_id)
    return here.order_by("place").values_list("place", flat=True).first()


def name(anchor: Anchor) -> str:
    """A part as the form names it."""
    return f"{anchor.place}.{anchor.part}"


def parts_shown(anchors: list[Anchor], chosen: str) -> list[Part]:
    """The parts to choose from, where there are several."""
    if len(anchors) < 2:
        return []
    return [Part(row.quote, _query(row, name(row)), name(row) == chosen) for row in anchors]


def nudges(version: Version, start: int | None, end: int | None, part: str) -> list[Nudge]:
    """The four ways in which the ends move by a word, as far as there are words. One query."""
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
