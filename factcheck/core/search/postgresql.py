"""How PostgreSQL finds words: a column of lexemes and a GIN index."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, models

from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import (
    Hits,
    Searched,
    condition_among,
    fetch_rows,
    hits_of,
    key_column,
)

FEW = 25  # of words that stand nearly everywhere, so many of the newest are enough
FREQUENT = 2_000  # a word in more rows than this is not fetched whole
SAMPLE = 100  # rows by which the words of one are counted
WINDOW = 10_000  # so many of the newest rows are looked through for frequent words alone


def find(
    model: type[Searched],
    wanted: SearchTerms,
    before: int | None,
    limit: int,
    among: models.QuerySet[Any] | None,
) -> Hits:
    """By the index where one word is rare enough; else the newest rows are looked through."""
    table, key = model._meta.db_table, f'"{key_column(model)}"'
    counts, newest = _frequencies(table, key, wanted)
    start = newest + 1 if before is None else min(before, newest + 1)
    where, params = condition_among(key, among)
    if min(counts.values()) <= FREQUENT:
        loose = counts.get(wanted.open_word, 0) > FREQUENT  # too many beginnings for the index
        asked, rest = _conditions(wanted, loose=loose)
        sql = (
            f'with hit as materialized (select {key} as key, head, words from "{table}" '  # noqa: S608  # our own names
            f"where tokens @@ %s::tsquery and {key} < %s{where}) "
            f"select key, head from hit where true{''.join(' and words like %s' for _ in rest)} "
            "order by key desc limit %s"
        )
        return hits_of(fetch_rows(sql, (asked, start, *params, *rest, limit + 1)), limit)
    floor, limit = max(0, start - WINDOW), min(limit, FEW)
    asked, rest = _conditions(wanted, loose=False)
    sql = (
        f'select {key}, head from "{table}" where {key} < %s and {key} >= %s '  # noqa: S608  # our own names
        f"and tokens @@ %s::tsquery{''.join(' and words like %s' for _ in rest)}{where} "
        f"order by {key} desc limit %s"
    )
    found = fetch_rows(sql, (start, floor, asked, *rest, *params, limit + 1))
    return hits_of(found, limit, floor or None)


def _conditions(wanted: SearchTerms, *, loose: bool) -> tuple[str, list[str]]:
    """What the index is asked, and the stretches of words that what it gives must have."""
    lexemes = [f"'{word}'" for word in wanted.words]
    rest = [f"% {' '.join(phrase)} %" for phrase in wanted.phrases]
    if wanted.open_word and loose:
        rest.append(f"% {wanted.open_word}%")
    elif wanted.open_word:
        lexemes.append(f"'{wanted.open_word}':*")
    return " & ".join(lexemes), rest


def _frequencies(table: str, key: str, wanted: SearchTerms) -> tuple[dict[str, float], int]:
    """In how many rows each word stands, as far as the database has counted; the newest key.

    Words that are not among the most common ones, and tables that were never counted, count as
    rare: then the index is asked, which is right for them. The words that begin like the open one
    are many: what stands behind the common ones is put at their share of all common words.
    """
    sums = ["coalesce((select sum(share) from common where word = %s), 0)" for _ in wanted.words]
    params: list[Any] = [table, *wanted.words]
    if wanted.open_word:
        sums.append(
            "coalesce((select sum(share) + count(*) * max(behind) from common, rest "
            "where word like %s), 0)"
        )
        params.append(f"{wanted.open_word}%")
    sql = (
        "with common as (select word, share from (select unnest(most_common_elems::text::text[]) "  # noqa: S608  # our own names
        "as word, unnest(most_common_elem_freqs) as share from pg_stats where schemaname = "
        "current_schema() and tablename = %s and attname = 'tokens') c where word is not null), "
        "rest as (select greatest(avg(length(tokens)) - (select sum(share) from common), 0) "
        "/ (select nullif(count(*), 0) from common) as behind from "
        f'(select tokens from "{table}" order by {key} desc limit {SAMPLE}) newest) '
        f"select (select greatest(reltuples, 0) from pg_class where oid = '\"{table}\"'::regclass), "
        f'(select coalesce(max({key}), 0) from "{table}"), {", ".join(sums)}'
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows, newest, *shares = cursor.fetchone()
    names = [*wanted.words, *filter(None, [wanted.open_word])]
    counts = {name: float(share) * rows for name, share in zip(names, shares, strict=True)}
    return counts, newest


def statements(table: str) -> Iterator[str]:
    yield (
        f'alter table "{table}" add column if not exists tokens tsvector generated always as '
        "(array_to_tsvector(string_to_array(btrim(words), ' '))) stored"
    )
    # a change is sorted into the index at once, so that no search has to
    yield (
        f'create index if not exists "{table}_tokens" on "{table}" using gin (tokens) '
        "with (fastupdate = off)"
    )
