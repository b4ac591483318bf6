"""A file read by the reader of its format: its content decides what it is, then its name."""

import codecs
import re
from pathlib import PurePath

from factcheck.intake.readers.html import read_html
from factcheck.intake.readers.markdown import read_markdown
from factcheck.intake.readers.reading import MAX_BYTES, MAX_FILE_BYTES, Reading, ReadingRefused
from factcheck.intake.readers.text import read_text

_WEB_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown")
FORMATS = (".txt", "text/plain", *_MARKDOWN_NAMES, "text/markdown", *_WEB_NAMES, "text/html")
MAX_WEB_BYTES = 4 * MAX_BYTES  # most of a web page is no text

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
_TAG = re.compile(
    rb"<(?:p|div|h[1-6]|article|main|meta|title|br|span|a)\b[^>]{0,1000}>", re.IGNORECASE
)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_DECLARED = re.compile(
    rb"<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
# what a page may be in: no UTF-16, since then its declaration could not have been read
_CHARSETS = re.compile(
    r"utf-8|cp\d{3,4}|iso8859-\d{1,2}|koi8-[a-z]|mac-\w+|euc_\w+|gb18030|big5\w*|iso2022_\w+|tis-620"
)
# as browsers do: the wider of two that are taken for one another
_WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932",
}  # fmt: skip
_NOT_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1a"))


def largest_file(name: str) -> int:
    """How many bytes a file of this name may have."""
    return MAX_WEB_BYTES if name.lower().endswith(_WEB_NAMES) else MAX_FILE_BYTES


def read_bytes(data: bytes, name: str = "", title: str | None = None) -> Reading:
    """Read a file. Raises `ReadingRefused` with a sentence where it cannot be read.

    What begins like a web page is one under any name; plain words are text under any name.
    """
    kind = _kind(data)
    if kind:
        raise ReadingRefused(
            f"This file is {kind}, whatever its name says. The desk reads plain text, Markdown and "
            "web pages; open the file and paste its words."
        )
    if len(data) > 4 * MAX_BYTES:  # no encoding takes more room for what the desk would take
        raise ReadingRefused(
            f"The file has {len(data) / 1_000_000:.1f} MB; the desk takes up to 1 MB of text. "
            "Bring it in in parts."
        )
    ending = PurePath(name).suffix.lower()
    if _is_web_page(data, ending):
        return read_html(_decoded(data, declared=_declared(data)), title=title)
    if ending in _MARKDOWN_NAMES:
        return read_markdown(_decoded(data), title=title)
    return read_text(_decoded(data), title=title)


def _kind(data: bytes) -> str:
    """What a file that is no plain text is, or nothing."""
    opening = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, kind in _SIGNATURES.items():
        if opening.startswith(signature):
            return kind
    return ""


def _is_web_page(data: bytes, ending: str) -> bool:
    """By how it begins; under the name of a web page any tag will do."""
    opening = data[:1024].removeprefix(codecs.BOM_UTF8)
    if opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        opening = data[:2048].decode("utf-16", "ignore").encode("ascii", "ignore")
    if _WEB_PAGE.match(opening.lstrip()):
        return True
    return ending in _WEB_NAMES and _TAG.search(data.replace(b"\0", b"")) is not None


def _declared(data: bytes) -> str | None:
    """The encoding that a web page says it is in; one that cannot be true is none."""
    head = data[:4096]
    found = _XML_DECLARED.match(head.lstrip()) or _DECLARED.search(head)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    name = _WIDER.get(name, name)
    return name if _CHARSETS.fullmatch(name) else None


def _decoded(data: bytes, declared: str | None = None) -> str:
    """The characters of a file: by its mark, as declared, else UTF-8, else windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    head = data[:4096]
    if len(head) - len(head.translate(None, _NOT_IN_TEXT)) > len(head) // 20:
        raise ReadingRefused("This file is not text. Open it and paste its words.")
    for charset in ("utf-8-sig" if data.startswith(codecs.BOM_UTF8) else declared, "utf-8"):
        try:
            return data.decode(charset or "utf-8")
        except UnicodeDecodeError:
            continue
    return data.decode("windows-1252", "replace")
