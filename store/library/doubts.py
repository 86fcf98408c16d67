"""What was doubtful in a brief, or could not be read from a source, as it is stored."""

from __future__ import annotations

import sqlite3

from store.views import ProblemView


def of_brief(db: sqlite3.Connection, brief: int) -> list[tuple[str, str, str | None]]:
    """Return the doubts about a brief (field, reason, guess), in the order they arose."""
    return db.execute(
        "SELECT field, reason, guess FROM problem WHERE brief = ? ORDER BY id", [brief]
    ).fetchall()


def listing(db: sqlite3.Connection) -> tuple[ProblemView, ...]:
    """Return every doubt in the library: about briefs, and about sources that gave none.

    Briefs stand in the order they came in, sources that gave none behind them.
    """
    rows = db.execute(
        "SELECT b.public, coalesce(p.source, (SELECT s.path FROM source s JOIN version v"
        " ON v.id = s.version WHERE v.brief = b.id ORDER BY s.id LIMIT 1)), p.field, p.reason,"
        " p.guess FROM problem p LEFT JOIN brief b ON b.id = p.brief"
        " ORDER BY b.id IS NULL, b.id, p.id"
    )
    return tuple(ProblemView(*r) for r in rows)
