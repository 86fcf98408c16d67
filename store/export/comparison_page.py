"""A comparison as one self-contained HTML page: for a browser, a phone, a printer or a mail.

The page asks for nothing from outside and runs no script. Where it is wide each brief has its
column; where it is narrow, or printed with many briefs, the cells of a row stand under each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import resources

from store.text import one_line
from store.views import AlignedRow, ChangeKind, Comparison, PointKind, Row, Side

_HEADINGS: Mapping[PointKind, str] = {
    "figure": "Figures that disagree",
    "date": "Dates that disagree",
    "echo": "Echo: nearly the same sentences",
    "quote": "The same quotation",
    "shared": "Named by several",
    "only": "Named by one only",
    "hedge": "Hedges as printed",
}
_CHANGES: Mapping[ChangeKind, str] = {
    "figure": "Figure",
    "date": "Date",
    "hedge": "Hedge",
    "named": "Named now",
    "unnamed": "No longer named",
    "new": "New",
    "dropped": "Not taken up",
}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_IN_COLUMNS = 3  # briefs that have room beside each other on a printed page


def to_html(comparison: Comparison) -> str:
    """Return the page: the briefs, the rows of comments that belong together, the points.

    Texts are quoted with the brief's id and paragraph number; nothing in them acts as markup.
    """
    title = f"Comments side by side · {len(comparison.briefs)} briefs"
    crowd = " many" if len(comparison.lanes) > _IN_COLUMNS else ""
    style = resources.files("store.export").joinpath("comparison.css").read_text("utf-8")
    parts = (_briefs, _rows, _points, _successions)
    body = [line for part in parts for line in part(comparison)]
    return "\n".join([
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>\n{style}:root {{ --lanes: {max(len(comparison.lanes), 1)}; }}\n</style></head>",
        f'<body class="sheet{crowd}">',
        f"<h1>{escape(title)}</h1>",
        *body,
        "</body></html>\n",
    ])  # fmt: skip


def _text(text: str) -> str:
    return escape(one_line(text))


def _briefs(comparison: Comparison) -> Iterator[str]:
    yield '<ul class="briefs">'
    for row in comparison.briefs:
        yield (
            f'<li id="{escape(row.id)}"><strong dir="auto">{_text(row.title) or "(no title)"}'
            f"</strong><br>{_who(row)} · <code>{escape(row.id)}</code></li>"
        )
    yield "</ul>"


def _who(row: Row) -> str:
    """Say who wrote a brief, where and when."""
    parts = (", ".join(row.authors) or "no analyst named", row.institution)
    house = " · ".join(f"<bdi>{_text(part)}</bdi>" for part in parts if part)
    return f'{house} · <span class="day">{escape(row.date or "no date")}</span>'


def _rows(comparison: Comparison) -> Iterator[str]:
    if not comparison.rows:
        yield "<p>There is no comment in these briefs.</p>"
        return
    briefs = {row.id: row for row in comparison.briefs}
    lanes = {lane.id: lane.paragraphs for lane in comparison.lanes}
    yield "<h2>Side by side</h2>"
    yield '<div class="heads" aria-hidden="true">'
    yield from (f"<div>{_byline(briefs[id_])}</div>" for id_ in lanes)
    yield "</div>"
    for row in comparison.rows:
        yield from _row(row, lanes, briefs)


def _byline(row: Row) -> str:
    name = ", ".join(row.authors) or row.title
    return f'<bdi>{_text(name)}</bdi> <small class="day">{escape(row.date or "no date")}</small>'


def _row(
    row: AlignedRow, lanes: Mapping[str, tuple[str, ...]], briefs: Mapping[str, Row]
) -> Iterator[str]:
    why = f'<p class="why">{_text(" · ".join(row.why))}</p>' if row.why else ""
    yield f'<section class="row{"" if row.why else " alone"}">{why}<div class="cells">'
    for column, (id_, paragraphs) in enumerate(lanes.items(), start=1):
        if numbers := row.cells.get(id_, ()):
            yield f'<div class="cell" style="--lane: {column}">'
            yield f'<p class="who">{_byline(briefs[id_])}</p>'
            yield from (_paragraph(id_, n, paragraphs[n - 1]) for n in numbers)
            yield "</div>"
    yield "</div></section>"


def _paragraph(id_: str, number: int, text: str) -> str:
    return (
        f'<p id="{escape(id_)}-{number}" dir="auto"><a class="n" href="#{escape(id_)}">'
        f"¶{number}</a> {_text(text)}</p>"
    )


def _points(comparison: Comparison) -> Iterator[str]:
    briefs = {row.id: row for row in comparison.briefs}
    kind: PointKind | None = None
    if comparison.points:
        yield "<h2>Points</h2>"
    for point in comparison.points:
        if point.kind != kind:
            kind = point.kind
            yield f'<h3 class="{kind}">{_HEADINGS[kind]}</h3>'
        yield from _quoted(point.what, point.sides, briefs)


def _successions(comparison: Comparison) -> Iterator[str]:
    briefs = {row.id: row for row in comparison.briefs}
    for succession in comparison.successions:
        dates = " → ".join(
            f'<a href="#{escape(id_)}">{escape(briefs[id_].date or "no date")}</a>'
            for id_ in (succession.earlier, succession.later)
        )
        yield f"<h2>What changed: <bdi>{_text(succession.analyst)}</bdi>, {dates}</h2>"
        for change in succession.changes:
            what = f"{_CHANGES[change.kind]}: {change.what}"
            yield from _quoted(what, change.sides, briefs)


def _quoted(what: str, sides: Sequence[Side], briefs: Mapping[str, Row]) -> Iterator[str]:
    yield f'<section class="point"><h4 dir="auto">{_text(what)}</h4>'
    for side in sides:
        yield f"<blockquote>{_source(side, briefs)}{_text(side.sentence)}</blockquote>"
    yield "</section>"


def _source(side: Side, briefs: Mapping[str, Row]) -> str:
    """Say where a quotation stands; reports are not on the page, so their brief is linked."""
    in_report = side.section == "report"
    target = side.id if in_report else f"{side.id}-{side.paragraph}"
    where = f"{_byline(briefs[side.id])} {'report ' * in_report}¶{side.paragraph}"
    return f'<a class="who" href="#{escape(target)}">{where}</a> '
