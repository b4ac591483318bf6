"""The passages under check, each with what is marked in it. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from django.utils.formats import date_format
from django.utils.timezone import localtime

from factcheck.claims.coverage import LAID_OUT, Coverage
from factcheck.claims.models import Stage
from factcheck.desk.workspace.article_text.html import (
    ClaimLine,
    ExemptWords,
    MeantDay,
    PassageHtml,
    PassageMarks,
    passage_html,
)
from factcheck.desk.workspace.article_text.segments import KeyedSpan
from factcheck.desk.workspace.rows import ArticleRows, PassageRow
from factcheck.intake.dates import relative_dates
from factcheck.intake.models import Version


def passages_shown(
    version: Version,
    rows: ArticleRows,
    coverage: Coverage,
    lines: Mapping[int, ClaimLine],
    mark_url: str,
    chosen: int | None,
) -> tuple[PassageHtml, ...]:
    """All passages but boilerplate, cut where anything begins or ends."""
    shown = rows.checked
    accounting = [row for row in rows.exemptions if rows.accounts(row)]
    marked = _by_passage(
        shown,
        [
            KeyedSpan(row.start, row.end, row.claim)
            for row in rows.anchors
            if rows.claims[row.claim].stage != Stage.SET_ASIDE
        ],
    )
    exempt = _by_passage(shown, [KeyedSpan(row.start, row.end, row.pk) for row in accounting])
    opens = _by_passage(shown, [KeyedSpan(a, b, 0) for a, b in coverage.open_spans])
    exempted = {
        row.pk: ExemptWords(row.pk, _why(row.reason_word, row.repeats, lines)) for row in accounting
    }
    meant = _by_passage(shown, _meant(version))
    mark_first = coverage.open_spans[0][0] if coverage.open_spans else None
    return tuple(
        passage_html(
            PassageMarks(
                text=version.text[passage.start : passage.end],
                start=passage.start,
                key=at,
                role=passage.role,
                anchors=tuple(marked[at]),
                exempt=tuple(exempt[at]),
                opens=tuple((span.start, span.end) for span in opens[at]),
                lines=tuple(lines[span.key] for span in marked[at]),
                exempted=tuple(exempted[span.key] for span in exempt[at]),
                meant=tuple(meant[at]),
                mark_url=mark_url,
                first_open=_inside(passage, mark_first),
                chosen=next((span.key for span in marked[at] if span.key == chosen), None),
            )
        )
        for at, passage in enumerate(shown)
    )


def _inside(passage: PassageRow, place: int | None) -> int | None:
    """The place, if it lies in the passage."""
    return place if place is not None and passage.start <= place < passage.end else None


def _why(reason: str, repeats: int | None, lines: Mapping[int, ClaimLine]) -> str:
    return f"{reason.lower()} {lines[repeats].number}" if repeats else reason.lower()


def _meant(version: Version) -> tuple[MeantDay, ...]:
    """The days that words like "Tuesday" mean, for an article that says its own date."""
    if version.published is None:
        return ()
    return _days_meant(version.text, localtime(version.published).date())


@lru_cache(maxsize=LAID_OUT)
def _days_meant(text: str, published: date) -> tuple[MeantDay, ...]:
    found = []
    for row in relative_dates(text, published):
        if row.meant:
            found.append(
                MeantDay(row.start, row.end, f"{row.meant}", date_format(row.meant, "j F"))
            )
        elif row.stretch:
            first, last = (date_format(day, "j F") for day in row.stretch)
            found.append(MeantDay(row.start, row.end, f"{row.stretch[0]}", f"{first} – {last}"))
    return tuple(found)


class _Placed(Protocol):
    """Something that stands somewhere."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def _by_passage(passages: Sequence[PassageRow], spans: Iterable[P]) -> Mapping[int, list[P]]:
    """The spans that touch each passage, by its place."""
    found: dict[int, list[P]] = defaultdict(list)
    ends = [passage.end for passage in passages]
    for span in spans:
        for at in range(bisect_right(ends, span.start), len(ends)):
            if passages[at].start >= span.end:
                break
            found[at].append(span)
    return found
