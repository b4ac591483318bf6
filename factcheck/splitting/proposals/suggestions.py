"""The result of the splitter: suggested claims, each with its chain of attribution. Pure."""

from dataclasses import dataclass

from factcheck.core.spans import Span

DIRECT, INDIRECT, MIXED, NONE = "direct", "indirect", "mixed", "none"


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as the text names it; `name` is one spelling for all mentions of that speaker."""

    start: int
    end: int
    name: str
    kind: str  # person organisation document unnamed


@dataclass(frozen=True, slots=True)
class SuggestedLink:
    """One step of a chain of attribution: the speaker, the cue and the quote kind."""

    speaker: Mention | None
    cue: Span | None
    kind: str  # direct indirect mixed


@dataclass(frozen=True, slots=True)
class SuggestedClaim:
    """One claim; it has several parts if the cue interrupts its quotation."""

    parts: tuple[Span, ...]
    kind: str  # direct indirect mixed none
    claim_kind: str  # fact number comparison causal prediction opinion
    chain: tuple[SuggestedLink, ...]  # innermost first
    governs: int | None  # the link whose content this is; None in the article's own voice
    reason: str  # one sentence for the editor
    worth: float  # 0..1: how much it repays a check
    hedges: tuple[Span, ...] = ()  # words that soften or deny it
    splits: tuple[int, ...] = ()  # offsets where it may be cut in two
    weighed: tuple[str, ...] = ()  # the reasons that made its worth, by name


@dataclass(frozen=True, slots=True)
class Split:
    """All suggestions for a text, in order, never overlapping, and which engine made them."""

    engine: str  # "parser" or "plain"
    note: str  # one sentence for the page: which engine it was and what it cannot do
    suggestions: tuple[SuggestedClaim, ...]
