"""The way of the plain splitter: passages → quotations → sentences → cues → speakers → suggestions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.core.spans import Span, cut
from factcheck.splitting.plain import kinds
from factcheck.splitting.plain.attributions import Attribution, attributions
from factcheck.splitting.plain.cue import Cue
from factcheck.splitting.plain.sentences import Sentence, sentences_of
from factcheck.splitting.plain.speakers import Speakers
from factcheck.splitting.plain.subjects import Range
from factcheck.splitting.proposals.suggestions import (
    DIRECT,
    INDIRECT,
    MIXED,
    NONE,
    Mention,
    SuggestedClaim,
    SuggestedLink,
)
from factcheck.splitting.proposals.worth import WEIGHTS, Facts, weigh

_WORDS = re.compile(r"\w")
_Link = tuple[Span | None, Span | None]  # who, and by which words


@dataclass(slots=True)
class _Draft:
    """A claim before it is known who is meant."""

    parts: list[Span]
    links: list[_Link]  # innermost first
    sentence: Sentence
    quoted: bool = False  # its last part is a quotation
    waits: bool = False  # a quotation whose speaker is named in the next paragraph
    follows: bool = False  # a quotation that takes its speaker from before
    letters: tuple[int, int] = (0, 0)  # in quotation marks, and in all

    def __post_init__(self) -> None:
        self.letters = _added((0, 0), (self.sentence.quoted_letters(part) for part in self.parts))

    def lengthen(self, sentence: Sentence, part: Span) -> None:
        """Take a quotation of the next sentence as a further part."""
        self.parts.append(part)
        self.sentence = sentence
        self.letters = _added(self.letters, [sentence.quoted_letters(part)])


def _added(first: tuple[int, int], more: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Pairs of counts, added up."""
    for quoted, letters in more:
        first = first[0] + quoted, first[1] + letters
    return first


def propose(
    text: str,
    passages: Sequence[Span],
    weights: Mapping[str, float] = WEIGHTS,
    language: str | None = None,
) -> list[SuggestedClaim]:
    """Suggested claims for the passages, in order; they never overlap. Linear in the text."""
    drafts: list[_Draft] = []
    before: Sentence | None = None
    for sentence in sentences_of(text, passages, language):
        drafts.extend(_drafts(sentence, before, drafts))
        before = sentence
    speakers = Speakers(text, foreign=any(draft.sentence.foreign for draft in drafts[:1]))
    return [_suggestion(text, draft, speakers, weights) for draft in drafts]


def _drafts(sentence: Sentence, before: Sentence | None, drafts: list[_Draft]) -> Iterator[_Draft]:
    """What one sentence claims; a quotation may also lengthen the draft before."""
    if sentence.nothing_said:
        return
    if sentence.foreign:
        yield from _foreign(sentence)
        return
    found = attributions(sentence.tokens)
    for attribution in found:
        draft = _attributed(sentence, attribution)
        _give(drafts, draft)
        yield draft
    if found:
        return
    if sentence.quotation:
        yield from _quotation(sentence, before, drafts)
    elif label := sentence.label:
        yield _Draft([label[2]], [(label[0], label[1])], sentence, quoted=True)
    elif sentence.declares:
        yield _Draft([sentence.body], [], sentence)


def _attributed(sentence: Sentence, found: Attribution) -> _Draft:
    """An attribution in characters of the text."""
    parts = [sentence.span(part) for part in found.parts]
    links = [_link(sentence, cue) for cue in found.links]
    return _Draft(parts, links, sentence, quoted=sentence.is_quoted(found.parts[-1]))


def _link(sentence: Sentence, cue: Cue) -> _Link:
    """A cue in characters of the text."""
    speaker: Range | None = cue.speaker
    return (sentence.span(speaker) if speaker else None), sentence.span(cue.words)


def _give(drafts: list[_Draft], draft: _Draft) -> None:
    """Give the speaker of a quotation to the quotations right before that wait for it."""
    if not draft.quoted:
        return
    for waiting in reversed(drafts):
        if not waiting.waits:
            break
        waiting.links, waiting.waits = list(draft.links), False


