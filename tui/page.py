"""A brief laid out as lines of a readable measure, with where each line stands in the text.

Knows no widget and no colour: the reader draws these lines. Lines are made one after the other,
so that the first screen of a very long text need not wait for its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from store.text import one_line

if TYPE_CHECKING:
    from store.brief import PassageKind, SectionKind
    from store.views import BriefView

MEASURE = 84
"""The widest a line of prose may be, in cells, gutter included."""

GUTTER: dict[PassageKind, int] = {"title": 1, "report": 5, "comment": 8}
"""Cells before the text: a comment is set in further than a report, behind its bar."""

Part = Literal["title", "byline", "heading", "text", "note", "blank", "foot"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `text` is text[start : start + len] of paragraph `paragraph` (as in `Passage`).

    `paragraph` is -1 for lines that are not the brief's own; `number` is the paragraph's number
    within its kind, on its first line only.
    """

    part: Part
    text: str = ""
    kind: PassageKind = "report"
    paragraph: int = -1
    start: int = 0
    number: int | None = None


def wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of each line of `text` at most `width` cells wide, broken at spaces."""
    width = max(8, width)
    at = 0
    while at < len(text):
        end = at + _fitting(text, at, width)
        if end < len(text) and text[end] != " ":
            space = text.rfind(" ", at + 1, end)
            end = space if space > at else end
        yield at, end
        at = end
        while at < len(text) and text[at] == " ":
            at += 1


def hanging(line: str, width: int) -> list[str]:
    """Return a line wrapped at `width` cells; what goes on stands under where its text began.

    Its text begins behind the last gap of two blanks or more: "w      search all …".
    """
    start = line.rfind("  ") + 2 if "  " in line.rstrip() else 0
    if cell_len(line) <= width or start > width // 2:
        return [line]
    text = line[start:]
    parts = [text[a:b] for a, b in wrap(text, width - start)]
    return [line[:start] + parts[0], *(" " * start + part for part in parts[1:])]


def _fitting(text: str, at: int, width: int) -> int:
    """How many characters from `at` on fit into `width` cells; at least one."""
    count = min(width, len(text) - at)
    while count > 1 and cell_len(text[at : at + count]) > width:
        count -= 1
    return count


def lines_of(brief: BriefView, width: int) -> Iterator[Line]:
    """Yield the lines of a brief for a pane of `width` cells."""
    measure = min(MEASURE, width) - 1
    for start, end in wrap(brief.title or "(no title)", measure - GUTTER["title"]):
        yield Line("title", brief.title[start:end], "title", 0, start)
    for text in _byline(brief):
        for start, end in wrap(text, measure - 1):
            yield Line("byline", text[start:end])
    yield from _body(brief, measure)
    yield Line("blank")
    for text in _foot(brief):
        for start, end in wrap(text, measure - 1):
            yield Line("foot", text[start:end])


def _body(brief: BriefView, measure: int) -> Iterator[Line]:
    numbers: dict[SectionKind, int] = {"report": 0, "comment": 0}
    paragraph = 0
    before: SectionKind | None = None
    for section in brief.sections:
        kind = section.kind
        if kind != before or section.label:
            yield Line("blank")
            yield Line("heading", _heading(kind, section.label, measure), kind)
        before = kind
        for text in section.paragraphs:
            paragraph += 1
            numbers[kind] += 1
            if numbers[kind] > 1:
                yield Line("blank", kind=kind)
            yield from _paragraph(text, kind, paragraph, numbers[kind], measure)
            for note in brief.notes:
                if note.paragraph == paragraph:
                    yield from _note(f"✎ {one_line(note.text)}", kind, measure)


def _note(text: str, kind: SectionKind, measure: int) -> Iterator[Line]:
    for start, end in wrap(text, measure - GUTTER[kind]):
        yield Line("note", text[start:end], kind)


def _paragraph(
    text: str, kind: SectionKind, paragraph: int, number: int, measure: int
) -> Iterator[Line]:
    shown: int | None = number
    for start, end in wrap(text, measure - GUTTER[kind]):
        yield Line("text", text[start:end], kind, paragraph, start, shown)
        shown = None


def _heading(kind: SectionKind, label: str | None, measure: int) -> str:
    """A rule with the kind in capitals and the printed label: heavy before a comment."""
    rule = "━" if kind == "comment" else "─"
    printed = one_line(label or "").rstrip(":")
    extra = f" · {printed}" if printed and printed.lower() != kind else ""
    words = f"{kind.upper()}{extra}"[: measure - 6]
    return f"{rule * 2} {words} ".ljust(measure, rule)


def _byline(brief: BriefView) -> Iterator[str]:
    for author in brief.authors:
        parts = (author.name, author.role, author.institution)
        yield " · ".join(one_line(part) for part in parts if part)
    reading = brief.fields.get("date")
    doubt = ""
    if reading is not None and reading.confidence != "sure":
        doubt = f" ({reading.confidence}: {one_line(reading.reason)})"
    pairs = "  ".join(count.pair for count in brief.pairs)
    yield "  ".join(part for part in ((brief.date or "no date") + doubt, pairs) if part)


def _foot(brief: BriefView) -> Iterator[str]:
    version = f"version {brief.version} of {brief.versions}" if brief.versions > 1 else ""
    tags = "tags " + " ".join(brief.tags) if brief.tags else ""
    yield " · ".join(part for part in (f"brief:{brief.id}", version, tags) if part)
    for note in brief.notes:
        if note.paragraph is None:
            gone = f" (on a passage that is gone: “{note.quote} …”)" if note.quote else ""
            yield f"✎ {note.created[:10]}{gone} {one_line(note.text)}"
    for number, source in enumerate(brief.sources):
        yield f"{'also at' if number else 'from'} {one_line(source.path).rpartition('/')[2]}"
    for also in brief.also_at:
        yield f"also at brief:{also.id} · {also.share} % the same · {one_line(also.title)}"
    for problem in brief.problems:
        guess = f" (taken: {one_line(problem.guess)})" if problem.guess else ""
        yield f"in doubt: {problem.field}, {one_line(problem.reason)}{guess}"
