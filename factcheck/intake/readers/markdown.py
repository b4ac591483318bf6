"""A Markdown file read into passages. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from factcheck.core.spans import one_line
from factcheck.intake.readers.blocks import with_roles
from factcheck.intake.readers.front_matter import LONGEST_TITLE, read_front_matter
from factcheck.intake.readers.languages import language
from factcheck.intake.readers.opening import credits_of, dateline_of, with_own_title
from factcheck.intake.readers.reading import (
    Reading,
    ReadingRefused,
    ReadPassage,
    normalised,
    weigh,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

_Block = tuple[str, str]  # role, text


def read_markdown(raw: str, title: str | None = None) -> Reading:
    """Read a Markdown text. Raises `ReadingRefused` with a sentence where it is empty or too
    large, or what stands above the text is not valid YAML.

    Marks of emphasis and the addresses of links are no part of the text; HTML in it stays as words.
    """
    text = normalised(raw)
    weigh(text)
    front, below = read_front_matter(text)
    found = [(role, words) for role, words in _blocks(_tokens(below)) if words.strip()]
    if not found:
        raise ReadingRefused("There is no text in it. Paste the article or choose its file.")
    typed = one_line(normalised(title or ""))
    reading, byline, published = _reading(found, typed or front.title)
    return replace(
        reading,
        byline=front.byline or byline,
        published=front.published or published,
        language=front.language or language(reading.text),
        dateline=dateline_of(reading),
    )


def _reading(found: list[_Block], title: str) -> tuple[Reading, str | None, datetime | None]:
    """The passages under their title: the one given, else the first heading at the top."""
    headings = {words for role, words in found if role == "heading"}
    blocks, byline, published = credits_of([words for _, words in found])
    passages = [_marked(passage, headings) for passage in with_roles(blocks)]
    reading = Reading(passages=tuple(passages))
    if not title and passages[0].role == "heading" and len(passages[0].text) <= LONGEST_TITLE:
        title = one_line(passages[0].text) if len(passages) > 1 else ""
    if not title:
        return with_own_title(reading, broken=False), byline, published
    return reading.with_title(title), byline, published


def _marked(passage: ReadPassage, headings: set[str]) -> ReadPassage:
    """Headings are those that are marked as such, but for the label of a list that is left out."""
    if passage.role in {"boilerplate", "caption"}:
        return passage
    return ReadPassage("heading" if passage.text in headings else "body", passage.text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _tokens(text: str) -> "list[Token]":
    return _parser().parse(text)


def _blocks(tokens: "list[Token]") -> Iterator[_Block]:
    """Each heading, paragraph, list item and row of a table, in order."""
    role = "body"
    row: list[str] | None = None
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            role = "heading" if token.nesting == 1 else "body"
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "body", " | ".join(filter(None, row))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(one_line(_words(token)))
        elif token.content and token.nesting == 0:
            yield from ((role, part) for part in _content(token))


def _content(token: "Token") -> Iterator[str]:
    """A paragraph; of what is set as it stands, what blank lines part."""
    if token.type == "inline":
        yield _words(token)
    elif token.type in {"code_block", "fence"}:
        for part in re.split(r"\n[^\S\n]*\n", token.content):
            lines = (line.strip() for line in part.split("\n"))
            yield "\n".join(filter(None, lines))


def _words(token: "Token") -> str:
    """The words of a block; a line break that was asked for is one, any other is a space."""
    parts = [_word(child) for child in token.children or []]
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))


def _word(child: "Token") -> str:
    if child.type == "hardbreak":
        return "\n"
    if child.type == "softbreak":
        return " "
    return child.content.replace("\n", " ")  # of a picture, the words that stand for it
