"""Does the index hold just the briefs? What a full-text index, its words and its facets lack."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from store.library import index
from store.library.soundness import REBUILD, torn
from store.schema import full_text_tables
from store.text import counted
from store.views import Finding

FACTS = ("brief_analyst", "brief_country", "brief_pair", "brief_person")
SHADOWS = ("config", "data", "docsize", "idx")  # the tables that FTS5 keeps an index in
_SHOWN = 5  # ids, or words, named in a finding


def full_text(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what is wrong with the full-text index. It must be allowed to write, but keeps nothing.

    FTS5 checks itself only in a statement that could write, so the write lock is held meanwhile.
    """
    for table in full_text_tables():
        missing = missing_tables(db, table)
        if missing:
            yield Finding("broken full-text index", f"no table {', '.join(missing)}", REBUILD)
            continue
        rows = list(_rows(db, table))
        yield from rows or _entries(db, table)


def missing_tables(db: sqlite3.Connection, table: str) -> list[str]:
    """Return which of the tables of a full-text index are not there, itself among them."""
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [name for name in (table, *(f"{table}_{s}" for s in SHADOWS)) if name not in there]


def _entries(db: sqlite3.Connection, table: str) -> Iterator[Finding]:
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Finding("broken full-text index", f"entries of {table} ({error})", REBUILD)
    finally:
        db.execute("ROLLBACK")


def _rows(db: sqlite3.Connection, table: str) -> Iterator[Finding]:
    lacking = db.execute(
        "SELECT b.public FROM entry e LEFT JOIN brief b ON b.id = e.brief"
        f" WHERE e.row NOT IN (SELECT id FROM {table}_docsize)"
    ).fetchall()
    if lacking:
        where = f"{table}, {briefs(str(r[0]) for r in lacking)}"
        yield Finding("missing index rows", where, REBUILD)
    extra = db.execute(
        f"SELECT count(*) FROM {table}_docsize WHERE id NOT IN (SELECT row FROM entry)"
    ).fetchone()[0]
    if extra:
        yield Finding(
            "broken full-text index", f"{table}, {counted(extra, 'row')} of no brief", REBUILD
        )


def orphans(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield the tables of facts with rows about a brief that is not in the library's views."""
    for table in FACTS:
        try:
            count = db.execute(
                f"SELECT count(*) FROM {table} WHERE brief NOT IN (SELECT brief FROM entry)"
            ).fetchone()[0]
        except sqlite3.DatabaseError as error:
            yield torn(table, str(error))
            continue
        if count:
            yield Finding("orphan facets", f"{table}, {counted(count, 'row')}", REBUILD)


def counts(
    db: sqlite3.Connection, terms: Counter[str], tokens: Counter[str], total: int
) -> Iterator[Finding]:
    """Yield which of the counts kept differ from those made over all briefs."""
    for table, column, made in (("vocab", "term", terms), ("facet", "token", tokens)):
        try:
            kept: dict[str, int] = dict(db.execute(f"SELECT {column}, briefs FROM {table}"))
        except sqlite3.DatabaseError as error:
            yield torn(table, str(error))
            continue
        wrong = sorted(t for t in kept.keys() | made.keys() if kept.get(t, 0) != made[t])
        if wrong:
            yield Finding("wrong counts", f"{table}, {_named(wrong, column)}", REBUILD)
    if index.briefs(db) != total:
        yield Finding("wrong counts", "the number of briefs", REBUILD)


def briefs(ids: Iterable[str]) -> str:
    """Return how many briefs, and the first of their ids."""
    return _named(list(ids), "brief")


def _named(things: list[str], what: str) -> str:
    shown = ", ".join(things[:_SHOWN]) + (" …" if len(things) > _SHOWN else "")
    return f"{counted(len(things), what)}: {shown}"
