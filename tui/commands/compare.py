"""`dateline compare`: the comments of several briefs side by side."""

from __future__ import annotations

import click

from store.views import Comparison, Point, plain
from tui.options import json_option, only_one, open_library
from tui.output import new_sheet, print_json, print_text, show
from tui.rows import add_rows
from tui.sheet import Piece, Sheet

_NARROWEST_LANE = 36  # cells: a column of text narrower than that is hard to read


@click.command("compare")
@click.argument("ids", nargs=-1, metavar="[ID ID…]")
@click.option("--query", metavar="Q", help="All briefs that a query finds.")
@click.option("--pair", metavar="P", help="All briefs on a country pair.")
@click.option("--person", metavar="P", help="All briefs that name a person.")
@click.option("--markdown", is_flag=True, help="The sheet as Markdown.")
@json_option
def command(
    ids: tuple[str, ...],
    query: str | None,
    pair: str | None,
    person: str | None,
    markdown: bool,
    as_json: bool,
) -> int:
    """Lay the comments of several briefs side by side, and say what they share.

    \b
    Example: dateline compare b4f2k b7xq3
    """
    only_one(json=as_json, markdown=markdown)
    _check(ids, [name for name in (query, pair, person) if name])
    with open_library() as library:
        comparison = library.compare(ids, query=query, pair=pair, person=person)
    if as_json:
        print_json(plain(comparison))
    elif markdown:
        from store.export.comparison import to_markdown

        print_text(to_markdown(comparison))
    else:
        sheet = new_sheet()
        _add(sheet, comparison)
        show(sheet, narration=[] if comparison.briefs else ["no briefs to compare"])
    return 0 if comparison.briefs else 1


def _check(ids: tuple[str, ...], others: list[str]) -> None:
    """Raise a usage error unless exactly one way of saying what to compare was used."""
    if bool(ids) + len(others) != 1 or len(ids) == 1:
        raise click.UsageError("give two IDs or more, or one of --query, --pair, --person")


def _add(sheet: Sheet, comparison: Comparison) -> None:
    add_rows(sheet, comparison.briefs)
    if comparison.rows:
        sheet.heading("SIDE BY SIDE · comments only, ¶ is the paragraph of the comment")
        _add_lanes(sheet, comparison)
    if comparison.points:
        sheet.heading("POINTS")
        for point in comparison.points:
            _add_point(sheet, point)


def _add_lanes(sheet: Sheet, comparison: Comparison) -> None:
    """Add the rows, a column a brief where they fit, else under one another."""
    lanes = {lane.id: lane.paragraphs for lane in comparison.lanes}
    in_columns = len(lanes) * _NARROWEST_LANE <= sheet.width
    if in_columns:
        sheet.columns([[name] for name in lanes], "title")
    for row in comparison.rows:
        sheet.blank()
        sheet.text(Piece(", ".join(row.why), "faint"))
        cells = {
            name: [f"¶{n} {paragraphs[n - 1]}" for n in row.cells.get(name, ())]
            for name, paragraphs in lanes.items()
        }
        if in_columns:
            sheet.columns(list(cells.values()), "comment")
            continue
        for name, texts in cells.items():
            for text in texts:
                sheet.text(Piece(text, "comment"), first=f"{name}  ", rest=" " * 7)


def _add_point(sheet: Sheet, point: Point) -> None:
    sheet.text(Piece(f"{point.kind}: ", "heading"), point.what)
    for side in point.sides:
        where = f"{side.id} ¶{side.paragraph}  "
        sheet.text(side.sentence, first=f"  {where}", rest=" " * (len(where) + 2))
