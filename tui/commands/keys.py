"""`dateline keys`: the keys of the app, from the one table the app itself reads."""

from __future__ import annotations

import click

from tui.config import ConfigError, load
from tui.keys import TITLES, Command, commands, commands_at, remap
from tui.locations import config_file
from tui.options import json_option
from tui.output import new_sheet, print_json, show, tell


@click.command("keys")
@json_option
def command(as_json: bool) -> None:
    """List the keys of the app, as your settings have them.

    \b
    Example: dateline keys
    """
    try:
        remap(load(config_file()).keys)
    except ConfigError as error:
        tell(f"{error}; these are the keys that come with Dateline")
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
