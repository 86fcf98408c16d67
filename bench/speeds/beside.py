"""What a search costs while an ingest writes into the same library, and when no page is in memory.

The same queries are asked of a copy of a large library in three states: at rest; while `dateline
ingest` takes in new files beside it; and from a cold cache, each by a connection of its own after
the system was told to forget the file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from bench import corpus
from bench.programs import DATELINE, load
from bench.queries import Drawn
from bench.results import table
from bench.speeds.ingest import write_files
from store.library import Library

TITLE = "Searching beside a writer, and from a cold cache"
_KINDS = ("common word", "three words", "phrase", "2 letters", "typo", "pair", "person", "combined")
_QUERIES, _COLD = 40, 12  # of each kind
_FILES = 40_000  # more than are taken in meanwhile
_LIMIT = 20

Timed = tuple[float, float]
"""Milliseconds by the clock, and of the thread's own work."""


def run() -> str:
    """Measure at the first of DATELINE_BENCH_BRIEFS, 100,000 if there is none."""
    size = int(os.environ.get("DATELINE_BENCH_BRIEFS", "100000").split()[0])
    kinds = {k: q for k, q in Drawn(corpus.library(size)).kinds().items() if k in _KINDS}
    with tempfile.TemporaryDirectory(dir=corpus.CACHE) as name:
        path = Path(name) / "copy.db"
        shutil.copy(corpus.library(size), path)
        rows, written = _states(path, kinds)
    return (
        table(("query", "state", "queries", "median", "p95", "worst", "p95 of own work"), rows)
        + f"\nMilliseconds by the clock, {size:,} briefs, a page of {_LIMIT} rows as one types;"
        " “own work” is processor time of the searching thread. Meanwhile, where that is said,"
        f" an ingest wrote {written:,} briefs into the library. Cold: the file's pages were"
        f" dropped from the system's memory before every query. {load()}\n"
    )


def _states(path: Path, kinds: dict[str, list[str]]) -> tuple[list[list[object]], int]:
    found: dict[tuple[str, str], list[Timed]] = {}
    with Library.open(path) as library:
        library.warm()
        for kind, queries in kinds.items():
            for query in queries[:_QUERIES]:  # once, so that all pages are in memory
                library.search_quickly(query, limit=_LIMIT)
            found[kind, "at rest"] = [_asked(library, q) for q in queries[_QUERIES : 2 * _QUERIES]]
        before = library.stats().briefs
        with _writing(path):
            _until(lambda: library.stats().briefs > before)
            for kind, queries in kinds.items():
                found[kind, "beside an ingest"] = [
                    _asked(library, q) for q in queries[_QUERIES : 2 * _QUERIES]
                ]
        written = library.stats().briefs - before
    for kind, queries in kinds.items():
        found[kind, "cold"] = [_asked_cold(path, q) for q in queries[:_COLD]]
    states = ("at rest", "beside an ingest", "cold")
    return [_row(k, s, found[k, s]) for k in kinds for s in states], written


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Have an ingest write into the library until the block ends."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name) / "briefs"
        write_files(folder, _FILES, seed=corpus.SEED + 1)
        command = [*DATELINE, "--library", str(path), "ingest", "--jobs", "1", str(folder)]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, stdout=quiet, stderr=quiet) as writer:
            try:
                yield
                if writer.poll() is not None:
                    raise RuntimeError("the ingest had ended before the searches did")
            finally:
                writer.terminate()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise RuntimeError("the ingest wrote nothing within a minute")


def _asked(library: Library, query: str) -> Timed:
    clock, own = time.perf_counter(), time.thread_time()
    library.search_quickly(query, limit=_LIMIT)
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - own) * 1000


def _asked_cold(path: Path, query: str) -> Timed:
    file = os.open(path, os.O_RDONLY)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)
    with Library.open(path) as library:
        return _asked(library, query)


def _row(kind: str, state: str, times: Sequence[Timed]) -> list[object]:
    clock, own = [t[0] for t in times], [t[1] for t in times]
    return [kind, state, len(times), median(clock), _p95(clock), max(clock), _p95(own)]


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[94]
