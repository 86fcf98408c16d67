"""How a line of a brief looks: its gutter, its text, and the names and hits laid over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from rich.style import Style

from tui.hits import Hit
from tui.page import GUTTER, Line
from tui.painting import PLAIN, Piece, flat
from tui.place import Place, country_place, person_place

if TYPE_CHECKING:
    from store.views import BriefView

STYLES = (
    "title", "quiet", "number", "report", "comment", "person", "country", "hit", "current",
)  # fmt: skip
"""The styles by name; app.tcss gives each its look as `.page--NAME`."""

Mark = TypeVar("Mark")
Laid = tuple[Hit, str, bool]
"""Something laid over the text: where, in which style, and whether it is the current one."""


def pieces_of(
    line: Line, marks: Sequence[Laid], style: Callable[[str], Style], *, picked: bool = False
) -> list[Piece]:
    """Return a line as pieces; `marks` are in order of weight, the later over the earlier.

    `picked` is for the lines of the paragraph that is picked out.
    """
    return [*_gutter(line, style, picked), *_text(line, marks, style)]


def names_of(brief: BriefView) -> list[tuple[Hit, Place]]:
    """All places of people and countries in reading order, with where each leads."""
    found = [
        ((span.paragraph, span.start, span.end), person_place(person.id, person.name))
        for person in brief.people
        for span in person.spans
    ]
    found += [
        ((span.paragraph, span.start, span.end), country_place(country.code, country.name))
        for country in brief.countries
        for span in country.spans
    ]
    return sorted(found, key=lambda name: name[0])


def on_line(
    marks: Sequence[Mark], line: Line, place: Callable[[Mark], Hit]
) -> Iterator[tuple[int, Mark]]:
    """Yield those of the marks (in reading order, apart from each other) that touch a line."""
    end = (line.paragraph, line.start + len(line.text))
    first = bisect_left(marks, (line.paragraph, line.start, 0), key=place)
    # The one before may begin on the line above and reach into this one.
    for index in range(max(0, first - 1), len(marks)):
        paragraph, start, stop = place(marks[index])
        if (paragraph, start) >= end:
            return
        if paragraph == line.paragraph and stop > line.start:
            yield index, marks[index]


def _gutter(line: Line, style: Callable[[str], Style], picked: bool) -> list[Piece]:
    if line.part in ("title", "byline", "heading", "foot"):
        return [(" ", PLAIN)]
    number = f"{'▸' if picked else ' '}{line.number or '':>2} "
    if line.kind == "comment":
        return [(number, style("number")), ("┃   ", style("comment"))]
    return [(number.ljust(GUTTER["report"]), style("number"))]


def _text(line: Line, marks: Sequence[Laid], style: Callable[[str], Style]) -> list[Piece]:
    if line.part == "heading":
        return [(line.text, style(line.kind))]
    if line.part in ("byline", "foot", "note"):
        return [(flat(line.text), style("quiet"))]
    base = style("title") if line.part == "title" else PLAIN
    text = flat(line.text)
    if not marks:
        return [(text, base)]
    styles = [base] * len(text)
    for (_, start, end), name, current in marks:
        laid = style(name) + (style("current") if current else PLAIN)
        for i in range(max(0, start - line.start), min(len(text), end - line.start)):
            styles[i] = styles[i] + laid
    return _runs(text, styles)


def _runs(text: str, styles: Sequence[Style]) -> list[Piece]:
    """Join neighbouring characters of one style into pieces."""
    at = 0
    pieces: list[Piece] = []
    for style, run in groupby(styles):
        length = sum(1 for _ in run)
        pieces.append((text[at : at + length], style))
        at += length
    return pieces
