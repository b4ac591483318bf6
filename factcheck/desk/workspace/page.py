"""One article at work: its text with everything marked in it, its claims, how far it has come. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString

from factcheck.claims.models import Claim, Exemption, Stage
from factcheck.claims.placement import UnplacedClaim
from factcheck.claims.rules import may_exempt, may_mark
from factcheck.core.rulings import Ruling
from factcheck.desk.workspace.article_text.appendix import Appendix, appendix_of
from factcheck.desk.workspace.article_text.coverage_bar import CoverageBar, coverage_bar_of
from factcheck.desk.workspace.article_text.html import ClaimLine, PassageHtml, legend
from factcheck.desk.workspace.article_text.passages import passages_shown
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.rows import (
    ArticleRows,
    ClaimRow,
    coverage_of,
    marks_of,
)
from factcheck.desk.workspace.splitting_progress import SplittingProgress, progress_from
from factcheck.intake.models import Article, Version
from factcheck.intake.rules import may_bring_new_text
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.policy.house_rules import Rules

WORK = frozenset({Stage.SUGGESTED, Stage.OPEN, Stage.CHECKING, Stage.CHECKED})
FIRST = 5  # suggestions that are named as worth looking at first


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of an article to show it at work."""

    article: Article
    version: Version
    rules: Rules
    rows: ArticleRows
    ordered: Sequence[ClaimRow]  # what is not set aside, in text order
    unplaced_claims: tuple[UnplacedClaim, ...]
    unplaced_exemptions: tuple[Exemption, ...]
    order: str  # by what the suggestions are in order, where that is to be said
    chosen: Card | None


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything on the page but the head's next step."""

    article: Article
    version: Version
    passages: tuple[PassageHtml, ...]
    appendix: Appendix
    claims: tuple[ClaimLine, ...]  # live and suggested, in text order
    first: tuple[ClaimLine, ...]  # suggestions, the one most worth checking first
    order: str  # by what they are in order, where they are shown
    unplaced_claims: tuple[UnplacedClaim, ...]
    unplaced_exemptions: tuple[Exemption, ...]
    stages: tuple[tuple[str, str, int], ...]  # code, word, how many
    coverage_bar: CoverageBar
    splitting_progress: (
        SplittingProgress  # how far the splitter has come, and what is left of its suggestions
    )
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


def workspace_from(loaded: Loaded, user: User) -> Workspace:
    """The article's page for one person."""
    article, version, rows = loaded.article, loaded.version, loaded.rows
    marks = marks_of(rows, loaded.rules)
    lines = {
        row.pk: ClaimLine(row.pk, row.number, row.stage, *marks[row.pk], row.returned)
        for row in rows.claims.values()
    }
    coverage = coverage_of(version, rows)
    claims = tuple(lines[row.pk] for row in loaded.ordered)
    chosen = loaded.chosen.claim.pk if loaded.chosen else None
    before, after = _neighbours(claims, chosen)
    mark, exempt = may_mark(user, article), may_exempt(user, article)
    mark_url = reverse("desk:claim_new", args=[article.pk]) if mark else ""
    return Workspace(
        article=article,
        version=version,
        passages=passages_shown(version, rows, coverage, lines, mark_url, chosen),
        appendix=appendix_of(version, rows, may_lift=bool(exempt)),
        claims=claims,
        first=tuple(lines[row.pk] for row in worth_most(loaded.ordered)),
        order=loaded.order,
        unplaced_claims=loaded.unplaced_claims,
        unplaced_exemptions=loaded.unplaced_exemptions,
        stages=_stages(rows.claims.values()),
        coverage_bar=coverage_bar_of(coverage),
        splitting_progress=progress_from(
            getattr(version, "splitting", None),
            sum(line.stage == Stage.SUGGESTED for line in claims),
            article,
            user,
        ),
        first_open=next(iter(coverage.open_spans), None),
        chosen=loaded.chosen,
        before=before,
        after=after,
        mark=mark,
        exempt=exempt,
        new_text=may_bring_new_text(user, article),
    )


def in_workspace(claim: Claim) -> str:
    """The address of a claim chosen in the workspace of its article."""
    return f"{reverse('desk:workspace', args=[claim.article_id])}?claim={claim.pk}#claim"


def choose(ordered: Sequence[ClaimRow], user: User, wanted: ClaimRow | None) -> ClaimRow | None:
    """The claim that was asked for, else the first that waits for this person, else the first."""
    if wanted is not None:
        return wanted
    waiting = (row for row in ordered if _waits_for(user, row))
    return next(iter((*waiting, *ordered)), None)


def _waits_for(user: User, row: ClaimRow) -> bool:
    if row.stage == Stage.IN_REVIEW:
        return user.can(Ability.REVIEW)
    return row.stage in WORK and user.can(Ability.VERIFY)


def _neighbours(
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


def worth_most(ordered: Iterable[ClaimRow]) -> list[ClaimRow]:
    """The suggestions that are most worth checking, best first; in text order where equal."""
    waiting = [row for row in ordered if row.stage == Stage.SUGGESTED and row.worth]
    return sorted(waiting, key=lambda row: (-(row.worth or 0), row.number))[:FIRST]


def _stages(rows: Iterable[ClaimRow]) -> tuple[tuple[str, str, int], ...]:
    count = Counter(row.stage for row in rows)
    return tuple((code, str(word), count[code]) for code, word in Stage.choices if count[code])
