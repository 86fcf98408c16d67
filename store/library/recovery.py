"""A new library of what can be read of a damaged one; what could not is listed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from store.errors import LibraryError, LibraryMissing, UsageError
from store.library import Library, codec, identity, salvage
from store.library.checking import examine
from store.library.mending import mend
from store.library.opening import connect
from store.views import Finding, Recovery

_BACKUP = "restore a backup"


def recover(path: Path, new: Path, progress: Callable[[int, int], None] | None = None) -> Recovery:
    """Make a library at `new` of all that can be read of the one at `path`, which stays as it is.

    Raises `LibraryMissing`, `UsageError` if there is something at `new`, and `LibraryError` if
    nothing at all could be read.
    """
    if not path.is_file():
        raise LibraryMissing(f"{path}: there is no library to recover")
    if new.exists():
        raise UsageError(f"{new}: there is something already; name a file that is not there")
    lost: list[Finding] = []
    Library.open(new, create=True).close()
    with TemporaryDirectory(prefix=".dateline-recover-", dir=new.absolute().parent) as folder:
        damaged = Path(folder) / "damaged.db"
        salvage.copy(path, new, damaged)
        with contextlib.closing(connect(new, "rw")) as db:
            _fill(db, damaged, lost)
            db.execute("BEGIN IMMEDIATE")
            lost += _tidy(db)
            mend(db, progress)
            db.execute("COMMIT")
            briefs = int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
            kept = int(db.execute("SELECT count(*) FROM brief").fetchone()[0])
    if not kept:
        new.unlink()
        raise LibraryError(f"{path}: nothing of it could be read; restore a backup")
    return Recovery(str(new), briefs, (*lost, *_still_wrong(new)))


def _still_wrong(new: Path) -> Iterator[Finding]:
    return (f for f in examine(new).findings if f.what != "briefs without a text")


def _fill(db: sqlite3.Connection, damaged: Path, lost: list[Finding]) -> None:
    with contextlib.closing(sqlite3.connect(damaged)) as old:
        old.text_factory = lambda raw: raw.decode(errors="replace")
        db.execute("PRAGMA foreign_keys=0")
        db.execute("BEGIN IMMEDIATE")
        for table in own_tables(db):
            lost += (Finding("lost rows", where, _BACKUP) for where in _copy(old, db, table))
        db.execute("COMMIT")


def own_tables(db: sqlite3.Connection) -> list[str]:
    """Return the tables with something of their own: not the index's, SQLite's, sqlite-utils'."""
    virtual = [
        str(r[0])
        for r in db.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
    ]
    names = [str(r[0]) for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    own = {name for name in names for v in virtual if name == v or name.startswith(f"{v}_")}
    return [n for n in names if n not in own and not n.startswith(("sqlite_", "_sqlite"))]


def _copy(old: sqlite3.Connection, db: sqlite3.Connection, table: str) -> list[str]:
    """Copy what can be read of a table; return the places that could not be."""
    gaps: list[str] = []
    columns = [str(r[0]) for r in db.execute(f"SELECT name FROM pragma_table_info('{table}')")]
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    try:
        for row in salvage.rows(old, table, columns, gaps.append):
            with contextlib.suppress(sqlite3.IntegrityError):  # a row of garbage
                db.execute(insert, row)
    except sqlite3.DatabaseError as error:
        gaps.append(f"{table} ({error})")
    return gaps


def _tidy(db: sqlite3.Connection) -> Iterator[Finding]:
    """Join again what can be joined, drop what belongs to nothing, and tell what was lost."""
    yield from _drop_unreadable(db)
    _restore_briefs(db)
    for table in own_tables(db):
        if count := _drop_unheld(db, table):
            yield Finding("lost rows", f"{table}, {count:,} of what could not be read", _BACKUP)
    yield from _without_text(db)


def _drop_unreadable(db: sqlite3.Connection) -> Iterator[Finding]:
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute("SELECT * FROM entry").fetchall():
        try:
            codec.brief_of(dict(row))
        except (ValueError, TypeError, KeyError, RuntimeError):
            db.execute("DELETE FROM entry WHERE row = ?", [row["row"]])
            yield Finding("lost text", f"“{row['title']}”", _BACKUP)


def _restore_briefs(db: sqlite3.Connection) -> None:
    """Give a text whose brief or version is gone one again, under the id that its words make."""
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute(
        "SELECT * FROM entry WHERE brief NOT IN (SELECT id FROM brief)"
        " OR brief NOT IN (SELECT brief FROM version)"
    ).fetchall():
        digest = identity.digest(codec.brief_of(dict(row)))
        first = db.execute(
            "SELECT digest, max(number), ingested FROM (SELECT * FROM version WHERE brief = ?"
            " ORDER BY number DESC)", [row["brief"]],
        ).fetchone()  # fmt: skip
        newest, since = first[1] or 1, first[2] or row["date"] or ""
        db.execute(
            "INSERT OR IGNORE INTO brief (id, public, version, created) VALUES (?, ?, ?, ?)",
            [row["brief"], identity.public_id(first[0] or digest), newest, since],
        )
        db.execute(
            "INSERT OR IGNORE INTO version (brief, number, digest, ingested) VALUES (?, ?, ?, ?)",
            [row["brief"], newest, digest, since],
        )


def _drop_unheld(db: sqlite3.Connection, table: str) -> int:
    """Drop rows whose brief, version or person is gone; return how many."""
    dropped = 0
    keys = db.execute(f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{table}\')')
    for column, parent, key in keys.fetchall():
        dropped += db.execute(
            f"DELETE FROM {table} WHERE {column} NOT IN (SELECT {key} FROM {parent})"
        ).rowcount
    return dropped


def _without_text(db: sqlite3.Connection) -> Iterator[Finding]:
    """Tell the briefs whose text is gone; their sources, read again, bring it back."""
    rows = db.execute(
        "SELECT b.id, b.public FROM brief b WHERE forgotten IS NULL"
        " AND id NOT IN (SELECT brief FROM entry)"
    ).fetchall()
    for brief, public in rows:
        sources = [
            str(r[0]) for r in db.execute(
                "SELECT path FROM source WHERE version IN (SELECT id FROM version WHERE brief = ?)",
                [brief],
            )
        ]  # fmt: skip
        # Known bytes would not be read again.
        db.executemany("UPDATE source SET content = NULL WHERE path = ?", [[s] for s in sources])
        mend = f"dateline ingest {sources[0]}" if sources else _BACKUP
        yield Finding("lost text", public, mend)
