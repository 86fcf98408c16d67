"""The reader's settings in the running app: taken up when it starts and whenever they are saved.

A file with mistakes changes nothing: the app says where the first one is and goes on as it was.
"""

from __future__ import annotations

import os
from pathlib import Path

from textual.app import App
from textual.events import AppFocus

from tui.bindings import keymap
from tui.config import Config, ConfigError, load
from tui.keys import remap
from tui.themes import DARK, THEMES, own_theme, textual_name
from tui.widgets.key_line import KeyLine

_LOOK_EVERY = 1.5  # seconds: soon enough for one who has just saved the file


class WithSettings(App[None]):
    """An app that obeys a file of settings; without one, it is as it comes."""

    _settings: Path | None = None
    _seen: tuple[int, int] | None = None
    _few_colours = False
    _config = Config()

    def follow(self, settings: Path | None, *, few_colours: bool) -> str | None:
        """Obey a file of settings from now on; return what is wrong with it, if anything is.

        `few_colours` tells that the terminal has sixteen colours or fewer.
        """
        self._settings, self._few_colours = settings, few_colours
        for theme in THEMES:
            self.register_theme(theme)
        self._seen = self._stamp()
        try:
            self._obey(load(settings) if settings else Config())
        except ConfigError as error:
            self._obey(Config())
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
            self._obey(load(self._settings))
        except ConfigError as error:
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

    def _obey(self, config: Config) -> None:
        before, self._config = self._config, config
        remap(config.keys)
        for own in config.themes:
            self.register_theme(own_theme(own))
        if not self.is_running:
            self.set_keymap(keymap())
            self.theme = self._theme_of(config)
            return
        self.set_keymap(keymap())
        if (config.theme, config.themes) != (before.theme, before.themes):
            self._wear(self._theme_of(config))
        for screen in self.screen_stack:
            for line in screen.query(KeyLine):
                line.draw()

    def _theme_of(self, config: Config) -> str:
        name = "ansi" if config.theme == "auto" and self._few_colours else config.theme
        if self.no_color:
            name = "ansi"  # the one that Textual leaves without any colour
        return DARK.name if name == "auto" else textual_name(name)

    def _wear(self, theme: str) -> None:
        if theme == self.theme:
            self.mutate_reactive(App.theme)  # its colours may have changed
        self.theme = theme
