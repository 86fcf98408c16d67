"""The one way a database file is opened, and how one that cannot be written is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

BUSY_SECONDS = 10.0


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file in autocommit; `mode` is SQLite's: "ro", "rw", "rwc", or `reading_mode(path)`."""
    return sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS,
    )  # fmt: skip


def writable(path: Path) -> bool:
    """Whether a file and its folder, where SQLite keeps the journal, may be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def has_journal(path: Path) -> bool:
    """Whether there are commits beside the file that are not in it yet."""
    journal = Path(f"{path}-wal")
    return journal.exists() and journal.stat().st_size > 0


def reading_mode(path: Path) -> str:
    """Return the mode for reading a file that perhaps cannot be written.

    SQLite shares what it knows of the journal in a file beside the library. Where that can neither
    be found nor made, nobody writes, and the library is read as a file that never changes.
    """
    alone = not os.access(path.parent, os.W_OK) and not has_journal(path)
    return "ro&immutable=1" if alone else "ro"
