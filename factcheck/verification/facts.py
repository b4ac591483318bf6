"""What is known of a claim, as plain values for rules, gate and report. Pure."""

from dataclasses import dataclass
from datetime import date, datetime

from factcheck.core.verdicts import OWN_VOICE, UNCHECKED, Aspect, weakest


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A source as rules and reports need it. `confidential` ones show `shown` alone."""

    pk: int
    kind: str
    kind_word: str
    shown: str
    publisher: str
    author: str
    url: str
    published_on: date | None
    origin: str
    interests: str
    confidential: bool
    has_private_note: bool
    note_digest: str
    is_the_article: bool
    hands: frozenset[int] = frozenset()  # who added it, and who changed what readers see of it


@dataclass(frozen=True, slots=True)
class CaptureFact:
    """A stored copy: when it was taken and its digest."""

    pk: int
    taken_on: date
    sha256: str
    added_by: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFact:
    """One piece of evidence that stands."""

    pk: int
    aspect: str
    link: int | None
    stance: str
    primary: bool
    locator: str
    excerpt: str
    note: str
    source: SourceFact
    capture: CaptureFact | None
    added_by: int
    changed_by: frozenset[int] = frozenset()  # who wrote a part of it afterwards

    @property
    def hands(self) -> frozenset[int]:
        """Everybody who wrote a part of what readers see of it: the evidence, its source, its copy.

        Of a confidential source no copy is shown.
        """
        hands = self.changed_by | self.source.hands | {self.added_by}
        if self.source.confidential or self.capture is None or self.capture.added_by is None:
            return hands
        return hands | {self.capture.added_by}


@dataclass(frozen=True, slots=True)
class VerdictFact:
    """One current verdict and the evidence (by key) that it rests on."""

    pk: int
    aspect: str
    link: int | None
    code: str
    rationale: str
    searched: str
    as_of: date | None
    look_again: date | None
    found_by: int
    found_by_name: str
    found_at: datetime
    evidence: frozenset[int]


@dataclass(frozen=True, slots=True)
class LinkFact:
    """One link of the chain as readers see it, innermost first."""

    pk: int
    position: int
    speaker: int
    speaker_name: str
    speaker_kind: str
    words: str
    cue: str
    quote_kind: str
    governs: bool
    words_start: int | None = None  # where the words and the cue stand in the text
    cue_start: int | None = None
    renamed_by: int | None = None  # who last changed how the speaker is called
    merged_by: frozenset[int] = frozenset()  # who found that another name is this speaker's

    @property
    def named(self) -> bool:
        """Whether readers are told who it is."""
        return self.speaker_kind != "unnamed"


@dataclass(frozen=True, slots=True)
class ContactFact:
    """One attempt to reach a speaker, or the reason why there was none."""

    pk: int
    speaker: int
    speaker_name: str
    named: bool
    reached_on: datetime | None
    means: str
    answer: str
    none_by: datetime | None
    not_tried_because: str


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """Everything about one claim that its approval, the gate and the report look at."""

    pk: int
    number: int
    article: int
    wording: str
    kind: str
    stage: str
    disposition: str
    quotes: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    links: tuple[LinkFact, ...]
    verdicts: tuple[VerdictFact, ...]
    evidence: tuple[EvidenceFact, ...]
    contacts: tuple[ContactFact, ...]
    hands: frozenset[int]  # who last set span, wording, kind or chain
    waived_because: str = ""
    waived_by_name: str = ""
    waived_by: int | None = None

    @property
    def content_verdict(self) -> VerdictFact | None:
        """The current verdict on the content."""
        return next((v for v in self.verdicts if v.aspect == Aspect.CONTENT), None)

    def on_link(self, link: int) -> VerdictFact | None:
        """The current verdict on one link."""
        return next((v for v in self.verdicts if v.link == link), None)

    @property
    def attribution(self) -> str:
        """The code of the verdict on the weakest link; `not_applicable` in the article's own voice."""
        if not self.links:
            return OWN_VOICE
        found = (self.on_link(link.pk) for link in self.links)
        return weakest([verdict.code if verdict else UNCHECKED for verdict in found])

    @property
    def content(self) -> str:
        """The code of the verdict on the content."""
        found = self.content_verdict
        return found.code if found else UNCHECKED

    @property
    def governing(self) -> LinkFact | None:
        """The link whose content the claim's wording is."""
        return next((link for link in self.links if link.governs), None)

    def resting(self, verdict: VerdictFact) -> tuple[EvidenceFact, ...]:
        """The standing evidence that a verdict rests on."""
        return tuple(piece for piece in self.evidence if piece.pk in verdict.evidence)

    def rested_on(self) -> tuple[EvidenceFact, ...]:
        """All evidence that any current verdict rests on."""
        keys = {key for verdict in self.verdicts for key in verdict.evidence}
        return tuple(piece for piece in self.evidence if piece.pk in keys)
