"""The reader's settings in the running app: taken up when it starts and whenever they are saved.

A file with mistakes changes nothing: the app says where the first one is and goes on as it was.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.events import AppFocus

from store.errors import UsageError
from tui.bindings import keymap
from tui.keys import remap
from tui.themes import DARK, THEMES, own_theme, textual_name
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from tui.config import Config
    from tui.config.colours import OwnTheme

_LOOK_EVERY = 1.5  # seconds: soon enough for one who has just saved the file


class WithSettings(App[None]):
    """An app that obeys a file of settings; without one, it is as it comes."""

    _settings: Path | None = None
    _seen: tuple[int, int] | None = None
    _few_colours = False
    _config: Config | None = None

    def follow(self, settings: Path | None, *, few_colours: bool) -> str | None:
        """Obey a file of settings from now on; return what is wrong with it, if anything is.

        `few_colours` tells that the terminal has sixteen colours or fewer.
        """
        self._settings, self._few_colours = settings, few_colours
        for theme in THEMES:
            self.register_theme(theme)
        self._seen = self._stamp()
        try:
            self._obey(self._read())
        except UsageError as error:
            self._obey(None)
            return str(error)
        return None

    def watch_settings(self) -> None:
        """Look now and then whether the file was saved."""
        if self._settings:
            self.set_interval(_LOOK_EVERY, self.look_at_settings)

    def on_app_focus(self, _event: AppFocus) -> None:
        """One who comes back from an editor sees the change at once."""
        self.look_at_settings()

    def look_at_settings(self) -> None:
        """Take the settings up if the file has changed."""
        now = self._stamp()
        if self._settings is None or now == self._seen:
            return
        self._seen = now
        try:
            self._obey(self._read())
        except UsageError as error:
            text = f"{error}. The settings stay as they were."
            self.notify(text, severity="error", markup=False)

    def _stamp(self) -> tuple[int, int] | None:
        """What changes when the file is saved: its time and size."""
        if self._settings is None:
            return None
        try:
            status = os.stat(self._settings)  # noqa: PTH116  (the path itself is what is asked)
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _read(self) -> Config | None:
        """The settings, None where there is no file of them. May raise `ConfigError`."""
        if self._settings is None or self._seen is None:
            return None
        from tui.config import load  # late: whoever has no such file does not wait for it

        return load(self._settings)

    def _obey(self, config: Config | None) -> None:
        before, self._config = self._config, config
        remap(config.keys if config else {})
        for own in config.themes if config else ():
            self.register_theme(own_theme(own))
        if not self.is_running:
            self.set_keymap(keymap())
            self.theme = self._theme_of(config)
            return
        self.set_keymap(keymap())
        if _look(config) != _look(before):
            self._wear(self._theme_of(config))
        for screen in self.screen_stack:
            for line in screen.query(KeyLine):
                line.draw()

    def _theme_of(self, config: Config | None) -> str:
        name, _ = _look(config)
        if name == "auto" and self._few_colours:
            name = "ansi"
        if self.no_color:
            name = "ansi"  # the one that Textual leaves without any colour
        return DARK.name if name == "auto" else textual_name(name)

    def _wear(self, theme: str) -> None:
        if theme == self.theme:
            self.mutate_reactive(App.theme)  # its colours may have changed
        self.theme = theme


def _look(config: Config | None) -> tuple[str, tuple[OwnTheme, ...]]:
    """What settings say of the colours: the name of the theme, and the reader's own ones."""
    return (config.theme, config.themes) if config else ("auto", ())
