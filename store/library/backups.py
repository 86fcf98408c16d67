"""Copies of a library: consistent while it is in use, and looked through once written."""

from __future__ import annotations

import contextlib
import glob
import os
import sqlite3
from pathlib import Path

from store.errors import LibraryError, UsageError
from store.library import header
from store.library.opening import connect, reading_mode
from store.views import Backup


def back_up(source: Path, target: Path) -> Backup:
    """Copy the library at `source` to `target`, which may be an older backup, and check the copy.

    The copy is the library of one moment, whoever writes meanwhile; it stands under its name only
    once it is whole, checked and on the disk. Raises `UsageError` for a target that is the library
    itself, a folder or another program's file, `LibraryError` for one that cannot be written.
    """
    _refuse_wrong_target(source, target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        _clear(target)
        _copy(source, part)
        briefs = _verify(source, part)
        _settle(part, target)
    except OSError as error:
        raise LibraryError(f"{target}: cannot be written ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
    return Backup(str(target), briefs, target.stat().st_size)


def before_migration(path: Path, number: int) -> Path:
    """Keep a copy of a library of schema `number` beside it, unless there is one; return it."""
    target = path.with_name(f"{path.name}.schema-{number}")
    if not target.exists():
        back_up(path, target)
    return target


def _refuse_wrong_target(source: Path, target: Path) -> None:
    if target.is_dir():
        raise UsageError(f"{target}: a folder; name the file that the copy should be")
    if target.exists():
        if target.samefile(source):
            raise UsageError(f"{target}: the library itself; name another file")
        if header.identify(target) == 0:
            raise UsageError(f"{target}: a file that is no backup; it was left alone")


def _clear(target: Path) -> None:
    """Remove what backups that were killed left of copies to this target."""
    for part in target.parent.glob(f"{glob.escape(target.name)}.*.part*"):
        number = part.name.removeprefix(f"{target.name}.").partition(".")[0]
        if number.isdigit() and not _runs(int(number)):
            part.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _copy(source: Path, part: Path) -> None:
    try:
        with (
            contextlib.closing(connect(source, reading_mode(source))) as library,
            contextlib.closing(connect(part, "rwc")) as copy,
        ):
            # All pages in one step: between two steps a writer would make it begin again.
            library.backup(copy)
            # A copy is one file, to be read from a disk that cannot be written.
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        full = "disk is full" if "full" in str(error) else str(error)
        raise LibraryError(f"{part.parent}: the copy could not be written ({full})") from error
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"{source}: cannot be copied, it is damaged ({error}); run “dateline doctor”"
        ) from error


def _verify(source: Path, part: Path) -> int:
    """Look through the copy; return the number of its briefs."""
    with contextlib.closing(connect(part, "rw")) as copy:
        try:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found == "ok":
                copy.execute("INSERT INTO ft (ft, rank) VALUES ('integrity-check', 1)")
            briefs = int(copy.execute("SELECT count(*) FROM entry").fetchone()[0])
        except sqlite3.DatabaseError as error:
            found = str(error)
    if found != "ok":
        raise LibraryError(
            f"{source}: the copy is not sound ({found.splitlines()[-1]}), so it was not kept; run"
            " “dateline doctor”"
        )
    return briefs


def _settle(part: Path, target: Path) -> None:
    """Bring the copy to the disk and under its name: all of it, or the older one stays."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    for beside in ("-wal", "-shm"):  # of an older copy that was opened as a library
        Path(f"{target}{beside}").unlink(missing_ok=True)
