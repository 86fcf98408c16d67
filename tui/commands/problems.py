"""`dateline problems`: what could not be read, or was only guessed."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show


@click.command("problems")
@json_option
def command(as_json: bool) -> None:
    """List what could not be read from the sources, or was only guessed.

    \b
    Example: dateline problems
    """
    with open_library() as library:
        problems = library.problems()
    if as_json:
        print_json({"problems": plain(problems)})
        return
    sheet = new_sheet()
    for problem in problems:
        where = " · ".join(part for part in (problem.id, problem.source) if part)
        sheet.text(where, first="", rest="  ")
        guess = f" (taken: {problem.guess})" if problem.guess else ""
        sheet.text(f"{problem.field}: {problem.reason}{guess}", first="  ")
    show(sheet, narration=[] if problems else ["no problems: everything could be read"])
