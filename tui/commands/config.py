"""`dateline config`: the config file, as it is or as it could be."""

from __future__ import annotations

import click

from tui.config import THEMES, Config, config_path, read, told
from tui.keys import COMMANDS
from tui.options import json_option
from tui.output import print_json, print_text, tell


@click.command("config")
@click.option("--check", is_flag=True, help="Only say what is wrong in it; exit code 2 if so.")
@json_option
def command(check: bool, as_json: bool) -> int:
    """Print the settings as a config file, all keys included, and say where it belongs.

    \b
    Example: dateline config --check
    """
    path = config_path()
    config, faults = read(path)
    for fault in faults:
        tell(told(path, fault))
    if as_json:
        print_json(
            {
                "path": str(path),
                "theme": config.theme,
                "keys": {name: list(keys) for name, keys in config.keys.items()},
                "faults": [{"line": fault.line, "what": fault.what} for fault in faults],
            }
        )
    elif not check:
        tell(f"{'read from' if path.exists() else 'to be kept in'} {path}")
        print_text(_file(config))
    elif not faults:
        tell(
            f"{path}: nothing wrong" if path.exists() else f"{path}: there is none; all is default"
        )
    return 2 if faults else 0


def _file(config: Config) -> str:
    """The settings as TOML; what is default is a comment."""
    sign = "" if config.theme else "# "
    lines = [f"# {' | '.join(THEMES)}", f'{sign}theme = "{config.theme or THEMES[0]}"', ""]
    lines += ["# A key or a list of keys by command; quit keeps ctrl+q.", "[keys]"]
    for each in COMMANDS:
        own = config.keys.get(each.id)
        keys = ", ".join(f"'{key}'" for key in own or each.keys)
        lines.append(f"{'' if own else '# '}{each.id} = [{keys}]  # {each.help}")
    return "\n".join(lines) + "\n"
