"""What the app costs to open: from the start of the program to its first paint and first list."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import corpus
from bench.programs import DATELINE, environment, load, so_far
from bench.results import table
from bench.terminal import running
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
# One with as many kinds of widgets as are seen when Dateline has opened, and nothing in them.
_BARE_PANES = """
import os
os.environ["TEXTUAL_FPS"] = "240"
from textual.app import App
from textual.containers import Horizontal
from textual.scroll_view import ScrollView
from textual.widgets import Input, Static
class Bare(App):
    def compose(self):
        yield Input(placeholder="search")
        yield Static("status")
        with Horizontal():
            yield ScrollView()
            yield ScrollView()
            yield ScrollView()
        yield Static("PAINTED")
Bare().run()
"""


class Start(NamedTuple):
    """When a text stood on the terminal: seconds of the clock, and of the processors."""

    clock: float
    processor: float


def run() -> str:
    """Measure on the sample briefs and on 10,000, or the sizes of DATELINE_BENCH_BRIEFS."""
    sizes = os.environ.get("DATELINE_BENCH_BRIEFS", "10000").split()
    with TemporaryDirectory() as folder:
        samples = Path(folder) / "samples.db"
        with Library.open(samples, create=True) as library:
            ingest(library, [sample_briefs()])
        libraries = {"the sample briefs": samples}
        libraries |= {f"{int(size):,} briefs": corpus.library(int(size)) for size in sizes}
        return _told(_measured(libraries))


_Texts = Sequence[str]
Measured = Mapping[str, Sequence[Sequence[Start]]]


def _measured(libraries: Mapping[str, Path]) -> Measured:
    """Take the programs by turns, so that all of them meet the same noise."""
    programs: dict[str, tuple[Sequence[str], _Texts]] = {
        "a bare Textual app": ([sys.executable, "-c", _BARE], ["PAINTED"]),
        "one with as many widgets": ([sys.executable, "-c", _BARE_PANES], ["PAINTED"]),
    }
    for name, path in libraries.items():
        # "search" stands in the query bar, "briefs" above the list that has come.
        programs[name] = ([*DATELINE, "--library", str(path)], ["search", "briefs"])
    found: dict[str, list[list[Start]]] = {name: [] for name in programs}
    for run in range(_RUNS + 1):
        for name, (command, texts) in programs.items():
            start = _start(command, texts)
            if run:  # the first is to warm up
                found[name].append(start)
    return found


def _told(measured: Measured) -> str:
    base = _medians(measured["a bare Textual app"])[0]
    rows = [(name, *_cells(_medians(starts), base)) for name, starts in measured.items()]
    head = ("app", "first paint ms", "to bare", "by processor", "to bare ",
            "list there ms", "to bare  ", "by processor ", "to bare   ")  # fmt: skip
    return table(head, rows) + (
        f"\nMedians of {_RUNS} starts taken by turns, from the start of the program until the text"
        " stands on the terminal, by the clock and by the processor time of all threads. Wanted: a"
        f" first paint within 1.1 of the bare app's, and the same at any size. {load()}\n"
    )


def _medians(starts: Sequence[Sequence[Start]]) -> list[Start]:
    texts = zip(*starts, strict=True)
    return [
        Start(median(s.clock for s in text), median(s.processor for s in text)) for text in texts
    ]


def _cells(starts: Sequence[Start], base: Start) -> Iterator[object]:
    for start in starts:
        yield from (start.clock * 1000, start.clock / base.clock)
        yield from (start.processor * 1000, start.processor / base.processor)
    yield from [""] * 4 * (2 - len(starts))


def _start(command: Sequence[str], texts: _Texts) -> list[Start]:
    """Start a program on a terminal; tell when each text came, in that order."""
    env = {**environment(), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    seen = ""
    found: list[Start] = []
    started = time.monotonic()
    with running(command, (120, 40), env) as terminal:
        while len(found) < len(texts) and time.monotonic() - started < _PATIENCE:
            seen += terminal.come(0.05).decode(errors="replace")
            while len(found) < len(texts) and texts[len(found)] in seen:
                found.append(Start(time.monotonic() - started, so_far(terminal.program)))
    return found + [Start(_PATIENCE, _PATIENCE)] * (len(texts) - len(found))
