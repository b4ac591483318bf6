"""Who else has an article open, and which claim of it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from factcheck.intake.models import Article
from factcheck.people.models import Presence, User

NOTED_EVERY = timedelta(seconds=20)  # not with every claim that is chosen in passing
SHOWN = 3


@dataclass(frozen=True, slots=True)
class PresentColleague:
    """One colleague who has the article open, in a sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ArticlePresence:
    """Who else has the article open; `stale` says that this person is to be noted again."""

    others: tuple[PresentColleague, ...]
    more: int  # colleagues who are not named
    stale: bool


def article_reference(article: Article) -> str:
    """How presence names an article."""
    return f"article:{article.pk}"


def claim_reference(claim: int | None) -> str:
    """How presence names a claim."""
    return f"claim:{claim}" if claim else ""


def claim_key(row: Presence) -> int | None:
    """The key of the claim that somebody looks at."""
    key = row.at.rpartition(":")[2]
    return int(key) if key.isdecimal() else None


def presence_from(
    rows: Sequence[Presence], user: User, claim: int | None, numbers: Mapping[int, int]
) -> ArticlePresence:
    """Who else has the article open: from what is noted, and the numbers of the claims."""
    others = [
        PresentColleague(row.user.name, _sentence(row, numbers))
        for row in rows
        if row.user_id != user.pk
    ]
    more = max(0, len(others) - SHOWN)
    return ArticlePresence(tuple(others[:SHOWN]), more, _is_stale(rows, user, claim))


def _is_stale(rows: Iterable[Presence], user: User, claim: int | None) -> bool:
    """Whether what is noted of this person is too old, or names another claim."""
    mine = next((row for row in rows if row.user_id == user.pk), None)
    if mine is None:
        return True
    return timezone.now() - mine.seen_at > NOTED_EVERY or mine.at != claim_reference(claim)


def _sentence(row: Presence, numbers: Mapping[int, int]) -> str:
    number = numbers.get(claim_key(row) or 0)
    return f"{row.user.name} is on claim {number}" if number else f"{row.user.name} is here"
