"""Which sources could copy each other. Pure."""

from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from factcheck.core.spans import one_line

TRACKING = ("utm_", "fbclid", "gclid")


class Published(Protocol):
    """What tells whose story a source is."""

    @property
    def confidential(self) -> bool: ...
    @property
    def origin(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def url(self) -> str: ...


def independence(source: Published) -> tuple[str, str]:
    """What makes two sources one: being confidential, the same origin, else the same publisher.

    Whoever publishes a story is its origin too: a wire service's own page and a paper that copies
    it are one. Where neither is known the site counts, and all that have none count as one: nobody
    can tell that they do not copy each other.
    """
    if source.confidential:
        return ("confidential", "")
    whose = source.origin.split() or source.publisher.split()
    if whose:
        return ("whose", " ".join(whose).casefold())
    host = (urlsplit(source.url).hostname or "").removeprefix("www.")
    return ("site", host)


def plain(words: str) -> str:
    """Words without what does not tell names apart: spaces and capitals."""
    return one_line(words).casefold()


def address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, www, last slash, tracking."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(TRACKING)]
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(asked))}"
