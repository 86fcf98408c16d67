"""Asking who is who on a terminal: two people side by side, one key each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from store.errors import UsageError
from store.text import counted
from store.views import Candidate, ReviewSide
from tui.output import new_sheet, show, tell
from tui.sheet import Piece, Sheet
from tui.tables import years

if TYPE_CHECKING:
    from store.library import Library

_QUESTION = "one person?  y same · n different · l later · q enough "
_ENOUGH = ("q", "", "\x03", "\x04")  # also the end of the input, Ctrl-C and Ctrl-D


def ask(library: Library, candidates: Sequence[Candidate]) -> None:
    """Show each candidate and write the answer into the ledger; without a terminal, only show."""
    if not candidates:
        tell("nobody to decide on")
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for number, candidate in enumerate(candidates, 1):
            _show(candidate, f"{number} of {len(candidates)}")
        return
    with _single_keys() as read_key:
        for number, candidate in enumerate(candidates, 1):
            _show(candidate, f"{number} of {len(candidates)}")
            if not _answer(library, candidate, read_key):
                return


def _show(candidate: Candidate, place: str) -> None:
    sheet = new_sheet()
    add_candidate(sheet, candidate, place)
    show(sheet, paged=False)


@contextmanager
def _single_keys() -> Iterator[Callable[[], str]]:
    """Give a reader of single keys; the terminal is as it was before afterwards.

    The terminal is set once for all questions: setting it anew for each one (as `click.getchar`
    does) drops what was typed ahead.
    """
    try:
        import termios
        import tty
    except ImportError:  # no such thing on Windows
        yield click.getchar
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal)
    try:
        yield lambda: os.read(terminal, 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _answer(library: Library, candidate: Candidate, read_key: Callable[[], str]) -> bool:
    """Ask about one candidate; False for enough."""
    while True:
        click.echo(_QUESTION, nl=False, err=True)
        key = read_key().lower()
        click.echo(key if key.isprintable() else "", err=True)
        if key in _ENOUGH:
            return False
        if key == "l":
            return True
        if key in ("y", "n"):
            _decide(library, key, candidate.a.id, candidate.b.id)
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
    names = " = ".join(side.name + " (?)" * side.partial for side in (candidate.a, candidate.b))
    sheet.heading(f"{names} ?   {place}")
    sheet.text(Piece("; ".join(candidate.why), "faint"))
    sheet.columns([side_lines(candidate.a), side_lines(candidate.b)])
    sheet.blank()


def side_lines(side: ReviewSide) -> list[str]:
    """Return what is known of one of the two, a paragraph an item."""
    office = ", ".join(part for part in (side.rank, side.office) if part)
    briefs = counted(side.briefs, "brief")
    when = years(side.first, side.last)
    facts = " · ".join(part for part in (side.country or "?", office, briefs, when) if part)
    names = ", ".join(side.names)
    told = [f"{c.date or 'undated'} {c.brief}: {c.sentence}" for c in side.contexts]
    return [f"{side.id} {side.name}", f"named {names}", facts, *told]
