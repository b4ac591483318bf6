"""What a reader sees, as it stood when it was published: frozen data. Pure.

Words and labels are frozen with it: a label that the desk renames later changes no edition. When
it was published and by whom stands beside it on the edition, so that a preview and the edition it
becomes have one digest.
"""

from dataclasses import dataclass
from datetime import datetime

from factcheck.publishing.report.claims import CheckedClaim, Word
from factcheck.publishing.report.text import (
    AnnotatedPart,
    AnnotatedPassage,
    AnnotatedRow,
    CoverageShares,
)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """What was checked: the article and the version of it."""

    title: str
    rights: str
    version: int
    version_digest: str
    words: int
    publisher: str = ""
    original_url: str = ""
    byline: str = ""
    published: datetime | None = None
    language: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the checked article is ours."""
        return self.rights == "own"


@dataclass(frozen=True, slots=True)
class AppliedRules:
    """The rules this report was held to: kept, switched off by the house, and gone past."""

    kept: tuple[Word, ...] = ()
    off: tuple[Word, ...] = ()
    past: tuple[Word, ...] = ()
    share: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a reader sees, as it stood when it was let out."""

    article: CheckedArticle
    desk: str
    claims: tuple[CheckedClaim, ...]
    checked_by: tuple[str, ...]
    reviewed_by: tuple[str, ...]
    coverage: CoverageShares
    rules: AppliedRules
    passages: tuple[AnnotatedPassage, ...] = ()
    words_shown: int = 0
    past_public: str = ""
    tier: str = "first"
    note: str = ""
    format: int = FORMAT

    @property
    def rows(self) -> list[AnnotatedRow]:
        """The annotated text, with the claims that begin in each passage beside it."""
        claims = {claim.number: claim for claim in self.claims}
        told: set[int] = set()
        rows = []
        for passage in self.passages:
            new = [number for number in passage.claims if number not in told]
            told.update(new)
            parts = tuple(
                AnnotatedPart(
                    text=segment.text,
                    claim=claims.get(segment.claims[-1]) if segment.claims else None,
                    ends=tuple(claims[number] for number in segment.ends if number in claims),
                )
                for segment in passage.segments
            )
            rows.append(AnnotatedRow(passage, parts, tuple(claims[n] for n in new if n in claims)))
        return rows

    def claim(self, number: int) -> CheckedClaim | None:
        """The claim with this number."""
        return next((claim for claim in self.claims if claim.number == number), None)

    @property
    def tally(self) -> list[tuple[Word, int]]:
        """How often each verdict on the content was given, most frequent first."""
        counts: dict[Word, int] = {}
        for claim in self.claims:
            if claim.content is not None:
                counts[claim.content] = counts.get(claim.content, 0) + 1
        return sorted(counts.items(), key=lambda item: -item[1])

    @property
    def checked(self) -> int:
        """How many claims have verdicts."""
        return sum(claim.state == "checked" for claim in self.claims)

    @property
    def waived(self) -> int:
        """How many claims stand on somebody’s responsibility."""
        return sum(claim.state == "waived" for claim in self.claims)

    @property
    def not_checked(self) -> int:
        """How many claims nobody checked."""
        return sum(claim.state == "not_checked" for claim in self.claims)
