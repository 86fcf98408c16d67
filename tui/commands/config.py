"""`dateline config`: the settings as a file to edit, and what is wrong with it."""

from __future__ import annotations

import click

from tui.config import Config, ConfigError, load
from tui.config.text import to_toml
from tui.locations import config_file
from tui.options import json_option
from tui.output import print_json, print_text, tell


@click.command("config")
@click.option("--check", is_flag=True, help="Only look the file over; exit 2 if it has mistakes.")
@json_option
def command(check: bool, as_json: bool) -> int:
    """Print the settings as a file to edit, with every key and colour there is.

    \b
    Example: dateline config --check
    """
    path = config_file()
    try:
        config = load(path)
    except ConfigError as error:
        if as_json:
            found = [{"line": m.line, "text": m.text} for m in error.mistakes]
            print_json({"path": str(path), "sound": False, "mistakes": found})
        else:
            for line in error.lines:
                tell(line)
        return error.exit_code
    if as_json:
        print_json({"path": str(path), "sound": True, "mistakes": [], **_plain(config)})
    elif check:
        there = "" if path.exists() else " (there is no file yet)"
        tell(f"{path}: no mistakes{there}")
    else:
        print_text(to_toml(config, path))
    return 0


def _plain(config: Config) -> dict[str, object]:
    return {
        "theme": config.theme,
        "keys": {name: list(keys) for name, keys in config.keys.items()},
        "themes": {theme.name: {"base": theme.base, **theme.colours} for theme in config.themes},
    }
