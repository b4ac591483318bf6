"""How a piece opens: headline, byline, date, dateline. Pure."""

import re
from datetime import datetime

from factcheck.intake.readers.blocks import is_headline
from factcheck.intake.readers.credits import byline_in, date_in, dateline_in
from factcheck.intake.readers.reading import Reading

AT_THE_TOP = 4  # blocks among which a byline and a date are looked for


def credits_of(found: list[str]) -> tuple[list[str], str | None, datetime | None]:
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


def with_own_title(reading: Reading, *, broken: bool) -> Reading:
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


def dateline_of(reading: Reading) -> str | None:
    """The dateline of the first block of text; after a typed title the second may open it."""
    bodies = [passage.text for passage in reading.passages if passage.role == "body"]
    return next(filter(None, map(dateline_in, bodies[:2])), None)
