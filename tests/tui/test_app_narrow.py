"""Places on a narrow terminal, saved searches by name, and one click where one is enough."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.driving import driven
from tui.place import UNREAD


@pytest.mark.parametrize("size", [(110, 30), (80, 24), (50, 20)])
@pytest.mark.parametrize("keys", [("h",), ("tab", "tab")])
async def test_the_places_take_the_room_of_the_list(
    library: Library, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with driven(library, size) as d:
        assert not d.screen.places.display
        await d.press(*keys)
        assert d.screen.places.has_focus
        text = d.text()
        assert "ANALYSTS" in d.text(d.screen.places) or "PAIRS" in text
        assert not d.screen.listing.is_on_screen or not d.screen.query_one("#middle").display
        await d.press("j", "enter")
        assert d.screen.here.place == UNREAD
        assert d.screen.listing.has_focus
        assert not d.screen.places.display


async def test_the_places_are_left_as_they_were_entered(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        for key in ("l", "escape"):
            await d.press("h")
            assert d.screen.places.display
            await d.press(key)
            assert d.screen.listing.has_focus
            assert not d.screen.places.display


async def test_their_counts_are_those_of_the_search(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        await d.type("iran")
        await d.press("enter", "h")
        assert "FOUND" in d.text(d.screen.places)


async def test_saved_searches_are_in_the_palette(library: Library) -> None:
    library.save_search("Caspian oil", "iran ")
    async with driven(library, (80, 24)) as d:
        await d.press("ctrl+p", *"caspian")
        await d.until(lambda: "Saved search: Caspian oil" in d.text())
        await d.press("enter", "enter")
        await d.until(lambda: d.screen.here.place.scope == 'saved:"Caspian oil"')
        assert len(d.results()) == min(20, library.search("iran ").total)


async def test_one_click_goes_to_a_place(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.pilot.click("#places", offset=(4, 2))
        await d.rest()
        assert d.screen.here.place == UNREAD
        assert d.screen.listing.has_focus
