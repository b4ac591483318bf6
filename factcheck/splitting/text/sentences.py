"""Where sentences begin and end, so that the parser receives one at a time.

The desk's own sentence borders are the base. Newspapers need three additions: lines that stand
alone, questions and exclamations within a sentence ("Is it?" Smith asked), and places and agencies
before the first sentence ("PARIS (AP) — ").
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.core.spans import Span, sentences, trimmed
from factcheck.splitting.text.lengths import readable_pieces

LONGEST_NAMED = 80  # characters of a sentence that only names the speaker of the one before
_LINE = re.compile(r"[^\n]+")
_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_CRY = re.compile(r"[!?…][\"'”’»]+$")
_QUOTED = re.compile(r"\.[\"”]$")
_ONLY_SAID = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}\s+){1,4}(?:said|says|told|wrote|writes|added|adds|tweeted|asked)"
    r"(?:\s+(?:on\s+)?[A-Z][a-z]+day)?\.?$"
)
_GLUED = re.compile(r"(?<=\w[.!?…])[\"”](?=[“\"]?[A-Z])")
_GOES_ON = re.compile(
    r"\s*(?:(?:[A-Z][\w.'’-]{0,30}\s+){1,4}"
    r"(?:(?:has|had|then|later|also|recently|once)\s+)?"
    r"(?:said|says|asked|asks|told|wrote|writes|tweeted|added|adds|shouted|yelled|replied|cried"
    r"|exclaimed|declared|quipped|joked|wondered|responded|answered|remarked|demanded)\b"
    r"|(?:[A-Z][\w.'’-]{0,30}\s+){1,3}[a-z]+ed[.,]"
    r"|(?:said|says|asked|wrote|tweeted|added|read|reads)\s+[A-Z])"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+(?:[ ,/]+(?:[A-Z][\w.'’-]*|de|al|el|la|of|on|and|\d{1,2}))*"
    r"|[A-Z][\w.'’-]+(?:,? [A-Z][\w.'’-]*){0,4}(?:,? [A-Z][a-z]+\.?)?(?: \d{1,2})?)?"
    r"\s*(?:\((?:AP|AFP|Reuters|UPI|CNN|CBS|Xinhua|Kyodo|dpa|PTI|IANS|[A-Z]{2,8}|[A-Z][\w ]{2,20})\))?"
    r"\s*(?:—|–|--|―|-)\s+"
)


def dateline(text: str, passage: Span) -> int:
    """The start of a passage after its place and agency."""
    head = text[passage.start : min(passage.end, passage.start + 90)]
    match = _DATELINE.match(head)
    if not match or not match.group().strip(" —–-―"):
        return passage.start
    named = match.group()
    place = re.match(r"[^\s,(]+", named)
    sure = (
        "(" in named
        or re.search(r", [A-Z]{2}\s", named) is not None
        or (place is not None and len(place.group()) > 1 and place.group().isupper())
    )
    return passage.start + match.end() if sure else passage.start


def lines(text: str, passage: Span) -> list[Span]:
    """The lines of a passage that stand alone; hard-wrapped lines are joined."""
    raw = [Span(*m.span()) for m in _LINE.finditer(text, passage.start, passage.end)]
    found: list[Span] = []
    for line in filter(None, (trimmed(text, span) for span in raw)):
        if found and _wrapped(text, found[-1], line):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _wrapped(text: str, before: Span, line: Span) -> bool:
    """Whether a line continues the one before it."""
    tail = text[max(before.start, before.end - 8) : before.end]
    if text[before.end : line.start].count("\n") > 1 or _STOPPED.search(tail):
        return False
    return text[line.start].islower()


def split(text: str, passages: Sequence[Span]) -> Iterator[list[Span]]:
    """The sentences of each line, in order, without datelines; the longest are cut."""
    for passage in passages:
        for line in lines(text, passage):
            start = dateline(text, line)
            if start < line.end:
                found = _sentences(text, Span(start, line.end))
                yield [piece for one in found for piece in readable_pieces(text, one)]


def _sentences(text: str, line: Span) -> list[Span]:
    found: list[Span] = []
    for sentence in _unglued(text, sentences(text, line)):
        if found and _continues(text, found[-1], sentence):
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found


def _unglued(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """The sentences, also cut where no space follows a closing mark."""
    for sentence in found:
        start = sentence.start
        for mark in _GLUED.finditer(text, start, sentence.end - 1):
            yield Span(start, mark.end())
            start = mark.end()
        yield Span(start, sentence.end)


def _continues(text: str, before: Span, sentence: Span) -> bool:
    """Whether two apparent sentences are one: "Never!" Smith said."""
    tail = text[max(before.start, before.end - 4) : before.end]
    if _QUOTED.search(tail) and len(sentence) <= LONGEST_NAMED:
        return _ONLY_SAID.fullmatch(text, sentence.start, sentence.end) is not None
    if not _CRY.search(tail):
        return False
    return _GOES_ON.match(text[sentence.start : min(sentence.end, sentence.start + 90)]) is not None
