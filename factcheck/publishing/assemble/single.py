"""One claim as readers will see it. What its state or a confidential source hides is not in it."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from factcheck.claims.models import Claim, ClaimKind, QuoteKind, SpeakerKind
from factcheck.core import verdicts
from factcheck.core.verdicts import Aspect
from factcheck.policy.house_rules import Rules
from factcheck.publishing.report import ChainLink, CheckedClaim, Finding, PublishedEvidence, Word
from factcheck.publishing.rights import is_own_wording
from factcheck.verification.facts import (
    ClaimFacts,
    ContactFact,
    EvidenceFact,
    LinkFact,
    VerdictFact,
)
from factcheck.verification.models import Stance


class Presenter:
    """Turns facts into what readers see, under one article's rights and the labels of the day."""

    def __init__(
        self, *, text: str, own: bool, rules: Rules, hidden: frozenset[int] = frozenset()
    ) -> None:
        self.text = text
        self.own = own
        self.rules = rules
        self.hidden = hidden  # contacts that went through a confidential source

    def claim(
        self, claim: Claim, facts: ClaimFacts, *, number: int, state: str, quote: str
    ) -> CheckedClaim:
        """The claim in its state: only a checked one has a chain, verdicts, reasons and sources."""
        bare = CheckedClaim(
            number=number,
            state=state,
            kind=Word(claim.kind, ClaimKind(claim.kind).label),
            wording=self.wording(facts),
            quote=quote,
            responsible=facts.waived_by_name if state == "waived" else "",
        )
        if state != "checked":
            return bare
        return CheckedClaim(
            number=bare.number,
            state=state,
            kind=bare.kind,
            wording=bare.wording,
            quote=quote,
            chain=tuple(self.link(link, facts) for link in facts.links),
            attribution=self.word(Aspect.ATTRIBUTION, facts.attribution),
            content=self.word(Aspect.CONTENT, facts.content),
            contrast=verdicts.contrast(facts.attribution, facts.content),
            content_finding=self.finding(facts.content_verdict, facts),
            attempts=tuple(attempt(contact) for contact in told(facts, self.hidden)),
        )

    def wording(self, facts: ClaimFacts) -> str:
        """The wording; of somebody else's article only one that is the desk's own."""
        if self.own or is_own_wording(facts.wording, self.text):
            return facts.wording
        return ""

    def word(self, aspect: str, code: str) -> Word:
        """A verdict in the desk's word for it."""
        return Word(code, self.rules.label(aspect, code, verdicts.word(aspect, code)))

    def link(self, link: LinkFact, facts: ClaimFacts) -> ChainLink:
        """One step of the chain; the article's own words for it only where the article is ours."""
        return ChainLink(
            speaker=link.speaker_name,
            kind=Word(link.speaker_kind, SpeakerKind(link.speaker_kind).label),
            quote=Word(link.quote_kind, QuoteKind(link.quote_kind).label),
            governs=link.governs,
            words=link.words if self.own else "",
            cue=link.cue if self.own else "",
            finding=self.finding(facts.on_link(link.pk), facts),
        )

    def finding(self, verdict: VerdictFact | None, facts: ClaimFacts) -> Finding | None:
        """One verdict with its reasons and the evidence that it rests on."""
        if verdict is None:
            return None
        return Finding(
            verdict=self.word(verdict.aspect, verdict.code),
            found_on=timezone.localdate(verdict.found_at),
            rationale=verdict.rationale,
            searched=verdict.searched,
            as_of=verdict.as_of,
            look_again=verdict.look_again,
            evidence=tuple(self.piece(piece) for piece in facts.resting(verdict)),
        )

    def piece(self, piece: EvidenceFact) -> PublishedEvidence:
        """One piece of evidence. Date, place and means of a confidential one identify people."""
        source, stance = piece.source, Word(piece.stance, Stance(piece.stance).label)
        if source.confidential:
            return PublishedEvidence(stance=stance, shown=source.shown, confidential=True)
        excerpt_shown = self.own or is_own_wording(piece.excerpt, self.text)
        return PublishedEvidence(
            stance=stance,
            shown=source.shown,
            primary=piece.primary,
            kind=Word(source.kind, source.kind_word),
            publisher=source.publisher,
            author=source.author,
            url=source.url,
            published_on=source.published_on,
            interests=source.interests,
            locator=piece.locator,
            excerpt=piece.excerpt if excerpt_shown else "",
            captured_on=piece.capture.taken_on if piece.capture else None,
            sha256=piece.capture.sha256 if piece.capture else "",
        )


def told(facts: ClaimFacts, hidden: frozenset[int]) -> Iterator[ContactFact]:
    """The attempts that readers learn of: to reach a named speaker who stands in the chain now.

    Whoever was taken out of the chain may be what a confidential source is behind.
    """
    shown = {link.speaker for link in facts.links if link.named}
    for contact in facts.contacts:
        if contact.named and contact.speaker in shown and contact.pk not in hidden:
            yield contact


def attempt(contact: ContactFact) -> str:
    """What readers learn of an attempt to reach a named speaker."""
    if contact.reached_on is None:
        reason = contact.not_tried_because.rstrip(".")
        return f"We did not ask {contact.speaker_name}: {reason}."
    asked = f"We asked {contact.speaker_name} on {_day(contact.reached_on)}"
    if contact.answer:
        return f"{asked}. The answer: {contact.answer}"
    if contact.none_by:
        return f"{asked} and had no answer by {_day(contact.none_by)}."
    return f"{asked}."


def _day(moment: date | datetime) -> str:
    """A day as readers write it."""
    if isinstance(moment, datetime):
        moment = timezone.localdate(moment)
    return date_format(moment, "j F Y")
