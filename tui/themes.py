"""Four themes: dark, light, high contrast, and one that uses only the terminal's own colours.

Every sign of meaning also has a shape (a bar, a rule, bold, underlined, reversed), so each theme
may be read in one colour. The variables are used in app.tcss.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from tui.config.colours import OwnTheme

DEFAULT = "dateline-dark"

DARK = Theme(
    name="dateline-dark",
    primary="#8fb4d8",
    secondary="#d9b26f",
    accent="#d9b26f",
    warning="#e0a458",
    error="#e07a6f",
    success="#8fbf8f",
    foreground="#d8dce2",
    background="#14171c",
    surface="#14171c",
    panel="#1d2229",
    variables={
        "quiet": "#8b95a3",
        "rule": "#2c333d",
        "code": "#7fb3c8",
        "report": "#8fb4d8",
        "comment": "#d9b26f",
        "person": "#e8d7b0",
        "country": "#a8cbb7",
        "hit": "#fff3c4",
        "hit-ground": "#5a4a12",
        "cursor-ground": "#27303b",
        "cursor-ground-far": "#1d2229",
        "guess": "#c79bd2",
    },
)

LIGHT = Theme(
    name="dateline-light",
    primary="#1f5f99",
    secondary="#8a5a00",
    accent="#8a5a00",
    warning="#9a5b00",
    error="#b3261e",
    success="#2e6b34",
    foreground="#22262b",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efece5",
    dark=False,
    variables={
        "quiet": "#646b74",
        "rule": "#d8d4ca",
        "code": "#0f6680",
        "report": "#1f5f99",
        "comment": "#8a5a00",
        "person": "#5c3d00",
        "country": "#1f5c3f",
        "hit": "#221a00",
        "hit-ground": "#ffe28a",
        "cursor-ground": "#e0e7ee",
        "cursor-ground-far": "#efece5",
        "guess": "#7a3d8c",
    },
)

CONTRAST = Theme(
    name="dateline-high-contrast",
    primary="#9fd0ff",
    secondary="#ffd866",
    accent="#ffd866",
    warning="#ffb454",
    error="#ff8a80",
    success="#9be79b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    variables={
        "quiet": "#d0d0d0",
        "rule": "#8a8a8a",
        "code": "#8ff0ff",
        "report": "#9fd0ff",
        "comment": "#ffd866",
        "person": "#ffffff",
        "country": "#b8ffcf",
        "hit": "#ffe600",
        "hit-ground": "#3d3600",
        "cursor-ground": "#003a6b",
        "cursor-ground-far": "#2a2a2a",
        "guess": "#ffb3ff",
    },
)

ANSI = Theme(
    name="dateline-ansi",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_yellow",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "quiet": "ansi_default",
        "rule": "ansi_bright_black",
        "code": "ansi_cyan",
        "report": "ansi_blue",
        "comment": "ansi_yellow",
        "person": "ansi_default",
        "country": "ansi_green",
        "hit": "ansi_yellow",
        "hit-ground": "ansi_default",
        "cursor-ground": "ansi_default",
        "cursor-ground-far": "ansi_default",
        "guess": "ansi_magenta",
    },
)

THEMES = (DARK, LIGHT, CONTRAST, ANSI)


def textual_name(name: str) -> str:
    """Return the name Textual knows a theme by that the settings call "light"."""
    return f"dateline-{name}"


def own_theme(own: OwnTheme) -> Theme:
    """Return a theme of the reader's: its base with other colours."""
    base = next(theme for theme in THEMES if theme.name == textual_name(own.base))
    fields = {field.name for field in dataclasses.fields(Theme)}
    plain: dict[str, Any] = {n: colour for n, colour in own.colours.items() if n in fields}
    others = {name: colour for name, colour in own.colours.items() if name not in fields}
    variables = {**base.variables, **others}
    return dataclasses.replace(base, name=textual_name(own.name), variables=variables, **plain)
