"""The reader's settings: a TOML file with a theme, keys for commands, and own themes.

The command line reads it without loading the screens. A file with a mistake in it is not half
obeyed: `load` raises `ConfigError`, which holds every mistake with its line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tui.config.colours import OwnTheme, themes_of
from tui.config.keyboard import keys_of
from tui.config.lines import line_of, line_of_error
from tui.config.mistakes import ConfigError, Mistake, Mistakes

__all__ = ["THEMES", "Config", "ConfigError", "Mistake", "load", "parse"]

THEMES = ("auto", "dark", "light", "high-contrast", "ansi")
"""The themes that come with Dateline; "auto" is dark, or ansi where there are few colours."""

_MOST = 1 << 20  # bytes: no settings written by hand are longer


@dataclass(frozen=True, slots=True)
class Config:
    """Settings; `keys` are those of commands by id, only where they are not the ones that come."""

    theme: str = "auto"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    themes: tuple[OwnTheme, ...] = ()


def load(path: Path) -> Config:
    """Return the settings in a file; those that come with Dateline if there is none.

    Raises `ConfigError` if it cannot be read or has mistakes in it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(path, [Mistake(None, f"cannot be read ({error.strerror})")]) from None
    if len(data) > _MOST:
        raise ConfigError(path, [Mistake(None, "is too long to be a file of settings")])
    try:
        return parse(data.decode(), path)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(path, [Mistake(line, "is not UTF-8 text")]) from None


def parse(text: str, path: Path) -> Config:
    """Return the settings in a text; `path` is what the mistakes in it are told of.

    Raises `ConfigError`.
    """
    text = text.removeprefix("\ufeff")
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(path, [line_of_error(str(error))]) from None
    mistakes = Mistakes(lambda *names: line_of(text, names))
    mistakes.unknown(table, ("theme", "keys", "themes"), "setting")
    keys = keys_of(_table(table, "keys", mistakes), mistakes)
    own = themes_of(_table(table, "themes", mistakes), THEMES, mistakes)
    theme = table.get("theme", "auto")
    mistakes.choice(theme, (*THEMES, *(each.name for each in own)), "theme", "theme")
    if mistakes.found:
        raise ConfigError(path, mistakes.found)
    return Config(theme, keys, own)


def _table(table: Mapping[str, Any], name: str, mistakes: Mistakes) -> Mapping[str, Any]:
    found = table.get(name, {})
    if isinstance(found, dict):
        return found
    mistakes.add(f"{name} is a table: write [{name}] on a line of its own", name)
    return {}
