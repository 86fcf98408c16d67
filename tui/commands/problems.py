"""`dateline problems`: what could not be read, or was only guessed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from store.errors import UsageError
from store.text import counted
from store.views import ProblemView, plain
from tui import completing
from tui.options import json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show, tell

if TYPE_CHECKING:
    from store.library import Library

_ID = 7  # cells for the id of a brief and a gap


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
    """Print the problems by file, and within a file by brief, each named once."""
    sheet = new_sheet()
    sources: dict[str, dict[str, list[ProblemView]]] = {}
    for problem in problems:
        sources.setdefault(problem.source or "", {}).setdefault(problem.id or "", []).append(
            problem
        )
    for source, briefs in sources.items():
        sheet.heading(source or "without a source")
        for brief_id, doubts in briefs.items():
            for number, doubt in enumerate(doubts):
                guess = f" (taken: {doubt.guess})" if doubt.guess else ""
                first = f"  {'' if number else brief_id:<{_ID}}"
                sheet.text(
                    f"{doubt.field}: {doubt.reason}{guess}", first=first, rest=" " * (_ID + 4)
                )
    show(sheet, narration=[_counted(problems, sources)])


def _counted(problems: Sequence[ProblemView], sources: Collection[str]) -> str:
    if not problems:
        return "no problems: everything could be read"
    return f"{counted(len(problems), 'problem')} in {counted(len(sources), 'file')}"


def _fix(library: Library, brief_id: str, correction: str) -> None:
    field, sign, value = correction.partition("=")
    if not sign:
        raise UsageError(f"“{correction}” is no correction; write FIELD=VALUE, date=2017-10-20")
    library.fix(brief_id.removeprefix("brief:"), field, value)
    tell(f"{field.strip()} of {brief_id} corrected; “dateline undo” takes it back")
