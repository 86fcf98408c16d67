"""Files to briefs to rows: the way in.

Every source is read on its own, so that one bad file never stops the rest, and written in batches
that are kept whole or not at all: after Ctrl-C or a crash the same command finds what is there
already and continues.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from store.brief import Problem
from store.ingest import profiles, sources
from store.ingest.parsing import Read, parse_all
from store.library import facts, index
from store.library.writer import Writer
from store.views import IngestedBrief, IngestItem, IngestReport, ProblemView

if TYPE_CHECKING:
    from store.library import Library

# A batch is written in one go: the larger, the less each brief costs, and the longer others that
# want to write have to wait (about a second) and the more is read again after a crash.
_BATCH_BRIEFS = 2_000
_BATCH_LETTERS = 8_000_000
_BATCH_SECONDS = 5.0
_WORTH_MERGING = 2_000  # new briefs from which on tidying the index up pays
_MERGES = 200  # steps of it that are made at most
_WORTH_PROCESSES = 200  # sources from which on starting further processes pays


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come; `files_total` is exact, all files are listed first."""

    files_done: int
    files_total: int
    briefs: int
    current: str


@dataclass(frozen=True, slots=True)
class Options:
    """How to ingest.

    `dry_run` does all the work and keeps nothing, `again` brings back forgotten briefs, `title`
    is the title of the one brief, `jobs` the number of processes that parse (None: as many as
    the work is worth), `profiles` the folder of the reader's own institute profiles.
    """

    dry_run: bool = False
    again: bool = False
    title: str | None = None
    jobs: int | None = None
    profiles: Path | None = None


class Stopped(Exception):
    """What a `progress` callback raises to stop: what has been read is kept, the rest is left."""


def ingest(
    library: Library,
    paths: Iterable[Path | bytes],
    options: Options = Options(),
    progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Bring briefs into a library and report on every source, in the order given.

    As `ingest_items`, which is to be preferred where the report could be long.
    """
    return report(list(ingest_items(library, paths, options, progress)))


def ingest_items(
    library: Library,
    paths: Iterable[Path | bytes],
    options: Options = Options(),
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[IngestItem]:
    """Bring briefs into a library and yield what became of each source, batch by batch.

    `paths` are files and folders; bytes stand for standard input. What was yielded is committed
    (or, in a dry run, was rolled back). `progress` may raise `Stopped`. Raises `LibraryError`s,
    and `InputError` for a bad institute profile, only: what is wrong with an input stands in its
    item.
    """
    paths = list(paths)
    total = sum(1 for _ in sources.walk(paths))
    jobs = options.jobs or (_processors() if total >= _WORTH_PROCESSES else 1)
    found = _recognised(library, sources.walk(paths), options)
    jobs = min(jobs, max(1, total))
    profiles.load_anew(options.profiles)  # what is wrong with one is said before all reading
    reads = parse_all(found, title=options.title, jobs=jobs, own=options.profiles)
    written = 0
    for batch in _batches(_told(reads, total, progress)):
        with library.writing() as db, _kept_unless(db, options.dry_run):
            items = _write(db, batch, again=options.again)
        written += sum(brief.status == "added" for item in items for brief in item.briefs)
        yield from items
    if written >= _WORTH_MERGING and not options.dry_run:
        _merge(library)


def _merge(library: Library) -> None:
    """Leave the index in few pieces, step by step, so that nobody has to wait for it."""
    for _ in range(_MERGES):
        with library.writing() as db:
            if not index.merge_some(db):
                return


def _processors() -> int:
    return os.cpu_count() or 1


def _recognised(
    library: Library, found: Iterable[sources.Source], options: Options
) -> Iterator[sources.Source]:
    """Give each source the hash of what it held before, so that the same need not be read."""
    for source in found:
        if source.address is None or source.skip or options.again or options.title is not None:
            yield source
        else:
            yield replace(source, known=library.content_of(source.address))


def _told(
    reads: Iterable[Read], total: int, progress: Callable[[Progress], None] | None
) -> Iterator[Read]:
    briefs = 0
    for done, read in enumerate(reads, start=1):
        briefs += len(read.parsed)
        yield read
        if progress:
            try:
                progress(Progress(done, total, briefs, read.source.name))
            except Stopped:
                return


@contextmanager
def _kept_unless(db: sqlite3.Connection, dry_run: bool) -> Iterator[None]:
    """A savepoint that is rolled back in a dry run, so that it says just what would happen."""
    db.execute("SAVEPOINT trial")
    yield
    if dry_run:
        db.execute("ROLLBACK TO trial")
    db.execute("RELEASE trial")


def _batches(reads: Iterable[Read]) -> Iterator[list[Read]]:
    batch: list[Read] = []
    size, letters, since = 0, 0, time.monotonic()
    for read in reads:
        batch.append(read)
        size += 1 + len(read.parsed)
        letters += sum(len(p.made.columns["report"]) for p in read.parsed)
        full = size >= _BATCH_BRIEFS or letters >= _BATCH_LETTERS
        if full or time.monotonic() - since > _BATCH_SECONDS:
            yield batch
            batch, size, letters, since = [], 0, 0, time.monotonic()
    if batch:
        yield batch


def _write(db: sqlite3.Connection, batch: list[Read], *, again: bool) -> list[IngestItem]:
    writer = Writer(db)
    items = [_write_one(db, writer, read, again=again) for read in batch]
    writer.finish()
    return items


def _write_one(db: sqlite3.Connection, writer: Writer, read: Read, *, again: bool) -> IngestItem:
    name = read.source.name
    if read.source.skip:
        return IngestItem(name, "skipped", error=read.source.skip)
    path = read.source.address or name
    db.execute("DELETE FROM problem WHERE source = ? AND brief IS NULL", [path])
    if read.known:
        return IngestItem(name, "ok", writer.known_source(path))
    if read.error:
        facts.write_problems(db, [Problem("source", read.error)], source=path)
        return IngestItem(name, "failed", error=read.error)
    briefs = tuple(writer.write(parsed, again=again) for parsed in read.parsed)
    problems = tuple(
        ProblemView(done.id, name, p.field, p.reason, p.guess)
        for done, parsed in zip(briefs, read.parsed, strict=True)
        for p in parsed.made.problems
    )
    return IngestItem(name, "ok", briefs, problems)


def report(items: list[IngestItem]) -> IngestReport:
    """Return the items with their briefs and files counted by what became of them."""
    briefs: list[IngestedBrief] = [b for item in items for b in item.briefs]
    counts = {s: sum(b.status == s for b in briefs) for s in ("added", "revised", "unchanged")}
    skipped = sum(item.status == "skipped" for item in items)
    skipped += sum(b.status == "skipped" for b in briefs)
    failed = sum(item.status == "failed" for item in items)
    return IngestReport(**counts, skipped=skipped, failed=failed, items=tuple(items))
