"""A new text beside the one before: what changes, and what of the check keeps its place. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from factcheck.claims.models import Exemption, Stage
from factcheck.claims.placement import Placement, UnplacedClaim
from factcheck.core.spans import Span
from factcheck.core.text_changes import TextChanges, changes
from factcheck.intake.models import Passage, PassageRole, Version
from factcheck.intake.readers import Reading
from factcheck.intake.reanchoring import Text


@dataclass(frozen=True, slots=True)
class NewTextComparison:
    """What a new text would change of an article."""

    changes: TextChanges
    kept: int  # claims that count and keep their place
    approved: int  # of these, how many are signed off
    lost: Sequence[UnplacedClaim]
    suggestions_lost: int
    exemptions_kept: int
    exemptions_lost: Sequence[Exemption]
    left_out: Sequence[str]  # passages that would not be checked


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list, and by how many words it is longer than the one before."""

    version: Version
    more: int | None


def comparison_from(
    before: Sequence[str], reading: Reading, placement: Placement
) -> NewTextComparison:
    """What a new text changes, from the passages before and from what has a place in it."""
    kept = [pairs[0][0].claim for pairs in placement.anchors.values()]
    return NewTextComparison(
        changes=changes(before, [passage.text for passage in reading.passages]),
        kept=placement.kept,
        approved=sum(claim.stage == Stage.APPROVED for claim in kept),
        lost=placement.lost_live,
        suggestions_lost=len(placement.lost) - len(placement.lost_live),
        exemptions_kept=len(placement.exemptions),
        exemptions_lost=placement.exemptions_lost,
        left_out=[
            passage.text for passage in reading.passages if passage.role == PassageRole.BOILERPLATE
        ],
    )


def text_of(reading: Reading) -> Text:
    """A text that is not kept yet, as the pure module looks at it."""
    spans = [Span(*span) for span in reading.spans()]
    left_out = [
        span
        for span, passage in zip(spans, reading.passages, strict=True)
        if passage.role == PassageRole.BOILERPLATE
    ]
    return Text(reading.text, spans, left_out)


def version_lines(rows: Sequence[Version]) -> list[VersionLine]:
    """Versions, newest first, each against the one before."""
    return [
        VersionLine(version, version.words - before.words if before else None)
        for version, before in zip_longest(rows, rows[1:])
    ]


def with_words(version: Version, rows: Iterable[Passage]) -> list[tuple[Passage, str]]:
    """Passages with the words that stand in them."""
    return [(row, version.text[row.start : row.end]) for row in rows]


def passage_texts(version: Version, rows: Iterable[Passage]) -> list[str]:
    """The words of each passage."""
    return [words for _, words in with_words(version, rows)]
