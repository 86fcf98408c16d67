"""The doctor: what is wrong with a library, each thing named, with its place and what mends it."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from store.errors import LibraryBusy, LibraryForeign, LibraryMissing
from store.library import codec, header, indexing, walking
from store.library.opening import BUSY_SECONDS, connect, reading_mode, writable
from store.library.soundness import REBUILD, RECOVER, damaged_pages, lost_references, torn
from store.views import Finding, Health

_IF_YOURS = f"choose another file with --library; if this was your library: {RECOVER}"
Progress = Callable[[int, int], None]


def examine(path: Path, progress: Progress | None = None) -> Health:
    """Look through the library at `path` and tell all that is wrong with it; nothing is changed.

    `progress` is told how many briefs have been read, and of how many. Raises `LibraryMissing`,
    `LibraryNewer`, or `LibraryBusy` while another process has been writing for too long.
    """
    if not path.exists():
        raise LibraryMissing(f"{path}: there is no library to look at")
    found = tuple(_findings(path, progress))
    return Health(not found, found)


def _findings(path: Path, progress: Progress | None) -> Iterator[Finding]:
    try:
        header.identify(path)
    except LibraryForeign as error:
        yield Finding("foreign file", str(error).partition(";")[0], _IF_YOURS)
        return
    except sqlite3.DatabaseError as error:
        yield torn("the first page", str(error))
        return
    mode = "rw" if writable(path) else reading_mode(path)
    with contextlib.closing(connect(path, mode)) as db:
        db.text_factory = lambda raw: raw.decode(errors="replace")
        yield from _opened(db, path, progress)


def _opened(db: sqlite3.Connection, path: Path, progress: Progress | None) -> Iterator[Finding]:
    pages = list(damaged_pages(db))
    yield from pages
    for check in (lost_references, _versions, indexing.orphans, indexing.full_text):
        if check is indexing.full_text and not writable(path):
            continue  # it can look only where it could write
        try:
            yield from check(db)
        except sqlite3.DatabaseError as error:
            yield _unreadable(check.__name__.strip("_"), path, error)
    yield from walking.findings(db, walking.walk(db, progress))


def _unreadable(what: str, path: Path, error: sqlite3.DatabaseError) -> Finding:
    if "locked" in str(error):
        raise LibraryBusy(
            f"{path}: another Dateline has been writing for more than {BUSY_SECONDS:.0f} s; look"
            " again when it is done"
        ) from error
    return torn(what.replace("_", " "), str(error))


def _versions(db: sqlite3.Connection) -> Iterator[Finding]:
    """Yield briefs without a text, or with a count of versions that is wrong."""
    lost = db.execute(
        "SELECT public FROM brief WHERE forgotten IS NULL AND id NOT IN (SELECT brief FROM entry)"
    ).fetchall()
    if lost:
        yield Finding("briefs without a text", indexing.briefs(r[0] for r in lost), RECOVER)
    shown = db.execute(
        "SELECT b.public FROM brief b JOIN entry e ON e.brief = b.id WHERE b.forgotten IS NOT NULL"
    ).fetchall()
    if shown:
        yield Finding("forgotten briefs in view", indexing.briefs(r[0] for r in shown), REBUILD)
    wrong = db.execute(
        "SELECT public FROM brief b WHERE version IS NOT"
        " (SELECT max(number) FROM version v WHERE v.brief = b.id)"
    ).fetchall()
    if wrong:
        yield Finding(
            "wrong counts", f"versions of {indexing.briefs(r[0] for r in wrong)}", REBUILD
        )
    yield from _old_versions(db)


def _old_versions(db: sqlite3.Connection) -> Iterator[Finding]:
    broken: list[str] = []
    rows = db.execute(
        "SELECT b.public, v.number, v.reading FROM version v JOIN brief b ON b.id = v.brief"
        " WHERE b.forgotten IS NOT NULL OR v.number <"
        " (SELECT max(number) FROM version w WHERE w.brief = b.id)"
    )
    for public, number, packed in rows:
        try:
            codec.brief_of(codec.unpack(packed))
        except (TypeError, ValueError, KeyError, RuntimeError, zlib.error):
            broken.append(f"{public} version {number}")
    if broken:
        yield Finding("unreadable versions", indexing.briefs(broken), RECOVER)
