"""What one text has that the other has not, word by word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

LONG = 4000  # words; past that a comparison takes longer than a person waits


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A run of words; `added` where the other text has not got them."""

    text: str
    added: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of a row in two people's words."""

    label: str
    theirs: str
    yours: str
    their_runs: tuple[DiffRun, ...] = field(init=False)
    your_runs: tuple[DiffRun, ...] = field(init=False)

    def __post_init__(self) -> None:
        theirs, yours = differences(self.theirs, self.yours)
        object.__setattr__(self, "their_runs", theirs)
        object.__setattr__(self, "your_runs", yours)

    @property
    def same(self) -> bool:
        return self.theirs == self.yours


def differences(one: str, other: str) -> tuple[tuple[DiffRun, ...], tuple[DiffRun, ...]]:
    """Both texts in runs, each with the words marked that the other has not got."""
    left, right = _words(one), _words(other)
    if len(left) + len(right) > LONG:
        return (DiffRun(one, added=True),), (DiffRun(other, added=True),)
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return (
        tuple(_runs((left[a:b], tag != "equal") for tag, a, b, _, _ in steps)),
        tuple(_runs((right[c:d], tag != "equal") for tag, _, _, c, d in steps)),
    )


def _words(text: str) -> list[str]:
    """Words, and the spaces between them."""
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _runs(pieces: Iterable[tuple[list[str], bool]]) -> Iterator[DiffRun]:
    for words, added in pieces:
        if words:
            yield DiffRun("".join(words), added)
