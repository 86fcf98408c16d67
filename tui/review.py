"""Asking who is who on a terminal: two people side by side, one key each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from store.errors import UsageError
from store.views import Candidate, ReviewSide
from tui.output import new_sheet, show, tell
from tui.sheet import Piece, Sheet
from tui.tables import years

if TYPE_CHECKING:
    from store.library import Library

_QUESTION = "one person?  y same · n different · l later · q enough "
_CTRL_C, _CTRL_D = "\x03", "\x04"


def ask(library: Library, candidates: Sequence[Candidate]) -> None:
    """Show each candidate and write the answer into the ledger; without a terminal, only show."""
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    if not candidates:
        tell("nobody to decide on")
        return
    for number, candidate in enumerate(candidates, 1):
        sheet = new_sheet()
        add_candidate(sheet, candidate, f"{number} of {len(candidates)}")
        show(sheet, paged=False)
        if asking and not _answer(library, candidate):
            return


def _answer(library: Library, candidate: Candidate) -> bool:
    """Ask about one candidate; False for enough."""
    a, b = candidate.a.id, candidate.b.id
    while True:
        click.echo(_QUESTION, nl=False, err=True)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "", err=True)
        if key in ("q", _CTRL_C, _CTRL_D):
            return False
        if key == "l":
            return True
        if key in ("y", "n"):
            _decide(library, key, a, b)
            return True


def _decide(library: Library, key: str, a: str, b: str) -> None:
    try:
        entry = library.same(a, b) if key == "y" else library.different(a, b)
    except UsageError as error:  # an earlier answer of this sitting decided it already
        tell(str(error))
        return
    said = "one person" if key == "y" else "two people"
    tell(f"{said}; “dateline people undo {entry.number}” takes it back")


def add_candidate(sheet: Sheet, candidate: Candidate, place: str) -> None:
    """Add both people side by side, with what speaks for one person."""
    sheet.heading(f"{candidate.a.name} = {candidate.b.name} ?   {place}")
    sheet.text(Piece("; ".join(candidate.why), "faint"))
    sheet.columns([side_lines(candidate.a), side_lines(candidate.b)])
    sheet.blank()


def side_lines(side: ReviewSide) -> list[str]:
    """Return what is known of one of the two, a paragraph an item."""
    office = ", ".join(part for part in (side.rank, side.office) if part)
    briefs = f"{side.briefs:,} brief{'s' * (side.briefs != 1)}"
    when = years(side.first, side.last)
    facts = " · ".join(part for part in (side.country or "?", office, briefs, when) if part)
    names = ", ".join(side.names)
    told = [f"{c.date or 'undated'} {c.brief}: {c.sentence}" for c in side.contexts]
    return [f"{side.id} {side.name}", f"named {names}", facts, *told]
