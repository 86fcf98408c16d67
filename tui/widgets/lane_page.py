"""Comments side by side as lines of text, before any colour: rows, lanes of their own, points.

Knows no widget. A line is either wide (a reason, a heading, a point) or has one part for every
lane on the screen. Texts of briefs are made flat, so nothing in them can steer the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from store.text import one_line
from store.views import BriefView, Comparison, Point, PointKind, Row, Side, Succession
from tui.comparison import said_of
from tui.page import wrap
from tui.painting import fit, flat

Piece = tuple[str, str]
"""A run of text and the name of its style ("" is plain)."""

Place = tuple[str, int]
"""A comment paragraph: the brief's id and its number from 1; 0 stands for the report."""

GAP = " │ "
"""What stands between two lanes."""

_GUTTER = 5

_HEADINGS: Mapping[PointKind, str] = {
    "figure": "FIGURES THAT DISAGREE",
    "date": "DATES THAT DISAGREE",
    "echo": "ECHO: NEARLY THE SAME SENTENCE",
    "quote": "THE SAME QUOTATION",
    "shared": "NAMED BY SEVERAL",
    "only": "NAMED BY ONE ONLY",
    "hedge": "HEDGES AS PRINTED",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a single wide part, or a part for each lane.

    `places` are the paragraphs that begin on this line.
    """

    parts: tuple[tuple[Piece, ...], ...]
    wide: bool = False
    places: tuple[Place, ...] = ()


_BLANK = Line(((),), wide=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is to be laid out: a comparison, the order of the lanes, the reports if shown.

    `order` and `rows` may name more briefs than the comparison holds: lanes that are loaded when
    they are reached. `echoes` stand in place of the comparison's own, if they are given.
    """

    comparison: Comparison
    order: tuple[str, ...]
    reports: Mapping[str, BriefView]
    rows: Mapping[str, Row]
    echoes: tuple[Point, ...] | None = None

    def row(self, id_: str) -> Row:
        """Return the brief of a lane as lists show it."""
        return self.rows[id_]

    def is_loaded(self, id_: str) -> bool:
        """Whether the comment of a lane is at hand."""
        return any(lane.id == id_ for lane in self.comparison.lanes)

    def paragraphs(self, id_: str) -> tuple[str, ...]:
        """Return the comment of a lane; () while it is not at hand."""
        return next((lane.paragraphs for lane in self.comparison.lanes if lane.id == id_), ())

    def points(self) -> list[Point]:
        """Return the points to show, those of a kind together."""
        own = self.comparison.points
        if self.echoes is None:
            return list(own)
        return [*self.echoes, *(point for point in own if point.kind != "echo")]

    def report(self, id_: str) -> tuple[str, ...]:
        """Return the report of a lane, if reports are shown."""
        brief = self.reports.get(id_)
        if brief is None:
            return ()
        return tuple(p for s in brief.sections if s.kind == "report" for p in s.paragraphs)


def header(row: Row, width: int, *, focused: bool) -> list[tuple[Piece, ...]]:
    """Return the four lines over a lane: who, where and when, and the title on two lines."""
    mark = "▌" if focused else " "
    names = ", ".join(one_line(name) for name in row.authors) or "no analyst named"
    facts = (row.date or "no date", row.institution or "")
    house = " · ".join(one_line(part) for part in facts if part)
    title = one_line(row.title) or "(no title)"
    spans = list(wrap(title, width - 1))
    first = title[slice(*spans[0])]
    rest = title[spans[1][0] :] if len(spans) > 1 else ""
    return [
        ((mark, "mark"), (fit(names, width - 1), "strong")),
        ((mark, "mark"), (fit(house, width - 1), "quiet")),
        ((mark, "mark"), (first, "code" if focused else "")),
        ((mark, "mark"), (fit(rest, width - 1), "code" if focused else "")),
    ]


def aligned(sheet: Sheet, lanes: Sequence[str], width: int) -> list[Line]:
    """Return the rows for the lanes on the screen: what speaks of one thing on one height."""
    lines = _reports(sheet, lanes, width)
    for row in sheet.comparison.rows:
        here = [row.cells.get(id_, ()) for id_ in lanes]
        if not any(here):
            continue
        if row.why:
            elsewhere = [id_ for id_ in row.cells if id_ not in lanes]
            lines += _reason(row.why, len(elsewhere), len(lanes) * (width + len(GAP)) - len(GAP))
        cells = [
            _cell(sheet, id_, numbers, width) for id_, numbers in zip(lanes, here, strict=True)
        ]
        lines += _side_by_side(cells)
        lines.append(_BLANK)
    if not all(sheet.is_loaded(id_) for id_ in lanes):
        waiting = [() if sheet.is_loaded(id_) else (("… on its way", "quiet"),) for id_ in lanes]
        lines.insert(0, Line(tuple(waiting)))
    return lines or [Line(((("No comment in these briefs.", "quiet"),),), wide=True)]


def stacked(sheet: Sheet, width: int) -> list[Line]:
    """Return the rows for a narrow screen: the cells of a row one under the other."""
    loaded = [id_ for id_ in sheet.order if sheet.is_loaded(id_)]
    lines: list[Line] = []
    for row in sheet.comparison.rows:
        if row.why:
            lines += _reason(row.why, 0, width)
        for id_ in loaded:
            if numbers := row.cells.get(id_, ()):
                lines.append(_wide((fit(_who(sheet.row(id_)), width), "strong")))
                lines += _side_by_side([_cell(sheet, id_, numbers, width)])
        lines.append(_BLANK)
    return lines or [Line(((("No comment in these briefs.", "quiet"),),), wide=True)]


def own(sheet: Sheet, id_: str, width: int) -> list[Line]:
    """Return one lane by itself, for a lane that scrolls on its own."""
    lines = _reports(sheet, [id_], width)
    numbers = range(1, len(sheet.paragraphs(id_)) + 1)
    for number in numbers:
        lines += _side_by_side([_cell(sheet, id_, (number,), width)])
        lines.append(Line(((),)))
    nothing = "No comment." if sheet.is_loaded(id_) else "… on its way"
    return lines or [Line((((nothing, "quiet"),),))]


def points(sheet: Sheet, width: int) -> list[Line]:
    """Return all points with every side quoted, under a heading for each kind."""
    lines: list[Line] = []
    kind: PointKind | None = None
    for point in sheet.points():
        if point.kind != kind:
            kind = point.kind
            lines += [_BLANK] * bool(lines) + [_wide((_HEADINGS[kind], "comment"))]
        lines += _quoted(sheet, point.what, point.sides, width)
    for succession in sheet.comparison.successions:
        lines += _succession(sheet, succession, width)
    return lines or [_wide(("These comments share nothing that can be quoted.", "quiet"))]


def _succession(sheet: Sheet, succession: Succession, width: int) -> Iterator[Line]:
    """What an analyst's later comment says otherwise than the one before it."""
    dates = (sheet.row(id_).date or "no date" for id_ in (succession.earlier, succession.later))
    heading = f"WHAT CHANGED · {one_line(succession.analyst)}: {' → '.join(dates)}"
    yield _BLANK
    yield _wide((fit(heading, width), "comment"))
    for change in succession.changes:
        what = f"{said_of(change)}: {change.what}"
        yield from _quoted(sheet, what, change.sides, width)


def _quoted(sheet: Sheet, what: str, sides: Iterable[Side], width: int) -> Iterator[Line]:
    what = one_line(what)
    for start, end in wrap(what, width - 2):
        yield _wide(("  ", ""), (what[start:end], "strong"))
    for side in sides:
        report = " report" if side.section == "report" else ""
        who = f"    {_who(sheet.row(side.id))}{report} ¶{side.paragraph}"
        place = (side.id, 0 if report else side.paragraph)
        yield Line((((fit(who, width), "quiet"),),), True, (place,))
        sentence = flat(side.sentence)
        for start, end in wrap(sentence, width - 8):
            yield _wide(("      ┃ ", "comment"), (sentence[start:end], ""))


def _reason(why: Sequence[str], elsewhere: int, width: int) -> Iterator[Line]:
    """The reasons of a row over its cells; never cut, since they are the proof."""
    beyond = [f"{elsewhere} more in lanes beyond"] if elsewhere else []
    text = flat(" · ".join((*why, *beyond)))
    for number, (start, end) in enumerate(wrap(text, width - 3)):
        yield _wide(("╌╌ " if number == 0 else "   ", "quiet"), (text[start:end], "guess"))


def _reports(sheet: Sheet, lanes: Sequence[str], width: int) -> list[Line]:
    """The reports, if they are shown, with a rule over them and one over the comments."""
    if not any(sheet.report(id_) for id_ in lanes):
        return []
    cells = [list(_report_cell(sheet, id_, width)) for id_ in lanes]
    lines = _side_by_side(cells)
    rule: tuple[Piece, ...] = (("━━ COMMENT ".ljust(width, "━"), "comment"),)
    return [*lines, Line(tuple(rule for _ in lanes))]


def _report_cell(
    sheet: Sheet, id_: str, width: int
) -> Iterator[tuple[tuple[Piece, ...], Place | None]]:
    yield (("── REPORT ".ljust(width, "─"), "report"),), (id_, 0)
    for text in sheet.report(id_):
        clear = flat(text)
        for start, end in wrap(clear, width - 2):
            yield (("  ", ""), (clear[start:end], "quiet")), None
        yield (), None


def _cell(
    sheet: Sheet, id_: str, numbers: Iterable[int], width: int
) -> list[tuple[tuple[Piece, ...], Place | None]]:
    """The paragraphs of one lane on one row, each with its number and a bar at its side."""
    lines: list[tuple[tuple[Piece, ...], Place | None]] = []
    paragraphs = sheet.paragraphs(id_)
    for number in numbers:
        if lines:
            lines.append(((), None))
        text = flat(paragraphs[number - 1])
        place: Place | None = (id_, number)
        label = f"¶{number}"
        for start, end in wrap(text, width - _GUTTER):
            gutter = label.ljust(_GUTTER - 2) + "┃ "
            lines.append((((gutter, "comment"), (text[start:end], "")), place))
            place, label = None, ""
    return lines


def _side_by_side(
    cells: Sequence[Sequence[tuple[tuple[Piece, ...], Place | None]]],
) -> list[Line]:
    empty: tuple[tuple[Piece, ...], Place | None] = ((), None)
    return [
        Line(
            tuple(part for part, _ in across),
            places=tuple(place for _, place in across if place is not None),
        )
        for across in zip_longest(*cells, fillvalue=empty)
    ]


def _wide(*pieces: Piece) -> Line:
    return Line((pieces,), wide=True)


def _who(row: Row) -> str:
    name = ", ".join(one_line(name) for name in row.authors) or one_line(row.title)
    return " · ".join(part for part in (name, row.date or "no date") if part)
