"""From a key to the painted list in the real app, and a cold `dateline search`."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench import corpus
from bench.queries import Drawn
from bench.results import table
from store.library import Library

TITLE = "Keys and cold starts"
_STREAMS = 12
_COLD = 7


def run() -> str:
    """Type streams of keys into the app, and start the command line, side by side with Python."""
    briefs = int(os.environ.get("DATELINE_BENCH_BRIEFS", "100000").split()[0])
    path = corpus.library(briefs)
    typed = Drawn(path).kinds()["typing, key by key"]
    painted = asyncio.run(_typing(path, _streams(typed)))
    cuts = quantiles(painted, n=100, method="inclusive")
    rows = [("key to painted list", len(painted), median(painted), cuts[94], cuts[98])]
    cold = _cold(path)
    return (
        f"{briefs:,} briefs; milliseconds of the clock, on a machine as busy as it was.\n\n"
        + table(["what", "times", "median", "p95", "p99"], rows)
        + f"\nA cold `dateline search` takes {cold:.1f} times as long as `python -c pass`"
        f" (medians of {_COLD}, one after the other).\n"
    )


def _streams(typed: list[str]) -> list[str]:
    """The whole texts that were typed key by key."""
    ends = [a for a, b in zip(typed, [*typed[1:], ""], strict=True) if not b.startswith(a)]
    return ends[:_STREAMS]


async def _typing(path: Path, streams: list[str]) -> list[float]:
    from tui.app import DatelineApp

    times: list[float] = []
    with Library.open(path) as library:
        app = DatelineApp(library)
        async with app.run_test(size=(120, 40)) as pilot:
            screen: Any = app.screen
            screen.query_one("#query").focus()
            await pilot.pause()
            for text in streams:
                times += [await _struck(app, screen, text[:end]) for end in range(1, len(text) + 1)]
    return times


async def _struck(app: Any, screen: Any, text: str) -> float:
    """Type the last letter of a text; return the milliseconds until its list was painted."""
    from textual.events import Key

    screen.bar.input.value = text[:-1]
    await _shown(screen)
    started = time.perf_counter()
    event = Key("space" if text[-1] == " " else text[-1], text[-1])
    event.set_sender(app)
    app._driver.send_message(event)
    while screen.here.query != text:
        await asyncio.sleep(0)
    await _shown(screen)
    screen._compositor.render_strips()
    return (time.perf_counter() - started) * 1000


async def _shown(screen: Any) -> None:
    """Return when the list asked for last is the one that is shown."""
    while screen._shelved != screen.desk.ticket:
        await asyncio.sleep(0.0005)


def _cold(path: Path) -> float:
    """Return how many bare Pythons a search on the command line takes, medians of several."""
    command = "import sys; from tui.cli import main; main()"
    search = [sys.executable, "-c", command, "--library", str(path), "search", "--limit", "5"]
    ours, bare = [], []
    for _ in range(_COLD):
        ours.append(_wall([*search, "karoglu"]))
        bare.append(_wall([sys.executable, "-c", "pass"]))
    return median(ours) / median(bare)


def _wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - started
