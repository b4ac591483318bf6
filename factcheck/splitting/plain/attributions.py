"""Cues of one sentence made into attributions: what is said, and the chain of who says it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.splitting.plain import cues
from factcheck.splitting.plain.cue import AFTER, BEFORE, OPENING, Cue
from factcheck.splitting.plain.lexicon import ADVERBS, PARENTHETIC, PREPOSITIONS
from factcheck.splitting.plain.subjects import Range, main_subject
from factcheck.splitting.plain.tokens import Token

_FARTHEST = 30
MOST_LINKS = 2  # inside another: nobody writes more
_OPENING_MARKS = frozenset('"“‘„«「『')
_CLOSING_MARKS = frozenset('"”’»“」』')
_MARKS = _OPENING_MARKS | _CLOSING_MARKS
_JOINS = frozenset("and but while although though whereas or ; , — – --".split())
_LEADS = frozenset("and but or so yet however , ; : — – -- - .".split())
# the reporter's own remark on what was said
_TAILS = (
    ("in", "an", "apparent"),
    ("an", "apparent"),
    ("a", "reference"),
    ("in", "a", "reference"),
    ("in", "reference"),
    ("referring", "to"),
    ("alluding", "to"),
)


@dataclass(slots=True)
class Attribution:
    """What is said, by tokens (two parts where the cue breaks it), and its cues, innermost first."""

    parts: list[Range]
    links: list[Cue]
    begin: int  # where the clause of its outermost cue begins
    open: bool = False  # the last part may still be cut by a later cue
    broken: bool = field(default=False)


def attributions(tokens: Sequence[Token]) -> list[Attribution]:
    """The attributions of a sentence, in order and apart from each other."""
    made = _Made(tokens)
    for cue in cues.find(tokens):
        made.take(cue)
    return [found for found in made.found if _tidy(tokens, found)]


class _Made:
    """The attributions so far, and the one that is still open to the right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.found: list[Attribution] = []
        self.cursor = 0
        self.aside: Cue | None = None

    @property
    def latest(self) -> Attribution | None:
        """The attribution that reaches to here, if one does."""
        return self.found[-1] if self.found and self.found[-1].open else None

    def take(self, cue: Cue) -> None:
        """Give a cue its place."""
        if cue.aside:
            self.aside = self.aside or cue
        elif cue.shape == BEFORE:
            self._close(cue)
        else:
            self._begin(cue)

    def _close(self, cue: Cue) -> None:
        """ "…, the source said": it governs all that came before it in the sentence."""
        inner = self.latest
        size = len(self.tokens)
        begin = inner.begin if inner else self.cursor
        if cue.content <= begin:
            return
        links = [*inner.links[-MOST_LINKS:], cue] if inner else [cue]
        if not inner and self.aside and begin <= self.aside.words[0] < cue.content:
            links = [self.aside, cue]
        parts = [(begin, cue.content)]
        resumes = cue.resume < size
        if resumes:
            parts.append((cue.resume, size))
        made = Attribution(parts, links, begin, open=resumes, broken=resumes)
        if inner:
            self.found[-1] = made
        else:
            self.found.append(made)
        self.cursor = cue.words[1] if not cue.speaker else max(cue.words[1], cue.speaker[1])

    def _begin(self, cue: Cue) -> None:
        """ "The mayor said …": inside what is open, beside it, or the first."""
        start = cue.speaker[0] if cue.speaker else cue.words[0]
        inside = self.latest
        if inside:
            if not cue.shared and _opens_with(self.tokens, inside, start):
                if not inside.broken and len(inside.links) <= MOST_LINKS:
                    inside.links.insert(0, cue)
                return
            weak = not (cue.marked or cue.verb in PARENTHETIC)
            if weak and not cue.shared:
                return
            border = _border(self.tokens, start, shared=cue.shared)
            if border is None or border <= inside.parts[-1][0]:
                return
            inside.parts[-1] = (inside.parts[-1][0], border)
            inside.open = False
        cue = _with_speaker(cue, self.found, self.tokens)
        begin = self.cursor if cue.shape == OPENING else min(start, cue.words[0])
        if not inside and not self.found:
            begin = min(begin, self.cursor)
        self.found.append(Attribution([(cue.content, len(self.tokens))], [cue], begin, open=True))
        if not inside and len(self.found) == 1:
            self.found[-1].begin = 0


