"""Briefs by title and date: which ones may be earlier versions of one that comes in.

A hash of both is kept for every brief, since looking through all briefs of a crowded day for each
that comes in would take longer the more there are.
"""

from __future__ import annotations

import sqlite3
from zlib import crc32


class Headings:
    """The headings in a library, on the connection of a writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def like(self, date: str, title: str) -> list[tuple[int, str]]:
        """Return the briefs of this date and title, whatever its case, with their authors."""
        return self._db.execute(
            "SELECT e.brief, e.authors FROM heading h JOIN entry e ON e.brief = h.brief"
            " WHERE h.hash = ? AND e.date = ? AND e.title = ? COLLATE NOCASE ORDER BY e.row",
            [heading(date, title), date, title],
        ).fetchall()

    def add(self, brief: int, date: str | None, title: str) -> None:
        """Keep the heading of a brief; one without a date is never asked for."""
        if date:
            self._db.execute("INSERT INTO heading VALUES (?, ?)", [heading(date, title), brief])

    def remove(self, brief: int, date: str | None, title: str) -> None:
        """Drop the heading of a brief."""
        if date:
            self._db.execute(
                "DELETE FROM heading WHERE hash = ? AND brief = ?", [heading(date, title), brief]
            )


def heading(date: str, title: str) -> int:
    """Return the hash of a date and a title; letters beyond ASCII count as printed."""
    # As COLLATE NOCASE compares: only the capitals of ASCII are taken for small letters.
    return crc32(f"{date} {title}".encode().lower())


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the headings again from the entries."""
    connection.execute("DELETE FROM heading")
    rows = connection.execute("SELECT brief, date, title FROM entry WHERE date IS NOT NULL")
    connection.executemany(
        "INSERT INTO heading VALUES (?, ?)", sorted((heading(d, t), b) for b, d, t in rows)
    )
