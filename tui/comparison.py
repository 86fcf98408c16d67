"""A comparison as it is printed for a human: the rows in columns where they fit, the points."""

from __future__ import annotations

from store.views import Change, Comparison, Point, Side, Succession
from tui.rows import add_rows
from tui.sheet import Piece, Sheet

_NARROWEST_LANE = 36  # cells: a column of text narrower than that is hard to read


def add_comparison(sheet: Sheet, comparison: Comparison) -> None:
    """Add the briefs, the rows of their comments, the points and what analysts changed."""
    add_rows(sheet, comparison.briefs)
    if comparison.rows:
        sheet.heading("SIDE BY SIDE · comments only, ¶ is the paragraph of the comment")
        _add_lanes(sheet, comparison)
    if comparison.points:
        sheet.heading("POINTS")
        for point in comparison.points:
            _add_point(sheet, point)
    for succession in comparison.successions:
        _add_succession(sheet, succession)


def told(comparison: Comparison) -> list[str]:
    """Return what is to be said beside the sheet: what is left out, or that there is nothing."""
    shown = len(comparison.lanes)
    if shown and shown < comparison.total:
        return [f"{shown} of {comparison.total:,} comments; --limit N lays out more"]
    if not comparison.lanes and not comparison.points:
        return [f"no passage is shared among {comparison.total:,} briefs"]
    return []


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
    before = ""
    for side in point.sides:
        _add_side(sheet, side, same=side.sentence == before)
        before = side.sentence


def _add_side(sheet: Sheet, side: Side, *, same: bool = False) -> None:
    report = "report " if side.section == "report" else ""
    where = f"{side.id} {report}¶{side.paragraph}  "
    said = Piece("word for word", "faint") if same else side.sentence
    sheet.text(said, first=f"  {where}", rest=" " * (len(where) + 2))


def _add_succession(sheet: Sheet, succession: Succession) -> None:
    sheet.heading(f"WHAT CHANGED · {succession.analyst}: {succession.earlier} → {succession.later}")
    for change in succession.changes:
        sheet.text(Piece(f"{said_of(change)}: ", "heading"), change.what)
        for side in change.sides:
            _add_side(sheet, side)


def said_of(change: Change) -> str:
    """Return the kind of a change in words."""
    return {"named": "named now", "unnamed": "no longer named"}.get(change.kind, change.kind)
