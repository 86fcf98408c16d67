"""The commonest terms of a large vocabulary, kept in memory to complete short beginnings.

A hundred thousand terms may begin with one letter, and to find the commonest of them in the tables
all are read: 130 ms of two million terms, while a key is waiting. Those worth completing to stand
among the commonest of all, and these are few.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left

_LARGE = 200_000
"""Smaller vocabularies are asked directly: that takes a few milliseconds, and is always exact."""
_KEPT = 30_000
_GREATEST = "\U0010ffff"


class Commonest:
    """The commonest terms as they were when they were read, in alphabetical order."""

    def __init__(self, counted: list[tuple[str, int]]) -> None:
        counted.sort()
        self._terms = [term for term, _ in counted]
        self._briefs = [briefs for _, briefs in counted]

    def beginning(self, start: str, limit: int) -> tuple[str, ...] | None:
        """Return the `limit` commonest terms that begin with a folded `start`, commonest first.

        None if so many are not among those kept: then rarer ones belong to them.
        """
        low, high = (bisect_left(self._terms, s) for s in (start, start + _GREATEST))
        if high - low < limit:
            return None
        chosen = sorted(range(low, high), key=lambda at: (-self._briefs[at], at))
        return tuple(self._terms[at] for at in chosen[:limit])


def read(db: sqlite3.Connection) -> Commonest | None:
    """Read the commonest terms of a library, None if its vocabulary is small.

    Takes a few tenths of a second for a million terms, without holding up other threads.
    """
    if db.execute("SELECT coalesce(max(id), 0) FROM vocab").fetchone()[0] < _LARGE:
        return None
    rows = db.execute("SELECT term, briefs FROM vocab ORDER BY briefs DESC LIMIT ?", [_KEPT])
    return Commonest(rows.fetchall())
