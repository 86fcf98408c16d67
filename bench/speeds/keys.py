"""From a key to the painted list in the real app, as one types whole queries key by key."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from typing import Any, NamedTuple

from bench import corpus
from bench.programs import load
from bench.queries import Drawn
from bench.results import table
from store.library import Library

TITLE = "Keys in the app"
_STREAMS = 24  # queries that are typed
_BETWEEN = 0.06  # seconds from a painted list to the next key: few people type faster


class Stroke(NamedTuple):
    """What one key cost until its list was painted, in milliseconds.

    `clock` waits for timers and for other programs, `processor` counts all threads of ours.
    """

    clock: float
    processor: float


def run() -> str:
    """Type streams of keys into the app on a library of DATELINE_BENCH_BRIEFS."""
    sizes = os.environ.get("DATELINE_BENCH_BRIEFS", "10000 100000").split()
    rows = [row for size in sizes for row in _rows(int(size))]
    return (
        table(["briefs", "what", "keys", "median", "p95", "p99"], rows)
        + "\nFrom the arrival of a key until its list has been painted, in a terminal of"
        f" 120 × 40; {_STREAMS} queries typed key by key, the next key {_BETWEEN * 1000:.0f} ms"
        " after the list of the one before, spaces and corrections among them."
        f" Milliseconds. Wanted: 35 at p95. {load()}\n"
    )


def _rows(briefs: int) -> list[tuple[object, ...]]:
    path = corpus.library(briefs)
    streams = _streams(Drawn(path).kinds()["typing, key by key"])
    with Library.open(path) as library:
        strokes = asyncio.run(_typing(library, streams))
    return [
        _row(briefs, "key to painted list, by the clock", [stroke.clock for stroke in strokes]),
        _row(briefs, "processor time of all threads", [stroke.processor for stroke in strokes]),
    ]


def _row(briefs: int, what: str, times: Sequence[float]) -> tuple[object, ...]:
    cuts = quantiles(times, n=100, method="inclusive")
    return (briefs, what, len(times), median(times), cuts[94], cuts[98])


def _streams(typed: list[str]) -> list[str]:
    """The whole texts that were typed key by key."""
    ends = [a for a, b in zip(typed, [*typed[1:], ""], strict=True) if not b.startswith(a)]
    return ends[:_STREAMS]


async def _typing(library: Library, streams: list[str]) -> list[Stroke]:
    strokes: list[Stroke] = []
    app = _watched(library)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await _opened(app)
        screen.bar.input.focus()
        await pilot.pause()
        for text in streams:
            screen.bar.input.value = ""
            await _until(app, lambda: app.painted == screen.desk.ticket)
            strokes += [await _struck(app, screen, text[:end]) for end in range(1, len(text) + 1)]
    return strokes


def _watched(library: Library) -> Any:
    """The app, which tells the ticket of the list that was painted last, and every paint."""
    from tui.app import DatelineApp

    class Watched(DatelineApp):
        painted = 0
        paint = asyncio.Event()

        def _display(self, screen: Any, renderable: Any) -> None:
            super()._display(screen, renderable)
            if renderable is not None:
                renderable.render_segments(self.console)  # what a terminal would be sent
                self.painted = getattr(screen, "_shelved", 0)
                self.paint.set()

    return Watched(lambda: library)


async def _opened(app: Any) -> Any:
    """Return the browse screen, when its places have been counted too."""
    from tui.screens.browse import BrowseScreen

    await _until(app, lambda: isinstance(app.screen, BrowseScreen) and app.screen.is_mounted)
    await _until(app, lambda: app.screen.places.entries)
    return app.screen


async def _struck(app: Any, screen: Any, text: str) -> Stroke:
    """Type the last letter of a text; return what it cost until its list was painted."""
    from textual.events import Key

    await asyncio.sleep(_BETWEEN)
    event = Key("space" if text[-1] == " " else text[-1], text[-1])
    event.set_sender(app)
    started, spent = time.perf_counter(), time.process_time()
    app._driver.send_message(event)
    await _until(app, lambda: screen.here.query == text and app.painted == screen.desk.ticket)
    return Stroke((time.perf_counter() - started) * 1000, (time.process_time() - spent) * 1000)


async def _until(app: Any, condition: Callable[[], object]) -> None:
    """Return after the first paint after which a condition holds."""
    while not condition():
        app.paint.clear()
        await app.paint.wait()
