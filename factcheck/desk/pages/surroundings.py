"""Words with the passage that they stand in, for the page on which they are taken up. Pure."""

from dataclasses import dataclass

BEFORE = AFTER = 240  # code points; enough for the sentence around


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A stretch of text with what stands before and after it."""

    before: str
    words: str
    after: str


def surroundings(text: str, start: int | None, end: int | None) -> Surroundings | None:
    """The stretch in its surroundings, or nothing where it is no stretch of this text."""
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    opens = text.rfind("\n\n", 0, start)
    closes = text.find("\n\n", end)
    first = max(opens + 2 if opens >= 0 else 0, start - BEFORE)
    last = min(closes if closes >= 0 else len(text), end + AFTER)
    before = text[first:start]
    after = text[end:last]
    return Surroundings(
        before=before if first == (opens + 2 if opens >= 0 else 0) else "…" + before,
        words=text[start:end],
        after=after if last == (closes if closes >= 0 else len(text)) else after + "…",
    )
