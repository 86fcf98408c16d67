"""The app: one library, one first screen, four themes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

# Textual reads this once, when it is imported: at its own 60 frames a second the frame timer alone
# makes every key wait up to 33 ms.
os.environ.setdefault("TEXTUAL_FPS", "240")

from textual.command import Provider
from textual.screen import Screen

from store.library import Library
from tui.bindings import bindings_for
from tui.palette import CommandsProvider
from tui.screens.browse import BrowseScreen
from tui.settings import WithSettings
from tui.themes import DARK


class DatelineApp(WithSettings):
    """Browses one library, from a place if one is given: an address or a query.

    `settings` is the reader's file of settings, `few_colours` whether the terminal has but sixteen.
    """

    TITLE = "Dateline"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandsProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        library: Library,
        place: str | None = None,
        *,
        settings: Path | None = None,
        few_colours: bool = False,
    ) -> None:
        self.library = library
        self._place = place
        # With the terminal's own colours Textual leaves all colour out where NO_COLOR is set.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._mistake = self.follow(settings, few_colours=few_colours)

    def on_mount(self) -> None:
        """Say what is wrong with the settings, and follow them."""
        self.watch_settings()
        if self._mistake:
            self.notify(f"{self._mistake}. Nothing in it is used.", severity="error", markup=False)

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
