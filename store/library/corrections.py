"""The reader's corrections as they are kept: one a field of a brief."""

from __future__ import annotations

import datetime as dt
import sqlite3

from store.ingest.corrections import Correction


def of_brief(db: sqlite3.Connection, brief: int) -> list[Correction]:
    """Return the corrections of a brief, in the order they were made."""
    rows = db.execute(
        "SELECT field, value, anchor FROM correction WHERE brief = ? ORDER BY created, field",
        [brief],
    )
    return [Correction(*row) for row in rows]


def kept(db: sqlite3.Connection, brief: int, field: str) -> tuple[str, str | None, str] | None:
    """Return the correction of a field as it is kept (value, anchor, created), if there is one."""
    row: tuple[str, str | None, str] | None = db.execute(
        "SELECT value, anchor, created FROM correction WHERE brief = ? AND field = ?",
        [brief, field],
    ).fetchone()
    return row


def keep(
    db: sqlite3.Connection, brief: int, correction: Correction, created: str | None = None
) -> None:
    """Keep a correction, in place of an earlier one of the same field; `created` is now if None."""
    now = created or dt.datetime.now(dt.UTC).isoformat()
    db.execute(
        "INSERT INTO correction VALUES (?, ?, ?, ?, ?) ON CONFLICT (brief, field) DO UPDATE SET"
        " value = excluded.value, anchor = excluded.anchor, created = excluded.created",
        [brief, correction.field, correction.value, correction.anchor, now],
    )


def drop(db: sqlite3.Connection, brief: int, field: str) -> None:
    """Forget the correction of a field."""
    db.execute("DELETE FROM correction WHERE brief = ? AND field = ?", [brief, field])
