"""Everything that is found by words, asked of every room."""

from collections.abc import Callable

from factcheck.claims import search as claims
from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import HITS, Hits
from factcheck.intake import search as intake
from factcheck.people.models import User
from factcheck.verification import search as verification

Search = Callable[[SearchTerms, User, int | None, int], Hits]

ROOMS: dict[str, Search] = {
    "articles": lambda asked, _, before, limit: intake.found(asked, before=before, limit=limit),
    "claims": lambda asked, _, before, limit: claims.found(asked, before=before, limit=limit),
    "speakers": lambda asked, _, before, limit: claims.speakers_found(
        asked, before=before, limit=limit
    ),
    "sources": lambda asked, user, before, limit: verification.found(
        asked, user, before=before, limit=limit
    ),
}


def everywhere(wanted: SearchTerms, user: User) -> dict[str, Hits]:
    """The newest of each kind with these words, as far as this person may look for them."""
    return {kind: search(wanted, user, None, HITS) for kind, search in ROOMS.items()}


def of_kind(kind: str, wanted: SearchTerms, user: User, *, before: int | None, limit: int) -> Hits:
    """A page of one kind, newest first."""
    return ROOMS[kind](wanted, user, before, limit)
