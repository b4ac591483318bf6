"""How SQLite finds words: a full-text table that three triggers keep."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import (
    Hits,
    Searched,
    condition_among,
    fetch_rows,
    hits_of,
    key_column,
)


def find(
    model: type[Searched],
    wanted: SearchTerms,
    before: int | None,
    limit: int,
    among: models.QuerySet[Any] | None,
) -> Hits:
    """The full-text table gives the newest first, and no more than is asked for."""
    table, key = model._meta.db_table, key_column(model)
    where, params = condition_among("f.rowid", among)
    sql = (
        f'select f.rowid, w.head from "{table}_fts" f join "{table}" w on w."{key}" = f.rowid '  # noqa: S608  # our own names
        f'where f."{table}_fts" match %s and f.rowid < %s{where} order by f.rowid desc limit %s'
    )
    top = 2**62 if before is None else before
    return hits_of(fetch_rows(sql, (_match(wanted), top, *params, limit + 1)), limit)


def _match(wanted: SearchTerms) -> str:
    """The question as FTS5 takes it. Words have letters and digits alone, so quotes hold them."""
    parts = [f'"{word}"' for word in wanted.words]
    parts += [f'"{" ".join(phrase)}"' for phrase in wanted.phrases]
    parts += [f'"{wanted.open_word}" *'] if wanted.open_word else []
    return " AND ".join(parts)


def statements(table: str, key: str) -> Iterator[str]:
    fts, row = f'"{table}_fts"', f'(rowid, words) values (new."{key}", new.words)'
    gone = f"({fts}, rowid, words) values ('delete', old.\"{key}\", old.words)"
    yield (
        f"create virtual table {fts} using fts5(words, content='{table}', content_rowid='{key}', "
        "tokenize='ascii', prefix='2 3 4 5 6')"
    )
    yield from _triggers(table, fts, row, gone)
    yield f"insert into {fts}({fts}) values ('rebuild')"  # noqa: S608  # our own names


def _triggers(table: str, fts: str, row: str, gone: str) -> Iterator[str]:
    for act, of, does in (
        ("insert", "", f"insert into {fts}{row}"),
        ("delete", "", f"insert into {fts}{gone}"),
        ("update", " of words", f"insert into {fts}{gone}; insert into {fts}{row}"),
    ):
        yield (
            f'create trigger if not exists "{table}_fts_{act}" after {act}{of} on "{table}" '
            f"begin {does}; end"
        )


def is_whole(cursor: Any, table: str) -> bool:
    """Whether the full-text table and its three triggers stand."""
    names = [f"{table}_fts", *(f"{table}_fts_{act}" for act in ("insert", "delete", "update"))]
    cursor.execute(
        "select count(*) from sqlite_master where name in (%s, %s, %s, %s)",
        names,
    )
    return bool(cursor.fetchone()[0] == len(names))
