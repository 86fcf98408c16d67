"""`dateline people`: the people named in the briefs."""

from __future__ import annotations

import click

from store.views import PersonRow, plain
from tui.options import json_option, limit_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.tables import years


@click.command("people")
@click.argument("text", nargs=-1)
@limit_option
@json_option
@lines_option
def command(text: tuple[str, ...], limit: int | None, as_json: bool, as_lines: bool) -> int:
    """List the people named, most briefs first; with TEXT, those whose name is like it.

    \b
    Example: dateline people shoigu
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        people = library.people(" ".join(text), limit=limit)
    if as_json:
        print_json({"people": plain(people)})
    elif as_lines:
        print_json_lines(map(plain, people))
    else:
        sheet = new_sheet()
        header = ("id", "name", "country", "briefs", "years", "rank, office")
        sheet.table(header, [_cells(person) for person in people])
        show(sheet, narration=[] if people else ["nobody found by that name"])
    return 0 if people else 1


def _cells(person: PersonRow) -> tuple[str, ...]:
    office = ", ".join(part for part in (person.rank, person.office) if part)
    when = years(person.first, person.last)
    return (person.id, person.name, person.country or "?", str(person.briefs), when, office)
