"""The reader's tags over the library."""

from __future__ import annotations

import sqlite3


def known(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return all tags on briefs that are in the library, the most used first."""
    found = db.execute(
        "SELECT tag FROM tag JOIN entry ON entry.brief = tag.brief"
        " GROUP BY tag ORDER BY count(*) DESC, tag"
    )
    return tuple(row[0] for row in found)
