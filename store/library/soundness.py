"""Is the file itself whole? Pages, ordinary indexes and references, as SQLite checks them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from store.views import Finding

REBUILD = "dateline doctor --rebuild-index"
RECOVER = "dateline doctor --recover NEW"

_MOST = 1000  # messages of SQLite that are read, in a file that is a ruin
_TREE = re.compile(r"Tree (\d+)|On tree page (\d+)")
_PAGE = re.compile(r"page (\d+)")
_INDEX = re.compile(
    r"(?:row \d+ missing from|wrong # of entries in|values differ from) index (\S+)"
)
_USER_TABLES = ("mark", "tag", "note", "correction")


def damaged_pages(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what is wrong with pages and ordinary indexes, each place once."""
    try:
        messages = [str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST})")]
    except sqlite3.DatabaseError as error:
        places = list(_unreadable(db))
        yield from places or [torn("the file", str(error))]
        return
    if messages == ["ok"]:
        return
    lines = [line for message in messages for line in message.splitlines()]
    names = _trees(db)
    yield from dict.fromkeys(_finding(line, names) for line in lines if not line.startswith("***"))


def _unreadable(db: sqlite3.Connection) -> Iterator[Finding]:
    """Read every table to its end, where SQLite's own check gives up."""
    for table in _trees(db).values():
        try:
            for _ in db.execute(f"SELECT * FROM {table}"):
                pass
        except sqlite3.OperationalError:  # an index: it has no rows of its own
            continue
        except sqlite3.DatabaseError as error:
            yield torn(table, str(error))


def torn(where: str, error: str) -> Finding:
    """Return the finding of a place that cannot be read."""
    return Finding("torn page", f"{where} ({error})", RECOVER)


def lost_references(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield the tables with rows that belong to a row that is gone, facets apart."""
    try:
        rows = db.execute(
            'SELECT DISTINCT "table", parent FROM pragma_foreign_key_check'
        ).fetchall()
    except sqlite3.DatabaseError as error:
        yield torn("references between tables", str(error))
        return
    for table, parent in rows:
        if not table.startswith("brief_"):
            yield Finding("rows that belong to nothing", f"{table} (no such {parent})", RECOVER)


def _finding(line: str, names: dict[int, str]) -> Finding:
    if found := _INDEX.search(line):
        return Finding("missing index rows", f"index {found[1]}", REBUILD)
    if "NULL value in" in line or "CHECK constraint" in line or "non-unique" in line:
        return Finding("torn page", line, RECOVER)
    tree, page = _TREE.search(line), _PAGE.search(line)
    number = int(tree[1] or tree[2]) if tree else None
    where = f"page {page[1] if page else number}" if page or number else line
    table = names.get(number or 0)
    return Finding("torn page", f"{where} of {table}" if table else where, RECOVER)


def _trees(db: sqlite3.Connection) -> dict[int, str]:
    try:
        return dict(db.execute("SELECT rootpage, name FROM sqlite_master WHERE rootpage > 0"))
    except sqlite3.DatabaseError:
        return {}
