"""What a new text changes: passages that stay, and runs of words that go and come. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.core.differences import differences

PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of words: the same in both texts, or gone, or new."""

    text: str
    mark: str = ""  # "", "del" or "ins"


@dataclass(frozen=True, slots=True)
class Change:
    """Passages one after another that stay as they are, or in which something changes."""

    same: int  # how many passages stay here; 0 where something changes
    bits: tuple[Bit, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that a new text changes, in order."""

    parts: tuple[Change, ...]
    gone: int  # words
    come: int

    @property
    def any(self) -> bool:
        return any(not part.same for part in self.parts)


def changes(old: Sequence[str], new: Sequence[str]) -> Changes:
    """Two texts, passage by passage; passages that differ, word by word."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts = tuple(
        Change(same=b - a)
        if tag == "equal"
        else Change(same=0, bits=_bits(PARAGRAPH.join(old[a:b]), PARAGRAPH.join(new[c:d])))
        for tag, a, b, c, d in steps
    )
    return Changes(parts, gone=_words(parts, "del"), come=_words(parts, "ins"))


def _bits(old: str, new: str) -> tuple[Bit, ...]:
    """One stream of words: what is gone stands before what came in its place."""
    left, right = list(differences(old, new)[0]), list(differences(old, new)[1])
    found: list[Bit] = []
    while left or right:
        if left and left[0].added:
            found.append(Bit(left.pop(0).text, "del"))
        elif right and right[0].added:
            found.append(Bit(right.pop(0).text, "ins"))
        else:
            same = left.pop(0)
            right.pop(0)
            found.append(Bit(same.text))
    return tuple(found)


def _words(parts: Sequence[Change], mark: str) -> int:
    """How many words are gone, or came."""
    return sum(len(bit.text.split()) for part in parts for bit in part.bits if bit.mark == mark)
