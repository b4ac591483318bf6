"""Plain text read into passages."""

from dataclasses import replace

from factcheck.core.spans import one_line
from factcheck.intake.readers.blocks import blocks, in_lines, with_roles
from factcheck.intake.readers.languages import language
from factcheck.intake.readers.opening import credits_of, dateline_of, with_own_title
from factcheck.intake.readers.reading import Reading, normalised, weigh


def read_text(raw: str, title: str | None = None) -> Reading:
    """Read pasted text. Raises `ReadingRefused` with a sentence where it is empty or too large.

    A title that was typed is the title. Otherwise the first block is, if it is at most 150
    characters long, does not end like a sentence, and text follows.
    """
    text = normalised(raw)
    weigh(text)
    found, byline, published = credits_of(blocks(text))
    reading = Reading(
        passages=tuple(with_roles(found)),
        byline=byline,
        published=published,
        language=language(text),
    )
    typed = one_line(normalised(title or ""))
    own = with_own_title(reading, broken=in_lines(text))
    reading = reading.with_title(typed) if typed else own
    return replace(reading, dateline=dateline_of(reading))
