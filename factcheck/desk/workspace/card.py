"""One claim with everything that is known of it and everything that may be done to it. Pure.

The same card stands in the workspace, on the claim's own page and before a reviewer. It is plain
data: what the person may not see of a confidential source is not in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from factcheck.claims import rules as claim_rules
from factcheck.claims.models import Claim, Question
from factcheck.core.rulings import Ruling
from factcheck.core.spans import join_quotes
from factcheck.core.verdicts import UNCHECKED, Aspect, contrast
from factcheck.desk.workspace.card_lines import (
    ContactLine,
    EvidenceLine,
    VerdictLine,
    contact_line,
    evidence_lines,
    verdict_lines,
)
from factcheck.desk.workspace.rulings import Rulings, rulings_for
from factcheck.desk.workspace.suggestion_card import SuggestionCard, suggestion_card_of
from factcheck.desk.workspace.verdict_marks import VerdictMark, attribution_mark, content_mark
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.review.models import Decision
from factcheck.verification.facts import ClaimFacts, LinkFact
from factcheck.verification.models import Contact, Evidence, Verdict


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
        return self.claim.wording or join_quotes(self.quotes)

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
    evidence = evidence_lines(record.evidence, facts, user)
    verdicts = verdict_lines(record.findings, evidence, rules)
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
        contacts=tuple(contact_line(row, user) for row in record.contacts),
        approval=record.approval,
        sent_back=record.sent_back,
        suggestion=suggestion_card_of(claim, facts.spans),
        rulings=rulings_for(user, claim, facts),
    )


def _current(
    found: list[tuple[Verdict, VerdictLine]], facts: ClaimFacts, link: int | None
) -> tuple[VerdictLine | None, tuple[VerdictLine, ...]]:
    """The current verdict on one link, or on the content, and those it superseded."""
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
