"""A reading on its way through a form: title, text, and one short mark for each passage. Pure.

A mark is a letter for the role and a few digits of the passage's digest, so that a whole article
takes one field, a text that was changed on the way is noticed, and what somebody said about a
passage holds for as long as the passage is there.
"""

import re
from collections import defaultdict
from dataclasses import replace
from hashlib import sha256

from factcheck.intake.readers.reading import BETWEEN, Reading, ReadPassage

LONGEST_KEPT_TITLE = 200
_LETTERS = {"heading": "h", "body": "b", "caption": "c", "boilerplate": "x"}
_ROLES = {letter: role for role, letter in _LETTERS.items()}
_MARKS = re.compile(r"(?:[hbcx][0-9a-f]{8})*+")
_MARK = 9


def text_below(reading: Reading) -> str:
    """The text without its title."""
    return BETWEEN.join(passage.text for passage in _below(reading))


def marks(reading: Reading) -> str:
    """One mark for each passage below the title."""
    return "".join(_LETTERS[p.role] + _digest(p.text) for p in _below(reading))


def under_marks(text: str, written: str) -> tuple[ReadPassage, ...] | None:
    """The passages of a text that these marks were made of; None where it is another text."""
    found = text.split(BETWEEN)
    listed = _listed(written)
    if [_digest(passage) for passage in found] != [digest for _, digest in listed]:
        return None
    return tuple(
        ReadPassage(_ROLES[letter], passage)
        for (letter, _), passage in zip(listed, found, strict=True)
    )


def remembered(reading: Reading, written: str) -> tuple[Reading, bool]:
    """A text that was read again, each passage in the role that it had before where it was there.

    Also whether any was: where none was, it is another text.
    """
    before: defaultdict[str, list[str]] = defaultdict(list)
    for letter, digest in reversed(_listed(written)):
        before[digest].append(_ROLES[letter])
    kept = False
    passages = []
    for passage in reading.passages:
        roles = before[_digest(passage.text)]
        if roles and passage.role != "title":
            kept, passage = True, ReadPassage(roles.pop(), passage.text)
        passages.append(passage)
    return replace(reading, passages=tuple(passages)), kept


def turned(reading: Reading, position: int, role: str) -> Reading:
    """The reading with the passage at this position (from 0) in another role.

    There is one title and it stands first, so a passage that becomes it moves up, and what was the
    title before becomes text.
    """
    passages = list(reading.passages)
    passage = passages[position]
    if role == "title":
        rest = passages[:position] + passages[position + 1 :]
        title = title_line(passage.text)
        below = (ReadPassage("body", p.text) if p.role == "title" else p for p in rest)
        return replace(reading, title=title, passages=(ReadPassage("title", title), *below))
    passages[position] = ReadPassage(role, passage.text)
    title_left = None if passage.role == "title" else reading.title
    return replace(reading, title=title_left, passages=tuple(passages))


def title_line(words: str) -> str:
    """What a title may be made of; spaces between its words stay."""
    return " ".join(filter(None, map(str.strip, words.split("\n"))))


def _below(reading: Reading) -> tuple[ReadPassage, ...]:
    return tuple(passage for passage in reading.passages if passage.role != "title")


def _listed(written: str) -> list[tuple[str, str]]:
    """Letter and digest of each mark; nothing where they are no marks."""
    if not _MARKS.fullmatch(written):
        return []
    return [(written[n], written[n + 1 : n + _MARK]) for n in range(0, len(written), _MARK)]


def _digest(passage: str) -> str:
    return sha256(passage.encode()).hexdigest()[: _MARK - 1]
