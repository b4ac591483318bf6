"""One sentence as the plain splitter sees it, and the sentences of the passages. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.core.spans import Span, trimmed
from factcheck.splitting.plain import lexicon as known
from factcheck.splitting.plain.languages import is_english
from factcheck.splitting.plain.subjects import Range, chain_start, is_auxiliary, subject
from factcheck.splitting.plain.tokens import (
    Quotation,
    Token,
    paragraphs,
    quotations,
    tokens,
    whole_sentences,
)

_DASH = re.compile(r"\s(?:—|–|--|-)\s|(?<=\w)—|(?<=\))[—–-]")
_BYLINE = re.compile(r"(?:By|BY|Reporting by|Editing by|Photo|Photograph|Image|Credit)\b:?[ ]\S")
_ENGLISH = frozenset(
    """
    the of and to in that is was for on with as by at from it he she they said has have had be are
    were will not this an a or but his her their its which who would
    """.split()
)
_SAMPLE = 4000
_LONGEST_DATELINE = 90
_WORD = re.compile(r"[^\W\d_]+")
_CLOSERS = '"”’»“›」』)] \u00a0'
_PARTS = frozenset(",—–-，、")
_SOLID = re.compile(r"\S")


@dataclass(slots=True)
class _Text:
    """What is the same for all sentences of a text."""

    text: str
    foreign: bool


class Sentence:
    """A sentence with its tokens; questions asked of it are answered once."""

    def __init__(
        self, text: _Text, span: Span, quotes: Sequence[Quotation], paragraph: int
    ) -> None:
        self.text, self.whole, self.quotes, self.paragraph = text.text, span, quotes, paragraph
        self.foreign = text.foreign

    @cached_property
    def tokens(self) -> list[Token]:
        """The words and marks after the dateline."""
        dateline = _dateline(self.text, self.whole)
        inside = Span(dateline, self.whole.end) if dateline < self.whole.end else self.whole
        return tokens(self.text, inside, self.quotes)

    def span(self, part: Range) -> Span:
        """Some tokens in characters of the text."""
        return Span(self.tokens[part[0]].start, self.tokens[part[1] - 1].end)

    def is_quoted(self, part: Range) -> bool:
        """Whether the tokens end inside a quotation."""
        return self.tokens[part[1] - 1].quoted

    @cached_property
    def nothing_said(self) -> bool:
        """Whether it is a question, a command, a byline, or holds no words."""
        if not any(token.word for token in self.tokens):
            return True
        return self._asks or self._commands or bool(_BYLINE.match(self.text, self.whole.start))

    @cached_property
    def _asks(self) -> bool:
        """Whether the sentence itself, not a quotation in it, ends as a question."""
        last = self.tokens[-1]
        return last.text in ("?", "？") and not last.quoted

    @cached_property
    def _commands(self) -> bool:
        """Whether it tells the reader to do something."""
        if self.foreign or self.tokens[0].quoted or len(self.tokens) < 2:
            return False
        first, second = self.tokens[0].low, self.tokens[1].low
        return (first in known.IMPERATIVES and self.tokens[0].capital
                and not is_auxiliary(second) and second not in ("and", "'s", "’s", ":", ",")
                ) or (first == "do" and second == "not")  # fmt: skip

    @cached_property
    def quotation(self) -> bool:
        """Whether it is all quotation."""
        words = [token for token in self.tokens if token.word]
        return bool(words) and all(token.quoted for token in words)

    @cached_property
    def body(self) -> Span:
        """What it says: without dateline, leading dashes and the final stop."""
        first, last = 0, len(self.tokens)
        while (
            last > first + 1
            and not self.tokens[last - 1].quoted
            and (self.tokens[last - 1].text[0] in ".。;:,!！…")
        ):
            last -= 1
        while first < last - 1 and self.tokens[first].text in ("—", "–", "-", "•", "*", "·"):
            first += 1
        return self.span((first, last))

    @cached_property
    def declares(self) -> bool:
        """Whether it states something: it ends like a sentence, or holds a likely verb."""
        words = [token for token in self.tokens if token.word]
        final = self.tokens[-1].text[0]
        ends = final in ".!。！…" or (self.tokens[-1].quoted and final in _CLOSERS)
        if ends:
            return len(words) > 2 or self.foreign
        if self.foreign:
            return len(words) > 3 or len(self.whole) > 12
        return len(words) > 3 and final != ":" and any(_likely_verb(t) for t in words[1:])

    @cached_property
    def label(self) -> tuple[Span, Span, Span] | None:
        """ "NAME: …": the name, the colon, what follows."""
        marks = [i for i, t in enumerate(self.tokens[:9]) if t.text in (":", "：") and not t.quoted]
        if not marks or not 0 < marks[0] < len(self.tokens) - 1:
            return None
        colon = marks[0]
        name, said = self.tokens[:colon], self.tokens[colon + 1 :]
        if any(token.quoted or (not token.word and token.text not in ".-") for token in name):
            return None
        quoted = said[0].quoted
        if not quoted and (self.foreign or not _only_names(name) or len(said) < 4):
            return None
        last = len(self.tokens)
        if quoted:
            last = colon + 1
            while last < len(self.tokens) and self.tokens[last].quoted:
                last += 1
        elif self.tokens[-1].text == ".":
            last -= 1
        return self.span((0, colon)), self.span((colon, colon + 1)), self.span((colon + 1, last))

    @cached_property
    def lead(self) -> tuple[Span | None, Span | None] | None:
        """Who and by which words, where the sentence leads to the next with a colon."""
        if not self.tokens or self.tokens[-1].text not in (":", "："):
            return None
        for index in range(len(self.tokens) - 2, max(-1, len(self.tokens) - 40), -1):
            if self.tokens[index].low in known.FORMS and not self.tokens[index].quoted:
                start = chain_start(self.tokens, index, 0)
                who = subject(self.tokens, start, 0)
                if who:
                    return self.span(who), self.span((start, index + 1))
        colon = len(self.tokens) - 1
        if _only_names(self.tokens[:colon]) and colon < 7:
            return self.span((0, colon)), self.span((colon, colon + 1))
        return None

    @cached_property
    def long_quotations(self) -> list[Span]:
        """Its quotations that are longer than a few words."""
        return [
            Span(quote.start, quote.end)
            for quote in self.quotes
            if quote.end - quote.start > 24 or self._dense(quote) or self._opens(quote)
        ]

    def _opens(self, quote: Quotation) -> bool:
        """Whether it opens the sentence and a comma or a dash parts it from who says it."""
        words = self.text[quote.start : quote.end]
        after = self.text[quote.end : quote.end + 2].strip()[:1]
        parted = after in _PARTS or words[-2:-1] == ","
        return quote.start == self.whole.start and parted and len(words.split()) > 1

    def _dense(self, quote: Quotation) -> bool:
        """Whether a quotation in a script without spaces is long enough."""
        return self.text[quote.start] in "「『" and quote.end - quote.start > 9

    def quoted_letters(self, part: Span) -> tuple[int, int]:
        """How many letters and digits of a part stand in quotation marks, and how many in all."""
        letters = [sum(map(str.isalnum, self.text[part.start : part.end])), 0]
        for quote in self.quotes:
            start, end = max(quote.start, part.start), min(quote.end, part.end)
            if start < end:
                letters[1] += sum(map(str.isalnum, self.text[start:end]))
        return letters[1], letters[0]


def _likely_verb(token: Token) -> bool:
    """Whether a word looks like a finite verb."""
    low = token.low
    return (
        is_auxiliary(low) or low in known.FORMS or low.endswith("ed")
        or (low.endswith("s") and not low.endswith("ss") and len(low) > 3)
    )  # fmt: skip


def _only_names(words: Sequence[Token]) -> bool:
    """Whether all words begin with a capital, small joining words apart."""
    return bool(words) and words[0].capital and words[0].low not in ("the", "a", "an") and all(
        token.capital or token.low in ("of", "the", "de", "van", "von", "al") or not token.word
        for token in words
    ) and len(words) < 6  # fmt: skip


def _dateline(text: str, whole: Span) -> int:
    """Where the sentence begins after "OSLO, March 3 (Wire) — "."""
    limit = min(whole.end, whole.start + _LONGEST_DATELINE)
    dash = _DASH.search(text, whole.start, limit)
    if not dash or dash.start() == whole.start:
        return whole.start
    head = text[whole.start : dash.start()]
    place = head.split()[0].strip(",.")
    agency = head.endswith(")") and "(" in head and len(head.split()) < 9
    if not (agency or (place.isupper() and len(place) > 2 and len(head.split()) < 7)):
        return whole.start
    after = _SOLID.search(text, dash.end(), whole.end)
    return after.start() if after else whole.start


def sentences_of(
    text: str, passages: Sequence[Span], language: str | None = None
) -> Iterator[Sentence]:
    """The sentences of the passages, in order, quotations kept whole.

    A text in another language than English is read as such; whether one that is said to be English,
    or in none, really is, its words decide.
    """
    known_as_other = language is not None and not is_english(language)
    about = _Text(text, foreign=known_as_other or not _english(text, passages))
    tongue = language if known_as_other else None
    for number, paragraph in enumerate(paragraphs(text, sorted(passages))):
        quotes = quotations(text, paragraph)
        near = 0
        for span in whole_sentences(text, paragraph, quotes, tongue):
            while near < len(quotes) and quotes[near].end <= span.start:
                near += 1
            last = near
            while last < len(quotes) and quotes[last].start < span.end:
                last += 1
            clean = trimmed(text, span)
            if clean:
                yield Sentence(about, clean, quotes[near:last], number)


def _english(text: str, passages: Sequence[Span]) -> bool:
    """Whether the text reads as English; a very short one in plain letters is taken for it."""
    sample = " ".join(text[p.start : min(p.end, p.start + _SAMPLE)] for p in passages[:20])[
        :_SAMPLE
    ]
    words = _WORD.findall(sample.lower())
    if not words:
        return True
    share = sum(word in _ENGLISH for word in words) / len(words)
    if len(words) < 12:
        return share > 0 or sample.isascii()
    return share >= 0.12
