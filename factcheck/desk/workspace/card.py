"""One claim with everything that is known of it and everything that may be done to it. Pure.

The same card stands in the workspace, on the claim's own page and before a reviewer. It is plain
data: what the person may not see of a confidential source is not in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from factcheck.claims import rules as claim_rules
from factcheck.claims.models import Claim, Question
from factcheck.core.rulings import Ruling
from factcheck.core.verdicts import UNCHECKED, Aspect, contrast
from factcheck.desk.workspace.rulings import Rulings, rulings_for
from factcheck.desk.workspace.suggestion_card import SuggestionCard, suggestion_card_of
from factcheck.desk.workspace.verdict_marks import VerdictMark, attribution_mark, content_mark
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.review.models import Decision
from factcheck.verification.models import Contact, Evidence, Verdict, sees
from factcheck.verification.sourcing import ClaimFacts, LinkFact


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
class LinkLine:
    """One step of the chain, innermost first, with its verdict and its evidence."""

    fact: LinkFact
    quote_kind_word: str
    mark: VerdictMark
    verdict: VerdictLine | None
    before: tuple[VerdictLine, ...]  # superseded findings, latest first
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question, and what this person may do about it."""

    question: Question
    answer: Ruling
    close: Ruling


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


@dataclass(frozen=True, slots=True)
class Card:
    """A claim, ready for the page."""

    claim: Claim
    facts: ClaimFacts
    quotes: tuple[str, ...]
    attribution: VerdictMark  # the weakest link's
    content: VerdictMark
    contrast: str  # the sentence for the dangerous case, else nothing
    chain: tuple[LinkLine, ...]
    content_verdict: VerdictLine | None
    content_before: tuple[VerdictLine, ...]
    content_evidence: tuple[EvidenceLine, ...]
    questions: tuple[QuestionLine, ...]
    contacts: tuple[ContactLine, ...]
    approval: Decision | None
    sent_back: Decision | None  # while nobody has submitted it again
    suggestion: SuggestionCard | None  # while nobody has accepted it
    rulings: Rulings

    @property
    def pair(self) -> tuple[VerdictMark, VerdictMark]:
        return self.attribution, self.content

    @property
    def wording(self) -> str:
        """The statement as one sentence: the desk's, else the words of the text."""
        return self.claim.wording or " … ".join(self.quotes)

    @property
    def open_questions(self) -> int:
        return sum(line.question.state != "closed" for line in self.questions)


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """What was read of a claim to show its card."""

    claim: Claim
    facts: ClaimFacts
    evidence: Sequence[Evidence]
    findings: Sequence[Verdict]  # a row for each piece of evidence that one rests on
    contacts: Sequence[Contact]  # latest first
    questions: Sequence[Question]
    approval: Decision | None
    sent_back: Decision | None  # while nobody has submitted it again


def card_from(record: ClaimRecord, user: User, rules: Rules) -> Card:
    """The card of a claim for one person."""
    claim, facts = record.claim, record.facts
    evidence = _evidence(record.evidence, facts, user)
    verdicts = _verdicts(record.findings, evidence, rules)
    content, content_before = _current(verdicts, facts, None)
    return Card(
        claim=claim,
        facts=facts,
        quotes=facts.quotes,
        attribution=attribution_mark(rules, facts.attribution),
        content=content_mark(rules, facts.content),
        contrast=contrast(facts.attribution, facts.content),
        chain=tuple(_link(link, facts, verdicts, evidence.values(), rules) for link in facts.links),
        content_verdict=content,
        content_before=content_before,
        content_evidence=tuple(line for line in evidence.values() if line.aspect == Aspect.CONTENT),
        questions=_questions(record.questions, user),
        contacts=tuple(_contact_line(row, user) for row in record.contacts),
        approval=record.approval,
        sent_back=record.sent_back,
        suggestion=suggestion_card_of(claim, facts.spans),
        rulings=rulings_for(user, claim, facts),
    )


def _evidence(rows: Iterable[Evidence], facts: ClaimFacts, user: User) -> dict[int, EvidenceLine]:
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


def _verdicts(
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


def _current(
    found: list[tuple[Verdict, VerdictLine]], facts: ClaimFacts, link: int | None
) -> tuple[VerdictLine | None, tuple[VerdictLine, ...]]:
    """The standing finding on one link, or on the content, and those it superseded."""
    fact = facts.content_verdict if link is None else facts.on_link(link)
    lines = [
        line
        for row, line in found
        if row.link_id == link and (link is not None or row.aspect == Aspect.CONTENT)
    ]
    current = next((line for line in lines if fact and line.pk == fact.pk), None)
    return current, tuple(line for line in lines if line is not current)


def _link(
    link: LinkFact,
    facts: ClaimFacts,
    found: list[tuple[Verdict, VerdictLine]],
    evidence: Iterable[EvidenceLine],
    rules: Rules,
) -> LinkLine:
    verdict, before = _current(found, facts, link.pk)
    return LinkLine(
        fact=link,
        quote_kind_word=QUOTED[link.quote_kind],
        mark=verdict.mark if verdict else attribution_mark(rules, UNCHECKED),
        verdict=verdict,
        before=before,
        evidence=tuple(line for line in evidence if line.link == link.pk),
    )


QUOTED = {
    "direct": "in their own words",
    "indirect": "in other words",
    "mixed": "partly in their own words",
}


EVER = datetime.max.replace(tzinfo=UTC)


def _questions(rows: Iterable[Question], user: User) -> tuple[QuestionLine, ...]:
    """Open questions first, then the closed ones as they were closed."""
    ordered = sorted(rows, key=lambda row: (row.closed_at or EVER, row.pk))
    lines = [
        QuestionLine(
            question=row,
            answer=claim_rules.may_answer(user, row),
            close=claim_rules.may_close(user, row),
        )
        for row in ordered
    ]
    return tuple(sorted(lines, key=lambda line: line.question.closed_at is not None))


def _contact_line(row: Contact, user: User) -> ContactLine:
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
