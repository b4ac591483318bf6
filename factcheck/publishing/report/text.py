"""The checked text as a reader sees it, and how much of it was checked. Pure."""

from dataclasses import dataclass

from factcheck.publishing.report.claims import CheckedClaim, Word


@dataclass(frozen=True, slots=True)
class Share:
    """So many words for one reason."""

    reason: Word
    words: int


@dataclass(frozen=True, slots=True)
class CoverageShares:
    """How many of the article's words were checked, left out by reason, and not checked."""

    words: int
    checked: int
    waived: int
    exempt: tuple[Share, ...]
    unchecked: int

    def of(self, part: int) -> int:
        """A part in per cent; something is never shown as nothing."""
        if not part or not self.words:
            return 0
        return max(1, round(part * 100 / self.words))

    @property
    def checked_share(self) -> int:
        """Words in checked claims, in per cent."""
        return self.of(self.checked)

    @property
    def waived_share(self) -> int:
        """Words in waived claims, in per cent."""
        return self.of(self.waived)

    @property
    def unchecked_share(self) -> int:
        """Words that nobody checked, in per cent."""
        return self.of(self.unchecked)

    @property
    def exempt_shares(self) -> list[tuple[str, int]]:
        """What was left out, by reason, in per cent."""
        return [(share.reason.word, self.of(share.words)) for share in self.exempt]


@dataclass(frozen=True, slots=True)
class AnnotatedSegment:
    """A stretch of the annotated text: the claims it is in, outermost first, or why it is none."""

    text: str
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()  # the claims of which a stretch ends here
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """One block of the checked text, in its stretches."""

    role: str
    segments: tuple[AnnotatedSegment, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """The claims that begin or stand in it, each once, in order."""
        seen = dict.fromkeys(number for part in self.segments for number in part.claims)
        return tuple(seen)


@dataclass(frozen=True, slots=True)
class AnnotatedPart:
    """A stretch of text with the innermost claim it belongs to, and the claims that end with it."""

    text: str
    claim: CheckedClaim | None
    ends: tuple[CheckedClaim, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedRow:
    """A passage, and the claims that begin in it."""

    passage: AnnotatedPassage
    parts: tuple[AnnotatedPart, ...]
    claims: tuple[CheckedClaim, ...]
