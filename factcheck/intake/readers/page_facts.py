"""What a web page says about its article: headline, author, moment, language, publisher. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from factcheck.core.spans import one_line
from factcheck.intake.readers.credits import moment_in
from factcheck.intake.readers.reading import normalised

if TYPE_CHECKING:
    from trafilatura.settings import Document

_MOMENTS = (
    "//meta[@property='article:published_time' or @itemprop='datePublished'"
    " or @name='parsely-pub-date' or @name='date' or @name='pubdate']/@content"
    " | //*[@itemprop='datePublished']/@datetime | //time/@datetime"
)
_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_DATA = "//script[@type='application/ld+json']/text()"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST = 35


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What was found; empty or None where it was not."""

    title: str
    byline: str | None
    published: datetime | None
    language: str
    publisher: str
    url: str


def page_facts(tree: Any, document: "Document") -> PageFacts:
    """Read from the head of the page and from what it says to machines."""
    return PageFacts(
        title=_line(document.title),
        byline=_byline(_line(document.author)),
        published=_published(tree, document.date),
        language=_language(tree),
        publisher=_line(document.sitename)[:120],
        url=_address(_line(document.url)),
    )


def _line(words: str | None) -> str:
    return one_line(normalised(words or ""))


def _byline(authors: str) -> str | None:
    """Names as an editor writes them: "A, B and C"."""
    names = [name.strip() for name in authors.split(";") if name.strip()]
    if not names:
        return None
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)[:200]


def _published(tree: Any, day: str | None) -> datetime | None:
    """The moment with its zone, where the page gives one on the day that was found; else the day."""
    found = _day(day)
    written = [*tree.xpath(_MOMENTS)]
    for data in tree.xpath(_DATA):
        written += _IN_DATA.findall(data[:200_000])
    for words in written:
        moment = moment_in(str(words)[:40])
        if moment and (found is None or moment.date() == found):
            return moment
    return datetime(found.year, found.month, found.day, tzinfo=UTC) if found else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _language(tree: Any) -> str:
    declared = next(iter(tree.xpath("//html/@lang | //html/@xml:lang | //body/@lang")), "")
    tag = str(declared).strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) and len(tag) <= _LONGEST else ""


def _address(url: str) -> str:
    return url if url.startswith(("http://", "https://")) and len(url) <= 500 else ""
