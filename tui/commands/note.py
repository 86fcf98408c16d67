"""`dateline note`: the reader's notes on a brief."""

from __future__ import annotations

import sys

import click

from tui import completing
from tui.options import open_library
from tui.output import new_sheet, show, tell


@click.command("note")
@click.argument("brief_id", metavar="ID", shell_complete=completing.briefs)
@click.argument("text", nargs=-1, metavar="[TEXT | -]")
def command(brief_id: str, text: tuple[str, ...]) -> None:
    """Add a note to a brief (- reads it from standard input); without TEXT, show its notes.

    \b
    Example: dateline note b4f2k "Ask where the figure comes from."
    """
    brief_id = brief_id.removeprefix("brief:")
    with open_library() as library:
        if not text:
            notes = library.brief(brief_id).notes
            sheet = new_sheet()
            for note in notes:
                sheet.text(note.text, first=f"{note.created[:10]}  ", rest=" " * 12)
            show(sheet, narration=[] if notes else [f"no notes on {brief_id}"])
            return
        library.note(brief_id, sys.stdin.read() if text == ("-",) else " ".join(text))
    tell(f"noted on {brief_id}")
