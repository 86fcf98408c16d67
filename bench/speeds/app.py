"""What the app costs to open: from the start of the program to its first paint and first list."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import corpus
from bench.results import table
from store.ingest.pipeline import ingest
from store.library import Library
from tui.samples import sample_briefs

TITLE = "Opening the app"
_RUNS = 9
_PATIENCE = 60.0  # seconds after which a start counts as failed

# The smallest app there can be: what Textual itself costs, with the same frame rate as ours.
_BARE = """
import os
os.environ["TEXTUAL_FPS"] = "240"
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("PAINTED")
Bare().run()
"""
_OURS = "from tui.cli import main; main()"


def run() -> str:
    """Measure on the sample briefs and on 10,000, or the sizes of DATELINE_BENCH_BRIEFS."""
    sizes = os.environ.get("DATELINE_BENCH_BRIEFS", "10000").split()
    with TemporaryDirectory() as folder:
        samples = Path(folder) / "samples.db"
        with Library.open(samples, create=True) as library:
            ingest(library, [sample_briefs()])
        libraries = [("the sample briefs", samples)]
        libraries += [(f"{int(size):,} briefs", corpus.library(int(size))) for size in sizes]
        return _measured(libraries)


def _measured(libraries: Sequence[tuple[str, Path]]) -> str:
    """Take the programs by turns, so that all of them meet the same noise."""
    bare: list[float] = []
    ours: dict[str, list[tuple[float, float]]] = {name: [] for name, _ in libraries}
    for _ in range(_RUNS):
        bare += _seconds([sys.executable, "-c", _BARE], ["PAINTED"])
        for name, path in libraries:
            command = [sys.executable, "-c", _OURS, "--library", str(path)]
            first, listed = _seconds(command, ["search", "briefs"])
            ours[name].append((first, listed))
    base = median(bare)
    rows: list[tuple[object, ...]] = [("a bare Textual app", base * 1000, 1.0, "", "")]
    for name, times in ours.items():
        paint, listed = (median(each) for each in zip(*times, strict=True))
        rows.append((name, paint * 1000, paint / base, listed * 1000, listed / base))
    head = ("app", "first paint ms", "to bare", "list there ms", "to bare ")
    return table(head, rows) + (
        f"\nMedians of {_RUNS} starts taken by turns, from the start of the program until the text"
        " stands on the terminal. Wanted: a first paint within 1.1 of the bare app's, and the same"
        " at any size.\n"
    )


def _seconds(command: Sequence[str], texts: Sequence[str]) -> list[float]:
    """Start a program on a terminal; return the seconds until each text came, in that order."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    started = time.monotonic()
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    program = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=env, start_new_session=True
    )
    os.close(child)
    seen = ""
    found: list[float] = []
    try:
        while len(found) < len(texts) and time.monotonic() - started < _PATIENCE:
            if select.select([main], [], [], 0.05)[0]:
                seen += os.read(main, 1 << 16).decode(errors="replace")
            while len(found) < len(texts) and texts[len(found)] in seen:
                found.append(time.monotonic() - started)
    finally:
        program.kill()
        program.wait()
        os.close(main)
    return found + [_PATIENCE] * (len(texts) - len(found))
