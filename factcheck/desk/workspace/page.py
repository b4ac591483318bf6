"""One article at work: its text with everything marked in it, its claims, how far it has come.

The number of queries does not grow with the claims, and the rows are read bare.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from factcheck.claims.coverage import LAID_OUT, Coverage
from factcheck.claims.models import Claim, Exemption, Stage
from factcheck.claims.placement import UnplacedClaim, unplaced_claims, unplaced_exemptions
from factcheck.claims.queries.deciding import order_in_words
from factcheck.claims.rules import may_exempt, may_mark
from factcheck.core.rulings import Ruling
from factcheck.desk.workspace.article_text.appendix import Foot, foot_of
from factcheck.desk.workspace.article_text.coverage_bar import Bar, bar_of
from factcheck.desk.workspace.article_text.html import (
    ClaimLine,
    Exempted,
    Marked,
    Meant,
    PassageHtml,
    legend,
    passage_html,
)
from factcheck.desk.workspace.article_text.segments import Span
from factcheck.desk.workspace.card import Card, card_from
from factcheck.desk.workspace.rows import ClaimRow, PassageRow, Rows, coverage_of, marks_of, rows_of
from factcheck.desk.workspace.splitting_progress import Reading, reading_from
from factcheck.intake.dates import relative_dates
from factcheck.intake.models import Article, Version
from factcheck.intake.rules import may_bring_new_text
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.policy.queries import house_rules

FIRST = 5  # suggestions that are named as worth looking at first


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything on the page but the head's next step."""

    article: Article
    version: Version
    passages: tuple[PassageHtml, ...]
    foot: Foot
    claims: tuple[ClaimLine, ...]  # live and suggested, in text order
    first: tuple[ClaimLine, ...]  # suggestions, the one most worth checking first
    order: str  # by what they are in order, where they are shown
    not_placed: tuple[UnplacedClaim, ...]
    exemptions_not_placed: tuple[Exemption, ...]
    stages: tuple[tuple[str, str, int], ...]  # code, word, how many
    bar: Bar
    reading: Reading  # how far the splitter has come, and what is left of its suggestions
    first_open: tuple[int, int] | None
    chosen: Card | None
    before: ClaimLine | None
    after: ClaimLine | None
    mark: Ruling
    exempt: Ruling
    new_text: Ruling

    @property
    def legend(self) -> SafeString:
        """Every mark of the margin, once."""
        return legend(static("factcheck/marks.svg"))


def workspace(article: Article, user: User, *, claim: int | None = None) -> Workspace:
    """The article's page for one person, with one claim chosen where there is any."""
    version = article.current_version
    if version is None:
        raise ValueError("An article is kept together with its first version.")
    rules = house_rules()
    rows = rows_of(article, version)
    marks = marks_of(rows, rules)
    lines = {
        row.pk: ClaimLine(row.pk, row.number, row.stage, *marks[row.pk], row.returned)
        for row in rows.claims.values()
    }
    coverage = coverage_of(version, rows)
    standing = [row for row in rows.claims.values() if row.stage != Stage.SET_ASIDE]
    first: dict[int, tuple[int, int]] = {}
    for anchor in rows.anchors:
        first.setdefault(anchor.claim, (anchor.start, -anchor.end))
    ordered = sorted(standing, key=lambda row: (first.get(row.pk, NOWHERE), row.number))
    chosen = _chosen(rows, ordered, user, claim)
    shown = tuple(lines[row.pk] for row in ordered)
    before, after = _around(shown, chosen)
    lost = any(row.is_live and row.pk not in first for row in standing)
    mark, exempt = may_mark(user, article), may_exempt(user, article)
    best = _first(standing, lines)
    return Workspace(
        article=article,
        version=version,
        passages=_passages(version, rows, coverage, lines, _mark_url(article, mark), chosen),
        foot=foot_of(version, rows, may_lift=bool(exempt)),
        claims=shown,
        first=best,
        order=_order(version, best, rows.claims.get(chosen) if chosen else None),
        not_placed=tuple(unplaced_claims(article)) if lost else (),
        exemptions_not_placed=tuple(unplaced_exemptions(article)) if version.number > 1 else (),
        stages=_stages(rows.claims.values()),
        bar=bar_of(coverage),
        reading=reading_from(
            getattr(version, "splitting", None),
            sum(line.stage == Stage.SUGGESTED for line in shown),
            article,
            user,
        ),
        first_open=next(iter(coverage.open_spans), None),
        chosen=card_from(_row(chosen, article), user, rules) if chosen is not None else None,
        before=before,
        after=after,
        mark=mark,
        exempt=exempt,
        new_text=may_bring_new_text(user, article),
    )


