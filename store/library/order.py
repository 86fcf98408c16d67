"""Row numbers that ascend with the date (see `store.schema`)."""

from __future__ import annotations

import calendar
import datetime as dt
import sqlite3

from store.library import index
from store.schema import DAY_BITS, FIRST_DAY

_ROWS_A_DAY = 1 << DAY_BITS


def first_day(date: str) -> int:
    """Return the ordinal of the first day an ISO date (or month, or year) can mean."""
    year, month, day = (*(int(p) for p in date.split("-")), 1, 1)[:3]
    return dt.date(year, month, day).toordinal()


def last_day(date: str) -> int:
    """Return the ordinal of the last day an ISO date (or month, or year) can mean."""
    parts = [int(p) for p in date.split("-")]
    year, month = (*parts, 12)[:2]
    day = parts[2] if len(parts) == 3 else calendar.monthrange(year, month)[1]
    return dt.date(year, month, day).toordinal()


def base(connection: sqlite3.Connection, day: int) -> int:
    """Return the first row number of a day; the next day's base ends it."""
    extra = connection.execute(
        "SELECT coalesce(sum(extra), 0) FROM wide WHERE day < ?", [day]
    ).fetchone()[0]
    return FIRST_DAY + ((day + int(extra)) << DAY_BITS)


def rows_between(
    connection: sqlite3.Connection, first: str | None, last: str | None
) -> tuple[int, int]:
    """Return the row numbers [low, high] of all dated briefs from `first` to `last`, inclusive."""
    low = base(connection, first_day(first)) if first else FIRST_DAY
    high = base(connection, last_day(last) + 1) - 1 if last else (1 << 62)
    return low, high


def next_row(connection: sqlite3.Connection, date: str | None) -> int | None:
    """Return a free row number for a brief of this date, or None if its day is full."""
    low, high = _room(connection, date)
    newest = connection.execute(
        "SELECT max(row) FROM entry WHERE row BETWEEN ? AND ?", [low, high]
    ).fetchone()[0]
    row = low if newest is None else int(newest) + 1
    return row if row <= high else None


def _room(connection: sqlite3.Connection, date: str | None) -> tuple[int, int]:
    """Return the first and last row number of a date's day."""
    if date is None:
        return 1, FIRST_DAY - 1
    day = first_day(date)
    return base(connection, day), base(connection, day + 1) - 1


class Rows:
    """Free row numbers for many briefs of one transaction; after `widen` a new one is needed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._next: dict[int | None, int] = {}
        self._ends: dict[int | None, int] = {}

    def next(self, date: str | None) -> int | None:
        """Return a free row number for a brief of this date, each once; None if its day is full."""
        day = None if date is None else first_day(date)
        if day not in self._next:
            free = next_row(self._db, date)
            if free is None:
                return None
            self._next[day] = free
            self._ends[day] = FIRST_DAY if day is None else base(self._db, day + 1)
        row = self._next[day]
        if row >= self._ends[day]:
            return None
        self._next[day] += 1
        return row

    def take(self, date: str | None, row: int) -> bool:
        """Take the row number a brief of this date had before; False if it is not to be had."""
        low, high = _room(self._db, date)
        there = self._db.execute("SELECT 1 FROM entry WHERE row = ?", [row]).fetchone()
        if there or not low <= row <= high:
            return False
        day = None if date is None else first_day(date)
        if day in self._next:
            self._next[day] = max(self._next[day], row + 1)
        return True


def widen(connection: sqlite3.Connection, date: str) -> None:
    """Double the room of a full day: every later row moves up and the index is made again.

    Rare by design (more than 4,096 briefs on one day), so it may cost a rebuild.
    """
    day = first_day(date)
    end = base(connection, day + 1)
    room = (end - base(connection, day)) >> DAY_BITS
    connection.execute(
        "INSERT INTO wide VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET extra = extra + ?",
        [day, room, room],
    )
    shift = room * _ROWS_A_DAY
    # Through negative numbers, because SQLite checks uniqueness row by row.
    connection.execute("UPDATE entry SET row = -(row + ?) WHERE row >= ?", [shift, end])
    connection.execute("UPDATE entry SET row = -row WHERE row < 0")
    index.renumbered(connection)
