"""`dateline ingest`: briefs into the library, from files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from store.views import IngestItem, IngestReport, plain
from tui.options import chosen_library, json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show, tell
from tui.progress import ProgressLine
from tui.sheet import Sheet

if TYPE_CHECKING:
    from store.ingest.pipeline import Progress
    from store.library import Library


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH… | -", type=click.Path())
@click.option("--dry-run", is_flag=True, help="Say what would happen and keep nothing.")
@click.option("--again", is_flag=True, help="Take in briefs that were forgotten, too.")
@click.option("--title", metavar="T", help="The title of the one brief that is given.")
@json_option
@lines_option
def command(
    paths: tuple[str, ...],
    dry_run: bool,
    again: bool,
    title: str | None,
    as_json: bool,
    as_lines: bool,
) -> int:
    """Take briefs into the library: files, folders, or - for standard input.

    A brief that is there already changes nothing; one bad file never stops the rest.

    \b
    Example: dateline ingest ~/briefs
    """
    only_one(json=as_json, jsonl=as_lines)
    if title is not None and len(paths) > 1:
        raise click.UsageError("--title names one brief; give one PATH with it")
    from store.ingest.pipeline import ingest

    with _library(dry_run) as library, ProgressLine() as line:
        report = ingest(
            library,
            list(_sources(paths)),
            dry_run=dry_run,
            again=again,
            title=title,
            progress=lambda done: line.update(_told(done)),
        )
    if as_json:
        print_json(plain(report))
    elif as_lines:
        print_json_lines(plain(item) for item in report.items)
    else:
        show(_sheet(report.items), paged=False)
        _tell_failures(report.items)
        tell(_summary(report, dry_run))
    return 1 if report.failed else 0


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


def _told(done: Progress) -> str:
    return (
        f"{done.files_done:,}/{done.files_total:,} files · {done.briefs:,} briefs · {done.current}"
    )


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


def _tell_failures(items: Iterable[IngestItem]) -> None:
    for item in items:
        if item.status == "failed":
            tell(f"{item.source}: {item.error}")


def _summary(report: IngestReport, dry_run: bool) -> str:
    names = ("added", "revised", "unchanged", "skipped", "failed")
    counts = [f"{getattr(report, name):,} {name}" for name in names if getattr(report, name)]
    told = ", ".join(counts) or "nothing to read there"
    return f"{told} (a trial run: nothing was kept)" if dry_run else told
