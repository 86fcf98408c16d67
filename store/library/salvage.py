"""Rows out of a damaged file: all that can be read on either side of what cannot."""

from __future__ import annotations

import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from store.library.header import MAGIC, SIZE

Row = tuple[Any, ...]
_ALL = (-(1 << 63), (1 << 63) - 1)  # the numbers that a row can have
_INTERIOR = 5  # the kind of a page of a table that only points to others
_FRUITLESS = 5000  # spans of which nothing could be read: a fraction of a second


def copy(path: Path, fresh: Path, target: Path) -> None:
    """Copy a library with its journal to `target`, so that nothing happens to the original.

    A first page that cannot be read is taken from `fresh`, an empty library: the tables of every
    library of one schema begin on the same pages.
    """
    shutil.copyfile(path, target)
    journal = Path(f"{path}-wal")
    if journal.exists():
        shutil.copyfile(journal, f"{target}-wal")
    if not _has_tables(target):
        for beside in ("-wal", "-shm"):
            Path(f"{target}{beside}").unlink(missing_ok=True)
        _graft(fresh, target)


def _has_tables(path: Path) -> bool:
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            return False
    db = sqlite3.connect(path)
    try:
        return bool(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


def _graft(fresh: Path, target: Path) -> None:
    """Put the pages that name the tables of an empty library in place of torn ones.

    Where things stand in them: https://www.sqlite.org/fileformat2.html, sections 1.3 and 1.6.
    """
    with fresh.open("rb") as file, target.open("r+b") as torn:
        size = int.from_bytes(file.read(SIZE)[16:18], "big")
        first = bytearray(_page(file, size, 1))
        first[28:32] = (target.stat().st_size // size).to_bytes(4, "big")  # pages in the file
        first[32:40] = bytes(8)  # no list of free pages
        first[92:96] = first[24:28]  # the number of pages holds for this change
        torn.write(first)
        for number in _children(bytes(first)):
            torn.seek((number - 1) * size)
            torn.write(_page(file, size, number))


def _page(file: BinaryIO, size: int, number: int) -> bytes:
    file.seek((number - 1) * size)
    return file.read(size)


def _children(first: bytes) -> Iterator[int]:
    """The pages that the list of tables goes on in, if the first one does not hold it all."""
    if first[SIZE] != _INTERIOR:
        return
    cells = int.from_bytes(first[SIZE + 3 : SIZE + 5], "big")
    for at in range(SIZE + 12, SIZE + 12 + 2 * cells, 2):
        cell = int.from_bytes(first[at : at + 2], "big")
        yield int.from_bytes(first[cell : cell + 4], "big")
    yield int.from_bytes(first[SIZE + 8 : SIZE + 12], "big")


def rows(
    db: sqlite3.Connection, table: str, columns: list[str], lost: Callable[[str], None]
) -> Iterator[Row]:
    """Yield every row of a table that can be read, some perhaps twice; tell `lost` what cannot."""
    try:
        db.execute(f"SELECT rowid FROM {table} LIMIT 0")
    except sqlite3.DatabaseError:
        yield from _from_both_ends(db, table, columns, lost)
    else:
        yield from _by_number(db, table, columns, _ALL, lost)


def _by_number(
    db: sqlite3.Connection, table: str, columns: list[str], span: tuple[int, int],
    lost: Callable[[str], None],
) -> Iterator[Row]:  # fmt: skip
    """Read forwards to the first torn page, backwards to the last one, then halve what is left.

    The widest spans come first, and spans of which nothing could be read are halved only so often:
    there is no telling from outside how many of their numbers were ever given.
    """
    query = f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE rowid BETWEEN ? AND ?"
    waiting = deque([span])
    tries = _FRUITLESS
    gaps: list[tuple[int, int]] = []
    while waiting:
        low, high = before = waiting.popleft()
        done = False
        try:
            for number, *row in db.execute(f"{query} ORDER BY rowid", [low, high]):
                yield tuple(row)
                low = number + 1
            done = True
        except sqlite3.DatabaseError:
            with suppress(sqlite3.DatabaseError):
                for number, *row in db.execute(f"{query} ORDER BY rowid DESC", [low, high]):
                    yield tuple(row)
                    high = number - 1
        if done or low > high:
            continue
        tries -= (low, high) == before
        if low == high or tries < 0:
            gaps.append((low, high))
        else:
            middle = (low + high) // 2
            waiting += [(low, middle), (middle + 1, high)]
    if gaps:
        first, last = min(gaps)[0], max(gaps)[1]
        lost(table if (first, last) == _ALL else f"{table}, rows {first} to {last}")


def _from_both_ends(
    db: sqlite3.Connection, table: str, columns: list[str], lost: Callable[[str], None]
) -> Iterator[Row]:
    """Read a table without row numbers from its beginning, its end, and through its indexes."""
    keys = ", ".join(
        r[0] for r in db.execute(
            f"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk"
        )
    )  # fmt: skip
    names = ", ".join(columns)
    indexes = db.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'c'")
    ways = [f"ORDER BY {keys}", f"ORDER BY {keys.replace(', ', ' DESC, ')} DESC"]
    for way in (*ways, *(f"INDEXED BY {r[0]}" for r in indexes.fetchall())):
        try:
            yield from (tuple(r) for r in db.execute(f"SELECT {names} FROM {table} {way}"))
        except sqlite3.DatabaseError:
            continue
        return
    lost(table)
