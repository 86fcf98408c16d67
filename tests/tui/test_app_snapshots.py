"""Pictures of the main screens. The sample briefs, the sizes and the cursor are fixed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library, silence
from tests.tui.driving import Drive
from tui.app import DatelineApp

Compare = Callable[..., bool]
SIZES = [(120, 40), (80, 24)]


def after(library: Library, *keys: str) -> Callable[[Pilot[Any]], Any]:
    """Press keys and stand still, with the blinking of the cursor frozen."""

    async def run(pilot: Pilot[Any]) -> None:
        assert isinstance(pilot.app, DatelineApp)
        await pilot.pause()
        drive = Drive(pilot.app, pilot, library)
        drive.screen.bar.input.cursor_blink = False
        await drive.rest()
        await drive.press(*keys)

    return run


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "80x24"])
def test_browse(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = DatelineApp(library)
    assert snap_compare(app, terminal_size=size, run_before=after(library, "j"))


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "80x24"])
def test_search(snap_compare: Compare, library: Library, size: tuple[int, int]) -> None:
    app = DatelineApp(library, place="sanctions")
    assert snap_compare(app, terminal_size=size, run_before=after(library, "n"))


def test_pair(snap_compare: Compare, library: Library) -> None:
    app = DatelineApp(library, place="pair:IR-RU")
    assert snap_compare(app, terminal_size=(120, 40), run_before=after(library))


def test_help(snap_compare: Compare, library: Library) -> None:
    app = DatelineApp(library)
    assert snap_compare(app, terminal_size=(120, 40), run_before=after(library, "?"))


SCREENS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "pairs": ("pairs:", ("j",)),
    "pair-page": ("pair:IR-RU", ("p",)),
    "people": ("people:", ("j",)),
    "person-page": ("person:shoigu", ("p",)),
    "analyst-page": ("analyst:Yusra Fennimore", ("p",)),
    "matrix": ("matrix:", ("n",)),
    "tags": (None, ("t", "g")),
    "facets": (None, ("f",)),
}


@pytest.mark.parametrize("size", [(120, 40), (100, 30), (80, 24)], ids=["120", "100", "80"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    snap_compare: Compare,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    screen: str,
    size: tuple[int, int],
) -> None:
    # How long a pair has been quiet depends on the day of the run.
    monkeypatch.setattr(silence, "days_since", lambda _date: 100)
    place, keys = SCREENS[screen]
    app = DatelineApp(library, place=place)

    async def run(pilot: Pilot[Any]) -> None:
        await after(library, *keys)(pilot)
        for each in pilot.app.screen.query(Input):
            each.cursor_blink = False
        await Drive(app, pilot, library).rest()

    assert snap_compare(app, terminal_size=size, run_before=run)
