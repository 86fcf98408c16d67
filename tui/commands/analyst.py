"""`dateline analyst`: one analyst, with the pairs covered and the briefs."""

from __future__ import annotations

import click

from store.views import AnalystView
from tui import completing
from tui.options import json_option, open_library
from tui.output import show_one
from tui.rows import add_rows
from tui.sheet import Piece, Sheet
from tui.tables import add_months


@click.command("analyst")
@click.argument("name", nargs=-1, required=True, shell_complete=completing.analysts)
@json_option
def command(name: tuple[str, ...], as_json: bool) -> None:
    """Show an analyst: institution, pairs covered, months, words of estimation, briefs.

    \b
    Example: dateline analyst fennimore
    """
    with open_library() as library:
        view = library.analyst(" ".join(name).removeprefix("by:"))
    show_one(view, _add, as_json=as_json)


def _add(sheet: Sheet, view: AnalystView) -> None:
    sheet.text(Piece(view.name, "title"), f" · {view.institution}" if view.institution else "")
    if view.coverage:
        sheet.text(f"Writes on {', '.join(f'{pair} {n}' for pair, n in view.coverage.items())}")
    add_months(sheet, view.by_month, view.gaps)
    if view.hedges:
        sheet.heading("HOW SURE: WORDS OF ESTIMATION")
        rows = [(h.phrase, f"{h.times}", h.strength) for h in view.hedges]
        sheet.table(("words", "times", "strength"), rows)
    sheet.heading(f"BRIEFS · {view.briefs:,}, {view.comments:,} with a comment")
    add_rows(sheet, view.rows)
