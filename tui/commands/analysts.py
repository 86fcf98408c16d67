"""`dateline analysts`: who wrote the briefs."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show
from tui.tables import add_analysts


@click.command("analysts")
@json_option
def command(as_json: bool) -> int:
    """List the analysts, most briefs first.

    \b
    Example: dateline analysts
    """
    with open_library() as library:
        analysts = library.analysts()
    if as_json:
        print_json({"analysts": plain(analysts)})
    else:
        sheet = new_sheet()
        add_analysts(sheet, analysts)
        show(sheet, narration=[] if analysts else ["no analysts found"])
    return 0 if analysts else 1
