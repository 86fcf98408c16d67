"""What a file says it is, read without opening it as a database.

A file that is refused (another program's, a newer Dateline's) must stay as it was, and SQLite
writes to a file merely by opening and closing it, so the first bytes are read here by hand
(https://www.sqlite.org/fileformat2.html, section 1.3).
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from store import schema
from store.errors import LibraryError, LibraryForeign, LibraryNewer
from store.library.opening import connect, has_journal, reading_mode

SIZE = 100
MAGIC = b"SQLite format 3\0"
_USER_VERSION, _APPLICATION_ID = slice(60, 64), slice(68, 72)


def identify(path: Path) -> int:
    """Return the schema number of a library, 0 for a file that is absent or empty.

    Raises `LibraryForeign` for what is no Dateline library, `LibraryNewer` for one of a newer
    version, `LibraryError` for a file that cannot be read.
    """
    head = _read(path)
    if not head:
        return 0
    if head[:16] != MAGIC:
        raise LibraryForeign(f"{path}: not a Dateline library; it was left alone")
    number, mark = _by_journal(path) if has_journal(path) else _by_header(head)
    if number == 0 and mark == 0 and _is_empty(path):
        return 0
    if mark != schema.APPLICATION_ID:
        raise LibraryForeign(f"{path}: a database, but not a Dateline library; it was left alone")
    if number > schema.VERSION:
        raise LibraryNewer(
            f"{path}: made by a newer Dateline (schema {number}, this one knows"
            f" {schema.VERSION}); update Dateline, the library was left alone"
        )
    return number


def _read(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise LibraryForeign(f"{path}: not a file, so not a Dateline library")
    try:
        with path.open("rb") as file:
            return file.read(SIZE)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise LibraryError(f"{path}: cannot be opened ({error.strerror})") from error


def _by_header(head: bytes) -> tuple[int, int]:
    number, mark = (int.from_bytes(head[part], "big") for part in (_USER_VERSION, _APPLICATION_ID))
    return number, mark


def _by_journal(path: Path) -> tuple[int, int]:
    with contextlib.closing(connect(path, reading_mode(path))) as db:
        number = db.execute("PRAGMA user_version").fetchone()[0]
        mark = db.execute("PRAGMA application_id").fetchone()[0]
    return int(number), int(mark)


def _is_empty(path: Path) -> bool:
    """Whether a database has no tables: what a crash leaves before the first commit."""
    with contextlib.closing(connect(path, reading_mode(path))) as db:
        return int(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]) == 0
