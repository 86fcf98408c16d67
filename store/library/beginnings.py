"""Ids of briefs and words of briefs that begin as typed, for a shell's TAB key.

Both walk an index and stop after so many rows. The fields of the query language and their values
are `store.search.completion`'s.
"""

from __future__ import annotations

import sqlite3

from store.text import one_line
from store.views import Suggestion

MOST = 40
"""More suggestions than this help nobody."""
_LAST = "\U0010ffff"


def ids(db: sqlite3.Connection, start: str) -> tuple[Suggestion, ...]:
    """Return ids of briefs with their titles; with nothing typed those of the newest briefs."""
    columns = "SELECT b.public, e.title FROM"
    if not start:
        newest = "entry e JOIN brief b ON b.id = e.brief ORDER BY e.row DESC LIMIT ?"
        rows = db.execute(f"{columns} {newest}", [MOST])
    else:
        low = start.lower()
        rows = db.execute(
            f"{columns} brief b JOIN entry e ON e.brief = b.id"
            " WHERE b.public >= ? AND b.public < ? ORDER BY b.public LIMIT ?",
            [low, low + _LAST, MOST],
        )
    return tuple(Suggestion(public, one_line(title)) for public, title in rows)


def words(db: sqlite3.Connection, start: str) -> tuple[Suggestion, ...]:
    """Return words of the briefs, the commonest first; none for one or two letters."""
    if len(start) < 3:
        return ()
    low = start.lower()
    rows = db.execute(
        "SELECT term FROM vocab WHERE term >= ? AND term < ? ORDER BY briefs DESC LIMIT ?",
        [low, low + _LAST, MOST // 2],
    )
    return tuple(Suggestion(term) for (term,) in rows)
