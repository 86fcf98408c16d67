"""Own themes in the settings: a theme that comes with Dateline, and colours put in its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tui.config.mistakes import Mistakes

COLOURS = {
    "foreground": "text", "background": "the ground", "surface": "the ground of lists",
    "panel": "the ground of lines at the top and the foot", "primary": "what has the keys",
    "secondary": "what is set against it", "accent": "what stands out", "warning": "warnings",
    "error": "errors", "success": "what went well", "quiet": "what is less important",
    "rule": "lines", "code": "codes and headings", "report": "what is reported",
    "comment": "what is judged", "person": "people", "country": "countries",
    "hit": "what a search found", "hit-ground": "the ground under it",
    "cursor-ground": "the row under the cursor", "cursor-ground-far": "the same without the keys",
    "guess": "what was guessed",
}  # fmt: skip
"""The colours that a theme may set, and what each is for."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHADES = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ANSI = ("ansi_default", *(f"ansi_{s}" for s in _SHADES), *(f"ansi_bright_{s}" for s in _SHADES))
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme of the reader's: the theme it is made from, and the colours that differ."""

    name: str
    base: str
    colours: Mapping[str, str] = field(default_factory=dict)


def themes_of(
    table: Mapping[str, Any], taken: Sequence[str], mistakes: Mistakes
) -> tuple[OwnTheme, ...]:
    """Return the themes that a table describes; `taken` are the names that are not free."""
    bases = [name for name in taken if name != "auto"]
    themes = []
    for name, value in table.items():
        if not isinstance(value, dict):
            mistakes.add(f"a theme is a table: write [themes.{name}]", "themes", name)
            continue
        if name in taken or not _NAME.fullmatch(name):
            what = "comes with Dateline" if name in taken else "is no name (a-z, 0-9, -)"
            mistakes.add(f"“{name}” {what}: choose another for your theme", "themes", name)
        themes.append(_theme(name, value, bases, mistakes))
    return tuple(themes)


def _theme(
    name: str, value: Mapping[str, Any], bases: Sequence[str], mistakes: Mistakes
) -> OwnTheme:
    base = value.get("base", "dark")
    if not mistakes.choice(base, bases, "theme", "themes", name, "base"):
        base = "dark"
    mistakes.unknown(value, ("base", *COLOURS), "colour", "themes", name)
    colours = {each: colour for each, colour in value.items() if each in COLOURS}
    for each, colour in colours.items():
        if base == "ansi":
            mistakes.choice(colour, _ANSI, "colour", "themes", name, each)
        elif not (isinstance(colour, str) and _HEX.fullmatch(colour)):
            text = f"{each}: {colour!r} is no colour; write “#ffcc00”"
            mistakes.add(text, "themes", name, each)
    return OwnTheme(name, base, colours)