def _opens_with(tokens: Sequence[Token], inside: Attribution, start: int) -> bool:
    """Whether the clause of a cue is the main clause of what is said already."""
    first = inside.links[0].content if inside.links[0].shape != BEFORE else inside.parts[-1][0]
    if start - first > _FARTHEST:
        return False
    between = tokens[first:start]
    if any(token.quoted for token in between):
        return False
    if all(not t.word or t.low in ("that", "the") for t in between):
        return True
    # "that in the letter, the farmers will insist"
    words = [t for t in between if t.low != "that"]
    return bool(words) and words[-1].text == "," and words[0].low in PREPOSITIONS


def _border(tokens: Sequence[Token], start: int, *, shared: bool) -> int | None:
    """Where what is said ends before a clause that stands beside it; None if none does."""
    border = start
    while border > 0 and not tokens[border - 1].quoted and tokens[border - 1].low in ADVERBS:
        border -= 1
    start = border
    while border > 0 and tokens[border - 1].low in _JOINS and not tokens[border - 1].quoted:
        border -= 1
    if border < start:
        return border
    return start if shared or tokens[start - 1].quoted else None


def _with_speaker(cue: Cue, found: Sequence[Attribution], tokens: Sequence[Token]) -> Cue:
    """The cue with the subject of the one before, where it shares it."""
    if not cue.shared or cue.speaker:
        return cue
    before = found[-1].links[-1].speaker if found else main_subject(tokens, cue.words[0])
    return Cue(cue.shape, cue.verb, before, cue.words, cue.content, cue.resume, shared=True,
               marked=cue.marked)  # fmt: skip


def _tidy(tokens: Sequence[Token], found: Attribution) -> bool:
    """Trim the parts to what is said; whether anything is left."""
    parts = []
    for number, (start, end) in enumerate(found.parts):
        if found.links[-1].shape == AFTER and not number:
            end = _direct_end(tokens, start, end)
        if found.links[-1].shape == BEFORE and not number and not len(found.links) > 1:
            start = _direct_start(tokens, start, end)
        part = _trimmed(tokens, start, _tail(tokens, start, end))
        if part and any(t.word for t in tokens[part[0] : part[1]]):
            parts.append(part)
    found.parts = parts
    return bool(parts)


def _direct_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end of direct speech that begins the stretch: its closing mark."""
    if start >= end or tokens[start].text[0] not in _OPENING_MARKS or not tokens[start].quoted:
        return end
    if start and tokens[start - 1].text not in (",", ":"):
        return end
    index = start
    while index < end and tokens[index].quoted:
        index += 1
    return index


def _direct_start(tokens: Sequence[Token], start: int, end: int) -> int:
    """The start of a quotation that ends the stretch, where a complete sentence stands before."""
    if end <= start or not tokens[end - 1].quoted:
        return start
    index = end - 1
    while index > start and tokens[index - 1].quoted:
        index -= 1
    before = tokens[start:index]
    return index if before and before[-1].text in (":",) and end - index > 4 else start


def _tail(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end before a remark of the reporter: ", in an apparent dig at …"."""
    for index in range(start + 1, end - 2):
        if tokens[index].text == "," and not tokens[index].quoted:
            after = tuple(t.low for t in tokens[index + 1 : index + 4])
            if any(after[: len(tail)] == tail for tail in _TAILS):
                return index
    return end


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The stretch without "But", commas and the final stop; quotation marks stay."""
    while start < end and not tokens[start].quoted and tokens[start].low in _LEADS:
        start += 1
    while start < end and not tokens[end - 1].quoted and _is_end(tokens, end - 1, start):
        end -= 1
    return (start, end) if start < end else None


def _is_end(tokens: Sequence[Token], index: int, start: int) -> bool:
    """Whether the last token of a stretch only closes it."""
    token = tokens[index]
    if token.word:
        return token.low in ("and", "but", "as", "while") and index > start
    return token.text[0] in ".,;:—–-(!?…" and token.text not in ("%",)
