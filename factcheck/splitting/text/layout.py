"""The blocks of a raw text, without what surrounds an article: teasers, bylines, notices."""

import re
from collections.abc import Iterator

from factcheck.core.spans import Span, trimmed

LONGEST_LISTED = 150
_LABEL = re.compile(
    r"(?:related(?: (?:coverage|stories|articles?|links?|reading|content|topics))?"
    r"|read (?:more|also|next)|see also|more on this(?: story| topic)?|more stories"
    r"|recommended(?: for you| reading| stories)?|most read|you may also like)\s*[:»>…]?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:(?:copyright\b|©|\(c\)\s*\d{4}).*|.{0,80}all rights reserved\b.*"
    r"|(?:sign up|subscribe|click here|follow us|share this)\b.{0,160}"
    r"|(?:abstract|full text|advertisement|photo|file photo)\.?"
    r"|(?:related|read (?:more|also|next)|see also|watch|listen)\s*[:»>|]\s*\S.{0,150})",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i) (?:[A-Z][\w.'’-]+[ ,&]*(?:and |und |et |y )?){1,8}"
)
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}"
    r"|\d{1,2}\.? [A-Z][a-z]{2,8} \d{4})(?:[ ,|].{0,30})?",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n]+")


def passages(text: str) -> list[Span]:
    """The spans of a text that may contain claims, in order: one per line, or run of lines."""
    return list(_joined(text, _wanted(text)))


def _wanted(text: str) -> Iterator[Span]:
    listed = False
    for match in _LINE.finditer(text):
        line = trimmed(text, Span(*match.span()))
        if line is None:
            continue
        head = text[line.start : min(line.end, line.start + 400)]
        label = _LABEL.fullmatch(head) is not None
        listed = label or (listed and _is_listed(head))
        if not listed and not any(p.fullmatch(head) for p in (_NOTICE, _BYLINE, _DATE)):
            yield line


def _is_listed(line: str) -> bool:
    """Whether a line may belong to a list of headlines."""
    return len(line) <= LONGEST_LISTED and not line.rstrip("\"'”’»)]").endswith((".", "…"))


def _joined(text: str, lines: Iterator[Span]) -> Iterator[Span]:
    """Lines with no blank line between them are one passage."""
    whole: Span | None = None
    for line in lines:
        between = text[whole.end : line.start] if whole is not None else ""
        if whole is not None and not between.strip() and between.count("\n") == 1:
            whole = Span(whole.start, line.end)
            continue
        if whole is not None:
            yield whole
        whole = line
    if whole is not None:
        yield whole
