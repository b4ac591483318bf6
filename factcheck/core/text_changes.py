"""What a new text changes: passages that stay, and runs of words that go and come. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.core.differences import differences

PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """A run of words: the same in both texts, or gone, or new."""

    text: str
    mark: str = ""  # "", "del" or "ins"


@dataclass(frozen=True, slots=True)
class PassageChange:
    """Passages one after another that stay as they are, or in which something changes."""

    same: int  # how many passages stay here; 0 where something changes
    bits: tuple[ChangedWords, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChanges:
    """Everything that a new text changes, in order."""

    parts: tuple[PassageChange, ...]
    gone: int  # words
    come: int

    @property
    def any(self) -> bool:
        return any(not part.same for part in self.parts)


def changes(old: Sequence[str], new: Sequence[str]) -> TextChanges:
    """Two texts, passage by passage; passages that differ, word by word."""
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    parts = tuple(
        PassageChange(same=b - a)
        if tag == "equal"
        else PassageChange(same=0, bits=_bits(PARAGRAPH.join(old[a:b]), PARAGRAPH.join(new[c:d])))
        for tag, a, b, c, d in steps
    )
    return TextChanges(parts, gone=_words(parts, "del"), come=_words(parts, "ins"))


def _bits(old: str, new: str) -> tuple[ChangedWords, ...]:
    """One stream of words: what is gone stands before what came in its place."""
    left, right = list(differences(old, new)[0]), list(differences(old, new)[1])
    found: list[ChangedWords] = []
    while left or right:
        if left and left[0].added:
            found.append(ChangedWords(left.pop(0).text, "del"))
        elif right and right[0].added:
            found.append(ChangedWords(right.pop(0).text, "ins"))
        else:
            same = left.pop(0)
            right.pop(0)
            found.append(ChangedWords(same.text))
    return tuple(found)


def _words(parts: Sequence[PassageChange], mark: str) -> int:
    """How many words are gone, or came."""
    return sum(len(bit.text.split()) for part in parts for bit in part.bits if bit.mark == mark)
