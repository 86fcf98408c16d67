"""The app: one library, one first screen, four themes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import ClassVar

# Textual reads this once, when it is imported: at its own 60 frames a second the frame timer alone
# makes every key wait up to 33 ms.
os.environ.setdefault("TEXTUAL_FPS", "240")

from textual.app import App
from textual.command import Provider
from textual.screen import Screen

from store.library import Library
from tui.bindings import bindings_for
from tui.palette import CommandsProvider
from tui.screens.browse import BrowseScreen
from tui.themes import DARK, DEFAULT, THEMES


class DatelineApp(App[None]):
    """Browses one library, from a place if one is given: an address or a query."""

    TITLE = "Dateline"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandsProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, library: Library, place: str | None = None) -> None:
        self.library = library
        self._place = place
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """The browse screen, without a blank one painted before it."""
        return BrowseScreen(self.library, self._place)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours by name, for themes that do not state them."""
        return DARK.variables

    def action_help(self) -> None:
        """All keys and signs."""
        from tui.screens.leaflet import all_keys

        self.push_screen(all_keys())

    def action_palette(self) -> None:
        """Find a command by name."""
        self.action_command_palette()
