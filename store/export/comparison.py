"""A comparison as a Markdown sheet (CommonMark), to keep or to send."""

from __future__ import annotations

from collections.abc import Iterator

from store.export.markdown import escaped
from store.views import Comparison, Point, Row


def to_markdown(comparison: Comparison) -> str:
    """Return the whole sheet: the briefs, the rows of comments that belong together, the points.

    Texts are quoted with the brief's id and paragraph number; nothing in them acts as markup.
    """
    return "\n".join([*_briefs(comparison), *_rows(comparison), *_points(comparison)]) + "\n"


def _briefs(comparison: Comparison) -> Iterator[str]:
    yield "# Comments side by side"
    yield ""
    for row in comparison.briefs:
        yield f"- **{row.id}** {_about(row)}"


def _about(row: Row) -> str:
    parts = (row.title, ", ".join(row.authors), row.date or "no date")
    return " · ".join(escaped(part) for part in parts if part)


def _rows(comparison: Comparison) -> Iterator[str]:
    lanes = {lane.id: lane.paragraphs for lane in comparison.lanes}
    for number, row in enumerate(comparison.rows, start=1):
        yield ""
        yield f"## {number}. {escaped(', '.join(row.why)) or 'Alone'}"
        for identity, paragraphs in row.cells.items():
            for n in paragraphs:
                yield ""
                yield f"> **{identity} ¶{n}** {escaped(lanes[identity][n - 1])}"


def _points(comparison: Comparison) -> Iterator[str]:
    if comparison.points:
        yield ""
        yield "## Points"
    for point in comparison.points:
        yield from _point(point)


def _point(point: Point) -> Iterator[str]:
    yield ""
    yield f"- **{point.kind}:** {escaped(point.what)}"
    for side in point.sides:
        yield f"  - {side.id} ¶{side.paragraph}: {escaped(side.sentence)}"
