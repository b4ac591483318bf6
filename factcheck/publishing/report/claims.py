"""One claim as a reader sees it: its chain, its findings and what they rest on. Pure."""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Word:
    """A code of ours with the word that readers see for it."""

    code: str
    word: str


@dataclass(frozen=True, slots=True)
class PublishedEvidence:
    """One piece of evidence as readers may see it. A confidential one has its description alone."""

    stance: Word
    shown: str
    confidential: bool = False
    primary: bool = False
    kind: Word | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""
    published_on: date | None = None
    interests: str = ""
    locator: str = ""
    excerpt: str = ""
    captured_on: date | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict with its reasons."""

    verdict: Word
    found_on: date
    rationale: str = ""
    searched: str = ""
    as_of: date | None = None
    look_again: date | None = None
    evidence: tuple[PublishedEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of the chain of attribution, with the verdict on it."""

    speaker: str
    kind: Word
    quote: Word
    governs: bool
    words: str = ""
    cue: str = ""
    finding: Finding | None = None

    @property
    def named(self) -> bool:
        """Whether readers learn who it is."""
        return self.kind.code != "unnamed"


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim. `state` is `checked`, `waived` or `not_checked`; only the first has verdicts."""

    number: int
    state: str
    kind: Word
    wording: str = ""
    quote: str = ""
    chain: tuple[ChainLink, ...] = ()
    attribution: Word | None = None
    content: Word | None = None
    contrast: str = ""
    content_finding: Finding | None = None
    attempts: tuple[str, ...] = ()
    responsible: str = ""

    @property
    def heading(self) -> str:
        """The claim in a line: its wording, else what is shown of its quote."""
        return self.wording or self.quote

    @property
    def in_the_article(self) -> str:
        """What is shown of its quote, where the wording does not say the same already."""
        plain = [re.findall(r"\w+", text.casefold()) for text in (self.quote, self.wording)]
        return "" if plain[0] == plain[1] or not self.wording else self.quote

    @property
    def attribution_sources(self) -> tuple[PublishedEvidence, ...]:
        """What the findings on the links rest on, each once."""
        pieces = (piece for link in self.chain if link.finding for piece in link.finding.evidence)
        return tuple(dict.fromkeys(pieces))

    @property
    def searched(self) -> tuple[str, ...]:
        """Everywhere we looked, link by link, then for the content."""
        findings = [*(link.finding for link in self.chain), self.content_finding]
        return tuple(found.searched for found in findings if found and found.searched)
