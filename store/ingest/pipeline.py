"""Files to briefs to rows: the way in.

Every source is read on its own, so that one bad file never stops the rest, and written in batches
that are kept whole or not at all: after Ctrl-C or a crash the same command finds what is there
already and continues.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from store.brief import Brief, Problem, Reading
from store.entities.extract import extract
from store.errors import DatelineError
from store.ingest import sources
from store.ingest.layout import read_layout
from store.ingest.readers import plain
from store.library import facts
from store.library.writer import Parsed, Writer
from store.text import one_line
from store.views import IngestedBrief, IngestItem, IngestReport, ProblemView

if TYPE_CHECKING:
    from store.library import Library

_BATCH_BRIEFS = 500
_BATCH_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come; `files_total` is exact, all files are listed first."""

    files_done: int
    files_total: int
    briefs: int
    current: str


@dataclass(slots=True)
class _Read:
    """One source after reading: its briefs, or why there are none."""

    source: sources.Source
    parsed: list[Parsed] = field(default_factory=list)
    error: str | None = None


def ingest(
    library: Library,
    paths: Iterable[Path | bytes],
    *,
    dry_run: bool = False,
    again: bool = False,
    title: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> IngestReport:
    """Bring briefs into a library and report on every source, in the order given.

    `paths` are files and folders; bytes stand for standard input. `dry_run` does all the work and
    keeps nothing, `again` brings back forgotten briefs, `title` is the title of the one brief.
    Raises `LibraryError`s only: what is wrong with an input stands in the report.
    """
    found = list(sources.walk(paths))
    items: list[IngestItem] = []
    for batch in _batches(_read_all(found, title, progress)):
        with library.writing() as db, _kept_unless(db, dry_run):
            items += _write(db, batch, again=again)
    return _report(items)


def _read_all(
    found: list[sources.Source],
    title: str | None,
    progress: Callable[[Progress], None] | None,
) -> Iterator[_Read]:
    briefs = 0
    for done, source in enumerate(found, start=1):
        read = _read(source, title)
        briefs += len(read.parsed)
        if progress:
            progress(Progress(done, len(found), briefs, source.name))
        yield read


@contextmanager
def _kept_unless(db: sqlite3.Connection, dry_run: bool) -> Iterator[None]:
    """A savepoint that is rolled back in a dry run, so that it says just what would happen."""
    db.execute("SAVEPOINT trial")
    yield
    if dry_run:
        db.execute("ROLLBACK TO trial")
    db.execute("RELEASE trial")


def _batches(reads: Iterable[_Read]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    size, since = 0, time.monotonic()
    for read in reads:
        batch.append(read)
        size += 1 + len(read.parsed)
        if size >= _BATCH_BRIEFS or time.monotonic() - since > _BATCH_SECONDS:
            yield batch
            batch, size, since = [], 0, time.monotonic()
    if batch:
        yield batch


def _read(source: sources.Source, title: str | None) -> _Read:
    if source.skip or source.error:
        return _Read(source, error=source.error)
    try:
        text = plain.read(sources.load(source))
    except DatelineError as error:
        return _Read(source, error=str(error))
    briefs = read_layout(text, name=source.path.name if source.path else None)
    if title is not None and len(briefs) == 1:
        briefs = [_titled(briefs[0], title)]
    if not briefs:
        return _Read(source, error="holds no text")
    path = str(source.path.absolute()) if source.path else None
    return _Read(source, [Parsed(path, n, b, extract(b)) for n, b in enumerate(briefs)])


def _titled(brief: Brief, title: str) -> Brief:
    readings = {**brief.readings, "title": Reading("sure", "given with --title")}
    problems = tuple(p for p in brief.problems if p.field != "title")
    return replace(brief, title=one_line(title), readings=readings, problems=problems)


def _write(db: sqlite3.Connection, batch: list[_Read], *, again: bool) -> list[IngestItem]:
    writer = Writer(db)
    items = [_write_one(db, writer, read, again=again) for read in batch]
    writer.finish()
    return items


def _write_one(db: sqlite3.Connection, writer: Writer, read: _Read, *, again: bool) -> IngestItem:
    name = read.source.name
    if read.source.skip:
        return IngestItem(name, "skipped", error=read.source.skip)
    path = str(read.source.path.absolute()) if read.source.path else name
    db.execute("DELETE FROM problem WHERE source = ? AND brief IS NULL", [path])
    if read.error:
        facts.write_problems(db, [Problem("source", read.error)], source=path)
        return IngestItem(name, "failed", error=read.error)
    briefs = tuple(writer.write(parsed, again=again) for parsed in read.parsed)
    problems = tuple(
        ProblemView(done.id, name, p.field, p.reason, p.guess)
        for done, parsed in zip(briefs, read.parsed, strict=True)
        for p in parsed.brief.problems
    )
    return IngestItem(name, "ok", briefs, problems)


def _report(items: list[IngestItem]) -> IngestReport:
    briefs: list[IngestedBrief] = [b for item in items for b in item.briefs]
    counts = {s: sum(b.status == s for b in briefs) for s in ("added", "revised", "unchanged")}
    skipped = sum(item.status == "skipped" for item in items)
    skipped += sum(b.status == "skipped" for b in briefs)
    failed = sum(item.status == "failed" for item in items)
    return IngestReport(**counts, skipped=skipped, failed=failed, items=tuple(items))
