"""`dateline ingest`: briefs into the library, from files, folders and standard input."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from store.views import IngestItem, plain
from tui.locations import own_profiles
from tui.options import chosen_library, json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show, tell
from tui.progress import ProgressLine
from tui.sheet import Sheet

if TYPE_CHECKING:
    from store.ingest.pipeline import Options, Progress
    from store.library import Library

Say = Callable[[IngestItem], None]


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -", type=click.Path())
@click.option("--dry-run", is_flag=True, help="Say what would happen and keep nothing.")
@click.option("--again", is_flag=True, help="Take in briefs that were forgotten, too.")
@click.option("--title", metavar="T", help="The title of the one brief that is given.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Parse in so many processes; by default, one a processor if there is much to do.",
)
@click.option("--watch", is_flag=True, help="Then follow the folders until Ctrl-C.")
@click.option("--verbose", is_flag=True, help="Name what is unchanged or passed over, too.")
@json_option
@lines_option
def command(
    paths: tuple[str, ...],
    dry_run: bool,
    again: bool,
    title: str | None,
    jobs: int | None,
    watch: bool,
    verbose: bool,
    as_json: bool,
    as_lines: bool,
) -> int:
    """Take briefs into the library: files, folders, or - for standard input.

    A brief that is there already changes nothing; one bad file never stops the rest.

    \b
    Example: dateline ingest ~/briefs
    """
    only_one(json=as_json, jsonl=as_lines)
    only_one(watch=watch, json=as_json)
    only_one(watch=watch, dry_run=dry_run)
    if title is not None and len(paths) > 1:
        raise click.UsageError("--title names one brief; give one PATH with it")
    from store.ingest.pipeline import Options

    options = Options(dry_run, again, title, jobs, own_profiles())
    with _library(dry_run) as library:
        if as_json:
            return _at_once(library, paths, options)
        say = _as_line if as_lines else _in_full if verbose else _news
        code = _streamed(library, paths, options, say, told=not as_lines)
        if watch:
            _follow(library, paths, options, say)
    return code


def _at_once(library: Library, paths: Iterable[str], options: Options) -> int:
    from store.ingest.pipeline import ingest

    with ProgressLine() as line:
        report = ingest(
            library, list(_sources(paths)), options, lambda done: line.update(_told(done, line))
        )
    print_json(plain(report))
    return 1 if report.failed else 0


def _streamed(
    library: Library, paths: Iterable[str], options: Options, say: Say, *, told: bool
) -> int:
    """Print every item as it comes, so that memory does not grow with the folder."""
    from store.ingest.pipeline import ingest_items

    counts: Counter[str] = Counter()
    with ProgressLine() as line:
        sources = list(_sources(paths))
        for item in ingest_items(
            library, sources, options, lambda done: line.update(_told(done, line))
        ):
            line.clear()
            say(item)
            counts[item.status] += item.status != "ok"
            counts.update(brief.status for brief in item.briefs)
    if told:
        tell(_summary(counts, options.dry_run))
    return 1 if counts["failed"] else 0


def _follow(library: Library, paths: Iterable[str], options: Options, say: Say) -> None:
    from store.ingest.watching import follow

    folders = [Path(path) for path in paths if path != "-"]
    tell("following for changes; Ctrl-C ends it")
    with suppress(KeyboardInterrupt):
        for item in follow(library, folders, options):
            say(item)


def _as_line(item: IngestItem) -> None:
    print_json_lines([plain(item)])


def _news(item: IngestItem) -> None:
    """Print what was added or revised, and what failed; the rest is only counted."""
    news = tuple(brief for brief in item.briefs if brief.status in ("added", "revised"))
    if item.status == "failed" or news:
        _in_full(replace(item, briefs=news))


def _in_full(item: IngestItem) -> None:
    if item.status == "failed":
        tell(f"{item.source}: {item.error}")
    else:
        show(_sheet([item]), paged=False)


@contextmanager
def _library(dry_run: bool) -> Iterator[Library]:
    """Open the library; a trial run without one takes place in an empty one thrown away."""
    if dry_run and not chosen_library().exists():
        from store.library import Library

        with (
            TemporaryDirectory(prefix="dateline-dry-run-") as folder,
            Library.open(Path(folder) / "trial.db", create=True) as library,
        ):
            yield library
    else:
        with open_library(create=not dry_run) as library:
            yield library


def _sources(paths: Iterable[str]) -> Iterator[Path | bytes]:
    from store.ingest.sources import MAX_BYTES

    for path in paths:
        if path == "-":
            # One byte over the limit is enough to be refused as too large.
            yield sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            yield Path(path)


def _told(done: Progress, line: ProgressLine) -> str:
    """Files, briefs, rate, time left, and the file just read."""
    rate = done.files_done / line.seconds if line.seconds > 1 else 0
    left = f" · {_duration((done.files_total - done.files_done) / rate)} left" if rate else ""
    speed = f" · {rate:,.0f}/s" if rate else ""
    counted = f"{done.files_done:,}/{done.files_total:,} files · {done.briefs:,} briefs"
    return f"{counted}{speed}{left} · {done.current}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _sheet(items: Iterable[IngestItem]) -> Sheet:
    """One line a brief or skipped source, the doubts about its fields under it."""
    sheet = new_sheet()
    for item in items:
        if item.status == "skipped":
            sheet.text(
                f"{item.source}: {item.error or 'passed over'}", first="skipped    ", rest=" " * 11
            )
        for brief in item.briefs:
            head = f"{brief.status:<9}  {brief.id or '':<5}  "
            sheet.text(brief.title, first=head, rest=" " * len(head))
            for problem in (p for p in item.problems if p.id == brief.id):
                sheet.text(f"{problem.field}: {problem.reason}", first=" " * 18)
    return sheet


def _summary(counts: Counter[str], dry_run: bool) -> str:
    names = ("added", "revised", "unchanged", "skipped", "failed")
    told = ", ".join(f"{counts[name]:,} {name}" for name in names if counts[name])
    told = told or "nothing to read there"
    return f"{told} (a trial run: nothing was kept)" if dry_run else told
