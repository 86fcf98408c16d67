"""The start of the app: a frame at once, the library after it, and no key lost meanwhile."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from store.errors import LibraryBusy
from store.library import Library
from tests.tui.driving import Drive, driven
from tui.app import DatelineApp
from tui.screens import opening
from tui.screens.browse import BrowseScreen
from tui.screens.opening import Opening

SIZES = [(160, 40), (120, 40), (100, 30), (80, 24), (50, 20)]
RULES = "▏▕▔"


class Held:
    """Opens a library when it is told to, and not before."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.may_open = threading.Event()

    def __call__(self) -> Library:
        assert self.may_open.wait(60)
        return self._library


class Starting(Drive):
    """An app that is about to open its library."""

    @property
    def screen(self) -> BrowseScreen:
        """The browse screen: it lies over the frame."""
        screen = self.app.screen
        assert isinstance(screen, BrowseScreen)
        return screen

    async def strike(self, *keys: str) -> None:
        """Press keys without waiting for anything."""
        await self.pilot.press(*keys)


@asynccontextmanager
async def starting(
    library: Library, size: tuple[int, int] = (120, 40), place: str | None = None
) -> AsyncIterator[tuple[Starting, Callable[[], object]]]:
    """Start the app on a library that is not open yet; gives what opens it."""
    held = Held(library)
    app = DatelineApp(held, place)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        try:
            yield Starting(app, pilot, library), held.may_open.set
        finally:
            held.may_open.set()


def rules(text: str) -> list[str]:
    """Where the rules between the panes stand, line by line; first comes a cursor's bar or none."""
    lines = text.splitlines()[2:-1]
    return ["".join(c if c in RULES else " " for c in line[1:]).rstrip() for line in lines]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_frame_stands_where_the_panes_will(
    library: Library, size: tuple[int, int]
) -> None:
    async with starting(library, size) as (d, _):
        assert isinstance(d.app.screen, Opening)
        frame = d.text()
    async with driven(library, size, place="zzzzzz qqqqqq") as d:
        shown = d.text()
    assert rules(frame) == rules(shown)
    assert frame.splitlines()[0].rstrip() == " / search"
    async with driven(library, size) as d:
        assert frame.splitlines()[-1] == d.text().splitlines()[-1]


async def test_what_is_typed_before_the_library_is_open_is_acted_upon_after(
    library: Library,
) -> None:
    async with starting(library) as (d, open_it):
        await d.strike("slash", *"iran")
        d.app.post_message(Paste(" russia"))
        await d.strike("s")
        assert isinstance(d.app.screen, Opening)
        open_it()
        await d.rest()
        assert d.screen.bar.input.value == "iran russias"
        await d.press("backspace")
        expected = library.search_quickly("iran russia", limit=20).results
        assert [row.id for row in d.results()] == [row.id for row in expected]


async def test_early_keys_find_the_first_list(library: Library) -> None:
    async with starting(library) as (d, open_it):
        await d.strike("j", "j", "enter")
        open_it()
        await d.rest()
        await d.rest()
        third = library.list(limit=3).results[2].id
        assert d.row.id == third
        assert d.screen.reader.has_focus
        # The reader follows when the cursor has rested.
        await d.until(lambda: getattr(d.screen.reader.brief, "id", None) == third)


async def test_an_address_is_gone_to(library: Library) -> None:
    async with starting(library, place="pair:IR-RU") as (d, open_it):
        await d.strike("down")
        open_it()
        await d.rest()
        assert d.screen.here.place.pair == "IR-RU"
        assert d.row.id == library.pair("IR-RU").briefs[1].id


async def test_the_app_can_be_left_while_the_library_is_opened(library: Library) -> None:
    async with starting(library) as (d, _):
        await d.strike("ctrl+q")
        assert not d.app.is_running or d.app._exit
    assert d.app.failure is None


async def test_a_library_that_cannot_be_opened_ends_the_app_with_its_error() -> None:
    def busy() -> Library:
        raise LibraryBusy("busy.db: another Dateline has been writing for long")

    app = DatelineApp(busy)
    async with app.run_test() as pilot:
        await ended(pilot)
    assert isinstance(app.failure, LibraryBusy)
    assert app.library is None


async def ended(pilot: Pilot[None]) -> None:
    """Wait until the app has left by itself."""
    for _ in range(2000):
        if pilot.app._exit:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the app goes on")


async def test_what_takes_long_is_explained(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_LATE", 0.001)
    async with starting(library) as (d, open_it):
        await d.pilot.pause(0.05)
        assert "Opening the library …" in d.text()
        open_it()
        await d.rest()
        assert "Opening the library …" not in d.text()


# Starts the app and prints, when the frame has been painted, every module that is loaded by then.
_PAINT = """
import asyncio, json, sys
from tui.app import DatelineApp

def opener():
    print(json.dumps(sorted(sys.modules)))
    raise SystemError("not now")

async def main():
    async with DatelineApp(opener).run_test() as pilot:
        while not pilot.app._exit:
            await asyncio.sleep(0.01)

asyncio.run(main())
"""


def test_nothing_but_the_frame_is_imported_before_it_is_painted() -> None:
    done = subprocess.run([sys.executable, "-c", _PAINT], capture_output=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[0]))
    assert "tui.screens.opening" in loaded
    late = {"store.library", "store.views", "tui.screens.browse", "tui.config", "sqlite3", "click"}
    assert not loaded & {*late, "sqlite_utils", "rapidfuzz", "tomllib", "numpy"}
