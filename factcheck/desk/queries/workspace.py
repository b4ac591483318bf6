"""One article at work: its text with everything marked in it, its claims, how far it has come.

The number of queries does not grow with the claims.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.claims.coverage import Coverage
from factcheck.claims.models import Anchor, Claim, Exemption, Link, Stage
from factcheck.claims.queries import coverage_from
from factcheck.desk.queries.bar import Bar, bar_of
from factcheck.desk.queries.card import Card, card_from
from factcheck.desk.queries.galley import Segment, Span, segments
from factcheck.desk.queries.marks import Marks, marks_of
from factcheck.desk.queries.words import Mark
from factcheck.intake.models import Article, Passage, PassageRole, Version
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.policy.queries import house_rules
from factcheck.review.queries import returned


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as the text and its margin show it."""

    claim: Claim
    said: Mark
    true: Mark
    returned: bool
    chosen: bool

    @property
    def line(self) -> str:
        """Which line stands under its words."""
        return "returned" if self.returned else self.claim.stage


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of the text with the rows that it belongs to."""

    segment: Segment
    claim: ClaimLine | None
    begins: tuple[ClaimLine, ...]  # outermost first
    exemption: Exemption | None
    first_open: bool  # the first words of the text that are not accounted for


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One passage: its parts, and the claims that begin in it."""

    passage: Passage
    parts: tuple[Part, ...]
    margin: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything on the page but the head's next step."""

    article: Article
    version: Version
    passages: tuple[PassageLine, ...]
    left_out: tuple[str, ...]
    claims: tuple[ClaimLine, ...]  # live and suggested, in text order
    set_aside: tuple[Claim, ...]
    exemptions: tuple[Exemption, ...]
    stages: tuple[tuple[str, str, int], ...]  # code, word, how many
    bar: Bar
    first_open: tuple[int, int] | None
    chosen: Card | None
    before: ClaimLine | None
    after: ClaimLine | None


def workspace(article: Article, user: User, *, claim: int | None = None) -> Workspace:
    """The article's page for one person, with one claim chosen where there is any."""
    version = article.current_version
    if version is None:
        raise ValueError("An article is kept together with its first version.")
    rules = house_rules()
    claims = article.claims.select_related("assignee", "set_aside_by", "waived_by")
    rows = list(claims.in_text_order())
    anchors = list(Anchor.objects.filter(version=version).order_by("start", "-end", "pk"))
    exemptions = list(
        Exemption.objects.filter(version=version, lifted_at__isnull=True)
        .select_related("repeats", "exempted_by")
        .order_by("start", "pk")
    )
    passages = list(Passage.objects.filter(version=version).order_by("position"))
    links = list(Link.objects.filter(claim__article=article, retired_at__isnull=True))
    coverage = coverage_from(version, rows, passages, anchors, links, exemptions)
    marks = marks_of(article, links, rules)
    back = {row.pk for row in returned(rows)}
    chosen_pk = _chosen(rows, back, user, claim)
    lines = {row.pk: _line(row, marks, back, chosen_pk) for row in rows}
    standing = [row for row in rows if row.stage != Stage.SET_ASIDE]
    shown = tuple(lines[row.pk] for row in _in_text_order(standing, anchors))
    before, after = _around(shown, chosen_pk)
    return Workspace(
        article=article,
        version=version,
        passages=_passages(version, passages, anchors, exemptions, coverage, lines),
        left_out=tuple(
            version.text[passage.start : passage.end]
            for passage in passages
            if passage.role == PassageRole.BOILERPLATE
        ),
        claims=shown,
        set_aside=tuple(row for row in rows if row.stage == Stage.SET_ASIDE),
        stages=_stages(rows),
        exemptions=tuple(exemptions),
        bar=bar_of(coverage),
        first_open=next(iter(coverage.open_spans), None),
        chosen=card_from(lines[chosen_pk].claim, user, rules) if chosen_pk else None,
        before=before,
        after=after,
    )


def _line(row: Claim, marks: Mapping[int, Marks], back: set[int], chosen: int | None) -> ClaimLine:
    said, true = marks[row.pk]
    return ClaimLine(row, said, true, returned=row.pk in back, chosen=row.pk == chosen)


