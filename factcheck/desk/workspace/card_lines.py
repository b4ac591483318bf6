"""What was brought and found on a claim, a line each, as far as one person may see it. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from factcheck.core.verdicts import Aspect
from factcheck.desk.workspace.verdict_marks import VerdictMark, attribution_mark, content_mark
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.models import Contact, Evidence, Verdict, sees


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One standing piece of evidence, as far as this person may see it.

    `hidden` says that it comes from a confidential source which this person may not see: then
    `shown` is its public description and everything that could point at it is empty.
    """

    pk: int
    aspect: str
    link: int | None
    stance: str
    stance_word: str
    primary: bool
    kind_word: str
    shown: str
    source: int | None  # the source's key, for a link to its page
    publisher: str
    url: str
    published_on: date | None
    locator: str
    excerpt: str
    note: str
    capture: int | None
    capture_on: date | None
    confidential: bool
    hidden: bool
    rests: bool  # a current verdict rests on it
    added_by: User
    added_at: datetime


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """One finding: its mark and words, who found it when, and what it rests on."""

    pk: int
    mark: VerdictMark
    rationale: str
    searched: str
    as_of: date | None
    look_again: date | None
    found_by: User
    found_at: datetime
    rests_on: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One attempt to reach a speaker; a confidential one without what points at the person."""

    pk: int
    speaker: str
    reached_on: datetime | None
    means: str
    asked: str
    answer: str
    none_by: datetime | None
    not_tried_because: str
    hidden: bool
    added_by: User
    added_at: datetime


def evidence_lines(
    rows: Iterable[Evidence], facts: ClaimFacts, user: User
) -> dict[int, EvidenceLine]:
    """Standing evidence by key, in the order it was added."""
    rests = {piece.pk for piece in facts.rested_on()}
    return {row.pk: _evidence_line(row, user, rests=row.pk in rests) for row in rows}


def _evidence_line(row: Evidence, user: User, *, rests: bool) -> EvidenceLine:
    source = row.source
    hidden = not sees(user, source)
    capture = None if hidden else row.capture
    return EvidenceLine(
        pk=row.pk,
        aspect=row.aspect,
        link=row.link_id,
        stance=row.stance,
        stance_word=row.get_stance_display(),
        primary=row.primary,
        kind_word="" if hidden else source.get_kind_display(),
        shown=source.shown if hidden else source.title,
        source=None if hidden else source.pk,
        publisher="" if hidden else source.publisher,
        url="" if hidden else source.url,
        published_on=None if hidden else source.published_on,
        locator="" if hidden else row.locator,
        excerpt="" if hidden else row.excerpt,
        note="" if hidden else row.note,
        capture=capture.pk if capture else None,
        capture_on=capture.taken_on if capture else None,
        confidential=source.confidential,
        hidden=hidden,
        rests=rests,
        added_by=row.added_by,
        added_at=row.added_at,
    )


def verdict_lines(
    findings: Iterable[Any], evidence: Mapping[int, EvidenceLine], rules: Rules
) -> list[tuple[Verdict, VerdictLine]]:
    """All findings on the claim, latest first, each with the standing evidence it rests on."""
    each: dict[int, Verdict] = {}
    rests: dict[int, list[int]] = defaultdict(list)
    for row in findings:
        each[row.pk] = row
        rests[row.pk].append(row.piece)
    return [
        (row, _verdict_line(row, [evidence[key] for key in rests[pk] if key in evidence], rules))
        for pk, row in sorted(each.items(), reverse=True)
    ]


def _verdict_line(row: Verdict, rests: Iterable[EvidenceLine], rules: Rules) -> VerdictLine:
    mark = attribution_mark if row.aspect == Aspect.ATTRIBUTION else content_mark
    return VerdictLine(
        pk=row.pk,
        mark=mark(rules, row.code),
        rationale=row.rationale,
        searched=row.searched,
        as_of=row.as_of,
        look_again=row.look_again,
        found_by=row.found_by,
        found_at=row.found_at,
        rests_on=tuple(rests),
    )


def contact_line(row: Contact, user: User) -> ContactLine:
    """Date, means, words and answer could point at a confidential person."""
    source = row.source
    hidden = source is not None and not sees(user, source)
    return ContactLine(
        pk=row.pk,
        speaker=row.speaker.name,
        reached_on=None if hidden else row.reached_on,
        means="" if hidden else row.means,
        asked="" if hidden else row.asked,
        answer="" if hidden else row.answer,
        none_by=None if hidden else row.none_by,
        not_tried_because=row.not_tried_because,
        hidden=hidden,
        added_by=row.added_by,
        added_at=row.added_at,
    )
