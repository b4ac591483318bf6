"""The words by which sources are found: by everybody, and by those who may see a confidential one.

Everybody finds a confidential source by its public description alone. Its other words are in a table
of their own, for those who may see it. Private notes are in neither table.
"""

from collections.abc import Iterable
from typing import Any

from factcheck.core.search.index import find_rows
from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import Hits, entry
from factcheck.people.models import User
from factcheck.verification.models import HiddenWords, Source, SourceWords

WRITTEN_AGAIN: dict[str, Any] = {
    "update_conflicts": True,
    "unique_fields": ["source"],
    "update_fields": ["head", "words"],
}


def index(source: Source) -> None:
    """Keep the words of a source as it is described now. Two queries."""
    index_all([source])


def index_all(sources: Iterable[Source]) -> None:
    """The same for several."""
    rows = list(sources)
    SourceWords.objects.bulk_create(open_entries(rows), **WRITTEN_AGAIN)
    HiddenWords.objects.bulk_create(hidden_entries(rows), **WRITTEN_AGAIN)


def open_entries(sources: Iterable[Source]) -> list[SourceWords]:
    """The words of sources that everybody may look for, to be kept."""
    return [entry(SourceWords, source.pk, *_open(source)) for source in sources]


def hidden_entries(sources: Iterable[Source]) -> list[HiddenWords]:
    """The words of confidential sources, to be kept for those who may see them."""
    return [entry(HiddenWords, source.pk, *_hidden(source)) for source in sources]


def _open(source: Source) -> list[str]:
    """What everybody may look for."""
    return [source.public_description] if source.confidential else _described(source)


def _hidden(source: Source) -> list[str]:
    """The words of a confidential source for those who may see it; of an open one, nothing."""
    return [*_described(source), source.aliases] if source.confidential else [""]


def _described(source: Source) -> list[str]:
    return [source.title, source.publisher, source.author, source.origin, source.url]


def found(wanted: SearchTerms, user: User, *, before: int | None = None, limit: int) -> Hits:
    """The newest sources with these words, as far as this person may look for them."""
    everybodys = find_rows(SourceWords, wanted, before=before, limit=limit)
    seen = Source.objects.visible_to(user).filter(confidential=True)
    theirs = find_rows(HiddenWords, wanted, before=before, limit=limit, among=seen)
    ends = [hits.more for hits in (everybodys, theirs) if hits.more is not None]
    rows = dict([*everybodys.rows, *theirs.rows])
    kept = sorted((row for row in rows.items() if row[0] >= max(ends, default=0)), reverse=True)
    more = kept[limit - 1][0] if len(kept) > limit else max(ends, default=None)
    return Hits(tuple(kept[:limit]), more)
