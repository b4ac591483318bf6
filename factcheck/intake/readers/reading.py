"""What every reader gives: a text in passages, normalised once and never after."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime

from factcheck.core.spans import one_line

MAX_BYTES = 1_000_000
MAX_WORDS = 20_000
MAX_FILE_BYTES = 2 * MAX_BYTES + 2  # UTF-16 takes twice the room
BETWEEN = "\n\n"

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


class ReadingRefused(Exception):
    """The piece cannot be read; the message is a sentence for the person who brought it."""


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A block of the text with its role: title, heading, body, caption or boilerplate."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a piece. A title that was found is also the first passage."""

    passages: tuple[ReadPassage, ...]
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: datetime | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None

    @property
    def text(self) -> str:
        """The passages joined by a blank line: what offsets count in."""
        return BETWEEN.join(passage.text for passage in self.passages)

    def spans(self) -> list[tuple[int, int]]:
        """Where each passage stands in the text, in code points, end exclusive."""
        found, start = [], 0
        for passage in self.passages:
            found.append((start, start + len(passage.text)))
            start += len(passage.text) + len(BETWEEN)
        return found

    def with_title(self, title: str) -> "Reading":
        """The same reading under this title, which is then its first passage.

        A first passage that says the same becomes the title; a title found before stays in the text.
        """
        passages = [
            ReadPassage("body", passage.text) if passage.role == "title" else passage
            for passage in self.passages
        ]
        if passages and _alike(passages[0].text) == _alike(title):
            passages.pop(0)
        return replace(self, title=title, passages=(ReadPassage("title", title), *passages))


def _alike(words: str) -> str:
    """Words without what a typed title may differ in from the one above the text."""
    return one_line(words.casefold())


def normalised(raw: str) -> str:
    """NFC, `\\n` alone as line end, no control characters but tab and newline.

    Lone surrogates become U+FFFD. Zero-width and bidirectional characters stay: they may be part
    of a quotation. A byte order mark does not, wherever it stands: it is part of a file, not of a
    text. Normalising twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _CONTROLS.sub("", text)
    text = _SURROGATES.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text.replace("\ufeff", ""))


def weigh(text: str) -> None:
    """Raise `ReadingRefused` where the text is empty or larger than the desk takes."""
    if not text.strip():
        raise ReadingRefused("There is no text in it. Paste the article or choose its file.")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise ReadingRefused(
            f"The text has {size / 1_000_000:.1f} MB ({size:,} bytes); the desk takes up to 1 MB. "
            "Bring it in in parts."
        )
    count = len(text.split())
    if count > MAX_WORDS:
        raise ReadingRefused(
            f"The text has {count:,} words; the desk takes up to {MAX_WORDS:,}. "
            "Bring it in in parts."
        )
