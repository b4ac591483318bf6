"""How much of a text is accounted for, as a bar and in words. Pure."""

from dataclasses import dataclass

from factcheck.claims.coverage import Coverage

GAP = 0.5  # between the parts of the bar, which is 100 wide


@dataclass(frozen=True, slots=True)
class CoverageBar:
    """Three parts of a bar that is 100 wide, and the numbers of words that they show."""

    words: int
    claimed_words: int
    exempt_words: int

    @property
    def rest_words(self) -> int:
        return self.words - self.claimed_words - self.exempt_words

    @property
    def per_cent(self) -> int:
        """Rounded down: only all of it is 100."""
        if not self.words:
            return 100
        return (self.claimed_words + self.exempt_words) * 100 // self.words

    @property
    def claimed(self) -> str:
        return self._width(self.claimed_words)

    @property
    def exempt(self) -> str:
        return self._width(self.exempt_words)

    @property
    def rest(self) -> str:
        return self._width(self.rest_words)

    @property
    def exempt_from(self) -> str:
        return self._share(self.claimed_words)

    @property
    def rest_from(self) -> str:
        return self._share(self.claimed_words + self.exempt_words)

    @property
    def sentence(self) -> str:
        """The same in words, for screen readers."""
        return f"Coverage: {self.per_cent} per cent of the words are accounted for"

    def _share(self, words: int) -> str:
        return f"{words * 100 / self.words if self.words else 0:.2f}"

    def _width(self, words: int) -> str:
        """A part with words has at least the width of a gap, so that it is visible."""
        if not words:
            return ""
        return f"{max(words * 100 / self.words - GAP, GAP):.2f}"


def coverage_bar_of(coverage: Coverage) -> CoverageBar:
    """The bar of a text's coverage."""
    return CoverageBar(
        words=coverage.words,
        claimed_words=coverage.claimed,
        exempt_words=coverage.exempt,
    )
