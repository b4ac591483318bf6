"""A plain text in blocks, and what each block is: text, heading, caption, or what stands around
the text. Pure.
"""

import re
from collections.abc import Iterator

from factcheck.intake.readers.reading import ReadPassage

LONGEST_TITLE = 150
LONGEST_HEADING = 80
_SENTENCE_END = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"

_RELATED = (
    r"(?:related(?: (?:coverage|stories|articles?|links?|reading|content|topics))?"
    r"|read (?:more|also|next)|see also|more on this(?: story| topic)?|more stories"
    r"|recommended(?: for you| reading| stories)?|most read|you may also like|also on this site)"
)
_RELATED_LABEL = re.compile(rf"{_RELATED}\s*[:»>…]?", re.IGNORECASE)
_RELATED_LINE = re.compile(rf"{_RELATED}\s*[:»>|]\s*\S.{{0,150}}", re.IGNORECASE)
_MAIL = r"(?:newsletters?|e-?mails?|inbox|updates|alerts|free|daily|weekly|our|here|now)\b"
# only what cannot be a sentence of the text: what is left out here, nobody is asked to check
_FURNITURE = re.compile(
    r"(?:(?:copyright\s*(?:©|\(c\)|by\b|\d{4})|©|\(c\)\s*\d{4}).{0,160}"
    r"|(?:.{0,80}[.,;]\s*)?all rights reserved\b.{0,120}"
    rf"|(?:sign up|subscribe) (?:for|to|now|here)\b(?:.{{0,120}}?\b{_MAIL}.{{0,80}}|[.!]?)"
    r"|(?:advertisement|advertising|sponsored(?: content)?|story continues below(?: advertisement)?)"
    r"|follow us on\b.{0,120}|share this (?:article|story|page)\b.{0,60}"
    r"|click here (?:to|for)\b.{0,120})",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:file )?(?:photo|picture|image|graphic|video)s?(?: (?:by|credit|courtesy of)\b|:)"
    r"|\((?:file )?(?:photo|picture|image|graphic)s?(?: by|:)? ).{1,400}",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\S[^\S\n]*+\n[^\S\n]*+\n")


def in_lines(text: str) -> bool:
    """Whether no blank line parts the text, so that every line counts as a block."""
    return _BLANK_LINE.search(text) is None


def blocks(text: str) -> list[str]:
    """Blocks between blank lines; where there is no blank line, every line is a block."""
    lines = [line.strip() for line in text.split("\n")]
    if in_lines(text):
        return [line for line in lines if line]
    found: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            found.append("\n".join(block))
            block = []
    return found


def with_roles(found: list[str]) -> list[ReadPassage]:
    """Tell the text from what stands around it, and headings and captions from the text."""
    return list(_headings(list(_roles(found))))


def is_headline(block: str) -> bool:
    """Short, on one line, and not a sentence."""
    return len(block) <= LONGEST_TITLE and "\n" not in block and not is_sentence(block)


def is_sentence(block: str) -> bool:
    """Whether the block ends like a sentence, closing quotation marks aside."""
    return block.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _roles(found: list[str]) -> Iterator[ReadPassage]:
    """After a label such as "Related coverage:" everything that looks like a headline is one."""
    related = False
    for block in found:
        label = _RELATED_LABEL.fullmatch(block) is not None
        related = label or (related and _is_listed(block))
        if related or _RELATED_LINE.fullmatch(block) or _FURNITURE.fullmatch(block):
            yield ReadPassage("boilerplate", block)
        else:
            yield ReadPassage("caption" if _CAPTION.fullmatch(block) else "body", block)


def _is_listed(block: str) -> bool:
    """Whether each line could be a headline in a list; a headline may ask or shout."""
    return all(
        len(line) <= LONGEST_TITLE and not line.rstrip(_CLOSING).endswith((".", "…"))
        for line in block.split("\n")
    )


def _headings(passages: list[ReadPassage]) -> Iterator[ReadPassage]:
    """A short block between blocks of text that is no sentence is a heading."""
    last = max((n for n, p in enumerate(passages) if p.role == "body"), default=0)
    for position, passage in enumerate(passages):
        if 0 < position < last and _is_heading(passages, position):
            yield ReadPassage("heading", passage.text)
        else:
            yield passage


def _is_heading(passages: list[ReadPassage], position: int) -> bool:
    """Whether a block stands for itself: no line of a paragraph that was broken into lines."""
    passage = passages[position]
    goes_on = passages[position + 1].text[:1].islower() or passage.text[:1].islower()
    short = len(passage.text) <= LONGEST_HEADING and not passage.text.endswith((":", ",", ";", "-"))
    return passage.role == "body" and short and is_headline(passage.text) and not goes_on