def _mark_url(article: Article, mark: Ruling) -> str:
    """Where open words are taken up, for who may do that now."""
    return reverse("desk:claim_new", args=[article.pk]) if mark else ""


NOWHERE = (2**31, 0)


def _row(pk: int, article: Article) -> Claim:
    """The chosen claim with all that its card looks at."""
    people = ("assignee", "set_aside_by", "waived_by")
    row = Claim.objects.select_related(*people, "suggestion").get(pk=pk)
    row.article = article  # which was read with its version and its writer
    return row


def _chosen(rows: Rows, standing: Sequence[ClaimRow], user: User, wanted: int | None) -> int | None:
    """The claim that was asked for, else the first that waits for this person, else the first."""
    if wanted in rows.claims:
        return wanted
    waiting = (row for row in standing if _waits(row, user))
    return next((row.pk for row in (*waiting, *standing)), None)


def _waits(row: ClaimRow, user: User) -> bool:
    if row.stage == Stage.IN_REVIEW:
        return user.can(Ability.REVIEW)
    return row.stage in WORK and user.can(Ability.VERIFY)


WORK = frozenset({Stage.SUGGESTED, Stage.OPEN, Stage.CHECKING, Stage.CHECKED})


def _around(
    lines: Sequence[ClaimLine], chosen: int | None
) -> tuple[ClaimLine | None, ClaimLine | None]:
    """The claims before and after the chosen one."""
    at = next((i for i, line in enumerate(lines) if line.pk == chosen), None)
    if at is None:
        return None, None
    return (
        lines[at - 1] if at else None,
        lines[at + 1] if at + 1 < len(lines) else None,
    )


def _first(standing: Iterable[ClaimRow], lines: Mapping[int, ClaimLine]) -> tuple[ClaimLine, ...]:
    """The suggestions that are most worth checking, best first; in text order where equal."""
    waiting = [row for row in standing if row.stage == Stage.SUGGESTED and row.worth]
    best = sorted(waiting, key=lambda row: (-(row.worth or 0), row.number))
    return tuple(lines[row.pk] for row in best[:FIRST])


def _order(version: Version, first: Sequence[ClaimLine], chosen: ClaimRow | None) -> str:
    """By what the suggestions are in order: beside a suggestion, where there are others."""
    if chosen is None or chosen.stage != Stage.SUGGESTED or len(first) < 2:
        return ""
    splitting = getattr(version, "splitting", None)
    return order_in_words(splitting.weighing if splitting else None)


def _stages(rows: Iterable[ClaimRow]) -> tuple[tuple[str, str, int], ...]:
    count = Counter(row.stage for row in rows)
    return tuple((code, str(word), count[code]) for code, word in Stage.choices if count[code])


def _passages(
    version: Version,
    rows: Rows,
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
            Span(row.start, row.end, row.claim)
            for row in rows.anchors
            if rows.claims[row.claim].stage != Stage.SET_ASIDE
        ],
    )
    exempt = _by_passage(shown, [Span(row.start, row.end, row.pk) for row in accounting])
    opens = _by_passage(shown, [Span(a, b, 0) for a, b in coverage.open_spans])
    exempted = {
        row.pk: Exempted(row.pk, _why(row.reason_word, row.repeats, lines)) for row in accounting
    }
    meant = _by_passage(shown, _meant(version))
    mark_first = coverage.open_spans[0][0] if coverage.open_spans else None
    return tuple(
        passage_html(
            Marked(
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


def _meant(version: Version) -> tuple[Meant, ...]:
    """The days that words like "Tuesday" mean, for an article that says its own date."""
    if version.published is None:
        return ()
    return _days_meant(version.text, localtime(version.published).date())


@lru_cache(maxsize=LAID_OUT)
def _days_meant(text: str, published: date) -> tuple[Meant, ...]:
    found = []
    for row in relative_dates(text, published):
        if row.meant:
            found.append(Meant(row.start, row.end, f"{row.meant}", date_format(row.meant, "j F")))
        elif row.stretch:
            first, last = (date_format(day, "j F") for day in row.stretch)
            found.append(Meant(row.start, row.end, f"{row.stretch[0]}", f"{first} – {last}"))
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
