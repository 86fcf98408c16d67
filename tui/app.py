"""The app: one library, one first screen, four themes.

The frame is painted before anything else is done: only then are the screens imported and the
library opened, in a thread. What is typed meanwhile is kept and acted upon once the first list is
there, so that no key is lost.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

# Textual reads this once, when it is imported: at its own 60 frames a second the frame timer alone
# makes every key wait up to 33 ms.
os.environ.setdefault("TEXTUAL_FPS", "240")

from textual import on
from textual.command import Provider
from textual.events import Event, InputEvent, Key, MouseDown, Paste
from textual.message import Message
from textual.screen import Screen

from tui.bindings import bindings_for
from tui.keys import commands
from tui.palette import CommandsProvider
from tui.screens.opening import Opening
from tui.settings import WithSettings
from tui.themes import DARK

if TYPE_CHECKING:
    from store.library import Library
    from tui.lists import Found

CSS = Path(__file__).with_name("app.tcss")


class Ready(Message):
    """The library is open and the screens are imported, or that has failed.

    `found` is the first list; `risk` says why the library is at risk where it is.
    """

    def __init__(self, found: Found | None = None, risk: str | None = None) -> None:
        super().__init__()
        self.found = found
        self.risk = risk


class DatelineApp(WithSettings):
    """Browses one library, from a place if one is given: an address or a query.

    `library` is an open one, or what opens it: that is called in a thread once the frame has been
    painted. If it raises, the app ends and `failure` holds the error. `settings` is the reader's
    file of settings, `few_colours` whether the terminal has but sixteen.
    """

    TITLE = "Dateline"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {CommandsProvider}
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        library: Library | Callable[[], Library],
        place: str | None = None,
        *,
        settings: Path | None = None,
        few_colours: bool = False,
    ) -> None:
        self._opener = library if callable(library) else None
        self.library = None if callable(library) else library
        self.failure: Exception | None = None
        self._place = place
        self._typed: list[Event] | None = [] if self._opener else None
        # With the terminal's own colours Textual leaves all colour out where NO_COLOR is set.
        super().__init__(
            css_path=None if self._opener else CSS,
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self._mistake = self.follow(settings, few_colours=few_colours)

    def on_mount(self) -> None:
        """Say what is wrong with the settings, and follow them; open the library."""
        self.watch_settings()
        if self._mistake:
            self.notify(f"{self._mistake}. Nothing in it is used.", severity="error", markup=False)

    def get_default_screen(self) -> Screen[None]:
        """The frame, or the browse screen where the library is open already."""
        return Opening() if self.library is None else self._first(self.library)

    def _first(self, library: Library, found: Found | None = None) -> Screen[None]:
        from tui.screens.browse import BrowseScreen  # late: it imports all that is to be seen

        return BrowseScreen(library, self._place, first=found, size=self.size)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours by name, for themes that do not state them."""
        return DARK.variables

    # Opening

    @on(Opening.Painted)
    def _begin(self) -> None:
        self.run_worker(self._open_library, thread=True, exit_on_error=False)

    def _open_library(self) -> None:
        """Open the library and import the screens; runs in a thread."""
        assert self._opener is not None
        try:
            self.library = self._opener()
            from store.library.folders import doubt
            from tui.screens.browse import first_list

            found = first_list(self.library, self._place)
            self.post_message(Ready(found, doubt(self.library.path)))
        except Exception as error:  # whatever it is, it is told once the terminal is free
            self.failure = error
            self.post_message(Ready())

    @on(Ready)
    async def _enter(self, message: Ready) -> None:
        if self.failure is not None or self.library is None:
            self.exit()
            return
        await self.push_screen(self._first(self.library, message.found))
        if message.risk:
            self.notify(message.risk, severity="warning", markup=False)

    async def on_event(self, event: Event) -> None:
        """Keep what is typed while there is nothing yet to act upon, but for the key that quits."""
        if isinstance(event, Key | MouseDown) and (
            pass_on := getattr(self.screen, "pass_on", None)
        ):
            pass_on()
        if self._typed is None or not isinstance(event, InputEvent | Paste) or _quits(event):
            await super().on_event(event)
        elif isinstance(event, Key | Paste):
            self._typed.append(event)

    async def on_shown(self) -> None:
        """The first list is there: act upon what was typed, before anything typed later."""
        typed, self._typed = self._typed, None
        if typed is None:
            return
        # What was imported stays; from here on garbage is looked for among what is newer.
        gc.freeze()
        gc.enable()
        for event in typed:
            await super().on_event(event)

    on_failed = on_shown  # there will be no first list, and the reader has been told

    # Commands

    def action_help(self) -> None:
        """All keys and signs, those that work where one is first."""
        from tui.screens.help import all_keys
        from tui.widgets.key_line import KeyLine

        here = [where for line in self.screen.query(KeyLine) for where in line.where]
        self.push_screen(all_keys(here, self.size.width))

    def action_palette(self) -> None:
        """Find a command by name."""
        self.action_command_palette()


def _quits(event: Event) -> bool:
    quitting = next(command for command in commands() if command.id == "quit")
    return isinstance(event, Key) and event.key in quitting.keys
