"""Saved searches, what came in since they were looked at, and the history of queries.

What is new is told by the internal number of a brief, which grows as briefs come in: a date of the
clock would be wrong whenever the clock is.
"""

from __future__ import annotations

import sqlite3

from store.errors import NotFound, UsageError
from store.text import clean, one_line

_REMEMBERED = 1000  # queries of the history that are kept


def save(db: sqlite3.Connection, name: str, query: str) -> str:
    """Save a query under a name, in place of an older one; return the name as kept.

    Raises `UsageError` for a name without a letter or an empty query.
    """
    name = one_line(name).replace('"', "")
    query = one_line(query)
    if not name:
        raise UsageError("a saved search needs a name")
    if not query:
        raise UsageError("there is no query to save; write one after the name")
    db.execute(
        "INSERT INTO saved VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
        " SET query = excluded.query, looked = excluded.looked",
        [name, query, newest(db)],
    )
    return name


def drop(db: sqlite3.Connection, name: str) -> None:
    """Drop a saved search. Raises `NotFound`."""
    if not db.execute("DELETE FROM saved WHERE name = ?", [one_line(name)]).rowcount:
        raise NotFound(f"no saved search “{one_line(name)}”; “dateline searches” lists them")


def query_of(db: sqlite3.Connection, name: str) -> str | None:
    """Return the query saved under a name, however its letters are cased."""
    row = db.execute("SELECT query FROM saved WHERE name = ?", [one_line(name)]).fetchone()
    return str(row[0]) if row else None


def listing(db: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Return (name, query, newest brief when it was looked at) of each, by name."""
    return db.execute("SELECT name, query, looked FROM saved ORDER BY name").fetchall()


def look(db: sqlite3.Connection, name: str) -> None:
    """Remember that the results of a saved search were looked at now."""
    db.execute("UPDATE saved SET looked = ? WHERE name = ?", [newest(db), one_line(name)])


def newest(db: sqlite3.Connection) -> int:
    """Return the internal number of the brief that came in last; 0 in an empty library."""
    return int(db.execute("SELECT coalesce(max(id), 0) FROM brief").fetchone()[0])


def looked(db: sqlite3.Connection) -> int:
    """Return the newest brief at the time the list was last looked at as a whole."""
    return int(db.execute("SELECT value FROM meta WHERE name = 'looked'").fetchone()[0])


def set_looked(db: sqlite3.Connection, brief: int, day: str) -> None:
    """Remember that the list was looked at on a day (ISO) when `brief` was the newest."""
    db.execute("UPDATE meta SET value = max(CAST(value AS INTEGER), ?) WHERE name = 'looked'",
               [brief])  # fmt: skip
    db.execute("INSERT OR REPLACE INTO meta VALUES ('looked on', ?)", [day])


def looked_on(db: sqlite3.Connection) -> str | None:
    """Return the day (ISO) on which the list was last looked at as a whole, if that is known."""
    row = db.execute("SELECT value FROM meta WHERE name = 'looked on'").fetchone()
    return str(row[0]) if row else None


def ask(db: sqlite3.Connection, query: str) -> None:
    """Put a query at the end of the history."""
    query = one_line(query)
    if not query:
        return
    db.execute("DELETE FROM asked WHERE query = ?", [query])
    db.execute("INSERT INTO asked (query) VALUES (?)", [query])
    db.execute("DELETE FROM asked WHERE id <= (SELECT max(id) FROM asked) - ?", [_REMEMBERED])


def history(db: sqlite3.Connection, start: str, limit: int) -> tuple[str, ...]:
    """Return the latest queries that hold `start`, the latest first."""
    rows = db.execute(
        "SELECT query FROM asked WHERE instr(lower(query), lower(?)) ORDER BY id DESC LIMIT ?",
        [clean(start).strip(), limit],
    )
    return tuple(r[0] for r in rows)
