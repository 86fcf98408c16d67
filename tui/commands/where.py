"""`dateline where`: the files Dateline uses on this machine."""

from __future__ import annotations

import click

from tui.locations import config_file
from tui.options import chosen_library, json_option
from tui.output import new_sheet, print_json, show
from tui.samples import sample_briefs


@click.command("where")
@json_option
def command(as_json: bool) -> None:
    """Say where the library, the settings and the sample briefs are.

    \b
    Example: dateline where
    """
    places = {
        "library": chosen_library().absolute(),
        "config": config_file(),
        "samples": sample_briefs(),
    }
    if as_json:
        print_json({name: str(path) for name, path in places.items()})
        return
    sheet = new_sheet()
    for name, path in places.items():
        absent = "" if path.exists() else "  (not there yet)"
        sheet.line(f"{name:<9}{path}{absent}")
    show(sheet)
