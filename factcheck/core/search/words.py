"""Tables of words beside the tables that are searched, and what is found in them.

A room keeps one row of folded words for each of its rows; see its `search.py`.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, models

from factcheck.core.search.terms import SearchTerms, folded

HEAD = 300
HITS = 500  # so many are ranked


class Searched(models.Model):
    """The words of one row, folded. `head` is what the row is called: it decides what comes first.

    Its key is the key of the row. Words stand between spaces, the first and the last as well.
    """

    head = models.CharField(max_length=HEAD, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        abstract = True


Rows = TypeVar("Rows", bound=Searched)


def entry(model: type[Rows], key: int, head: str, *texts: str) -> Rows:
    """The words of one row, to be written; none at all for a row that is not to be found."""
    words = folded(head, *texts)
    return model(pk=key, head=folded(head)[:HEAD], words=f" {words} " if words else "")


@dataclass(frozen=True, slots=True)
class Hits:
    """Keys of rows with the words, newest first, each with what the row is called.

    `more` is the key before which further ones may stand.
    """

    rows: tuple[tuple[int, str], ...] = ()
    more: int | None = None

    @property
    def keys(self) -> list[int]:
        return [key for key, _ in self.rows]

    def best(self, wanted: SearchTerms, count: int) -> list[int]:
        """The keys of those that fit best; of those that fit alike, the newest."""
        ranked = sorted(self.rows, key=lambda row: (-wanted.closeness(row[1]), -row[0]))
        return [key for key, _ in ranked[:count]]


def key_column(model: type[Searched]) -> str:
    """The column that has the key of the row that is searched."""
    return str(model._meta.pk.column)


def condition_among(key: str, among: models.QuerySet[Any] | None) -> tuple[str, tuple[Any, ...]]:
    """The condition that a row is one of these."""
    if among is None:
        return "", ()
    sql, params = among.values("pk").query.sql_with_params()
    return f" and {key} in ({sql})", tuple(params)


def fetch_rows(sql: str, params: tuple[Any, ...]) -> list[tuple[int, str]]:
    """Keys with what each row is called."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [(key, head) for key, head in cursor.fetchall()]


def hits_of(rows: list[tuple[int, str]], limit: int, floor: int | None = None) -> Hits:
    """What was found, of which one more than the limit was asked for."""
    more = rows[limit - 1][0] if len(rows) > limit else floor
    return Hits(tuple(rows[:limit]), more)
