"""What a search costs as it is typed in the app, beside tantivy in the same process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

from bench import corpus
from bench.queries import Drawn
from bench.results import table
from bench.rival import Tantivy
from store.library import Library
from store.search import deadline

TITLE = "Searching as one types"
T = TypeVar("T")
LIMIT = 20
"""Rows of a page of the app, each with its passage."""


def run() -> str:
    """Measure at 100,000 briefs, or at the sizes that DATELINE_BENCH_BRIEFS names."""
    sizes = os.environ.get("DATELINE_BENCH_BRIEFS", "100000").split()
    return "\n".join(_chapter(int(size)) for size in sizes)


def _chapter(briefs: int) -> str:
    path = corpus.library(briefs)
    rival = Tantivy(path)
    deadline.clock = time.thread_time
    rows = []
    with Library.open(path) as library:
        library.warm()  # as the app does once its first list is there
        for kind, queries in Drawn(path).kinds().items():
            rows.append(_measured(library, rival, kind, queries))
    head = ("query", "queries", "median", "p95", "p99", "worst", "unsettled %", "cut short %",
            "tantivy best p95", "ratio", "tantivy newest p95", "ratio ")  # fmt: skip
    size = path.stat().st_size
    return (
        f"### {briefs:,} briefs\n\n{table(head, rows)}\n"
        "Milliseconds of processor time of the searching thread, pages in memory, so that other"
        " programs on the machine do not count."
        f" Dateline's times are for a page of {LIMIT} rows with passage, reasons and total;"
        " tantivy's for the numbers of as many rows. A ratio below 1 means that Dateline is"
        " faster at the 95th percentile. An answer is unsettled if the true order follows when the"
        " fingers rest, and cut short if its time ended before a page of rows was found.\n\n"
        f"Memory of a process that ran all of this with Dateline alone: {_memory(briefs)} MB."
        f" Library {size / 1e6:,.0f} MB, with texts and facts; tantivy's index"
        f" {rival.size / 1e6:,.0f} MB, without texts.\n"
    )


def _measured(library: Library, rival: Tantivy, kind: str, queries: list[str]) -> list[object]:
    ours: list[float] = []
    best: list[float] = []
    newest: list[float] = []
    unsettled = cut = 0
    for text in queries:
        spent, answer = _timed(partial(library.search_quickly, text, limit=LIMIT))
        ours.append(spent)
        unsettled += not answer.settled
        cut += answer.capped and len(answer.results) < LIMIT
        asked = rival.query(kind, text)
        if asked is not None:
            best.append(_timed(partial(rival.best, asked, LIMIT))[0])
            newest.append(_timed(partial(rival.newest, asked, LIMIT))[0])
    p95 = _at(ours, 95)
    figures: list[object] = [kind, len(queries), median(ours), p95, _at(ours, 99), max(ours)]
    figures += [round(100 * n / len(queries)) for n in (unsettled, cut)]
    for theirs in (best, newest):
        figures += [_at(theirs, 95), p95 / _at(theirs, 95)] if theirs else ["–", "–"]
    return figures


def _timed(act: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of processor time of this thread, and what was answered."""
    started = time.thread_time()
    found = act()
    return (time.thread_time() - started) * 1000, found


def _at(values: list[float], percent: int) -> float:
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def _memory(briefs: int) -> int:
    code = f"from bench.speeds import search; print(search.weigh({briefs}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout)


def weigh(briefs: int) -> int:
    """Run every query once in this process and return its greatest memory in megabytes."""
    path = corpus.library(briefs)
    kinds = Drawn(path).kinds()
    with Library.open(path) as library:
        library.warm()
        for queries in kinds.values():
            for text in queries:
                library.search_quickly(text, limit=LIMIT)
    return _peak()


def _peak() -> int:
    """The greatest memory in megabytes since this program began; `ru_maxrss` is that of the
    process it was started from as well."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
