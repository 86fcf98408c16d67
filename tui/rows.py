"""Briefs as rows of a list: two lines each, and a third for the passage a search found."""

from __future__ import annotations

from collections.abc import Iterator

from store.views import Row, SearchAnswer, Snippet
from tui.sheet import Piece, Sheet

_MARGIN = " " * 7  # under the title, past an id of five letters and its gap


def add_rows(sheet: Sheet, rows: tuple[Row, ...]) -> None:
    """Add briefs to a sheet: id, date, title; pairs and authors; the passage found, if any."""
    for row in rows:
        head = f"{row.id}  {row.date or 'no date':<10}  "
        sheet.text(Piece(row.title, "title"), first=head, rest=_MARGIN)
        about = " · ".join(_about(row))
        if about:
            sheet.text(Piece(about, "faint"), first=_MARGIN)
        if row.snippet:
            sheet.text(*_passage(row.snippet), first=_MARGIN)
        guesses = [why for why in row.why if not why.startswith("exact")]
        if guesses:
            sheet.text(Piece(f"found by {', '.join(guesses)}", "faint"), first=_MARGIN)


def counted(answer: SearchAnswer, what: str) -> str:
    """Return how many there are and how many are shown: "2 of 31 briefs, newest first"."""
    shown = len(answer.results)
    number = f"{shown:,} of {answer.total:,}" if shown < answer.total else f"{answer.total:,}"
    return f"{number} {what if answer.total == 1 else what + 's'}"


def _about(row: Row) -> Iterator[str]:
    yield from (", ".join(part) for part in (row.pairs, row.authors) if part)
    if row.starred:
        yield "starred"
    if row.read:
        yield "read"


def _passage(snippet: Snippet) -> Iterator[Piece]:
    """Yield the section's name and the passage, the words found set apart."""
    yield Piece(f"{snippet.section}: ", "comment" if snippet.section == "comment" else "faint")
    at = 0
    for start, end in snippet.highlights:
        yield Piece(snippet.text[at:start])
        yield Piece(snippet.text[start:end], "hit")
        at = end
    yield Piece(snippet.text[at:])
