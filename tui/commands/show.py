"""`dateline show`: one brief, whole."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show


@click.command("show")
@click.argument("brief_id", metavar="ID")
@click.option("--version", type=click.IntRange(min=1), metavar="N", help="An older version of it.")
@json_option
def command(brief_id: str, version: int | None, as_json: bool) -> None:
    """Show one brief: what it reports, what its analyst judges, who and where.

    \b
    Example: dateline show b4f2k
    """
    with open_library() as library:
        brief = library.brief(brief_id.removeprefix("brief:"), version)
    if as_json:
        print_json(plain(brief))
        return
    from tui.printout import add_brief

    sheet = new_sheet()
    add_brief(sheet, brief)
    show(sheet)
