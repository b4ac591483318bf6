"""Why a claim was suggested, as its card shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.claims.models import Claim, Splitting, Stage, Suggestion


class SuggestedWords(NamedTuple):
    """Words of the suggestion; hedged ones weaken what it says: "may", "is said to"."""

    words: str
    hedged: bool


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """What the splitter says for itself."""

    reason: str
    quotes: tuple[tuple[SuggestedWords, ...], ...]  # the quotes, one after the other
    engine: str  # a sentence where the engine cannot do all of it


def suggestion_card_of(claim: Claim, spans: Iterable[tuple[int, int]]) -> SuggestionCard | None:
    """The reason of a claim that nobody has accepted yet. No query for a row read with both."""
    row: Suggestion | None = getattr(claim, "suggestion", None)
    version = claim.article.current_version
    if claim.stage != Stage.SUGGESTED or row is None or version is None:
        return None
    hedges = [(start, end) for start, end in row.hedges] if row.version_id == version.pk else []
    splitting: Splitting | None = getattr(version, "splitting", None)
    return SuggestionCard(
        reason=row.reason,
        quotes=tuple(quotes(version.text, span, hedges) for span in spans),
        engine=splitting.note if splitting else "",
    )


def quotes(
    text: str, span: tuple[int, int], hedges: Iterable[tuple[int, int]]
) -> tuple[SuggestedWords, ...]:
    """The words of a span, cut where a hedge begins and ends."""
    found, at = [], span[0]
    for start, end in sorted(hedges):
        if at <= start < end <= span[1]:
            found += [
                SuggestedWords(text[at:start], hedged=False),
                SuggestedWords(text[start:end], hedged=True),
            ]
            at = end
    found.append(SuggestedWords(text[at : span[1]], hedged=False))
    return tuple(words for words in found if words.words)
