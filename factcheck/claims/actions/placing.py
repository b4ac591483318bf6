"""Spans, wordings and anchors in the text under check, for the actions that place claims."""

import textwrap
from collections.abc import Iterable, Sequence

from factcheck.claims.models import Anchor, Claim
from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.core.spans import Span, context, cut, join_quotes, trimmed
from factcheck.intake.models import Article, PassageRole, Version

LONGEST_WORDING = 300


def current_text(article: Article) -> Version:
    """The text under check. Raises ValueError where there is none."""
    if article.current_version is None:
        raise ValueError("This article has no text.")
    return article.current_version


def same_version(seen: int | None, text: Version) -> Ruling:
    """Whether the current version is the one that was on the page, to which the offsets belong."""
    if seen in {None, text.pk}:
        return ALLOWED
    return not_now("The text has a new version. Mark the words in it again.", stale=True)


def checked_span(text: Version, start: int, end: int) -> Span:
    """The span without outer white space. Raises ValueError if it is not in the text under check."""
    if not 0 <= start < end <= len(text.text):
        raise ValueError("These words lie outside the text.")
    span = trimmed(text.text, Span(start, end))
    if span is None:
        raise ValueError("There are no words in this stretch.")
    rows = text.passages.filter(
        role=PassageRole.BOILERPLATE, start__lt=span.end, end__gt=span.start
    )
    if rows.exists():
        raise ValueError("These words were left out of the check.")
    return span


def shortened_quote(quote: str) -> str:
    """The first words of a quote, for a sentence about it."""
    return textwrap.shorten(quote, 60, placeholder=" …")


def check_length(wording: str) -> None:
    """Raise ValueError for a wording that is too long."""
    if len(wording) > LONGEST_WORDING:
        raise ValueError(f"A wording has up to {LONGEST_WORDING} characters.")


def default_wording(quotes: Iterable[str]) -> str:
    """The wording that a claim has at first: its words in the text; empty if they are too long."""
    words = join_quotes(quotes)
    return words if len(words) <= LONGEST_WORDING else ""


def quotes_of_first_place(anchors: Sequence[Anchor]) -> list[str]:
    """The quotes of the first place; a further place says the same again."""
    return [row.quote for row in anchors if row.place == anchors[0].place]


def create_anchor(
    claim: Claim, text: Version, span: Span, *, place: int = 1, part: int = 1
) -> Anchor:
    """Anchor a claim at a span, with 32 characters of context on both sides."""
    prefix, suffix = context(text.text, span)
    return Anchor.objects.create(
        version=text,
        claim=claim,
        place=place,
        part=part,
        start=span.start,
        end=span.end,
        quote=cut(text.text, span),
        prefix=prefix,
        suffix=suffix,
    )
