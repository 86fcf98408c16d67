"""Driving the app in tests: press keys, wait until nothing is under way, look at the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from store.library import Library
from store.views import Row
from tui.app import DatelineApp
from tui.screens.browse import BrowseScreen


@dataclass
class Drive:
    """A running app, its pilot and its first screen."""

    app: DatelineApp
    pilot: Pilot[None]
    library: Library

    @property
    def screen(self) -> BrowseScreen:
        """The browse screen, whatever lies above it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, BrowseScreen)
        return screen

    @property
    def row(self) -> Row:
        """The brief under the cursor of the list."""
        assert self.screen.row is not None
        return self.screen.row

    @property
    def kind(self) -> str:
        """What the list lists: briefs, pairs, people, analysts or marked."""
        return self.screen.here.place.kind

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when all the one before started is done.

        The pilot's own `press` sleeps 40 ms a key; a suite that presses a thousand feels it.
        """
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
            event = Key(name, " " if key == "space" else key if len(key) == 1 else None)
            event.set_sender(self.app)
            driver.send_message(event)
            await self.rest()

    async def leave(self, key: str) -> None:
        """Press a key that ends the app; there is nothing to wait for after it."""
        await self.pilot.press(key)

    async def type(self, text: str) -> None:
        """Type into the query bar, opened with "/"."""
        await self.press("/", *("space" if c == " " else c for c in text))

    async def rest(self) -> None:
        """Wait until no worker is under way and no message waits; workers start others."""
        for _ in range(4):
            await self.pilot.pause(0)
            while any(not worker.is_finished for worker in self.app.workers):
                await asyncio.sleep(0.001)

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait for what a timer starts; a test whose wait never ends is stopped and fails."""
        async with asyncio.timeout(30):
            while not come():
                await asyncio.sleep(0.002)
        await self.rest()

    def text(self, widget: Widget | None = None) -> str:
        """What stands on the screen (or in one widget of it), as plain text."""
        screen = self.app.screen
        region = (widget or screen).region
        lines = [strip.text for strip in screen._compositor.render_strips()]
        return "\n".join(line[region.x : region.right] for line in lines[region.y : region.bottom])

    def results(self) -> list[Row]:
        """The briefs of the list that are at hand."""
        return [row for _, row in self.screen.listing.shelf.here() if isinstance(row, Row)]


@asynccontextmanager
async def driven(
    library: Library, size: tuple[int, int] = (120, 24), place: str | None = None
) -> AsyncIterator[Drive]:
    """Run the app on a library, at rest after its first lists have come."""
    app = DatelineApp(library, place)
    async with app.run_test(size=size) as pilot:
        drive = Drive(app, pilot, library)
        await drive.rest()
        yield drive
