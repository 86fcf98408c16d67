"""Making again what can be made from the briefs: indexes, vocabulary, counts, facts, order."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from store import schema
from store.errors import LibraryBusy, LibraryError, LibraryReadOnly
from store.library import header, headings, index, indexing, ledger, order, walking
from store.library.opening import BUSY_SECONDS, connect, writable
from store.library.writer import Writer

Progress = Callable[[int, int], None]


def rebuild(path: Path, progress: Progress | None = None) -> None:
    """Make all that is derived from the briefs of a library again, in one transaction.

    Raises the `LibraryError`s of opening a library, and `LibraryError` where the briefs themselves
    cannot be read: then only a recovery helps.
    """
    if header.identify(path) == 0:
        raise LibraryError(f"{path}: there is no library to mend")
    if not writable(path):
        raise LibraryReadOnly(f"{path}: the library can be read but not written here")
    with contextlib.closing(connect(path, "rw")) as db:
        try:
            db.execute("BEGIN IMMEDIATE")
            mend(db, progress)
            db.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise _explained(path, error) from error


def mend(db: sqlite3.Connection, progress: Progress | None = None) -> None:
    """As `rebuild`, inside the caller's transaction."""
    db.execute("REINDEX")
    for table, statement in schema.full_text_tables().items():
        _restore_tables(db, table, statement)
    _drop_orphans(db)
    _count_versions(db)
    headings.rebuild(db)
    index.rebuild(db)
    seen = walking.walk(db, progress)
    if seen.torn:
        raise sqlite3.DatabaseError(seen.torn)
    _count_comments(db, _ids(db, seen.miscounted))
    _place_again(db, _ids(db, seen.misplaced))
    writer = Writer(db)
    for brief in _ids(db, seen.unlike_facets):
        writer.refresh(brief)
    writer.finish()
    ledger.settle(db)


def _explained(path: Path, error: sqlite3.DatabaseError) -> LibraryError:
    if "locked" in str(error):
        return LibraryBusy(
            f"{path}: another Dateline has been writing for more than {BUSY_SECONDS:.0f} s; try"
            " again when it is done"
        )
    return LibraryError(
        f"{path}: the briefs themselves are damaged ({error}), so nothing was changed; save what"
        " can be read with “dateline doctor --recover NEW”"
    )


def _restore_tables(db: sqlite3.Connection, table: str, statement: str) -> None:
    """Put back what is gone of a full-text index, empty: it is filled by the rebuilding."""
    missing = indexing.missing_tables(db, table)
    if table in missing:
        for shadow in indexing.SHADOWS:
            db.execute(f"DROP TABLE IF EXISTS {table}_{shadow}")
        db.execute(statement)
    elif missing:
        _restore_shadows(db, table, missing)
    if missing:
        schema.tune(db, table)


def _restore_shadows(db: sqlite3.Connection, table: str, missing: Iterable[str]) -> None:
    # As FTS5 makes them: https://www.sqlite.org/fts5.html, section 9
    columns = {
        "data": "(id INTEGER PRIMARY KEY, block BLOB)",
        "idx": "(segid, term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID",
        "docsize": "(id INTEGER PRIMARY KEY, sz BLOB)",
        "config": "(k PRIMARY KEY, v) WITHOUT ROWID",
    }
    for name in missing:
        db.execute(f"CREATE TABLE {name} {columns[name.removeprefix(f'{table}_')]}")
    if f"{table}_config" in missing:
        db.execute(f"INSERT INTO {table}_config VALUES ('version', 4)")
    if f"{table}_data" in missing:  # the two records that an empty index has
        db.execute(f"INSERT INTO {table}_data VALUES (1, x''), (10, x'00000000000000')")


def _drop_orphans(db: sqlite3.Connection) -> None:
    for table in indexing.FACTS:
        db.execute(f"DELETE FROM {table} WHERE brief NOT IN (SELECT brief FROM entry)")
    db.execute(
        "DELETE FROM entry WHERE brief IN (SELECT id FROM brief WHERE forgotten IS NOT NULL)"
    )


def _count_versions(db: sqlite3.Connection) -> None:
    newest = "(SELECT max(number) FROM version v WHERE v.brief = brief.id)"
    db.execute(
        f"UPDATE brief SET version = {newest} WHERE version IS NOT {newest} AND {newest} > 0"
    )


def _ids(db: sqlite3.Connection, publics: Iterable[str]) -> list[int]:
    found = (
        db.execute("SELECT id FROM brief WHERE public = ?", [public]).fetchone()
        for public in dict.fromkeys(publics)
    )
    return [int(row[0]) for row in found if row]


def _count_comments(db: sqlite3.Connection, briefs: Iterable[int]) -> None:
    for brief in briefs:
        (layout,) = db.execute("SELECT layout FROM entry WHERE brief = ?", [brief]).fetchone()
        count = sum(paragraphs for kind, _, paragraphs in json.loads(layout) if kind == "comment")
        db.execute("UPDATE entry SET comments = ? WHERE brief = ?", [count, brief])


def _place_again(db: sqlite3.Connection, briefs: Iterable[int]) -> None:
    moved = False
    for brief in briefs:
        (date,) = db.execute("SELECT date FROM entry WHERE brief = ?", [brief]).fetchone()
        row = order.next_row(db, date)
        if row is not None:
            db.execute("UPDATE entry SET row = ? WHERE brief = ?", [row, brief])
            moved = True
    if moved:
        index.renumbered(db)
