"""`dateline doctor`: what is wrong with the library, and the mending of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.views import plain
from tui.options import chosen_library, json_option, only_one
from tui.output import new_sheet, print_json, show, tell
from tui.progress import ProgressLine

if TYPE_CHECKING:
    from store.views import Finding, Health, Recovery
    from tui.sheet import Sheet


@click.command("doctor")
@click.option("--rebuild-index", is_flag=True, help="Make index, counts and facets again first.")
@click.option(
    "--recover",
    type=click.Path(path_type=Path),
    metavar="NEW",
    help="Save what can be read into a new library, and list what cannot.",
)
@json_option
def command(rebuild_index: bool, recover: Path | None, as_json: bool) -> int:
    """Look for damage in the library; each thing found is named, with what mends it.

    Nothing is changed without --rebuild-index; --recover writes another file only.

    \b
    Example: dateline doctor
    """
    only_one(rebuild_index=rebuild_index, recover=recover)
    path = chosen_library()
    from store.library import folders

    doubt = folders.doubt(path)
    if doubt:
        tell(doubt)
    if recover is not None:
        return _recover(path, recover, as_json)
    return _examine(path, rebuild_index, as_json)


def _examine(path: Path, rebuild_index: bool, as_json: bool) -> int:
    from store.library.checking import examine

    if rebuild_index:
        from store.library.mending import rebuild

        with ProgressLine() as line:
            rebuild(path, lambda done, total: line.update(_told("rebuilding", done, total)))
    with ProgressLine() as line:
        health = examine(path, lambda done, total: line.update(_told("looking", done, total)))
    if as_json:
        print_json(plain(health))
    else:
        _print(health)
    return 0 if health.sound else 3


def _recover(path: Path, new: Path, as_json: bool) -> int:
    from store.library.recovery import recover

    with ProgressLine() as line:
        done = recover(path, new, lambda n, total: line.update(_told("recovering", n, total)))
    if as_json:
        print_json(plain(done))
    else:
        _print_recovery(done)
    return 1 if done.lost else 0


def _told(act: str, done: int, total: int) -> str:
    return f"{act} · {done:,}/{total:,} briefs"


def _print(health: Health) -> None:
    sheet = new_sheet()
    if health.sound:
        sheet.line("sound: nothing is wrong with the library")
    for finding in health.findings:
        _add(sheet, finding)
    show(sheet)


def _print_recovery(done: Recovery) -> None:
    sheet = new_sheet()
    for finding in done.lost:
        _add(sheet, finding)
    sheet.line(f"{done.briefs:,} briefs are in {done.file}; look through it, then put it in place")
    show(sheet)


def _add(sheet: Sheet, finding: Finding) -> None:
    sheet.text(f"{finding.what}: {finding.where}", first="", rest="  ")
    sheet.text(finding.mend, first="  mend: ", rest="        ")
