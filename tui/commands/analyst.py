"""`dateline analyst`: one analyst, with the pairs covered and the briefs."""

from __future__ import annotations

import click

from store.views import AnalystView, plain
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show
from tui.rows import add_rows
from tui.sheet import Piece, Sheet


@click.command("analyst")
@click.argument("name", nargs=-1, required=True)
@json_option
def command(name: tuple[str, ...], as_json: bool) -> None:
    """Show an analyst: institution, pairs covered, briefs.

    \b
    Example: dateline analyst majidyar
    """
    with open_library() as library:
        view = library.analyst(" ".join(name).removeprefix("by:"))
    if as_json:
        print_json(plain(view))
        return
    sheet = new_sheet()
    _add(sheet, view)
    show(sheet)


def _add(sheet: Sheet, view: AnalystView) -> None:
    sheet.text(Piece(view.name, "title"), f" · {view.institution}" if view.institution else "")
    if view.pairs:
        sheet.text(f"Writes on {', '.join(view.pairs)}")
    sheet.heading(f"BRIEFS · {view.briefs:,}, {view.comments:,} with a comment")
    add_rows(sheet, view.rows)
