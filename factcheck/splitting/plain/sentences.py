"""One sentence as the plain splitter reads it, and the sentences of the passages."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck.core.spans import Span
from factcheck.splitting.grammar.lemmas import lemma
from factcheck.splitting.lexicon.words import VERBS
from factcheck.splitting.plain.languages import is_english, sentences_in
from factcheck.splitting.plain.subjects import subject, verb_start
from factcheck.splitting.plain.words import PlainWord, WordRange, is_auxiliary, words_of
from factcheck.splitting.text import sentences
from factcheck.splitting.text.quotes import Quote, Quoted

SpeakerAndCue = tuple[Span | None, Span | None]  # the speaker, and the words that attribute
_BYLINE = re.compile(r"(?:By|BY|Reporting by|Editing by|Photo|Photograph|Image|Credit)\b:?[ ]\S")
_COMMANDS = frozenset(
    """
    read follow see click sign please watch subscribe listen share join contact send visit download
    let imagine consider remember note look check try call email register donate support
    """.split()
)
_ENGLISH = frozenset(
    """
    the of and to in that is was for on with as by at from it he she they said has have had be are
    were will not this an a or but his her their its which who would
    """.split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_COLONS = frozenset({":", "："})
_STATES = ".!。！…।։"  # marks that close a statement
_LOOSE = ".。;:,!！…।։"
_PARTS = frozenset(",—–-，、")  # marks between a quotation and its speaker
_SAMPLE = 4_000  # characters by which the language is recognised
_LONG = 24  # a quotation of this many characters is a statement, wherever it stands


class PlainSentence:
    """A sentence with its words; what is computed from it is kept."""

    def __init__(self, span: Span, quoted: Quoted, line: int, *, in_english: bool) -> None:
        self.span, self.quoted, self.line, self.in_english = span, quoted, line, in_english
        self.words: list[PlainWord] = words_of(quoted.text, span, quoted)

    def place(self, part: WordRange) -> Span:
        """The place in the text of some words."""
        return Span(self.words[part[0]].start, self.words[part[1] - 1].end)

    @cached_property
    def says_nothing(self) -> bool:
        """Whether it is a question, a command or a byline, or has no words."""
        if not any(word.is_word for word in self.words):
            return True
        asks = self.words[-1].text in {"?", "？", "؟"} and not self.words[-1].quoted
        byline = _BYLINE.match(self.quoted.text, self.span.start) is not None
        return asks or byline or (self.in_english and self._commands)

    @property
    def _commands(self) -> bool:
        if self.words[0].quoted or len(self.words) < 2:
            return False
        first, second = self.words[0], self.words[1].low
        if first.low in {"do", "don't", "don’t"}:
            return first.low != "do" or second == "not"
        told = first.low in _COMMANDS and first.has_capital and not is_auxiliary(second)
        return told and second not in {"and", ":", ","}

    @cached_property
    def is_quotation(self) -> bool:
        """Whether the whole sentence is a quotation."""
        return all(word.quoted for word in self.words if word.is_word)

    @cached_property
    def statement(self) -> Span | None:
        """The statement without its final stop; None if it is not a whole sentence."""
        first, last = 0, len(self.words)
        while last > 1 and not self.words[last - 1].quoted and self.words[last - 1].text in _LOOSE:
            last -= 1
        while first < last - 1 and self.words[first].text in "—–-•*·":
            first += 1
        return self.place((first, last)) if self._declares else None

    @property
    def _declares(self) -> bool:
        """Whether it ends like a sentence, or seems to have a finite verb."""
        words = [word for word in self.words if word.is_word]
        final = self.words[-1]
        if final.text[0] in _STATES or final.quoted:
            return len(words) > 2 or not self.in_english
        if not self.in_english:
            return len(words) > 3 or len(self.span) > 12
        return len(words) > 3 and final.text != ":" and any(map(_may_be_finite, words[1:]))

    @cached_property
    def label(self) -> tuple[SpeakerAndCue, Span] | None:
        """ "NAME: …": the name with its colon, and what follows."""
        colon = next((i for i, word in enumerate(self.words[:9]) if word.text in _COLONS), 0)
        name, said = self.words[:colon], self.words[colon + 1 :]
        if not name or not said or any(word.quoted for word in name):
            return None
        if any(not word.is_word and word.text not in ".-" for word in name):
            return None
        if not said[0].quoted and not (self.in_english and _is_name(name) and len(said) > 3):
            return None
        last = len(self.words)
        if said[0].quoted:
            last = next((i for i in range(colon + 1, last) if not self.words[i].quoted), last)
        elif self.words[-1].text == ".":
            last -= 1
        return self._before_colon(colon), self.place((colon + 1, last))

    def _before_colon(self, colon: int) -> SpeakerAndCue:
        return self.place((0, colon)), self.place((colon, colon + 1))

    @cached_property
    def lead(self) -> SpeakerAndCue | None:
        """The speaker and the cue, if a colon at the end introduces the next sentence."""
        if self.words[-1].text not in _COLONS:
            return None
        for i in range(len(self.words) - 2, max(-1, len(self.words) - 40), -1):
            if lemma(self.words[i].low, "VB") in VERBS and not self.words[i].quoted:
                start = verb_start(self.words, i, 0)
                who = subject(self.words, start, 0)
                if who is not None:
                    return self.place(who), self.place((start, i + 1))
        colon = len(self.words) - 1
        return self._before_colon(colon) if _is_name(self.words[:colon]) else None

    @cached_property
    def long_quotations(self) -> list[Span]:
        """Its quotations of more than a few words."""
        found = self.quoted.within(self.span.start, self.span.end)
        return [Span(one.start, one.end) for one in found if self._states(one)]

    def _states(self, quote: Quote) -> bool:
        """Whether a quotation is long, or opens the sentence with a mark before its speaker."""
        text = self.quoted.text
        dense = text[quote.start] in "「『" and quote.end - quote.start > 9  # no spaces there
        if dense or quote.end - quote.start > _LONG:
            return True
        words = text[quote.start : quote.end]
        parted = text[quote.end : quote.end + 2].strip()[:1] in _PARTS or words[-2:-1] == ","
        return quote.start == self.span.start and parted and len(words.split()) > 1


def _may_be_finite(word: PlainWord) -> bool:
    low = word.low
    third = low.endswith("s") and not low.endswith("ss") and len(low) > 3
    return is_auxiliary(low) or lemma(low, "VB") in VERBS or low.endswith("ed") or third


def _is_name(words: Sequence[PlainWord]) -> bool:
    """Whether all words, apart from small joining ones, begin with a capital."""
    if not 0 < len(words) < 6 or not words[0].has_capital or words[0].low in {"the", "a", "an"}:
        return False
    return all(
        word.has_capital or not word.is_word or word.low in {"of", "the", "de", "van", "von", "al"}
        for word in words
    )


def sentences_of(
    text: str, passages: Sequence[Span], quoted: Quoted, language: str | None
) -> Iterator[PlainSentence]:
    """The sentences of the passages, in order; a stop inside a quotation does not end one.

    For a text marked as English, or with no language, its words decide whether it is English.
    """
    other = language is not None and not is_english(language)
    in_english = not other and reads_as_english(text, passages)
    if in_english:
        lines = list(sentences.split(text, passages))
    else:
        whole = [line for passage in passages for line in sentences.lines(text, passage)]
        lines = [sentences_in(text, line, language if other else None) for line in whole]
    for number, line in enumerate(lines):
        for span in _whole(line, quoted):
            yield PlainSentence(span, quoted, number, in_english=in_english)


def _whole(line: Sequence[Span], quoted: Quoted) -> list[Span]:
    """The sentences of a line, joined if a quotation crosses the border."""
    found: list[Span] = []
    for sentence in line:
        quote = quoted.at(sentence.start) if found else None
        if quote is not None and quote.start < found[-1].end:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def reads_as_english(text: str, passages: Sequence[Span]) -> bool:
    """Whether a text reads as English; a very short one in plain letters counts as English."""
    sample = " ".join(text[one.start : min(one.end, one.start + _SAMPLE)] for one in passages[:20])
    words = _LETTERS.findall(sample[:_SAMPLE].lower())
    share = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    if len(words) < 12:
        return share > 0 or sample.isascii()
    return share >= 0.12
