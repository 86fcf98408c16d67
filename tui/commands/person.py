"""`dateline person`: one person, with offices, company and briefs."""

from __future__ import annotations

from collections.abc import Sequence

import click

from store.views import OfficeView, PassageView, PersonView
from tui import completing
from tui.options import json_option, open_library
from tui.output import show_one
from tui.rows import add_rows
from tui.sheet import Piece, Sheet
from tui.tables import add_months, add_named, span

_PASSAGES = 8  # sentences printed of each kind


@click.command("person")
@click.argument(
    "person", nargs=-1, required=True, metavar="NAME|ID", shell_complete=completing.people
)
@json_option
def command(person: tuple[str, ...], as_json: bool) -> None:
    """Show a person: names, offices held, months, company, the sentences that name them, briefs.

    \b
    Example: dateline person sergey shoigu
    """
    with open_library() as library:
        view = library.person(" ".join(person).removeprefix("person:"))
    more = [f"{other.id} {other.name}" for other in view.others]
    others = [f"others of that name: {', '.join(more)}"] if more else []
    show_one(view, _add, as_json=as_json, narration=others)


def _add(sheet: Sheet, view: PersonView) -> None:
    sheet.text(
        Piece(view.name + " (?)" * view.partial, "title"), f" · {view.country or '?'} · {view.id}"
    )
    if len(view.names) > 1:
        sheet.text(f"Named as {', '.join(view.names)}")
    counts = f"{view.in_report:,} in reports, {view.in_comment:,} in comments"
    sheet.text(Piece(f"{view.mentions:,} mentions: {counts}", "faint"))
    if view.offices:
        sheet.heading("OFFICES, AS PRINTED")
        for office in view.offices:
            _add_office(sheet, office)
    if view.decisions:
        sheet.heading("DECIDED BY YOU")
        for entry in view.decisions:
            said = "one person" if entry.act == "same" else "two people"
            sheet.text(f"{entry.number}. {entry.a} and {entry.b} are {said} · {entry.created[:10]}")
    add_months(sheet, view.by_month, view.gaps)
    add_named(sheet, "NAMED WITH", view.with_)
    for title, kind in (("IN COMMENTS", "comment"), ("IN REPORTS", "report")):
        _add_passages(sheet, title, [p for p in view.passages if p.section == kind])
    sheet.heading(f"BRIEFS · {len(view.briefs):,}")
    add_rows(sheet, view.briefs)


def _add_passages(sheet: Sheet, title: str, passages: Sequence[PassageView]) -> None:
    if passages:
        sheet.heading(f"{title}, NEWEST FIRST")
    for passage in passages[:_PASSAGES]:
        head = f"{passage.brief}  {passage.date or 'no date':<10}  "
        sheet.text(passage.sentence, first=head, rest=" " * 7)
    if len(passages) > _PASSAGES:
        sheet.text(Piece(f"and {len(passages) - _PASSAGES} more; --json has them", "faint"))


def _add_office(sheet: Sheet, office: OfficeView) -> None:
    title = ", ".join(part for part in (office.rank, office.office) if part)
    sheet.text(f"{title} · {span(office.first, office.last)} · {office.brief}")
    sheet.text(Piece(office.sentence, "faint"), first="  ")
