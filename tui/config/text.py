"""Settings as a TOML file to edit: what is set, and behind a # all that could be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tui.config import THEMES, Config
from tui.config.colours import COLOURS
from tui.keys import COMMANDS, TITLES, Command

_EXAMPLE = {"base": "dark", "comment": "#ffcc00"}


def to_toml(config: Config, path: Path) -> str:
    """Return the settings as the text of the file at `path`; read back they are the same."""
    return "\n".join([*_head(path), *_theme(config), *_keys(config), *_themes(config)]) + "\n"


def _head(path: Path) -> Iterator[str]:
    yield f"# Dateline's settings. They are kept in {_printed(str(path))[1:-1]}"
    yield "# A running app takes up what is saved there. “dateline config --check” looks it over."
    yield "# A line that begins with # shows what holds now; take the # away to change it."


def _theme(config: Config) -> Iterator[str]:
    yield ""
    yield f"# {', '.join(THEMES)}, or one of your own. auto: ansi where there are few colours."
    yield f"{'# ' * (config.theme == 'auto')}theme = {_printed(config.theme)}"


def _keys(config: Config) -> Iterator[str]:
    yield ""
    yield '# Keys: a character ("x"), a name ("enter", "pagedown", "f2"), "ctrl+x", or two'
    yield '# characters pressed one after the other ("g g"). [] takes all keys away; quit keeps'
    yield "# ctrl+q. No two commands of one part of the app may share a key."
    yield "[keys]"
    told: set[str] = set()
    for where, title in TITLES.items():
        yield ""
        yield f"# {title}"
        for command in COMMANDS:
            if where in command.where and command.id not in told:
                told.add(command.id)
                yield _key(command, config)


def _key(command: Command, config: Config) -> str:
    keys = config.keys.get(command.id)
    value = f"[{', '.join(_printed(key) for key in keys or command.keys * (keys is None))}]"
    line = f"{command.id} = {value}"
    return f"{'# ' * (keys is None)}{line:<36}  # {command.help}"


def _themes(config: Config) -> Iterator[str]:
    yield ""
    yield "# Themes of your own: a theme that comes with Dateline (base), and other colours."
    for name, what in COLOURS.items():
        yield f"#   {name:<18} {what}"
    if not config.themes:
        yield "# [themes.mine]"
        yield from (f"# {name} = {_printed(value)}" for name, value in _EXAMPLE.items())
    for theme in config.themes:
        yield f"[themes.{theme.name}]"
        colours = {"base": theme.base, **theme.colours}
        yield from (f"{name} = {_printed(value)}" for name, value in colours.items())
        yield ""


def _printed(text: str) -> str:
    """A TOML string: its escapes are those of JSON, but for DEL, which neither needs here."""
    return json.dumps(text, ensure_ascii=False)
