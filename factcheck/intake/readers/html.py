"""A saved web page read into passages. Pure: nothing is fetched, and no script is run.

The main text is found by trafilatura, which is imported when the first page is read: it takes more
than a second. Menus, scripts, hidden elements and readers' comments are never read.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.core.spans import one_line
from factcheck.intake.readers.blocks import is_sentence, with_roles
from factcheck.intake.readers.languages import language
from factcheck.intake.readers.opening import credits_of, dateline_of
from factcheck.intake.readers.page_facts import PageFacts, page_facts
from factcheck.intake.readers.reading import (
    Reading,
    ReadingRefused,
    ReadPassage,
    normalised,
    weigh,
)

if TYPE_CHECKING:
    from trafilatura.settings import Document

NOTHING = (
    "No article was found in this web page. Open it, copy the words of the article and paste them."
)
LONGEST_TITLE = 200
_XML = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_WHITE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = (
    "//template | //*[@hidden and not(self::html or self::body)]"
    " | //*[not(self::html or self::body) and (contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden'))]"
)
_Block = tuple[str, str]  # role, text


def read_html(raw: str, title: str | None = None) -> Reading:
    """Read a web page. Raises `ReadingRefused` with a sentence where no article is found in it."""
    tree, document = _extracted(normalised(raw))
    facts = page_facts(tree, document)
    found = [block for block in _blocks(document.body) if block[1]]
    if not found:
        raise ReadingRefused(NOTHING)
    typed = one_line(normalised(title or ""))
    return _reading(found, facts, typed)


def _extracted(raw: str) -> tuple[Any, "Document"]:
    """The page as a tree, without what it hides, and what stands in it."""
    trafilatura, load_html = _engine()
    try:
        tree = load_html(_XML.sub("", raw, count=1))
        if tree is None:
            raise ReadingRefused(NOTHING)
        for element in tree.xpath(_HIDDEN):
            if element.getparent() is not None:
                element.drop_tree()
        document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        # pages are written by anybody: whatever a parser stumbles over is no fault of the editor
        raise ReadingRefused(NOTHING) from None
    if document is None:
        raise ReadingRefused(NOTHING)
    return tree, document


def _engine() -> tuple[Any, Any]:
    import trafilatura
    from trafilatura.utils import load_html

    for name in ("trafilatura", "htmldate"):  # what they would say is for their own developers
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura, load_html


def _reading(found: list[_Block], facts: PageFacts, typed: str) -> Reading:
    title = typed or facts.title
    if len(title) > LONGEST_TITLE:
        title = ""
    roles = {normalised(text): role for role, text in found}
    texts, byline, published = credits_of([normalised(text) for _, text in found])
    passages = [_with_page_role(passage, roles) for passage in with_roles(texts)]
    reading = Reading(passages=tuple(_without_title(passages, title)))
    text = reading.text
    weigh(text)
    if title:
        reading = reading.with_title(title)
    return replace(
        reading,
        byline=facts.byline or byline,
        published=facts.published or published,
        language=_language(text, facts.language),
        dateline=dateline_of(reading),
        publisher=facts.publisher or None,
        url=facts.url or None,
    )


def _with_page_role(passage: ReadPassage, roles: dict[str, str]) -> ReadPassage:
    """What the page calls a heading is one, but for the label of a list that is left out."""
    if passage.role == "boilerplate":
        return passage
    role = roles.get(passage.text, "body")
    if role == "body" and passage.role == "caption":
        return passage
    return ReadPassage(role, passage.text)


def _without_title(passages: list[ReadPassage], title: str) -> list[ReadPassage]:
    """The headline that the page repeats above its text is said once."""
    wanted = _alike(title)
    for position, passage in enumerate(passages[:3]):
        if title and _alike(passage.text) == wanted and len(passages) > 1:
            return passages[:position] + passages[position + 1 :]
    return passages


def _alike(words: str) -> str:
    return one_line(words.casefold())


def _language(text: str, declared: str) -> str | None:
    """What the words say; what the page says, where that goes further or they say nothing."""
    told = language(text)
    if declared and (told is None or declared.split("-")[0].lower() == told):
        return declared
    return told


def _blocks(element: Any) -> Iterator[_Block]:
    """Blocks of text in their order, each with its role."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in {"quote", "div"} and len(child) and not _own(child):
            yield from _blocks(child)
        elif child.tag == "head":
            text = " ".join(_text(child).split("\n"))
            yield "body" if is_sentence(text) else "heading", text
        else:
            yield from (("body", part) for part in _parts(child))


def _parts(element: Any) -> Iterator[str]:
    """Items of a list, rows of a table, paragraphs of anything else."""
    if element.tag == "list":
        yield from (_text(item, skip=("list",)) for item in element.iter("item"))
    elif element.tag == "table":
        for row in element.iter("row"):
            cells = (one_line(_text(cell)) for cell in row.iter("cell"))
            yield " | ".join(filter(None, cells))
    else:
        yield from _paragraphs(_text(element))


def _paragraphs(text: str) -> Iterator[str]:
    """Many pages part their paragraphs by line breaks: after a whole sentence one is such a part."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.append(line)
        if is_sentence(line):
            yield "\n".join(lines)
            lines = []
    if lines:
        yield "\n".join(lines)


def _own(element: Any) -> str:
    """Words that stand in the element itself."""
    parts = [element.text, *(child.tail for child in element)]
    return "".join(filter(None, parts)).strip()


def _text(element: Any, skip: tuple[str, ...] = ()) -> str:
    """The words of an element; a line break in it is one, other white space is a space."""
    parts: list[str] = []
    _gather(element, parts, skip)
    lines = (_WHITE.sub(" ", line).strip() for line in "".join(parts).split("\x00"))
    return "\n".join(filter(None, lines))


def _gather(element: Any, parts: list[str], skip: tuple[str, ...]) -> None:
    parts.append(element.text or "")
    for child in element:
        if child.tag == "lb":
            parts.append("\x00")
        elif isinstance(child.tag, str) and child.tag not in skip:
            _gather(child, parts, skip)
        parts.append(child.tail or "")
