"""What the app sends over a slow line: bytes a key, from the program to the terminal."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from bench.programs import DATELINE, environment
from bench.results import table
from bench.terminal import Terminal, running
from store.ingest.pipeline import ingest
from store.library import Library
from tui.samples import sample_briefs

TITLE = "Over a slow line"
_LINE = 8_000  # bytes a second: 64 kbit/s, a poor mobile line
_QUIET, _PATIENCE = 0.4, 3.0
"""Seconds without a byte after which a key's answer is complete (the cursor blinks twice a second),
and after which nothing more is waited for."""
_SIZES = ((80, 24), (120, 40))
_ESCAPE = "\x1b"
_KEYS = {
    "a row down in the list": ["j"] * 12,
    "a screen down in the list": ["\x1b[6~"] * 3,
    "a letter of a query": [*"/iran ru", "s"],
    "a brief opened": [_ESCAPE, "\r"],
    "a line down in a brief": ["j"] * 8,
    "the help, and back": ["?", _ESCAPE],
}
_SKIPPED = {"a letter of a query": 1, "a brief opened": 1}
"""Keys that only lead to where the key is pressed that is meant."""


class Weight(NamedTuple):
    """Bytes as they are, and packed."""

    plain: int
    packed: int


class _Packer(Protocol):
    def compress(self, data: bytes, /) -> bytes: ...
    def flush(self, mode: int, /) -> bytes: ...


def run() -> str:
    """Count on the sample briefs, at two sizes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "samples.db"
        with Library.open(path, create=True) as library:
            ingest(library, [sample_briefs()])
        rows = [row for size in _SIZES for row in _rows(path, size)]
    return (
        table(("terminal", "key", "times", "bytes", "most", "packed", "ms", "ms packed"), rows)
        + "\nEscape sequences included, in 256 colours. The last columns are what the"
        f" median takes at {_LINE * 8 // 1000} kbit/s, above what the program and the distance"
        " take, plain and packed as `ssh -C` does.\n"
    )


def _rows(path: Path, size: tuple[int, int]) -> Iterator[list[object]]:
    name = f"{size[0]} × {size[1]}"
    env = {**environment(), "TERM": "xterm-256color", "COLORTERM": ""}
    with running([*DATELINE, "--library", str(path)], size, env) as terminal:
        packed = zlib.compressobj(6)
        yield _row(name, "opening", [_weighed(terminal.read(2.0, 20.0), packed)])
        for what, keys in _KEYS.items():
            sent = [_answered(terminal, key, packed) for key in keys]
            yield _row(name, what, sent[_SKIPPED.get(what, 0) :])


def _answered(terminal: Terminal, key: str, packed: _Packer) -> Weight:
    terminal.send(key)
    return _weighed(terminal.read(_QUIET, _PATIENCE), packed)


def _weighed(sent: bytes, packed: _Packer) -> Weight:
    """Weigh what was sent; a line that packs goes on with what it has learned, as `ssh -C` does."""
    return Weight(len(sent), len(packed.compress(sent) + packed.flush(zlib.Z_SYNC_FLUSH)))


def _row(name: str, what: str, sent: list[Weight]) -> list[object]:
    plain, packed = (median(sizes) for sizes in zip(*sent, strict=True))
    times = (round(1000 * size / _LINE) for size in (plain, packed))
    return [name, what, len(sent), plain, max(sent).plain, packed, *times]
