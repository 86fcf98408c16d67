"""Damage for tests: what a bad disk, a crash of another program or a careless hand may do."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

PAGE = 8192


def execute(path: Path, *statements: str) -> None:
    """Run SQL behind Dateline's back."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def tear(path: Path, *pages: int, with_byte: bytes = b"\0") -> None:
    """Overwrite pages, counted from 1."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(with_byte * PAGE)


def page_of(path: Path, table: str, *, leaf: bool = True) -> int:
    """Return the number of a page in the middle of a table."""
    kind = "leaf" if leaf else "internal"
    with contextlib.closing(sqlite3.connect(path)) as db:
        pages = [
            int(row[0])
            for row in db.execute(
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path",
                [table, kind],
            )
        ]
    return pages[len(pages) // 2]
