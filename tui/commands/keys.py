"""`dateline keys`: the keys of the app, from the one table the app itself reads."""

from __future__ import annotations

import click

from tui.config import config_path, load
from tui.keys import TITLES, Command, commands, commands_at, remap
from tui.options import json_option
from tui.output import new_sheet, print_json, show


@click.command("keys")
@json_option
def command(as_json: bool) -> None:
    """List the keys of the app, with those that your config file changes.

    \b
    Example: dateline keys
    """
    remap(load(config_path()).keys)
    if as_json:
        print_json({"keys": [_entry(each) for each in commands()]})
        return
    sheet = new_sheet()
    for where, title in TITLES.items():
        sheet.heading(title)
        sheet.table((), [(c.shown, c.label, c.help) for c in commands_at(where)])
    show(sheet)


def _entry(command: Command) -> dict[str, object]:
    return {
        "id": command.id,
        "keys": list(command.keys),
        "label": command.label,
        "help": command.help,
        "where": list(command.where),
    }
