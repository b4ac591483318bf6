"""Suggested claims by rules alone: from sentences, quotations, words of saying and names."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.core.spans import Span, cut
from factcheck.splitting.plain.names import Names
from factcheck.splitting.plain.reports import ReportedSpeech, reports
from factcheck.splitting.plain.sentences import PlainSentence, SpeakerAndCue, sentences_of
from factcheck.splitting.proposals import kinds
from factcheck.splitting.proposals.suggestions import NONE, Mention, SuggestedClaim, SuggestedLink
from factcheck.splitting.proposals.worth import WEIGHTS, Facts, weigh
from factcheck.splitting.text.quotes import Quoted, quotes

_SEAM = re.compile(r"(?<=[;,])[ \u00a0](?=(?:and|but|while|whereas)\b)|(?<=;)[ \u00a0]")
_NOBODY: SpeakerAndCue = (None, None)
_LONGEST_SHOWN = 60  # characters of a cue or a name in a reason


@dataclass(slots=True)
class _Draft:
    """A suggested claim whose speakers are not yet identified."""

    parts: list[Span]
    links: list[SpeakerAndCue]  # innermost first
    sentence: PlainSentence
    is_quotation: bool = False  # its last part is a quotation
    waits: bool = False  # its speaker may be named in the next line
    follows: bool = False  # its speaker was named before


def propose(
    text: str,
    passages: Sequence[Span],
    weights: Mapping[str, float] = WEIGHTS,
    language: str | None = None,
) -> list[SuggestedClaim]:
    """Suggested claims for the passages, in order; they never overlap. Linear in the text."""
    passages = sorted(passages)
    quoted = Quoted(text, quotes(text, passages))
    drafts: list[_Draft] = []
    before: PlainSentence | None = None
    for sentence in sentences_of(text, passages, quoted, language):
        drafts.extend(_drafts(sentence, before, drafts))
        before = sentence
    names = Names(text, is_english=before is None or before.in_english)
    return [_suggested(draft, quoted, names, weights) for draft in drafts]


def _drafts(
    sentence: PlainSentence, before: PlainSentence | None, drafts: list[_Draft]
) -> Iterator[_Draft]:
    """The drafts from one sentence; a quotation may instead extend the draft before."""
    if sentence.says_nothing:
        return
    found = reports(sentence.words) if sentence.in_english else []
    for report in found:
        draft = _reported(sentence, report)
        _tell_those_that_wait(drafts, draft)
        yield draft
    if not found:
        yield from _unreported(sentence, before, drafts)


def _unreported(
    sentence: PlainSentence, before: PlainSentence | None, drafts: list[_Draft]
) -> Iterator[_Draft]:
    """The draft from a sentence without words of saying: a quotation, or a statement."""
    if sentence.label is not None:
        named, said = sentence.label
        yield _Draft([said], [named], sentence, is_quotation=True)
    elif sentence.is_quotation:
        yield from _quotation(sentence, before, drafts)
    elif not sentence.in_english and sentence.long_quotations:
        for quote in sentence.long_quotations:
            yield _Draft([quote], [_NOBODY], sentence, is_quotation=True)
    elif sentence.statement is not None:
        yield _Draft([sentence.statement], [], sentence)


def _reported(sentence: PlainSentence, report: ReportedSpeech) -> _Draft:
    parts = [sentence.place(part) for part in report.parts]
    links: list[SpeakerAndCue] = [
        (sentence.place(one.speaker) if one.speaker else None, sentence.place(one.place))
        for one in report.links
    ]
    last = sentence.words[report.parts[-1][1] - 1]
    return _Draft(parts, links, sentence, is_quotation=last.quoted)


def _tell_those_that_wait(drafts: list[_Draft], draft: _Draft) -> None:
    """Give a quotation's speaker to the quotations right before it that have none yet."""
    for waiting in reversed(drafts) if draft.is_quotation else ():
        if not waiting.waits:
            break
        waiting.links, waiting.waits = list(draft.links), False


def _quotation(
    sentence: PlainSentence, before: PlainSentence | None, drafts: list[_Draft]
) -> Iterator[_Draft]:
    """The draft of a sentence that is all quotation: its speaker stands in an earlier sentence."""
    body = sentence.statement or sentence.span
    latest = drafts[-1] if drafts and drafts[-1].sentence is before else None
    if not sentence.in_english:
        yield _Draft([body], [_NOBODY], sentence, is_quotation=True)
    elif (
        latest is not None
        and latest.is_quotation
        and latest.links
        and latest.sentence.line == sentence.line
    ):
        latest.parts.append(body)
        latest.sentence = sentence
    elif before is not None and before.lead is not None:
        yield _Draft([body], [before.lead], sentence, is_quotation=True, follows=True)
    elif latest is not None and latest.links:
        yield _Draft([body], list(latest.links), sentence, is_quotation=True, follows=True)
    else:
        yield _Draft([body], [_NOBODY], sentence, is_quotation=True, waits=True)


def _suggested(
    draft: _Draft, quoted: Quoted, names: Names, weights: Mapping[str, float]
) -> SuggestedClaim:
    """The suggested claim of a draft, with its speakers, kinds and reason."""
    text = quoted.text
    parts = tuple(draft.parts)
    words = " ".join(cut(text, part) for part in parts)
    quote_kind = quoted.kind(parts)
    chain = tuple(_link(link, quote_kind, names) for link in draft.links)
    kind = quote_kind if chain else NONE
    hedges = kinds.hedges(text, parts)
    speaker = chain[-1].speaker if chain else None
    said_by = (speaker.kind if speaker else "unnamed") if chain else ""
    weighed = weigh(Facts(words, kinds.kind(words), kind, said_by, bool(hedges)), weights)
    return SuggestedClaim(
        parts=parts,
        kind=kind,
        claim_kind=kinds.kind(words),
        chain=chain,
        governs=len(chain) - 1 if chain else None,
        reason=weighed.told(_reason(text, draft)),
        worth=weighed.worth,
        hedges=hedges,
        splits=tuple(
            seam.end() for part in parts for seam in _SEAM.finditer(text, part.start, part.end)
        ),
        weighed=weighed.reasons,
    )


def _link(link: SpeakerAndCue, kind: str, names: Names) -> SuggestedLink:
    who, cue = link
    if who is None:
        return SuggestedLink(None, cue, kind)
    meant = names.meant(who.start, who.end)
    return SuggestedLink(Mention(who.start, who.end, meant.name, meant.kind), cue, kind)


def _reason(text: str, draft: _Draft) -> str:
    """One sentence for the editor: why this is suggested."""
    if not draft.links:
        return "No words of saying were found in this sentence, so it stands in the article's own voice."
    who, cue = draft.links[-1]
    if cue is None:
        return "These words stand in quotation marks; who says them is not told beside them."
    told = f"“{_short(cut(text, who))}” is named beside it" if who else "who says it is not named"
    words = _short(cut(text, cue))
    if draft.follows:
        return f"A quotation that follows “{words}” in the sentence before; {told}."
    if not any(map(str.isalnum, words)):
        return f"A colon follows a name: {told}."
    return f"Reported speech: “{words}” introduces what is said; {told}."


def _short(words: str) -> str:
    """The words on one line, shortened if they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 3].rstrip() + "…"
