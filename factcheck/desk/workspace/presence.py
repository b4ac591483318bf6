"""Who else has an article open, and which claim of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from factcheck.claims.models import Claim
from factcheck.intake.models import Article
from factcheck.people.models import Presence, User
from factcheck.people.queries import who_is_at

NOTED_EVERY = timedelta(seconds=20)  # not at every claim that somebody walks past
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Person:
    """One colleague, in a sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Here:
    """Who else is here, and whether it is time to note that this person is."""

    others: tuple[Person, ...]
    more: int  # who are here too, and not named
    stale: bool


def about(article: Article) -> str:
    """How presence names an article."""
    return f"article:{article.pk}"


def who_is_here(
    article: Article, user: User, claim: int | None, numbers: Mapping[int, int] | None = None
) -> Here:
    """Who else has this article open. One query, and one more where the numbers are not at hand."""
    rows = who_is_at(about(article))
    others = [row for row in rows if row.user_id != user.pk]
    known = numbers if numbers is not None else _numbers(others)
    people = [Person(row.user.name, _sentence(row, known)) for row in others]
    return Here(tuple(people[:SHOWN]), max(0, len(people) - SHOWN), _is_stale(rows, user, claim))


def reference(claim: int | None) -> str:
    """How presence names a claim."""
    return f"claim:{claim}" if claim else ""


def _is_stale(rows: Iterable[Presence], user: User, claim: int | None) -> bool:
    """Whether what is noted of this person is older than a moment."""
    mine = next((row for row in rows if row.user_id == user.pk), None)
    if mine is None:
        return True
    return timezone.now() - mine.seen_at > NOTED_EVERY or mine.at != reference(claim)


def _numbers(rows: Iterable[Presence]) -> dict[int, int]:
    keys = [key for row in rows if (key := _key(row)) is not None]
    if not keys:
        return {}
    return dict(Claim.objects.filter(pk__in=keys).order_by().values_list("pk", "number"))


def _key(row: Presence) -> int | None:
    key = row.at.rpartition(":")[2]
    return int(key) if key.isdecimal() else None


def _sentence(row: Presence, numbers: Mapping[int, int]) -> str:
    number = numbers.get(_key(row) or 0)
    return f"{row.user.name} is on claim {number}" if number else f"{row.user.name} is here"
