"""The rows of an article at work, bare: six queries for any number of claims.

The page of a long article shows hundreds of claims and needs six columns of each. Rows as objects
cost more time than the database does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery

from factcheck.claims.coverage import Coverage, Exempt, cover, seeds
from factcheck.claims.lifecycle import NOT_LIVE
from factcheck.claims.models import Anchor, Claim, Exemption, ExemptReason, Link, Stage
from factcheck.core.spans import Span
from factcheck.core.verdicts import UNCHECKED, Aspect, weakest
from factcheck.desk.workspace.verdict_marks import Mark, attribution_mark, content_mark
from factcheck.intake.models import Article, Passage, PassageRole, Version
from factcheck.policy.house_rules import Rules
from factcheck.review.models import Outcome, Round
from factcheck.verification.models import Verdict


class ClaimRow(NamedTuple):
    """A claim, as its line in the text needs it."""

    pk: int
    number: int
    stage: str
    wording: str
    because: str  # why it was set aside
    worth: float | None  # of a suggestion: how much it is worth checking first
    last_round: str | None
    content: str | None  # the code of the current verdict on the content

    @property
    def is_live(self) -> bool:
        return self.stage not in NOT_LIVE

    @property
    def returned(self) -> bool:
        """Sent back from review, and not there again."""
        return self.stage == Stage.CHECKING and self.last_round == Outcome.SENT_BACK


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
class Rows:
    """All of them, of one version."""

    claims: Mapping[int, ClaimRow]  # by number
    anchors: list[AnchorRow]
    exemptions: list[ExemptionRow]
    passages: list[PassageRow]
    links: list[LinkRow]

    def accounts(self, row: ExemptionRow) -> bool:
        """Whether its words are accounted for: what repeats a claim is so while that one counts."""
        return row.repeats is None or self.claims[row.repeats].is_live

    @property
    def checked(self) -> list[PassageRow]:
        """The passages under check."""
        return [row for row in self.passages if row.role != PassageRole.BOILERPLATE]


def rows_of(article: Article, version: Version) -> Rows:
    """Everything that is marked in a version of an article."""
    anchors = Anchor.objects.filter(version=version).order_by("start", "-end", "pk")
    exemptions = Exemption.objects.filter(version=version, lifted_at__isnull=True)
    passages = Passage.objects.filter(version=version).order_by("position")
    return Rows(
        claims={row[0]: ClaimRow(*row) for row in _claims(article)},
        anchors=[AnchorRow(*row) for row in anchors.values_list("claim_id", "start", "end")],
        exemptions=[
            ExemptionRow(*row)
            for row in exemptions.order_by("start", "pk").values_list(
                "pk", "start", "end", "quote", "reason", "repeats_id",
                "exempted_by__name", "exempted_at",
            )
        ],
        passages=[PassageRow(*row) for row in passages.values_list("start", "end", "role")],
        links=[LinkRow(*row) for row in _links(article)],
    )  # fmt: skip


def _claims(article: Article) -> Iterable[tuple[Any, ...]]:
    last_round = Round.objects.filter(claim=OuterRef("pk")).order_by("-number")
    content = Verdict.objects.filter(claim=OuterRef("pk"), aspect=Aspect.CONTENT).order_by("-pk")
    return (
        Claim.objects.filter(article=article)
        .order_by("number", "pk")
        .values_list(
            "pk", "number", "stage", "wording", "set_aside_because", "suggestion__worth",
            Subquery(last_round.values("outcome")[:1]),
            Subquery(content.values("code")[:1]),
        )
    )  # fmt: skip


def _links(article: Article) -> Iterable[tuple[Any, ...]]:
    code = Verdict.objects.filter(link=OuterRef("pk")).order_by("-pk")
    return (
        Link.objects.filter(claim__article=article, retired_at__isnull=True)
        .order_by("claim_id", "position")
        .values_list(
            F("claim_id"), "words", "words_start", "cue", "cue_start",
            Subquery(code.values("code")[:1]),
        )
    )  # fmt: skip


def coverage_of(version: Version, rows: Rows) -> Coverage:
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


def marks_of(rows: Rows, rules: Rules) -> Mapping[int, tuple[Mark, Mark]]:
    """Both marks of every claim, by its key: the weakest link's, and the content's."""
    on_links: dict[int, list[str]] = defaultdict(list)
    for link in rows.links:
        on_links[link.claim].append(link.code or UNCHECKED)
    words = _Words(rules)
    return {
        row.pk: (words.attribution(on_links[row.pk]), words.content(row.content or UNCHECKED))
        for row in rows.claims.values()
    }


class _Words:
    """Each mark made once, however many claims share it: by what was found on their links."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._attribution: dict[tuple[str, ...], Mark] = {}
        self._content: dict[str, Mark] = {}

    def attribution(self, codes: Iterable[str]) -> Mark:
        found = tuple(codes)
        if found not in self._attribution:
            self._attribution[found] = attribution_mark(self._rules, weakest(list(found)))
        return self._attribution[found]

    def content(self, code: str) -> Mark:
        if code not in self._content:
            self._content[code] = content_mark(self._rules, code)
        return self._content[code]
