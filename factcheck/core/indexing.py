"""Tables of words beside the tables that are searched, and how each database finds in them.

A room keeps one row of folded words for each of its rows; see its `search.py`. PostgreSQL finds
them by a column of lexemes and a GIN index, SQLite by a full-text table that three triggers keep.
Both are put back after every `migrate` (see `factcheck/apps.py`), as the append-only triggers are,
and both are made of the words as they stand, so nothing can drift.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.backends.base.base import BaseDatabaseWrapper

from factcheck.core.searching import Asked, folded

HEAD = 300
HITS = 500  # so many are ranked
FEW = 25  # of words that stand nearly everywhere, so many of the newest are enough
FREQUENT = 2_000  # a word in more rows than this is not fetched whole
SAMPLE = 100  # rows by which the words of one are counted
WINDOW = 10_000  # so many of the newest rows are looked through for frequent words alone


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

    def best(self, wanted: Asked, count: int) -> list[int]:
        """The keys of those that fit best; of those that fit alike, the newest."""
        ranked = sorted(self.rows, key=lambda row: (-wanted.closeness(row[1]), -row[0]))
        return [key for key, _ in ranked[:count]]


def find(
    model: type[Searched],
    wanted: Asked,
    *,
    before: int | None = None,
    limit: int = HITS,
    among: models.QuerySet[Any] | None = None,
) -> Hits:
    """The newest rows with these words, `among` these. One query, or two on PostgreSQL."""
    if not wanted:
        return Hits()
    search = _find_postgresql if connection.vendor == "postgresql" else _find_sqlite
    try:
        return search(model, wanted, before, limit, among)
    except EmptyResultSet:  # Django knows without asking that there are none of these
        return Hits()


def _key(model: type[Searched]) -> str:
    """The column that has the key of the row that is searched."""
    return str(model._meta.pk.column)


def _among(key: str, among: models.QuerySet[Any] | None) -> tuple[str, tuple[Any, ...]]:
    """The condition that a row is one of these."""
    if among is None:
        return "", ()
    sql, params = among.values("pk").query.sql_with_params()
    return f" and {key} in ({sql})", tuple(params)


def _rows(sql: str, params: tuple[Any, ...]) -> list[tuple[int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [(key, head) for key, head in cursor.fetchall()]


def _page(rows: list[tuple[int, str]], limit: int, floor: int | None = None) -> Hits:
    """What was found, of which one more than the limit was asked for."""
    more = rows[limit - 1][0] if len(rows) > limit else floor
    return Hits(tuple(rows[:limit]), more)


# SQLite


def _find_sqlite(
    model: type[Searched],
    wanted: Asked,
    before: int | None,
    limit: int,
    among: models.QuerySet[Any] | None,
) -> Hits:
    """The full-text table gives the newest first, and no more than is asked for."""
    table, key = model._meta.db_table, _key(model)
    where, params = _among("f.rowid", among)
    sql = (
        f'select f.rowid, w.head from "{table}_fts" f join "{table}" w on w."{key}" = f.rowid '  # noqa: S608  # our own names
        f'where f."{table}_fts" match %s and f.rowid < %s{where} order by f.rowid desc limit %s'
    )
    top = 2**62 if before is None else before
    return _page(_rows(sql, (_match(wanted), top, *params, limit + 1)), limit)


def _match(wanted: Asked) -> str:
    """The question as FTS5 takes it. Words have letters and digits alone, so quotes hold them."""
    parts = [f'"{word}"' for word in wanted.words]
    parts += [f'"{" ".join(phrase)}"' for phrase in wanted.phrases]
    parts += [f'"{wanted.open_word}" *'] if wanted.open_word else []
    return " AND ".join(parts)


def _put_sqlite(table: str, key: str) -> Iterator[str]:
    fts, row = f'"{table}_fts"', f'(rowid, words) values (new."{key}", new.words)'
    gone = f"({fts}, rowid, words) values ('delete', old.\"{key}\", old.words)"
    yield (
        f"create virtual table {fts} using fts5(words, content='{table}', content_rowid='{key}', "
        "tokenize='ascii', prefix='2 3 4 5 6')"
    )
    yield from _triggers_sqlite(table, fts, row, gone)
    yield f"insert into {fts}({fts}) values ('rebuild')"  # noqa: S608  # our own names


def _triggers_sqlite(table: str, fts: str, row: str, gone: str) -> Iterator[str]:
    for act, of, does in (
        ("insert", "", f"insert into {fts}{row}"),
        ("delete", "", f"insert into {fts}{gone}"),
        ("update", " of words", f"insert into {fts}{gone}; insert into {fts}{row}"),
    ):
        yield (
            f'create trigger if not exists "{table}_fts_{act}" after {act}{of} on "{table}" '
            f"begin {does}; end"
        )


# PostgreSQL


def _find_postgresql(
    model: type[Searched],
    wanted: Asked,
    before: int | None,
    limit: int,
    among: models.QuerySet[Any] | None,
) -> Hits:
    """By the index where one word is rare enough; else the newest rows are looked through."""
    table, key = model._meta.db_table, f'"{_key(model)}"'
    counts, newest = _frequencies(table, key, wanted)
    start = newest + 1 if before is None else min(before, newest + 1)
    where, params = _among(key, among)
    if min(counts.values()) <= FREQUENT:
        loose = counts.get(wanted.open_word, 0) > FREQUENT  # too many beginnings for the index
        asked, rest = _conditions(wanted, loose=loose)
        sql = (
            f'with hit as materialized (select {key} as key, head, words from "{table}" '  # noqa: S608  # our own names
            f"where tokens @@ %s::tsquery and {key} < %s{where}) "
            f"select key, head from hit where true{''.join(' and words like %s' for _ in rest)} "
            "order by key desc limit %s"
        )
        return _page(_rows(sql, (asked, start, *params, *rest, limit + 1)), limit)
    floor, limit = max(0, start - WINDOW), min(limit, FEW)
    asked, rest = _conditions(wanted, loose=False)
    sql = (
        f'select {key}, head from "{table}" where {key} < %s and {key} >= %s '  # noqa: S608  # our own names
        f"and tokens @@ %s::tsquery{''.join(' and words like %s' for _ in rest)}{where} "
        f"order by {key} desc limit %s"
    )
    found = _rows(sql, (start, floor, asked, *rest, *params, limit + 1))
    return _page(found, limit, floor or None)


def _conditions(wanted: Asked, *, loose: bool) -> tuple[str, list[str]]:
    """What the index is asked, and the stretches of words that what it gives must have."""
    lexemes = [f"'{word}'" for word in wanted.words]
    rest = [f"% {' '.join(phrase)} %" for phrase in wanted.phrases]
    if wanted.open_word and loose:
        rest.append(f"% {wanted.open_word}%")
    elif wanted.open_word:
        lexemes.append(f"'{wanted.open_word}':*")
    return " & ".join(lexemes), rest


def _frequencies(table: str, key: str, wanted: Asked) -> tuple[dict[str, float], int]:
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


def _put_postgresql(table: str) -> Iterator[str]:
    yield (
        f'alter table "{table}" add column if not exists tokens tsvector generated always as '
        "(array_to_tsvector(string_to_array(btrim(words), ' '))) stored"
    )
    # a change is sorted into the index at once, so that no search has to
    yield (
        f'create index if not exists "{table}_tokens" on "{table}" using gin (tokens) '
        "with (fastupdate = off)"
    )


def tables() -> Iterator[tuple[str, str]]:
    """Every table of words, with its key."""
    for model in apps.get_models():
        if issubclass(model, Searched):
            yield model._meta.db_table, _key(model)


def put_indexes(on: BaseDatabaseWrapper) -> None:
    """Give every table of words its index. Safe to run twice.

    A full-text table that is there is left alone: its triggers are put back with it, and where
    Django remade the table meanwhile it is built anew.
    """
    existing = set(on.introspection.table_names())
    with on.cursor() as cursor:
        for table, key in tables():
            if table not in existing:
                continue
            if on.vendor == "postgresql":
                statements = _put_postgresql(table)
            elif _whole_sqlite(cursor, table):
                continue
            else:
                cursor.execute(f'drop table if exists "{table}_fts"')
                statements = _put_sqlite(table, key)
            for statement in statements:
                cursor.execute(statement)


def _whole_sqlite(cursor: Any, table: str) -> bool:
    """Whether the full-text table and its three triggers stand."""
    names = [f"{table}_fts", *(f"{table}_fts_{act}" for act in ("insert", "delete", "update"))]
    cursor.execute(
        "select count(*) from sqlite_master where name in (%s, %s, %s, %s)",
        names,
    )
    return bool(cursor.fetchone()[0] == len(names))
