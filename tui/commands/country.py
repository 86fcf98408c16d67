"""`dateline country`: one country, with its pairs, people, analysts and briefs."""

from __future__ import annotations

import click

from store.views import CountryView
from tui import completing
from tui.options import json_option, open_library
from tui.output import show_one
from tui.rows import add_rows
from tui.sheet import Piece, Sheet
from tui.tables import add_analysts, add_months, add_named, add_pairs


@click.command("country")
@click.argument(
    "country", nargs=-1, required=True, metavar="COUNTRY", shell_complete=completing.countries
)
@json_option
def command(country: tuple[str, ...], as_json: bool) -> None:
    """Show a country, by its code or a name: its pairs, people, analysts and newest briefs.

    \b
    Example: dateline country iran
    """
    with open_library() as library:
        view = library.country(" ".join(country).removeprefix("country:"))
    show_one(view, _add, as_json=as_json)


def _add(sheet: Sheet, view: CountryView) -> None:
    sheet.text(Piece(f"{view.name} ({view.code})", "title"))
    counts = f"named {view.in_report:,}× in reports, {view.in_comment:,}× in comments"
    sheet.text(Piece(counts, "faint"))
    if view.quiet_days is not None:
        sheet.text(Piece(f"Nothing for {view.quiet_days:,} days", "faint"))
    add_months(sheet, view.by_month, view.gaps)
    if view.pairs:
        sheet.heading("PAIRS")
        add_pairs(sheet, view.pairs)
    add_named(sheet, "ITS PEOPLE", view.people)
    if view.analysts:
        sheet.heading("ANALYSTS")
        add_analysts(sheet, view.analysts)
    newest = f"the newest {len(view.briefs):,} of " if len(view.briefs) < view.total else ""
    sheet.heading(f"BRIEFS · {newest}{view.total:,}")
    add_rows(sheet, view.briefs)
