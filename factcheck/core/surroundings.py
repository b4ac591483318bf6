"""Words of the text with what stands around them in their passage. Pure."""

from dataclasses import dataclass

BEFORE = AFTER = 240  # code points; enough for the sentence around


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words of the text, and what stands before and after them."""

    before: str
    words: str
    after: str


def surroundings(text: str, start: int | None, end: int | None) -> Surroundings | None:
    """The words from start to end with what surrounds them; nothing where the text has no such span."""
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
