"""The app: one library, one first screen, four themes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

# Textual reads this once, when it is imported: at its own 60 frames a second the frame timer alone
# makes every key wait up to 33 ms.
os.environ.setdefault("TEXTUAL_FPS", "240")

from textual.app import App
from textual.command import Provider
from textual.screen import Screen

from store.library import Library
from tui.bindings import bindings_for, keymap_of
from tui.config import Config
from tui.keys import remap
from tui.palette import CommandsProvider
from tui.screens.browse import BrowseScreen
from tui.themes import DARK, DEFAULT, THEMES
from tui.wardrobe import Wardrobe
from tui.widgets.key_line import KeyLine

_EVERY = 1.0  # seconds between two looks at the config file


class DatelineApp(App[None]):
    """Browses one library, from a place if one is given: an address or a query."""

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
        config: Path | None = None,
        theme: str = DEFAULT,
    ) -> None:
        self.library = library
        self._place = place
        self._wardrobe = Wardrobe(config, theme)
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self._wear(self._wardrobe.look())

    def get_default_screen(self) -> Screen[None]:
        """The browse screen, without a blank one painted before it."""
        return BrowseScreen(self.library, self._place)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours by name, for themes that do not state them."""
        return DARK.variables

    def on_mount(self) -> None:
        """Tell what is wrong in the config file, and see when it is changed."""
        self._tell_faults()
        if self._wardrobe.path is not None:
            self.set_interval(_EVERY, self._look_again)

    def _look_again(self) -> None:
        if self._wardrobe.changed():
            self._wear(self._wardrobe.look())
            self._tell_faults()

    def _wear(self, config: Config) -> None:
        """Take on the theme and the keys of a config."""
        remap(config.keys)
        self.set_keymap(keymap_of(config.keys))
        self.theme = f"dateline-{config.theme}" if config.theme else self._wardrobe.theme
        for screen in self.screen_stack if self._running else ():
            for line in screen.query(KeyLine):
                line.draw()

    def _tell_faults(self) -> None:
        for line in self._wardrobe.faults:
            self.notify(line, severity="warning", markup=False, timeout=12)

    def action_help(self) -> None:
        """All keys and signs."""
        from tui.screens.leaflet import all_keys

        self.push_screen(all_keys())

    def action_palette(self) -> None:
        """Find a command by name."""
        self.action_command_palette()
