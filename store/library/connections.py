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

from store import schema
from store.errors import (
    Interrupted,
    LibraryBusy,
    LibraryError,
    LibraryMissing,
    LibraryReadOnly,
)
from store.library import header
from store.library.opening import BUSY_SECONDS, connect, reading_mode, writable

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
        self._mode = "rw"
        self._prepare(create=create)
        self._file = _number(path)

    # -- opening ---------------------------------------------------------------------------------

    def _prepare(self, *, create: bool) -> None:
        if not self.path.exists():
            if not create:
                raise LibraryMissing(
                    f"{self.path}: there is no library yet; make one with “dateline ingest FOLDER”"
                )
            _make_folder(self.path.parent)
        with self._errors():
            number = header.identify(self.path)
            self.read_only = number > 0 and not writable(self.path)
            if self.read_only:
                self._mode = reading_mode(self.path)
            if number < schema.VERSION:
                self._migrate(number)

    def _migrate(self, number: int) -> None:
        """Make the tables, or bring those of an older version up to date after a backup."""
        if self.read_only:
            raise LibraryReadOnly(
                f"{self.path}: made by an older Dateline, and it cannot be written here to be"
                " brought up to date; copy it to a folder of yours"
            )
        if number > 0:
            from store.library import backups  # late: few starts migrate

            backups.before_migration(self.path, number)
        self._mode = "rwc"
        with contextlib.closing(connect(self.path, self._mode)) as connection:
            if number == 0:
                connection.execute(f"PRAGMA page_size={_PAGE_SIZE}")
            schema.migrate(connection)
        self._mode = "rw"

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        """Turn what SQLite says into what a reader can act upon."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise _explain(error, self.path) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError(
                f"{self.path}: damaged ({error}); “dateline doctor” says where and how to mend it"
            ) from error

    # -- using -----------------------------------------------------------------------------------

    def reader(self) -> sqlite3.Connection:
        """Return this thread's own connection, which can only read."""
        connection: sqlite3.Connection | None = getattr(self._local, "reader", None)
        if connection is None:
            with self._errors():
                connection = connect(self.path, self._mode)
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
            self._check_place()
            connection = self._writer = self._writer or self._open_writer()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _check_place(self) -> None:
        """Refuse to write into a file that has no name any more: it would be lost in silence."""
        if self._file != _number(self.path):
            raise LibraryMissing(
                f"{self.path}: moved, removed or replaced while it was in use; nothing was"
                " written, start Dateline again"
            )

    def _open_writer(self) -> sqlite3.Connection:
        connection = connect(self.path, self._mode)
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


def _number(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another of the same name, None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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
    if "disk I/O" in text:
        return LibraryError(
            f"{path}: the disk could not be read or written ({text}); look whether it is full or"
            " failing; nothing of this step was written"
        )
    if "unable to open" in text:
        return LibraryError(f"{path}: cannot be opened; check that the folder exists and is yours")
    return LibraryError(f"{path}: {text}")
