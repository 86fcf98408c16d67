"""Where briefs come from: files, folders and standard input.

`walk` lists what there is and says why something is passed over; `load` reads one source's bytes
within the limits. Nothing here parses.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from store.errors import InputError, TooLarge
from store.ingest.readers.choose import could_be_brief

MAX_BYTES = 64 << 20
MAX_DEPTH = 64
"""Folders nested deeper than this are not entered."""


@dataclass(frozen=True, slots=True)
class Source:
    """One place to read: a file, or standard input's bytes given as `data`.

    `name` is what is shown; `skip` says why it is passed over, if it is; `error` why it cannot be
    read. `known` is the hash of the bytes it had when it was last taken in.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    skip: str | None = None
    error: str | None = None
    known: bytes | None = None

    @property
    def address(self) -> str | None:
        """What is remembered of where it was: the whole path; None for standard input."""
        return _printable(self.path.absolute()) if self.path else None


def walk(paths: Iterable[Path | bytes]) -> Iterator[Source]:
    """Yield every source under some paths, folders in name order; bytes are standard input."""
    for path in paths:
        if isinstance(path, bytes):
            yield Source("standard input", data=path)
        elif not path.exists():
            yield Source(_printable(path), error="no such file or folder")
        elif path.is_dir():
            yield from _walk_folder(path)
        else:
            yield _file(path, named=True)


def _printable(path: Path) -> str:
    """Return a path as text that can be stored: bytes that are no UTF-8 are spelled out."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def load(source: Source) -> bytes:
    """Return the bytes of a source. Raises `InputError` (`TooLarge` over the limit)."""
    if source.path is None:
        data = source.data or b""
        _check_size(len(data))
        return data
    try:
        with source.path.open("rb") as file:
            _check_size(os.fstat(file.fileno()).st_size)
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})") from error


def content_hash(data: bytes) -> bytes:
    """Return the hash by which the same bytes are known again."""
    return hashlib.blake2b(data, digest_size=16).digest()


def _check_size(size: int) -> None:
    if size > MAX_BYTES:
        raise TooLarge(f"is {size >> 20} MB, over the limit of {MAX_BYTES >> 20} MB a file")


def _walk_folder(folder: Path, depth: int = 0) -> Iterator[Source]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        yield Source(_printable(folder), error=f"cannot be listed ({error.strerror})")
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            yield Source(_printable(path), path, skip="hidden")
        elif path.is_symlink() and not _inside(path, folder):
            yield Source(_printable(path), path, skip="a link that leads out of the folder")
        elif not path.is_dir() or path.is_symlink():
            yield _file(path, named=False)
        elif depth == MAX_DEPTH:
            yield Source(_printable(path), path, skip=f"more than {MAX_DEPTH} folders deep")
        else:
            yield from _walk_folder(path, depth + 1)


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself (RuntimeError before Python 3.13)
        return False


def _file(path: Path, *, named: bool) -> Source:
    """Judge one file; `named` when the user gave this very path."""
    name = _printable(path)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Source(name, path, error=f"cannot be read ({error.strerror})")
    if stat.S_ISDIR(mode):
        return Source(name, path, skip="a link to a folder")
    if not stat.S_ISREG(mode):
        return Source(name, path, skip="not a regular file (a pipe or a device)")
    if path.name.upper().startswith("README"):
        return Source(name, path, skip="a README, not a brief")
    if not named and not could_be_brief(path.name):
        return Source(name, path, skip=f"not a format of briefs ({path.suffix.lower()})")
    return Source(name, path)
