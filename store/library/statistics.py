"""The library in numbers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from store.views import Stats


def count(db: sqlite3.Connection, path: Path) -> Stats:
    """Return counts over the briefs in the library and the size of its files in bytes."""
    first, last = db.execute("SELECT min(date), max(date) FROM entry").fetchone()
    return Stats(
        briefs=_one(db, "SELECT count(*) FROM entry"),
        versions=_one(db, "SELECT count(*) FROM version v JOIN entry e ON e.brief = v.brief"),
        sources=_one(db, "SELECT count(DISTINCT path) FROM source"),
        people=_one(
            db,
            "SELECT count(DISTINCT n.person) FROM brief_person bp JOIN name n ON n.id = bp.name"
            " JOIN entry e ON e.brief = bp.brief",
        ),
        pairs=_one(db, "SELECT count(DISTINCT pair) FROM brief_pair"),
        first=first,
        last=last,
        bytes=sum(file.stat().st_size for file in (path, Path(f"{path}-wal")) if file.exists()),
    )


def _one(db: sqlite3.Connection, query: str) -> int:
    return int(db.execute(query).fetchone()[0])
