"""How fast briefs come in, how flat that stays, and what it takes in memory and on disk.

Plain text files are made by seed from the invented briefs of `bench.corpus`. Reading and writing
are timed apart in one process, the whole command in processes of its own.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from bench.corpus import SEED, World, briefs
from bench.results import table
from store.brief import Brief, Entities
from store.entities.extract import extract
from store.ingest import sources
from store.ingest.parsing import parse_source, read_briefs
from store.library import Library
from store.library.prepared import Prepared, prepare
from store.library.writer import Parsed, Writer

TITLE = "Ingest"
FILES = int(os.environ.get("DATELINE_BENCH_FILES", "4000"))
ROWS = int(os.environ.get("DATELINE_BENCH_ROWS", "50000"))
_BATCH = 2_000


def run() -> str:
    """Measure and tell; how many is set by DATELINE_BENCH_FILES and DATELINE_BENCH_ROWS."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        bytes_of_text = write_files(folder / "briefs", FILES)
        parts = [
            f"{FILES:,} files of {bytes_of_text / FILES / 1000:.1f} kB on average; "
            f"load when it began: {os.getloadavg()[0]:.1f}.\n",
            table(["step, one process", "briefs/s, clock", "by CPU time"], list(_steps(folder))),
            table(["the whole command", "briefs/s, clock", "a processor second",
                   "peak memory, MB", "library / text"],
                  [_command(folder, jobs, bytes_of_text) for jobs in (1, 2)]),
            _rows(folder),
        ]  # fmt: skip
    return "\n".join(parts)


def write_files(folder: Path, count: int, seed: int = SEED) -> int:
    """Write `count` briefs in the model's form into a new folder; return their bytes."""
    folder.mkdir()
    total = 0
    for number, (brief, _) in enumerate(briefs(World(random.Random(seed)), count)):
        data = _text(brief).encode()
        (folder / f"{number:06}.txt").write_bytes(data)
        total += len(data)
    return total


def _text(brief: Brief) -> str:
    """A brief in the model's form."""
    day = dt.date.fromisoformat(str(brief.date)).strftime("%b %d, %Y")
    author = brief.authors[0]
    house = author.institution or "Amber Institute"
    head = [brief.title, f"By {author.name} | {author.role or 'Fellow'} - {house} | {day}"]
    first, *rest = brief.paragraphs("comment") or ("Nothing.",)
    return "\n\n".join([*head, *brief.paragraphs("report"), f"Comment: {first}", *rest])


def _steps(folder: Path) -> Iterator[tuple[str, float, float]]:
    paths = sorted((folder / "briefs").iterdir())[:1500]
    source = [sources.Source(str(path), path) for path in paths]
    yield ("read and laid out", *_rate(
        lambda: [list(read_briefs(p.read_bytes(), p.name)) for p in paths], len(paths)
    ))  # fmt: skip
    read = [next(read_briefs(path.read_bytes(), path.name)) for path in paths]
    yield (
        "prepared for writing, nobody in it",
        *_rate(lambda: [prepare(b, Entities()) for b in read], len(read)),
    )
    yield "people, countries and pairs", *_rate(lambda: [extract(b) for b in read], len(read))
    yield "all of it", *_rate(lambda: [parse_source(s) for s in source], len(source))


def _rate(work: Callable[[], object], count: int) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return count / (time.perf_counter() - clock), count / (time.process_time() - processor)


def _command(folder: Path, jobs: int, text: int) -> tuple[str, float, float, float, float]:
    library = folder / f"{jobs}.db"
    program = "from tui.cli import main; main()"
    command = [sys.executable, "-c", program, "--library", str(library), "ingest", "--jobs",
               str(jobs), str(folder / "briefs")]  # fmt: skip
    started, before = time.perf_counter(), _children()
    subprocess.run(command, check=True, capture_output=True)
    seconds, busy = time.perf_counter() - started, _children() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    size = library.stat().st_size / text
    return f"--jobs {jobs}, entities and all", FILES / seconds, FILES / busy, peak, size


def _children() -> float:
    """Seconds of the processor that ended child processes have taken, theirs included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _rows(folder: Path) -> str:
    """Time the writer alone, batch by batch, to see whether it stays as fast."""
    made = (Parsed(None, 0, prepare(b, e)) for b, e in briefs(World(random.Random(SEED)), ROWS))
    rates: list[float] = []
    text = 0
    with Library.open(folder / "rows.db", create=True) as library:
        while batch := list(islice(made, _BATCH)):
            text += sum(_letters(p.made) for p in batch)
            numbered = [replace(p, source=f"{len(rates)}/{n}") for n, p in enumerate(batch)]
            started = time.process_time()
            with library.writing() as db:
                writer = Writer(db)
                for parsed in numbered:
                    writer.write(parsed)
                writer.finish()
            rates.append(len(batch) / (time.process_time() - started))
    tenth = max(1, len(rates) // 10)
    first, last = (sorted(part)[len(part) // 2] for part in (rates[:tenth], rates[-tenth:]))
    return (
        f"The writer alone, {ROWS:,} rows with people and pairs in batches of {_BATCH} (CPU time):"
        f" {first:,.0f} rows/s in the first tenth, {last:,.0f} in the last"
        f" ({100 * (last - first) / first:+.0f} %). The library is then"
        f" {(folder / 'rows.db').stat().st_size / text:.2f} times the text.\n"
    )


def _letters(made: Prepared) -> int:
    return sum(len(made.columns[c].encode()) for c in ("title", "report", "comment"))
