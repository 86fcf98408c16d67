"""`dateline show`: one brief, whole."""

from __future__ import annotations

import click

from store.views import plain
from tui import completing
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show


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
    if as_json:
        print_json(plain(brief))
        return
    from tui.printout import add_brief

    sheet = new_sheet()
    add_brief(sheet, brief)
    show(sheet)


def _show_changes(brief_id: str, old: int, new: int | None, as_json: bool) -> None:
    with open_library() as library:
        changes = library.diff(brief_id, old, new)
    if as_json:
        print_json(plain(changes))
        return
    from tui.edits import add_edits

    sheet = new_sheet()
    add_edits(sheet, changes)
    show(sheet)
