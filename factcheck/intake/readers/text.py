"""Plain text, pasted or from a file, read into passages."""

import codecs
import re
from dataclasses import replace
from datetime import datetime

from factcheck.intake.readers.blocks import blocks, in_lines, is_headline, with_roles
from factcheck.intake.readers.credits import byline_in, date_in, dateline_in
from factcheck.intake.readers.languages import language
from factcheck.intake.readers.reading import (
    MAX_BYTES,
    Reading,
    ReadingRefused,
    normalised,
    weigh,
)

AT_THE_TOP = 4  # blocks among which a byline and a date are looked for
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or an office document",
    b"PK\x05\x06": "a ZIP",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"Rar!": "a compressed file",
    b"{\\rtf": "a rich-text document",
    b"\x7fELF": "a program",
}
_WEB_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOT_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1a"))


def read_text(raw: str, title: str | None = None) -> Reading:
    """Read pasted text. Raises `ReadingRefused` with a sentence where it is empty or too large.

    A title that was typed is the title. Otherwise the first block is, if it is at most 150
    characters long, does not end like a sentence, and text follows.
    """
    text = normalised(raw)
    weigh(text)
    found, byline, published = _credits(blocks(text))
    reading = Reading(
        passages=tuple(with_roles(found)),
        byline=byline,
        published=published,
        language=language(text),
    )
    typed = " ".join(normalised(title or "").split())
    if typed:
        reading = reading.with_title(typed)
    else:
        reading = _with_own_title(reading, broken=in_lines(text))
    return replace(reading, dateline=_dateline(reading))


def read_bytes(data: bytes, name: str = "", title: str | None = None) -> Reading:
    """Read a plain-text file; its content decides what it is, not its name."""
    kind = _kind(data)
    if kind:
        raise ReadingRefused(
            f"This file is {kind}, whatever its name says. The desk reads plain text; "
            "open the file and paste its words."
        )
    if len(data) > 4 * MAX_BYTES:  # no encoding takes more room for what the desk would take
        raise ReadingRefused(
            f"The file has {len(data) / 1_000_000:.1f} MB; the desk takes up to 1 MB of text. "
            "Bring it in in parts."
        )
    return read_text(_decoded(data), title=title)


def _kind(data: bytes) -> str:
    """What a file that is no plain text is, or nothing."""
    opening = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, kind in _SIGNATURES.items():
        if opening.startswith(signature):
            return kind
    return "a web page" if _WEB_PAGE.match(opening) else ""


def _decoded(data: bytes) -> str:
    """The characters of a text file: by its mark, else UTF-8, else windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    head = data[:4096]
    if len(head) - len(head.translate(None, _NOT_IN_TEXT)) > len(head) // 20:
        raise ReadingRefused("This file is not text. Open it and paste its words.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def _credits(found: list[str]) -> tuple[list[str], str | None, datetime | None]:
    """Take a byline and a date out of the lines above the text.

    They are taken from the first blocks, where they are a line of their own; a second date, or that
    of an update, stays where it is. Where nothing else would be left they are the text.
    """
    byline: str | None = None
    published: datetime | None = None
    left: list[str] = []
    for block in found[:AT_THE_TOP]:
        lines = []
        for line in block.split("\n"):
            who, when = _credit(line)
            if (who and byline) or (when and published) or not (who or when):
                lines.append(line)
            else:
                byline, published = byline or who, published or when
        left.append("\n".join(lines))
    text = [block for block in left if block] + found[AT_THE_TOP:]
    return (text, byline, published) if text else (found, None, None)


def _credit(line: str) -> tuple[str | None, datetime | None]:
    """Who and when, where a line says nothing else: "By Jane Roe | Oct. 6, 2026"."""
    who, when = None, None
    for part in re.split(r"\s*[|·•]\s*", line):
        name, date = byline_in(part), date_in(part)
        if not name and (not date or date[1]):
            return None, None
        who, when = who or name, when or (date[0] if date else None)
    return who, when


def _with_own_title(reading: Reading, *, broken: bool) -> Reading:
    """The reading with its first block as title, where that is a headline and text follows it.

    Where the text is broken into lines, one that goes on in small letters is no headline.
    """
    first, *rest = reading.passages
    following = [passage for passage in rest if passage.role != "boilerplate"]
    if first.role != "body" or not following or not is_headline(first.text):
        return reading
    if broken and following[0].text[:1].islower():
        return reading
    return reading.with_title(first.text)


def _dateline(reading: Reading) -> str | None:
    """The dateline of the first block of text; after a typed title the second may open it."""
    bodies = [passage.text for passage in reading.passages if passage.role == "body"]
    return next(filter(None, map(dateline_in, bodies[:2])), None)
