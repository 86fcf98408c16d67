"""Connections: one for reading per thread, one for writing at a time.

Opening checks what the file is before anything is touched: a foreign file, a library of a newer
version or a path that cannot be used is refused with an error that says which.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from store import schema
from store.errors import (
    Interrupted,
    LibraryBusy,
    LibraryError,
    LibraryForeign,
    LibraryMissing,
    LibraryNewer,
    LibraryReadOnly,
)

BUSY_SECONDS = 10.0
_PAGE_SIZE = 8192


class Connections:
    """The connections of one library file. Safe to use from any thread."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._local = threading.local()
        self._all: set[sqlite3.Connection] = set()
        self._searching: set[sqlite3.Connection] = set()
        self._lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._writer: sqlite3.Connection | None = None
        self.read_only = False
        self._prepare(create=create)

    # -- opening ---------------------------------------------------------------------------------

    def _prepare(self, *, create: bool) -> None:
        if not self.path.exists():
            if not create:
                raise LibraryMissing(
                    f"{self.path}: there is no library yet; make one with “dateline ingest FOLDER”"
                )
            _make_folder(self.path.parent)
        elif not self.path.is_file():
            raise LibraryForeign(f"{self.path}: not a file, so not a Dateline library")
        elif not _is_database(self.path):
            raise LibraryForeign(f"{self.path}: not a Dateline library; it was left alone")
        with self._errors():
            self._check(create=create)

    def _check(self, *, create: bool) -> None:
        with contextlib.closing(self._connect("rwc" if create else "rw")) as connection:
            number = _identify(connection, self.path)
            if number == schema.VERSION:
                self.read_only = _is_read_only(connection)
                return
            if _is_read_only(connection):
                raise LibraryReadOnly(f"{self.path}: cannot be written, so it cannot be prepared")
            if number == 0:
                connection.execute(f"PRAGMA page_size={_PAGE_SIZE}")
            schema.migrate(connection)

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = f"file:{quote(str(self.path.absolute()))}?mode={mode}"
        return sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
        )

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn what SQLite says into what a reader can act upon."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise _explain(error, self.path) from error
        except sqlite3.DatabaseError as error:
            raise LibraryForeign(
                f"{self.path}: not a sound Dateline library ({error}); restore a backup or choose"
                " another file with --library"
            ) from error

    # -- using -----------------------------------------------------------------------------------

    def reader(self) -> sqlite3.Connection:
        """Return this thread's own connection, which can only read."""
        connection: sqlite3.Connection | None = getattr(self._local, "reader", None)
        if connection is None:
            with self._errors():
                connection = self._connect("ro" if self.read_only else "rw")
                for pragma in schema.READER_PRAGMAS:
                    connection.execute(f"PRAGMA {pragma}")
            self._local.reader = connection
            with self._lock:
                self._all.add(connection)
        return connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's connection for a few queries that see one state of the library."""
        connection = self.reader()
        with self._errors():
            if connection.in_transaction:  # already inside a reading of this thread
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    @contextlib.contextmanager
    def searching(self) -> Iterator[sqlite3.Connection]:
        """Like `reading`, but `interrupt` stops it; it then raises `Interrupted`."""
        connection = self.reader()
        with self._lock:
            self._searching.add(connection)
        try:
            with self.reading() as same:
                yield same
        finally:
            with self._lock:
                self._searching.discard(connection)

    def interrupt(self) -> None:
        """Stop every search that is running now, from any thread."""
        with self._lock:
            for connection in self._searching:
                connection.interrupt()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the one writing connection inside a transaction: all of it is kept, or nothing.

        Raises `LibraryReadOnly` or `LibraryBusy`.
        """
        if self.read_only:
            raise LibraryReadOnly(f"{self.path}: the library can be read but not written here")
        with self._write_lock, self._errors():
            connection = self._writer = self._writer or self._open_writer()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _open_writer(self) -> sqlite3.Connection:
        connection = self._connect("rw")
        for pragma in schema.WRITER_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def close(self) -> None:
        """Close every connection; the library can no longer be used."""
        with self._lock:
            for connection in self._all:
                connection.close()
            self._all.clear()
        if self._writer is not None:
            self._writer.close()
            self._writer = None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"{folder}: cannot make the library's folder ({error.strerror})"
        ) from error


def _is_database(path: Path) -> bool:
    """Whether a file is empty or begins as SQLite files do (SQLite itself takes a short file for
    an empty database and would overwrite it)."""
    try:
        with path.open("rb") as file:
            return file.read(16) in (b"", b"SQLite format 3\0")
    except OSError as error:
        raise LibraryError(f"{path}: cannot be opened ({error.strerror})") from error


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema number: 0 for an empty file; refuse foreign and newer files."""
    number = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if tables == 0 and number == 0:
        return 0
    if mark != schema.APPLICATION_ID:
        raise LibraryForeign(f"{path}: a database, but not a Dateline library; it was left alone")
    if number > schema.VERSION:
        raise LibraryNewer(
            f"{path}: made by a newer Dateline (schema {number}, this one knows"
            f" {schema.VERSION}); update Dateline, the library was left alone"
        )
    return number


def _is_read_only(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "readonly" in str(error):
            return True
        if "locked" not in str(error):  # somebody else is writing: so it can be written
            raise
    return False


def _explain(error: sqlite3.OperationalError, path: Path) -> Exception:
    text = str(error)
    if text == "interrupted":
        return Interrupted("stopped by a newer request")
    if "locked" in text or "busy" in text:
        return LibraryBusy(
            f"{path}: another Dateline has been writing for more than {BUSY_SECONDS:.0f} s;"
            " try again when it is done"
        )
    if "readonly" in text:
        return LibraryReadOnly(f"{path}: the library can be read but not written here")
    if "full" in text:
        return LibraryError(f"{path}: the disk is full; nothing of this step was written")
    if "unable to open" in text:
        return LibraryError(f"{path}: cannot be opened; check that the folder exists and is yours")
    return LibraryError(f"{path}: {text}")
