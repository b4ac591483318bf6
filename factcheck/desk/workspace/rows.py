"""The rows of an article at work, as bare tuples. Pure.

The page of a long article shows hundreds of claims and needs six columns of each. Model instances
would cost more time than the database does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from factcheck.claims.coverage import Coverage, Exempt, cover, seeds
from factcheck.claims.lifecycle import NOT_LIVE
from factcheck.claims.models import ExemptReason, Stage
from factcheck.core.spans import Span
from factcheck.core.verdicts import UNCHECKED, weakest
from factcheck.desk.workspace.verdict_marks import VerdictMark, attribution_mark, content_mark
from factcheck.intake.models import PassageRole, Version
from factcheck.policy.house_rules import Rules

NOWHERE = (2**31, 0)


class ClaimRow(NamedTuple):
    """A claim, as its line in the text needs it."""

    pk: int
    number: int
    stage: str
    wording: str
    because: str  # why it was set aside
    worth: float | None  # of a suggestion: how much it is worth checking first
    is_sent_back: bool
    content: str | None  # the code of the current verdict on the content

    @property
    def is_live(self) -> bool:
        return self.stage not in NOT_LIVE

    @property
    def returned(self) -> bool:
        """Sent back from review, and not there again."""
        return self.stage == Stage.CHECKING and self.is_sent_back


class AnchorRow(NamedTuple):
    """Where a claim stands."""

    claim: int
    start: int
    end: int


class ExemptionRow(NamedTuple):
    """Words that are no claim."""

    pk: int
    start: int
    end: int
    quote: str
    reason: str
    repeats: int | None
    by: str
    at: datetime

    @property
    def reason_word(self) -> str:
        return str(ExemptReason(self.reason).label)


class PassageRow(NamedTuple):
    """A block of the text."""

    start: int
    end: int
    role: str


class LinkRow(NamedTuple):
    """A step of a chain, as it is written, with the code of its current verdict."""

    claim: int
    words: str
    words_start: int | None
    cue: str
    cue_start: int | None
    code: str | None


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """Everything that is marked in one version of an article."""

    claims: Mapping[int, ClaimRow]  # by number
    anchors: list[AnchorRow]
    exemptions: list[ExemptionRow]
    passages: list[PassageRow]
    links: list[LinkRow]

    @property
    def begins(self) -> Mapping[int, tuple[int, int]]:
        """Where each claim begins, by its key: of claims that begin together the longer one first."""
        first: dict[int, tuple[int, int]] = {}
        for anchor in self.anchors:
            first.setdefault(anchor.claim, (anchor.start, -anchor.end))
        return first

    def accounts(self, row: ExemptionRow) -> bool:
        """Whether its words are accounted for: what repeats a claim is so while that one counts."""
        return row.repeats is None or self.claims[row.repeats].is_live

    @property
    def checked(self) -> list[PassageRow]:
        """The passages under check."""
        return [row for row in self.passages if row.role != PassageRole.BOILERPLATE]


def in_text_order(rows: ArticleRows) -> list[ClaimRow]:
    """The claims that are not set aside, as they begin in the text; those without a place last."""
    shown = [row for row in rows.claims.values() if row.stage != Stage.SET_ASIDE]
    begins = rows.begins
    return sorted(shown, key=lambda row: (begins.get(row.pk, NOWHERE), row.number))


def coverage_of(version: Version, rows: ArticleRows) -> Coverage:
    """Which words are accounted for, as the gate counts them."""
    live = {row.pk for row in rows.claims.values() if row.is_live}
    return cover(
        version.text,
        passages=[Span(row.start, row.end) for row in rows.checked],
        anchors=[Span(row.start, row.end) for row in rows.anchors if row.claim in live],
        seeds=list(seeds(row for row in rows.links if row.claim in live)),
        exemptions=[
            Exempt(Span(row.start, row.end), row.reason)
            for row in rows.exemptions
            if rows.accounts(row)
        ],
    )


def marks_of(rows: ArticleRows, rules: Rules) -> Mapping[int, tuple[VerdictMark, VerdictMark]]:
    """Both marks of every claim, by its key: the weakest link's, and the content's."""
    on_links: dict[int, list[str]] = defaultdict(list)
    for link in rows.links:
        on_links[link.claim].append(link.code or UNCHECKED)
    marks = _MarksOnce(rules)
    return {
        row.pk: (marks.attribution(on_links[row.pk]), marks.content(row.content or UNCHECKED))
        for row in rows.claims.values()
    }


class _MarksOnce:
    """Each mark made once, however many claims share it: by what was found on their links."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._attribution: dict[tuple[str, ...], VerdictMark] = {}
        self._content: dict[str, VerdictMark] = {}

    def attribution(self, codes: Iterable[str]) -> VerdictMark:
        found = tuple(codes)
        if found not in self._attribution:
            self._attribution[found] = attribution_mark(self._rules, weakest(list(found)))
        return self._attribution[found]

    def content(self, code: str) -> VerdictMark:
        if code not in self._content:
            self._content[code] = content_mark(self._rules, code)
        return self._content[code]
