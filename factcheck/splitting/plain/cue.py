"""A cue in a sentence, and the marks around it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.splitting.plain.subjects import Range
from factcheck.splitting.plain.tokens import Token

AFTER, BEFORE, OPENING = "after", "before", "opening"
OPENING_MARKS = frozenset('"“‘„«「『')
CLOSING_MARKS = frozenset('"”’»“」』')
STOPS = frozenset(". ! ? … ;".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence, by tokens: where it stands, who speaks, and where what is said lies.

    `after`: said from `content` on. `before`: said up to `content`, going on at `resume` if at all.
    `opening`: "According to X," at the start, said from `content` on.
    """

    shape: str
    verb: str
    speaker: Range | None
    words: Range
    content: int
    resume: int
    shared: bool = False  # the subject is that of the cue before
    marked: bool = True  # a "that", a colon, a quotation or a question word begins what is said
    aside: bool = False  # "with the farmers warning that": inside, never the outermost


def low_at(tokens: Sequence[Token], index: int) -> str:
    """The small letters of a token, empty past either end."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def quote_next(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation opens right after this token."""
    return index + 1 < len(tokens) and tokens[index + 1].text[0] in OPENING_MARKS
