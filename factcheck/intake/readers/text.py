"""Plain text, pasted or from a file, read into passages."""

import codecs
import re
from collections.abc import Iterator

from factcheck.intake.readers.reading import (
    Reading,
    ReadingRefused,
    ReadPassage,
    normalised,
    weigh,
)

LONGEST_TITLE = 150
_SENTENCE_END = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"

_RELATED = re.compile(
    r"(?:related(?: (?:coverage|stories|articles?|links?|reading|content))?|read (?:more|also|next)"
    r"|see also|more on this(?: story)?|more stories|recommended(?: for you)?|most read"
    r"|you may also like|also on .{0,40})\s*:?",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:(?:copyright\b|©|\(c\)\s*\d{4}).{0,160}|all rights reserved.{0,120}"
    r"|(?:sign up|subscribe|register) (?:for|to|now|here)\b.{0,160}|advertisement|sponsored content"
    r"|follow us on\b.{0,120}|share this (?:article|story).{0,60}|click here\b.{0,120})",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"by\s+[^\W\d_][^\n.!?:;]{1,110}", re.IGNORECASE)
_DATELINE = re.compile(
    r"([A-Z][A-Z .,'’\-]{2,40}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()\n]{2,30}\))?) [—–-]{1,2} "
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a rich-text document",
}


def read_text(raw: str, title: str | None = None) -> Reading:
    """Read pasted text. Raises `ReadingRefused` with a sentence where it is empty or too large.

    A title that was typed is the title. Otherwise the first block is, if it is at most 150
    characters long, does not end like a sentence, and another block follows.
    """
    text = normalised(raw)
    weigh(text)
    passages = list(_roles(_blocks(text)))
    byline = _take_byline(passages)
    typed = " ".join(normalised(title or "").split())
    found = typed or _own_title(passages)
    if not typed and found:
        passages.pop(0)
    reading = Reading(
        passages=tuple(_headings(passages)),
        byline=byline or None,
        dateline=_dateline(passages),
        language=language(text),
    )
    if not reading.passages:
        raise ReadingRefused("There is nothing but a byline in it. Paste the whole article.")
    return reading.with_title(found) if found else reading


def read_bytes(data: bytes, name: str = "") -> Reading:
    """Read a plain-text file; its content decides what it is, not its name."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadingRefused(
                f"This file is {kind}, whatever its name says. The desk reads plain text; "
                "open the file and paste its words."
            )
    return read_text(_decoded(data))


def _decoded(data: bytes) -> str:
    """The characters of a text file: by its mark, else UTF-8, else windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:4096] and data[:4096].count(0) > len(data[:4096]) // 10:
        raise ReadingRefused("This file is not text. Open it and paste its words.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1252", "replace")


def _blocks(text: str) -> list[str]:
    """Blocks between blank lines; where there is no blank line, every line is a block."""
    if not re.search(r"\S[^\S\n]*\n[^\S\n]*\n", text):
        return [line.strip() for line in text.split("\n") if line.strip()]
    blocks, lines = [], []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line.strip())
        elif lines:
            blocks.append("\n".join(lines))
            lines = []
    return blocks


def _roles(blocks: list[str]) -> Iterator[ReadPassage]:
    """Tell the text from what stands around it: "related" and its headlines, notices, adverts."""
    related = False
    for block in blocks:
        label = _RELATED.fullmatch(block) is not None
        related = label or (related and _is_headline(block))
        left_out = related or _FURNITURE.fullmatch(block) is not None
        yield ReadPassage("boilerplate" if left_out else "body", block)


def _is_headline(block: str) -> bool:
    """Short, on one line, and not a sentence."""
    return len(block) <= LONGEST_TITLE and "\n" not in block and not _is_sentence(block)


def _is_sentence(block: str) -> bool:
    """Whether the block ends like a sentence, closing quotation marks aside."""
    return block.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _own_title(passages: list[ReadPassage]) -> str:
    """The first block, where it is a headline and text follows it."""
    first = passages[0] if passages else None
    text_follows = any(passage.role == "body" for passage in passages[1:])
    if first and first.role == "body" and text_follows and _is_headline(first.text):
        return first.text
    return ""


def _take_byline(passages: list[ReadPassage]) -> str:
    """Take a plain "By …" line from the first three blocks, and give the name."""
    for position, passage in enumerate(passages[:3]):
        if passage.role == "body" and len(passages) > 1 and _BYLINE.fullmatch(passage.text):
            del passages[position]
            return passage.text[2:].strip()
    return ""


def _dateline(passages: list[ReadPassage]) -> str | None:
    """Place and date before the dash that opens the first block of text."""
    for passage in passages:
        if passage.role == "body" and (match := _DATELINE.match(passage.text)):
            return match.group(1).strip(" ,")
    return None


def _headings(passages: list[ReadPassage]) -> Iterator[ReadPassage]:
    """A short block between blocks of text that does not end like a sentence is a heading."""
    last = max((n for n, p in enumerate(passages) if p.role == "body"), default=0)
    for position, passage in enumerate(passages):
        between = passage.role == "body" and 0 < position < last
        short = len(passage.text) <= 80 and not passage.text.endswith((":", ",", ";"))
        if between and short and _is_headline(passage.text):
            yield ReadPassage("heading", passage.text)
        else:
            yield passage


# the commonest small words of each language: enough to tell a page of text, not a line
_SMALL_WORDS = {
    "en": "the of and to in that is for on with was as by said from".split(),
    "de": "der die das und ist nicht mit den von zu ein auf sich im dem".split(),
    "fr": "le la les et des est une dans que pour qui sur pas au par".split(),
    "es": "el los las y que en del una por con para se es su al".split(),
    "it": "il gli che di non una per con del della sono è le nel si".split(),
    "nl": "de het een van en dat niet met op zijn voor is aan te ook".split(),
    "pt": "o os as que não uma para com do da em por se ao dos".split(),
}


def language(text: str) -> str | None:
    """The language as a BCP 47 tag, told by its small words; None where that is not plain."""
    words = text[:20_000].casefold().split()
    counts = sorted(
        ((sum(map(words.count, small)), tag) for tag, small in _SMALL_WORDS.items()),
        reverse=True,
    )
    (most, tag), (second, _) = counts[0], counts[1]
    plain = most >= 3 and most >= 0.08 * len(words) and most >= 1.5 * second
    return tag if plain else None
