"""What the reader does to a brief: read and star. It hangs on the brief alone."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from typing import Literal

from store.library.briefs import internal_id


def set_mark(
    db: sqlite3.Connection, ids: Iterable[str], mark: Literal["read", "starred"], value: bool
) -> None:
    """Set or clear a mark on briefs, by public id. Raises `NotFound` before anything is changed."""
    briefs = [internal_id(db, public) for public in ids]
    when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds") if value else None
    db.executemany(
        f"INSERT INTO mark (brief, {mark}) VALUES (?, ?) ON CONFLICT (brief) DO UPDATE"
        f" SET {mark} = excluded.{mark}",
        [(brief, when) for brief in briefs],
    )
