"""Tables and short lists that several subcommands print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from store.views import AnalystRow, NamedCount, PairRow
from tui.matrix import Matrix
from tui.sheet import Piece, Sheet

_COLUMN = 5  # cells of a column of the matrix


def add_pairs(sheet: Sheet, pairs: Sequence[PairRow]) -> None:
    """Add country pairs: codes, briefs, those with a comment, dates, names."""
    header = ("pair", "briefs", "comments", "dates", "countries")
    rows = [
        (p.pair, str(p.briefs), str(p.comments), span(p.first, p.last), "–".join(p.names))
        for p in pairs
    ]
    sheet.table(header, rows)


def add_matrix(sheet: Sheet, matrix: Matrix) -> None:
    """Add a matrix of pairs, in as many blocks of columns as the width needs."""
    size = range(len(matrix.codes))
    room = max(1, (sheet.width - 4) // _COLUMN)
    for first in range(0, len(matrix.codes), room):
        columns = size[first : first + room]
        sheet.blank()
        sheet.line("    ", *(f"{matrix.codes[column]:>{_COLUMN}}" for column in columns))
        for row in size:
            cells = (_cell(matrix, row, column) for column in columns)
            sheet.line(f"{matrix.codes[row]:<4}", *cells)


def _cell(matrix: Matrix, row: int, column: int) -> str:
    pair = matrix.at(row, column)
    return f"{pair.briefs if pair else '·':>{_COLUMN}}"


def add_analysts(sheet: Sheet, analysts: Sequence[AnalystRow]) -> None:
    """Add analysts: name, briefs, those with a comment, pairs, institution."""
    header = ("name", "briefs", "comments", "pairs", "institution")
    rows = [
        (a.name, str(a.briefs), str(a.comments), ", ".join(a.pairs[:4]), a.institution or "")
        for a in analysts
    ]
    sheet.table(header, rows)


def add_named(sheet: Sheet, heading: str, named: Sequence[NamedCount]) -> None:
    """Add somebody or something by id and name under a heading; nothing if there is nobody."""
    if named:
        sheet.heading(heading)
        sheet.table(("id", "name", "briefs"), [(n.id, n.name, str(n.briefs)) for n in named])


def add_months(sheet: Sheet, by_month: Mapping[str, int], gaps: Sequence[str]) -> None:
    """Add the briefs a month as bars, and the months between them without any."""
    most = max(by_month.values(), default=0)
    if not most:
        return
    sheet.heading("BY MONTH")
    room = min(40, most)
    for month, count in sorted(by_month.items()):
        bar = "█" * max(1, round(count * room / most))
        sheet.line(Piece(f"{month}  "), Piece(bar), Piece(f" {count}"))
    if gaps:
        sheet.text(f"nothing in {', '.join(_runs(gaps))}", first="", rest="  ")


def years(first: str | None, last: str | None) -> str:
    """Return the years of a span of dates: "2017", "2017–2018", "" for none."""
    return "–".join(sorted({date[:4] for date in (first, last) if date}))


def span(first: str | None, last: str | None) -> str:
    """Return a span of dates in words: "2017-10-20", "2017-03 to 2018-01", "" for none."""
    if first and last and first != last:
        return f"{first} to {last}"
    return first or last or ""


def _runs(months: Sequence[str]) -> Iterator[str]:
    """Yield months that follow one another as one: "2016-09 to 2017-09"."""
    first = last = ""
    for month in months:
        if first and _number(month) != _number(last) + 1:
            yield span(first, last)
            first = ""
        first, last = first or month, month
    if first:
        yield span(first, last)


def _number(month: str) -> int:
    """Return how many months a month ("2017-10") is after year 0."""
    return int(month[:4]) * 12 + int(month[5:7])
