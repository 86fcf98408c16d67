"""`dateline pair`: one country pair, with its briefs, people and analysts."""

from __future__ import annotations

import click

from store.views import PairReason, PairView
from tui import completing
from tui.options import json_option, open_library
from tui.output import show_one
from tui.rows import add_rows
from tui.sheet import Piece, Sheet
from tui.tables import add_analysts, add_months, add_named, add_pairs


@click.command("pair")
@click.argument("pair", nargs=-1, required=True, metavar="PAIR", shell_complete=completing.pairs)
@json_option
def command(pair: tuple[str, ...], as_json: bool) -> int:
    """Show a country pair: codes or names, in either order.

    \b
    Example: dateline pair russia iran
    """
    with open_library() as library:
        view = library.pair(" ".join(pair).removeprefix("pair:"))
    show_one(view, _add, as_json=as_json)
    return 0 if view.briefs else 1


def _add(sheet: Sheet, view: PairView) -> None:
    sheet.text(Piece(f"{'–'.join(view.names)} ({view.pair})", "title"))
    if view.quiet_days is not None:
        sheet.text(Piece(f"Nothing for {view.quiet_days:,} days", "faint"))
    if view.sole_institution:
        sheet.text(Piece(f"Covered by {view.sole_institution} alone", "faint"))
    add_months(sheet, view.by_month, view.gaps)
    add_named(sheet, "PEOPLE", view.people)
    if view.analysts:
        sheet.heading("ANALYSTS")
        add_analysts(sheet, view.analysts)
    if view.neighbours:
        sheet.heading("NEIGHBOURING PAIRS")
        add_pairs(sheet, view.neighbours)
    sheet.heading(f"BRIEFS · {len(view.briefs):,}")
    add_rows(sheet, view.briefs)
    if view.why:
        sheet.heading("WHY THEY ARE HERE")
    for reason in view.why:
        _add_reason(sheet, reason)


def _add_reason(sheet: Sheet, reason: PairReason) -> None:
    counts = f"both named in {reason.in_report} sentences of the report"
    counts += f", {reason.in_comment} of the comment"
    main = " · its main pair" if reason.main else ""
    sheet.text(f"{reason.id} · score {reason.score:.1f}{main} · {counts}")
    if reason.report:
        sheet.text(Piece(reason.report, "faint"), first="  ")
    if reason.comment:
        sheet.text(Piece(reason.comment, "comment"), first="  ")