def _quotation(
    sentence: Sentence, before: Sentence | None, drafts: list[_Draft]
) -> Iterator[_Draft]:
    """A sentence that is all quotation: its speaker stands in the sentences before."""
    latest = drafts[-1] if drafts and drafts[-1].sentence is before else None
    body = sentence.body
    if (
        latest
        and latest.quoted
        and latest.links
        and sentence.paragraph == latest.sentence.paragraph
    ):
        latest.lengthen(sentence, body)
        return
    if before and (lead := before.lead):
        yield _Draft([body], [lead], sentence, quoted=True, follows=True)
    elif latest and latest.links:
        yield _Draft([body], list(latest.links), sentence, quoted=True, follows=True)
    else:
        yield _Draft([body], [(None, None)], sentence, quoted=True, waits=True)


def _foreign(sentence: Sentence) -> Iterator[_Draft]:
    """A sentence in a language whose verbs are not known: quotations and names before a colon."""
    if label := sentence.label:
        yield _Draft([label[2]], [(label[0], label[1])], sentence, quoted=True)
    elif sentence.quotation:
        yield _Draft([sentence.body], [(None, None)], sentence, quoted=True)
    elif quotes := sentence.long_quotations:
        yield from (_Draft([quote], [(None, None)], sentence, quoted=True) for quote in quotes)
    elif sentence.declares:
        yield _Draft([sentence.body], [], sentence)


def _suggestion(
    text: str, draft: _Draft, speakers: Speakers, weights: Mapping[str, float]
) -> SuggestedClaim:
    """The draft with its speakers, kinds and reason."""
    words = " ".join(cut(text, part) for part in draft.parts)
    kind = _quote_kind(draft)
    # the outermost is the nearest to the reader, who has met it before the one inside
    chain = tuple(_suggested(text, link, kind, speakers) for link in draft.links)
    claim = kinds.claim_kind(words)
    hedges = kinds.hedges(text, draft.parts)
    quoted, said_by = (kind, _said_by(chain[-1])) if chain else (NONE, "")
    weighed = weigh(Facts(words, claim, quoted, said_by, bool(hedges)), weights)
    return SuggestedClaim(
        parts=tuple(draft.parts),
        kind=quoted,
        claim_kind=claim,
        chain=chain,
        governs=len(chain) - 1 if chain else None,
        reason=weighed.told(_reason(text, draft)),
        worth=weighed.worth,
        hedges=hedges,
        splits=kinds.cuts(text, draft.parts),
        weighed=weighed.reasons,
    )


def _said_by(link: SuggestedLink) -> str:
    """What sort of speaker the governing link has."""
    return link.speaker.kind if link.speaker else "unnamed"


def _suggested(text: str, link: _Link, kind: str, speakers: Speakers) -> SuggestedLink:
    """A link with the name of who is meant."""
    who, cue = link
    mention = None
    if who:
        name, of_kind = speakers.meant(who.start, who.end)
        mention = Mention(who.start, who.end, name, of_kind)
    return SuggestedLink(mention, cue, kind)


def _quote_kind(draft: _Draft) -> str:
    """In whose words: all in quotation marks, none, or some."""
    quoted, letters = draft.letters
    if not quoted:
        return INDIRECT
    return DIRECT if quoted >= 0.95 * letters else MIXED


def _reason(text: str, draft: _Draft) -> str:
    """One sentence for the editor: why this is offered."""
    if not draft.links:
        return "No words of saying were found in this sentence, so it stands in the article's own voice."
    who, cue = draft.links[-1]
    if cue is None:
        return "These words stand in quotation marks; who says them is not told beside them."
    told = f"“{_short(cut(text, who))}” is named beside it" if who else "who says it is not named"
    if draft.follows:
        return (
            f"A quotation that follows “{_short(cut(text, cue))}” in the sentence before; {told}."
        )
    if not _WORDS.search(cut(text, cue)):
        return f"A colon follows a name: {told}."
    return f"Reported speech: “{_short(cut(text, cue))}” introduces what is said; {told}."


def _short(words: str) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:57].rstrip() + "…"
