"""What stands above a Markdown text, between two lines of hyphens, as YAML. Pure.

Every value stays a string as it was typed: "2026-03-01" is no date yet, and "no" is a language.
Anchors and aliases, by which a few lines can stand for millions, are not read.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import yaml

from factcheck.core.spans import one_line
from factcheck.intake.readers.credits import moment_in
from factcheck.intake.readers.reading import ReadingRefused

LONGEST_TITLE = 200
LONGEST = 20_000  # characters
DEEPEST = 10  # lists and maps inside each other
_FRONT = re.compile(
    r"\A---[^\S\n]*\n(?P<lines>(?:(?!---[^\S\n]*(?:\n|\Z)).*\n){0,200}?)---[^\S\n]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[A-Za-z_][\w-]{0,40}[^\S\n]*:", re.MULTILINE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is known of an article from above its text."""

    title: str = ""
    byline: str | None = None
    published: datetime | None = None
    language: str | None = None


def read_front_matter(text: str) -> tuple[FrontMatter, str]:
    """What stands above the text, and the text below it.

    Lines between hyphens that hold no key are part of the text. Raises `ReadingRefused` with a
    sentence where they hold one and are not valid YAML.
    """
    match = _FRONT.match(text)
    if not match or (match["lines"].strip() and not _KEY.search(match["lines"])):
        return FrontMatter(), text
    try:
        values = _values(match["lines"])
    except yaml.YAMLError as error:
        raise _refused(getattr(error, "problem_mark", None)) from error
    return _front_matter(values if isinstance(values, dict) else {}), text[match.end() :]


def _values(lines: str) -> Any:
    """The YAML as strings, lists and dicts. Typed loosely: anything can stand in it."""
    if len(lines) > LONGEST:
        raise _refused()
    depth = 0
    for event in yaml.parse(lines, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST or (isinstance(event, yaml.NodeEvent) and event.anchor):
            raise _refused(event.start_mark)
    return yaml.load(lines, Loader=yaml.BaseLoader)  # noqa: S506  # it makes nothing but strings


def _refused(mark: Any = None) -> ReadingRefused:
    """The sentence, with the line that a mark of PyYAML's points at."""
    where = f" (see line {mark.line + 2})" if mark else ""
    return ReadingRefused(
        f"What stands above the text, between the lines of hyphens, is not valid YAML{where}. "
        "Correct it or leave it out."
    )


def _front_matter(values: dict[Any, Any]) -> FrontMatter:
    known = {str(key).lower(): _words(value) for key, value in values.items()}
    names = known.get("author") or known.get("authors") or known.get("byline") or []
    tag = _first(known, "lang", "language").replace("_", "-")
    return FrontMatter(
        title=_first(known, "title")[:LONGEST_TITLE],
        byline=_together(names)[:200] or None,
        published=moment_in(_first(known, "date", "published")[:60]),
        language=tag if _TAG.fullmatch(tag) else None,
    )


def _words(value: Any) -> list[str]:
    """The words of a value: one string, each of a list, or the name in a map."""
    if isinstance(value, list):
        return [words for item in value for words in _words(item)]
    if isinstance(value, dict):
        return _words(value.get("name", ""))
    words = one_line(value)
    return [words] if words else []


def _first(known: dict[str, list[str]], *keys: str) -> str:
    return next((known[key][0] for key in keys if known.get(key)), "")


def _together(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
