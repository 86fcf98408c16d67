"""A comparison as a Markdown sheet (CommonMark), to keep or to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.export.markdown import escaped
from store.views import Comparison, Row, Side, Succession


def to_markdown(comparison: Comparison) -> str:
    """Return the whole sheet: the briefs, the rows of comments that belong together, the points.

    Texts are quoted with the brief's id and paragraph number; nothing in them acts as markup.
    """
    parts = (_briefs, _rows, _points, _successions)
    return "\n".join(line for part in parts for line in part(comparison)) + "\n"


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
        for identity in lanes:
            for n in row.cells.get(identity, ()):
                yield ""
                yield f"> **{identity} ¶{n}** {escaped(lanes[identity][n - 1])}"


def _points(comparison: Comparison) -> Iterator[str]:
    if comparison.points:
        yield ""
        yield "## Points"
    for point in comparison.points:
        yield ""
        yield from _quoted(point.kind, point.what, point.sides)


def _successions(comparison: Comparison) -> Iterator[str]:
    for succession in comparison.successions:
        yield ""
        yield f"## What changed: {escaped(succession.analyst)}, {_span(succession)}"
        for change in succession.changes:
            yield ""
            yield from _quoted(change.kind, change.what, change.sides)


def _span(succession: Succession) -> str:
    return f"{succession.earlier} → {succession.later}"


def _quoted(kind: str, what: str, sides: Iterable[Side]) -> Iterator[str]:
    yield f"- **{kind}:** {escaped(what)}"
    for side in sides:
        report = "report " if side.section == "report" else ""
        yield f"  - {side.id} {report}¶{side.paragraph}: {escaped(side.sentence)}"
