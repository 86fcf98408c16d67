"""From a key to the painted list in the real app, as one types whole queries key by key."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from bench import corpus
from bench.programs import load
from bench.queries import Drawn
from bench.results import table
from store.library import Library

TITLE = "Keys in the app"
_STREAMS = 24  # queries that are typed


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
        + "\nFrom the arrival of a key to the lines of the screen with its list, in a terminal of"
        f" 120 × 40; {_STREAMS} queries typed key by key, spaces and corrections among them."
        f" Milliseconds. Wanted: 35 at p95. {load()}\n"
    )


def _rows(briefs: int) -> list[tuple[object, ...]]:
    path = corpus.library(briefs)
    strokes = asyncio.run(_typing(path, _streams(Drawn(path).kinds()["typing, key by key"])))
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


async def _typing(path: Path, streams: list[str]) -> list[Stroke]:
    from tui.app import DatelineApp

    strokes: list[Stroke] = []
    with Library.open(path) as library:
        app = DatelineApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            screen: Any = app.screen
            screen.query_one("#query").focus()
            await pilot.pause()
            for text in streams:
                screen.bar.input.value = ""
                await _shown(screen)
                strokes += [await _struck(app, screen, text[:end]) for end in range(1, len(text))]
    return strokes


async def _struck(app: Any, screen: Any, text: str) -> Stroke:
    """Type the last letter of a text; return what it cost until its list was painted."""
    from textual.events import Key

    event = Key("space" if text[-1] == " " else text[-1], text[-1])
    event.set_sender(app)
    started, spent = time.perf_counter(), time.process_time()
    app._driver.send_message(event)
    while screen.here.query != text:
        await asyncio.sleep(0)
    await _shown(screen)
    screen._compositor.render_strips()
    return Stroke((time.perf_counter() - started) * 1000, (time.process_time() - spent) * 1000)


async def _shown(screen: Any) -> None:
    """Return when the list asked for last is the one that is shown."""
    while screen._shelved != screen.desk.ticket:
        await asyncio.sleep(0.0005)
