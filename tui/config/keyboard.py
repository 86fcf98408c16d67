"""Keys for commands: the names of keys, and which commands cannot share one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from tui.config.mistakes import Mistakes, nearest
from tui.keys import ALWAYS, COMMANDS, UNDER, Command, shown_key

_NAMED = (
    "escape", "enter", "space", "backspace", "tab", "pagedown", "pageup", "home", "end", "down",
    "up", "left", "right", "delete", "insert", *(f"f{n}" for n in range(1, 13)),
)  # fmt: skip
_SHOWN = {shown_key(name).lower(): name for name in _NAMED}
_MODIFIERS = ("ctrl+", "shift+", "alt+")

_TYPING: frozenset[str] = frozenset(("query", "prompt", "picker"))
"""Parts in which printed characters are typed."""
_NO_SEQUENCES: frozenset[str] = _TYPING | {"leaflet"}


def keys_of(table: Mapping[str, Any], mistakes: Mistakes) -> dict[str, tuple[str, ...]]:
    """Return the keys that a table gives to commands, where they are not the ones that come."""
    known = {command.id: command for command in COMMANDS}
    mistakes.unknown(table, known, "command", "keys")
    given = {
        name: _keys(value, known[name], mistakes) for name, value in table.items() if name in known
    }
    given = {name: keys for name, keys in given.items() if keys != known[name].keys}
    for one, other, key in _clashes([replace(c, keys=given.get(c.id, c.keys)) for c in COMMANDS]):
        said = other.id if other.id in given else one.id
        mistakes.add(f"“{key}” is a key of both {one.id} and {other.id}", "keys", said)
    return given


def _keys(value: object, command: Command, mistakes: Mistakes) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(key, str) for key in values):
        mistakes.add(f'{command.id}: keys are written ["x"] or ["x", "ctrl+x"]', "keys", command.id)
        return command.keys
    keys = [_key(text, command, mistakes) for text in values]
    return tuple(dict.fromkeys(key for key in keys if key))


def _key(text: str, command: Command, mistakes: Mistakes) -> str | None:
    """The name of a key or of two pressed one after the other; None for a mistake."""
    parts = [text] if text == " " else text.split(" ")
    names = [_name(part) for part in parts]
    said = f"{command.id}: “{text}”"
    if None in names:
        wrong = next(part for part, name in zip(parts, names, strict=True) if name is None)
        near = nearest(wrong, _NAMED) if len(wrong) > 1 else ""
        mistakes.add(f"{said} is no key{near}", "keys", command.id)
        return None
    key = " ".join(name for name in names if name)
    if len(parts) > 1 and (len(parts) > 2 or any(len(part) > 1 for part in parts)):
        mistakes.add(f"{said}: a sequence is two printed characters", "keys", command.id)
    elif len(parts) > 1 and set(command.where) <= _NO_SEQUENCES:
        mistakes.add(f"{said}: no sequence can be pressed there", "keys", command.id)
    elif len(key) == 1 and set(command.where) & _TYPING:
        mistakes.add(f"{said} is a letter to type there", "keys", command.id)
    else:
        return key
    return None


def _name(text: str) -> str | None:
    """A key by the name that terminals have for it: "Ctrl+D" → "ctrl+d", "PgDn" → "pagedown"."""
    if len(text) == 1:
        return "space" if text == " " else text if text.isprintable() else None
    low = text.lower()
    for modifier in _MODIFIERS:
        if low.startswith(modifier):
            rest = low.removeprefix(modifier)
            name = rest if len(rest) == 1 and rest.isprintable() else _name_of(rest)
            return f"{modifier}{name}" if name else None
    return _name_of(low)


def _name_of(low: str) -> str | None:
    return low if low in _NAMED else _SHOWN.get(low)


def _clashes(commands: Sequence[Command]) -> Iterator[tuple[Command, Command, str]]:
    """Yield the commands of which one would take a key from the other, not being meant to.

    Where the keys that come overlap on purpose (Enter opens a row, but follows a name in the
    brief), nothing is said; a key that others keep whatever is set clashes always.
    """
    meant = {
        (one.id, other.id, key)
        for one, other in combinations(COMMANDS, 2)
        for key in _shared(one.keys, other.keys)
    }
    for one, other in combinations(commands, 2):
        if not _meet(one, other):
            continue
        keys = (_all_keys(one), _all_keys(other))
        for key in _shared(*keys):
            if (one.id, other.id, key) not in meant:
                yield one, other, key


def _all_keys(command: Command) -> tuple[str, ...]:
    kept = ALWAYS.get(command.id)
    return (*command.keys, kept) if kept and kept not in command.keys else command.keys


def _shared(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    """Keys of both, and a key of one that begins a sequence of the other."""
    for a in one:
        for b in other:
            if a == b or a.startswith(f"{b} ") or b.startswith(f"{a} "):
                yield a if len(a) <= len(b) else b


def _meet(one: Command, other: Command) -> bool:
    """Whether there is a part of the app in which both work."""
    return any(
        a == b or "app" in (a, b) or b in UNDER.get(a, ()) or a in UNDER.get(b, ())
        for a in one.where
        for b in other.where
    )
