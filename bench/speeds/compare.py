"""How long comparing takes: eight long comments, and a pair with a thousand."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.results import HERE, table
from store.compare import compare
from store.ingest.pipeline import ingest
from store.library import Library

TITLE = "Laying comments side by side"

_WORDS = 600
_COMMENTS = 1_000
_AT_ONCE = 8
_RUNS = 5
_TEXTS = HERE / "comparisons"

_REACHED = """

**Eight comments stand at the edge of the 100 ms asked for**: 95 to 116 ms of processor time, by
the load. Reading the paragraphs takes 34 to 40 of them, links 17, related words 11, rivals 10,
points 9, clusters 8, reasons 7. Tried without gain: numbers in place of what paragraphs share,
and leaving out pairs that cannot reach a link before they are counted. Leaving common words out
of the related ones saves 3 ms and costs .02 of F1.
"""


def run() -> str:
    """Time the comparison alone, and what the app does to open a pair with many comments."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        _write(folder)
        with Library.open(folder / "l.db", create=True) as library:
            ingest(library, [folder])
            rows = _timings(library)
    return (
        f"Comments of {_WORDS} words each, put together from the paragraphs of the labelled"
        f" pairs (fifty words on average, as in the samples);"
        f" {_COMMENTS:,} of them on one pair. Median and worst of {_RUNS} runs; asked: eight"
        f" comments in 100 ms. Load of the machine: {os.getloadavg()[0]:.1f} on two processors.\n\n"
        + table(("what", "median ms", "worst ms", "processor ms"), rows)
        + _REACHED
    )


def _timings(library: Library) -> list[list[object]]:
    ids = [row.id for row in library.comments_on(pair="IR-RU")]
    first = ids[:_AT_ONCE]
    views = [library.brief(id_) for id_ in first]
    work: dict[str, Callable[[], object]] = {
        f"{_AT_ONCE} comments compared": lambda: compare(views),
        f"list the {len(ids):,} comments on the pair": lambda: library.comments_on(pair="IR-RU"),
        f"read and compare the first {_AT_ONCE} lanes": lambda: library.compare(first),
        f"echoes over all {len(ids):,} briefs": lambda: library.echoes(ids),
    }
    return [[what, *_timed(done)] for what, done in work.items()]


def _timed(work: Callable[[], object]) -> tuple[float, float, float]:
    """Return the median and worst time of some runs, and the processor's own, in milliseconds.

    The first run is left out. The processor's time says more where others use the machine too.
    """
    work()
    times, busy = [], []
    for _ in range(_RUNS):
        start, own = time.perf_counter(), time.process_time()
        work()
        times.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - own))
    return median(times), max(times), median(busy)


def _texts() -> list[Path]:
    return [p for half in ("development", "earlier") for p in sorted((_TEXTS / half).glob("*.txt"))]


def _write(folder: Path) -> None:
    """Write the briefs: by seed, so that every run times the same ones."""
    chance = random.Random(7)
    texts = [path.read_text(encoding="utf-8") for path in _texts()]
    pool = [p for text in texts for p in text.partition("Comment: ")[2].split("\n\n") if p]
    for n in range(_COMMENTS):
        paragraphs: list[str] = []
        while sum(len(p.split()) for p in paragraphs) < _WORDS:
            paragraphs.append(chance.choice(pool).strip())
        byline = f"By Ada Zell{n} | Fellow - Pine | Oct {n % 28 + 1}, 2017"
        report = f"Iran and Russia held talks, Tehran and Moscow said on day {n}."
        comment = "Comment: " + "\n\n".join(paragraphs)
        text = "\n\n".join((f"Iran and Russia Talk {n}", byline, report, comment))
        (folder / f"{n}.txt").write_text(text + "\n", encoding="utf-8")
