"""What a sentence reports: its content, and the chain of its speakers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.splitting.plain.cues import AFTER, BEFORE, OPENING, Saying, sayings
from factcheck.splitting.plain.words import (
    ADVERBS,
    DASHES,
    PREPOSITIONS,
    PlainWord,
    WordRange,
    low_at,
    opens_quotation,
)

MOST_INNER = 2  # inner links of one report: real sentences have no more
_FARTHEST = 30  # words between the start of a content and an inner cue
_JOINTS = frozenset("and but while although though whereas or ; ,".split()) | DASHES
_LEADS = frozenset("and but or so yet however , ; : .".split()) | DASHES


@dataclass(slots=True)
class ReportedSpeech:
    """A content (two ranges if the cue interrupts it), and its speakers, innermost first."""

    parts: list[WordRange]
    links: list[Saying]
    begin: int  # the first word of its outermost saying's clause
    is_open: bool = True  # a later saying may still cut the last part
    is_broken: bool = False


def reports(words: Sequence[PlainWord]) -> list[ReportedSpeech]:
    """The reports of a sentence, in order; they do not overlap."""
    reading = _Reading(words)
    for one in sayings(words):
        if one.shape == BEFORE:
            reading.close(one)
        else:
            reading.begin(one)
    return [found for found in reading.found if _trim(words, found)]


class _Reading:
    """The reports so far; the last one may be open to the right."""

    def __init__(self, words: Sequence[PlainWord]) -> None:
        self.words = words
        self.found: list[ReportedSpeech] = []
        self.behind = 0  # the words before this one are accounted for

    def close(self, one: Saying) -> None:
        """Apply "…, the source said": it governs everything before it in the sentence."""
        inner = self.found[-1] if self.found and self.found[-1].is_open else None
        begin = inner.begin if inner else self.behind
        if one.content <= begin:
            return
        links = [*inner.links[-MOST_INNER:], one] if inner else [one]
        resumes = one.resume < len(self.words)
        parts = [(begin, one.content)] + ([(one.resume, len(self.words))] if resumes else [])
        self.found[-1 if inner else len(self.found) :] = [
            ReportedSpeech(parts, links, begin, is_open=resumes, is_broken=resumes)
        ]
        self.behind = max(one.place[1], one.speaker[1] if one.speaker else 0)

    def begin(self, one: Saying) -> None:
        """Apply "The mayor said …": inside the open report, beside it, or as the first one."""
        start = one.speaker[0] if one.speaker else one.place[0]
        outer = self.found[-1] if self.found and self.found[-1].is_open else None
        if outer is not None:
            if not one.shared and _opens_with(self.words, outer, start):
                if not outer.is_broken and len(outer.links) <= MOST_INNER:
                    outer.links.insert(0, one)
                return
            border = _border(self.words, start, shared=one.shared)
            if border is None or border <= outer.parts[-1][0] or not (one.is_sure or one.shared):
                return
            outer.parts[-1] = (outer.parts[-1][0], border)
            outer.is_open = False
        begin = min(start, one.place[0]) if self.found else 0
        if one.shape == OPENING:
            begin = self.behind
        one = self._with_speaker(one)
        self.found.append(ReportedSpeech([(one.content, len(self.words))], [one], begin))

    def _with_speaker(self, one: Saying) -> Saying:
        """The saying with the subject of the one before, if they share it."""
        if not one.shared or one.speaker is not None:
            return one
        before = self.found[-1].links[-1].speaker if self.found else None
        return replace(one, speaker=before)


def _opens_with(words: Sequence[PlainWord], outer: ReportedSpeech, start: int) -> bool:
    """Whether a saying is the main clause of the content: "that, in the letter, they insist"."""
    inner = outer.links[0]
    first = outer.parts[-1][0] if inner.shape == BEFORE else inner.content
    between = words[first:start]
    if len(between) > _FARTHEST or any(word.quoted for word in between):
        return False
    told = [word for word in between if word.low != "that"]
    if not any(word.is_word for word in told):
        return True
    return told[-1].text == "," and told[0].low in PREPOSITIONS


def _border(words: Sequence[PlainWord], start: int, *, shared: bool) -> int | None:
    """The end of the content before a clause beside it; None if there is no such clause."""
    while start > 0 and not words[start - 1].quoted and words[start - 1].low in ADVERBS:
        start -= 1
    border = start
    while border > 0 and words[border - 1].low in _JOINTS and not words[border - 1].quoted:
        border -= 1
    return border if border < start or shared or words[start - 1].quoted else None


def _trim(words: Sequence[PlainWord], found: ReportedSpeech) -> bool:
    """Trim the parts to the content, and return whether anything is left."""
    start, end = found.parts[0]
    if found.links[-1].shape == AFTER:
        found.parts[0] = start, _end_of_speech(words, start, end)
    trimmed = [_without_ends(words, *part) for part in found.parts]
    found.parts = [part for part in trimmed if any(word.is_word for word in words[slice(*part)])]
    return bool(found.parts)


def _end_of_speech(words: Sequence[PlainWord], start: int, end: int) -> int:
    """The end of the direct speech that opens the content: 'said, "…"'."""
    if not opens_quotation(words, start) or low_at(words, start - 1) not in {",", ":"}:
        return end
    return next((i for i in range(start, end) if not words[i].quoted), end)


def _without_ends(words: Sequence[PlainWord], start: int, end: int) -> WordRange:
    """The range without "But", commas and the final stop; quotation marks stay."""
    while start < end and not words[start].quoted and words[start].low in _LEADS:
        start += 1
    while start < end and not words[end - 1].quoted and _only_ends(words[end - 1]):
        end -= 1
    return start, end


def _only_ends(word: PlainWord) -> bool:
    """Whether a word or a mark at the end of the content carries no meaning."""
    return word.low in {"and", "but", "as", "while"} or word.text[0] in ".,;:—–-(!?…"
