"""One page of a long list. The next page goes on from the last row of this one, by its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows of one page; `more` is the key to go on from, or None on the last page."""

    rows: list[Row]
    more: int | None = None


def page_of(rows: QuerySet[Row], size: int, *, key: str = "pk") -> Page[Row]:
    """The first rows of an ordered queryset. One query."""
    found = list(rows[: size + 1])
    more = getattr(found[size - 1], key) if len(found) > size else None
    return Page(found[:size], more)


def page_before(
    rows: QuerySet[Row], before: int | None, size: int, *, key: str = "pk"
) -> Page[Row]:
    """The newest rows, or the newest of those before a key. One query."""
    if before is not None:
        rows = rows.filter(**{f"{key}__lt": before})
    return page_of(rows.order_by(f"-{key}"), size, key=key)


def rows_after(last: Model, fields: Sequence[str]) -> Q:
    """Whether a row stands behind `last` in the order of these fields, which are never null."""
    behind, same = Q(), Q()
    for field in fields:
        value = getattr(last, field)
        behind |= same & Q(**{f"{field}__gt": value})
        same &= Q(**{field: value})
    return behind
