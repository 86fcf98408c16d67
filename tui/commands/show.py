"""`dateline show`: one brief, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui import completing
from tui.options import json_option, open_library
from tui.output import show_one

if TYPE_CHECKING:
    from store.views import BriefView, VersionDiff
    from tui.sheet import Sheet


@click.command("show")
@click.argument("brief_id", metavar="ID", shell_complete=completing.briefs)
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="An older version of it.")
@click.option(
    "--diff",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only what changed since version N: sentences, and the words within them.",
)
@json_option
def command(brief_id: str, version: int | None, diff: int | None, as_json: bool) -> None:
    """Show one brief: what it reports, what its analyst judges, who and where.

    \b
    Example: dateline show b4f2k
    """
    if diff is not None:
        _show_changes(brief_id.removeprefix("brief:"), diff, version, as_json)
        return
    with open_library() as library:
        brief = library.brief(brief_id.removeprefix("brief:"), version)
    show_one(brief, _add, as_json=as_json)


def _show_changes(brief_id: str, old: int, new: int | None, as_json: bool) -> None:
    with open_library() as library:
        changes = library.diff(brief_id, old, new)
    show_one(changes, _add_changes, as_json=as_json)


# What lays out is imported when it is needed: scripts that want JSON do without.


def _add(sheet: Sheet, brief: BriefView) -> None:
    from tui.printout import add_brief

    add_brief(sheet, brief)


def _add_changes(sheet: Sheet, changes: VersionDiff) -> None:
    from tui.edits import add_edits

    add_edits(sheet, changes)
