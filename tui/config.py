"""The config file: a theme, and keys of the reader's own. Knows no screen.

theme = "light"

[keys]
star = "*"
next_hit = ["n", "ctrl+n"]
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from store.errors import UsageError
from tui.keys import COMMANDS, Command

THEMES = ("dark", "light", "contrast", "ansi")
"""The themes that can be named."""

_SETTINGS = ("theme", "keys")
_ALWAYS = {"quit": "ctrl+q"}  # what nobody can be locked out of
_KEY = re.compile(r"\S|(?:(?:ctrl|shift|alt)\+)*[A-Za-z0-9_]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says: a theme if it names one, and the keys of commands by their id."""

    theme: str | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the file that cannot be used; `line` counts from 1, 0 where none is known."""

    line: int
    what: str


def config_path() -> Path:
    """Return the path of the config file (it need not exist)."""
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False) / "config.toml"


def read(path: Path) -> tuple[Config, tuple[Fault, ...]]:
    """Read a config file; what is wrong in it is left out and told. No file is an empty one."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Config(), (Fault(0, f"cannot be read: {error}"),)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(), (_syntax(str(error)),)
    return _config(found, text)


def load(path: Path) -> Config:
    """Return the config, or raise `UsageError` with the first thing that is wrong in it."""
    config, faults = read(path)
    if faults:
        raise UsageError(told(path, faults[0]))
    return config


def told(path: Path, fault: Fault) -> str:
    """Return a fault as one line that names the file and the line."""
    return f"{path}{f':{fault.line}' if fault.line else ''}: {fault.what}"


def _syntax(message: str) -> Fault:
    line = re.search(r"at line (\d+)", message)
    what = message[0].lower() + message[1:].partition(" (at")[0]
    return Fault(int(line[1]) if line else 0, f"not TOML: {what}")


def _config(found: Mapping[str, Any], text: str) -> tuple[Config, tuple[Fault, ...]]:
    faults = [
        Fault(_line(text, name), f"no setting “{name}”{_nearest(name, _SETTINGS)}")
        for name in found
        if name not in _SETTINGS
    ]
    theme = found.get("theme")
    if theme is not None and theme not in THEMES:
        said = f"no theme “{theme}”{_nearest(str(theme), THEMES)}"
        faults.append(Fault(_line(text, "theme"), said))
        theme = None
    table = found.get("keys", {})
    if not isinstance(table, dict):
        faults.append(Fault(_line(text, "keys"), "[keys] is a table of commands"))
        table = {}
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        wrong = _wrong(name, value)
        if wrong is None:
            keys[name] = _with_always(name, [value] if isinstance(value, str) else value)
        else:
            faults.append(Fault(_line(text, name), wrong))
    clashes = [Fault(_line(text, name), what) for name, what in _clashes(keys)]
    for name, _ in _clashes(keys):
        keys.pop(name, None)
    return Config(theme, keys), (*faults, *clashes)


def _wrong(name: str, value: object) -> str | None:
    """Say what is wrong with one entry of the table of keys."""
    ids = [command.id for command in COMMANDS]
    if name not in ids:
        return f"no command “{name}”{_nearest(name, ids)}"
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list) or not several:
        return f"{name} needs a key, or a list of keys"
    bad = next((key for key in several if not _is_key(key)), None)
    return None if bad is None else f"“{bad}” is no key; write g, G, ctrl+g, f2 or “g g”"


def _is_key(key: object) -> bool:
    return isinstance(key, str) and bool(key) and all(map(_KEY.fullmatch, key.split(" ")))


def _with_always(name: str, keys: Sequence[str]) -> tuple[str, ...]:
    always = _ALWAYS.get(name)
    return tuple(dict.fromkeys([*keys, *([always] if always else [])]))


def _clashes(keys: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Commands whose new key already belongs to another one at the same place."""
    for command in COMMANDS:
        for key in keys.get(command.id, ()):
            other = next((o for o in COMMANDS if _takes(o, command, key, keys)), None)
            if other is not None:
                yield command.id, f"“{key}” is already the key of {other.id}"
                break


def _takes(other: Command, command: Command, key: str, keys: Mapping[str, Sequence[str]]) -> bool:
    if other.id == command.id or key not in keys.get(other.id, other.keys):
        return False
    meet = set(other.where) & set(command.where) or "app" in (*other.where, *command.where)
    # Two that both were given the key: the first of the table keeps it.
    return bool(meet) and (key not in keys.get(other.id, ()) or _before(other, command))


def _before(one: Command, two: Command) -> bool:
    ids = [command.id for command in COMMANDS]
    return ids.index(one.id) < ids.index(two.id)


def _nearest(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known[:8])}"


def _line(text: str, name: str) -> int:
    """The line on which a name is set, found by eye: the TOML reader keeps no lines."""
    sets = re.compile(rf"""\s*(?:\[\s*)?["']?{re.escape(name)}["']?\s*[=\].]""")
    return next((n for n, line in enumerate(text.splitlines(), 1) if sets.match(line)), 0)
