"""Why a claim was suggested, as its card shows it. Pure."""

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
    """Why the splitter suggested a claim."""

    reason: str
    quotes: tuple[tuple[SuggestedWords, ...], ...]  # one for each span, in order
    engine: str  # what the engine could not do, or nothing


def suggestion_card_of(claim: Claim, spans: Iterable[tuple[int, int]]) -> SuggestionCard | None:
    """The card of a suggestion; nothing for a claim that was accepted.

    Asks nothing where the claim was read with its suggestion and the splitting of its version.
    """
    row: Suggestion | None = getattr(claim, "suggestion", None)
    version = claim.article.current_version
    if claim.stage != Stage.SUGGESTED or row is None or version is None:
        return None
    hedges = [(start, end) for start, end in row.hedges] if row.version_id == version.pk else []
    splitting: Splitting | None = getattr(version, "splitting", None)
    return SuggestionCard(
        reason=row.reason,
        quotes=tuple(quote_in_parts(version.text, span, hedges) for span in spans),
        engine=splitting.note if splitting else "",
    )


def quote_in_parts(
    text: str, span: tuple[int, int], hedges: Iterable[tuple[int, int]]
) -> tuple[SuggestedWords, ...]:
    """The words of a span, split where a hedge begins and ends."""
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
