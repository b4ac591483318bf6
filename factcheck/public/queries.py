"""What the readers' pages ask for: editions, and the house rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Subquery

from factcheck.policy.house_rules import Rules
from factcheck.policy.models import HouseRules
from factcheck.publishing.models import Edition
from factcheck.publishing.queries import titled
from factcheck.publishing.report import Report, Word, decode

FRONT = 30


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What one report found, in short: its marks in order, and how often each verdict was given."""

    own: bool
    publisher: str
    marks: tuple[tuple[Word, Word], ...]
    tally: tuple[tuple[Word, int], ...]
    claims: int
    waived: int
    not_checked: int


@dataclass(frozen=True, slots=True)
class Teaser:
    """One report on the front page."""

    slug: str
    title: str
    number: int
    published_at: datetime
    found: ReportSummary


@dataclass(frozen=True, slots=True)
class Front:
    """The front page: the desk's name, the reports, whether there are more."""

    desk: Rules
    teasers: list[Teaser]
    more: bool


_kept: dict[tuple[int, str], ReportSummary] = {}


def front(words: str = "") -> Front:
    """The newest reports, or those whose title has all of these words.

    One query when every report was read before in this process, two when one was not, and two
    where nothing is found: then the desk's name has no row to come with.
    """
    name = HouseRules.objects.filter(pk=1).values("desk_name")
    rows = list(
        titled(words)
        .annotate(slug=F("article__address__slug"), desk=Subquery(name))
        .values("pk", "slug", "title", "number", "digest", "published_at", "desk")[: FRONT + 1]
    )
    found = _found([(row["pk"], row["digest"]) for row in rows[:FRONT]])
    desk = rows[0]["desk"] if rows else name.values_list("desk_name", flat=True).first()
    return Front(
        desk=Rules(desk_name=desk or ""),
        teasers=[
            Teaser(row["slug"], row["title"], row["number"], row["published_at"], short)
            for row, short in zip(rows, found, strict=False)
        ],
        more=len(rows) > FRONT,
    )


def _found(keys: list[tuple[int, str]]) -> list[ReportSummary]:
    """What each report found; an edition never changes, so it is read once in a process."""
    missing = [pk for pk, digest in keys if (pk, digest) not in _kept]
    if missing:
        if len(_kept) > FRONT * 30:
            _kept.clear()
        rows = Edition.objects.filter(pk__in=[pk for pk, _ in keys])
        for pk, digest, data in rows.values_list("pk", "digest", "report"):
            _kept[(pk, digest)] = _short(decode(data))
    return [_kept[key] for key in keys]


def _short(report: Report) -> ReportSummary:
    marks: Iterable[tuple[Word, Word]] = (
        (claim.attribution, claim.content)
        for claim in report.claims
        if claim.attribution and claim.content
    )
    return ReportSummary(
        own=report.article.is_own,
        publisher=report.article.publisher,
        marks=tuple(marks),
        tally=tuple(report.tally),
        claims=report.checked,
        waived=report.waived,
        not_checked=report.not_checked,
    )
