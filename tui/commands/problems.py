"""`dateline problems`: what could not be read, or was only guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from store.errors import UsageError
from store.views import ProblemView, plain
from tui import completing
from tui.options import json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show, tell

if TYPE_CHECKING:
    from store.library import Library


@click.command("problems")
@click.option(
    "--fix",
    nargs=2,
    metavar="ID FIELD=VALUE",
    shell_complete=completing.briefs,
    help="Correct the title, date, authors, institution or comment (paragraphs: 4, 4-6, none).",
)
@json_option
@lines_option
def command(fix: tuple[str, str] | None, as_json: bool, as_lines: bool) -> None:
    """List what could not be read from the sources, or was only guessed; correct it.

    A correction is kept when the brief is taken in again.

    \b
    Example: dateline problems --fix b4f2k date=2017-10-20
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        if fix:
            _fix(library, *fix)
        problems = library.problems()
    if as_json:
        print_json({"problems": plain(problems)})
    elif as_lines:
        print_json_lines(map(plain, problems))
    elif not fix:
        _show(problems)


def _show(problems: Sequence[ProblemView]) -> None:
    sheet = new_sheet()
    for problem in problems:
        where = " · ".join(part for part in (problem.id, problem.source) if part)
        sheet.text(where, first="", rest="  ")
        guess = f" (taken: {problem.guess})" if problem.guess else ""
        sheet.text(f"{problem.field}: {problem.reason}{guess}", first="  ")
    show(sheet, narration=[] if problems else ["no problems: everything could be read"])


def _fix(library: Library, brief_id: str, correction: str) -> None:
    field, sign, value = correction.partition("=")
    if not sign:
        raise UsageError(f"“{correction}” is no correction; write FIELD=VALUE, date=2017-10-20")
    library.fix(brief_id.removeprefix("brief:"), field, value)
    tell(f"{field.strip()} of {brief_id} corrected; “dateline undo” takes it back")
