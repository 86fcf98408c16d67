"""`dateline analysts`: who wrote the briefs."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.tables import add_analysts


@click.command("analysts")
@json_option
@lines_option
def command(as_json: bool, as_lines: bool) -> int:
    """List the analysts, most briefs first.

    \b
    Example: dateline analysts
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        analysts = library.analysts()
    if as_json:
        print_json({"analysts": plain(analysts)})
    elif as_lines:
        print_json_lines(map(plain, analysts))
    else:
        sheet = new_sheet()
        add_analysts(sheet, analysts)
        show(sheet, narration=[] if analysts else ["no analysts found"])
    return 0 if analysts else 1
