"""The questions that verdicts answer: did each speaker of a claim say it, and is it true? Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from factcheck.claims.models import Claim, Link
from factcheck.core.verdicts import DAMAGING, Aspect
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.card_lines import VerdictLine
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.sourcing import contact_lacks, lacks


@dataclass(frozen=True, slots=True)
class VerdictQuestion:
    """One question on a claim: on a link of its chain, or on its content."""

    claim: Claim
    aspect: str
    link: Link | None

    @property
    def value(self) -> str:
        """As a form names it."""
        return f"link-{self.link.pk}" if self.link else "content"

    @property
    def words(self) -> str:
        """As a person asks it."""
        return f"Did {self.link.speaker} say it?" if self.link else "Is it true?"

    @property
    def query(self) -> str:
        """As an address names it."""
        return f"?aspect={self.aspect}" + (f"&link={self.link.pk}" if self.link else "")

    @property
    def url(self) -> str:
        """Where its verdict is recorded."""
        return reverse("desk:verdict_add", args=[self.claim.pk]) + self.query

    @property
    def evidence_url(self) -> str:
        """Where evidence on it is brought."""
        return reverse("desk:evidence_add", args=[self.claim.pk]) + self.query


def verdict_questions(claim: Claim, chain: Iterable[Link]) -> list[VerdictQuestion]:
    """All questions on a claim, the innermost link first, the content last."""
    links = [VerdictQuestion(claim, Aspect.ATTRIBUTION.value, link) for link in chain]
    return [*links, VerdictQuestion(claim, Aspect.CONTENT.value, None)]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found on one question: the verdict that stands, and those it took the place of."""

    current: VerdictLine | None
    before: tuple[VerdictLine, ...]

    @property
    def initial(self) -> dict[str, object]:
        """What the form for the next verdict begins with."""
        now = self.current
        if now is None:
            return {"seen": 0}
        names = ("rationale", "searched", "as_of", "look_again")
        return {
            "seen": now.pk,
            "code": now.mark.code,
            **{name: getattr(now, name) for name in names},
        }


def findings_of(question: VerdictQuestion, card: Card) -> Findings:
    """The verdicts on one question, from the claim's card."""
    if question.link is None:
        return Findings(card.content_verdict, card.content_before)
    line = next(line for line in card.chain if line.fact.pk == question.link.pk)
    return Findings(line.verdict, line.before)


def still_missing(question: VerdictQuestion, facts: ClaimFacts) -> Iterator[str]:
    """What the gate would still miss in the current verdict on one question, a sentence each."""
    verdict = facts.on_link(question.link.pk) if question.link else facts.content_verdict
    if verdict is None:
        return
    for lack in lacks(facts):
        if lack.verdict == verdict.pk or lack.evidence in verdict.evidence:
            yield lack.message
    if verdict.code in DAMAGING:
        yield from (lack.message for lack in contact_lacks(facts))
