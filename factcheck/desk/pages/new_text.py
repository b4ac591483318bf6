"""A new text beside the one before: what changes, and what of the check keeps its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from factcheck.claims.models import Exemption, Stage
from factcheck.claims.placement import UnplacedClaim, placement_in
from factcheck.core.spans import Span
from factcheck.desk.pages.text_changes import Changes, changes
from factcheck.intake.models import Article, Passage, PassageRole, Version
from factcheck.intake.queries import as_before, passages
from factcheck.intake.readers import Reading
from factcheck.intake.reanchoring import Text


@dataclass(frozen=True, slots=True)
class Look:
    """What a new text would change of an article."""

    changes: Changes
    kept: int  # claims that count and keep their place
    approved: int  # of these, how many are signed off
    lost: Sequence[UnplacedClaim]
    suggestions_lost: int
    exemptions_kept: int
    exemptions_lost: Sequence[Exemption]
    left_out: Sequence[str]  # passages that would not be checked


@dataclass(frozen=True, slots=True)
class Line:
    """One version in the list, and by how many words it is longer than the one before."""

    version: Version
    more: int | None


def compare(article: Article, reading: Reading) -> Look:
    """The look before a new text is kept. Eight queries, for three claims or three hundred."""
    old = article.current_version
    if old is None:
        raise ValueError("An article is kept together with its first version.")
    reading = as_before(reading, old)
    found = placement_in(article, old, text_of(reading))
    standing = [pairs[0][0].claim for pairs in found.anchors.values()]
    return Look(
        changes=changes(_texts(old, passages(old)), [passage.text for passage in reading.passages]),
        kept=found.kept,
        approved=sum(claim.stage == Stage.APPROVED for claim in standing),
        lost=found.lost_live,
        suggestions_lost=len(found.lost) - len(found.lost_live),
        exemptions_kept=len(found.exemptions),
        exemptions_lost=found.exemptions_lost,
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


def lines(rows: Sequence[Version]) -> list[Line]:
    """Versions, newest first, each against the one before."""
    return [
        Line(version, version.words - before.words if before else None)
        for version, before in zip_longest(rows, rows[1:])
    ]


def with_words(version: Version, rows: Iterable[Passage]) -> list[tuple[Passage, str]]:
    """Passages with the words that stand in them."""
    return [(row, version.text[row.start : row.end]) for row in rows]


def against_before(version: Version) -> Changes | None:
    """What a version changed of the one before; nothing for the first. Three queries."""
    before = (
        Version.objects.filter(article=version.article_id, number__lt=version.number)
        .order_by("-number")
        .first()
    )
    if before is None:
        return None
    return changes(_texts(before, passages(before)), _texts(version, passages(version)))


def _texts(version: Version, rows: Iterable[Passage]) -> list[str]:
    return [words for _, words in with_words(version, rows)]