def _chosen(rows: list[Claim], back: set[int], user: User, wanted: int | None) -> int | None:
    """The claim that was asked for, else the first that waits for this person, else the first."""
    if wanted is not None and any(row.pk == wanted for row in rows):
        return wanted
    standing = [row for row in rows if row.stage != Stage.SET_ASIDE]
    waiting = [row for row in standing if _waits(row, back, user)]
    return next((row.pk for row in [*waiting, *standing]), None)


def _waits(row: Claim, back: set[int], user: User) -> bool:
    if row.stage == Stage.IN_REVIEW:
        return user.can(Ability.REVIEW)
    work = {Stage.SUGGESTED, Stage.OPEN, Stage.CHECKING, Stage.CHECKED}
    return row.stage in work and user.can(Ability.VERIFY)


def _in_text_order(rows: Iterable[Claim], anchors: Iterable[Anchor]) -> list[Claim]:
    """Claims where they first stand in the text; those that stand nowhere last."""
    first: dict[int, tuple[int, int]] = {}
    for anchor in anchors:
        first.setdefault(anchor.claim_id, (anchor.start, -anchor.end))
    nowhere = (2**31, 0)
    return sorted(rows, key=lambda row: (first.get(row.pk, nowhere), row.number))


def _around(
    lines: tuple[ClaimLine, ...], chosen: int | None
) -> tuple[ClaimLine | None, ClaimLine | None]:
    """The claims before and after the chosen one."""
    at = next((i for i, line in enumerate(lines) if line.claim.pk == chosen), None)
    if at is None:
        return None, None
    return (
        lines[at - 1] if at else None,
        lines[at + 1] if at + 1 < len(lines) else None,
    )


def _stages(rows: list[Claim]) -> tuple[tuple[str, str, int], ...]:
    count = Counter(row.stage for row in rows)
    return tuple((code, str(word), count[code]) for code, word in Stage.choices if count[code])


def _passages(
    version: Version,
    passages: Iterable[Passage],
    anchors: Iterable[Anchor],
    exemptions: list[Exemption],
    coverage: Coverage,
    lines: Mapping[int, ClaimLine],
) -> tuple[PassageLine, ...]:
    """All passages but boilerplate, cut where anything begins or ends."""
    marked = [
        Span(anchor.start, anchor.end, anchor.claim_id)
        for anchor in anchors
        if lines[anchor.claim_id].claim.stage != Stage.SET_ASIDE
    ]
    exempt = [Span(row.start, row.end, row.pk) for row in exemptions if row.accounts]
    by_key = {row.pk: row for row in exemptions}
    shown = [passage for passage in passages if passage.role != PassageRole.BOILERPLATE]
    at = _by_passage(shown, marked), _by_passage(shown, exempt)
    opens = _by_passage(shown, [Span(a, b, 0) for a, b in coverage.open_spans])
    return tuple(
        _passage(
            passage,
            segments(
                version.text,
                (passage.start, passage.end),
                at[0][passage.pk],
                at[1][passage.pk],
                [(span.start, span.end) for span in opens[passage.pk]],
            ),
            lines,
            by_key,
            coverage.open_spans[0][0] if coverage.open_spans else None,
        )
        for passage in shown
    )


def _by_passage(passages: list[Passage], spans: Iterable[Span]) -> Mapping[int, list[Span]]:
    """The spans that touch each passage, by the passage's key."""
    found: dict[int, list[Span]] = defaultdict(list)
    ends = [passage.end for passage in passages]
    for span in spans:
        for passage in passages[bisect_right(ends, span.start) :]:
            if passage.start >= span.end:
                break
            found[passage.pk].append(span)
    return found


def _passage(
    passage: Passage,
    cut: tuple[Segment, ...],
    lines: Mapping[int, ClaimLine],
    exemptions: Mapping[int, Exemption],
    first_open: int | None,
) -> PassageLine:
    parts = tuple(
        Part(
            segment=segment,
            claim=lines[segment.claim] if segment.claim else None,
            begins=tuple(lines[key] for key in segment.begins),
            exemption=exemptions[segment.exemption] if segment.exemption else None,
            first_open=segment.start == first_open,
        )
        for segment in cut
    )
    margin = tuple(dict.fromkeys(key for segment in cut for key in segment.begins))
    return PassageLine(passage, parts, tuple(lines[key] for key in margin))
