"""CSV (RFC 4180): a brief a row, for spreadsheets; no cell can act as a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from store.views import BriefView

HEAD = (
    "id", "title", "date", "authors", "institutions", "pairs", "countries", "people", "tags",
    "read", "starred", "report", "comment", "sources",
)  # fmt: skip
# What spreadsheets take for the start of a formula or a command, tab and line break included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
_BETWEEN = "; "


def lines(briefs: Iterable[BriefView]) -> Iterator[str]:
    """Yield the head and then the row of every brief, each with its line break."""
    yield row(HEAD)
    for brief in briefs:
        yield row(_cells(brief))


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows as it is: a formula is made text by an apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _cells(brief: BriefView) -> Iterator[str]:
    yield brief.id
    yield brief.title
    yield brief.date or ""
    yield _BETWEEN.join(author.name for author in brief.authors)
    yield _BETWEEN.join(dict.fromkeys(a.institution for a in brief.authors if a.institution))
    yield _BETWEEN.join(pair.pair for pair in brief.pairs)
    yield _BETWEEN.join(country.code for country in brief.countries)
    yield _BETWEEN.join(person.name for person in brief.people)
    yield _BETWEEN.join(brief.tags)
    yield "yes" if brief.read else "no"
    yield "yes" if brief.starred else "no"
    yield _text(brief, "report")
    yield _text(brief, "comment")
    yield _BETWEEN.join(source.path for source in brief.sources)


def _text(brief: BriefView, kind: str) -> str:
    return "\n\n".join(p for s in brief.sections if s.kind == kind for p in s.paragraphs)


def row(cells: Iterable[str]) -> str:
    """Return one row of safe cells, with its line break."""
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(map(safe, cells))
    return line.getvalue()
