"""Views that draw their own lines: what they draw again when a list becomes another one."""

from __future__ import annotations

from typing import Any

import pytest
from textual.screen import Screen

from store.library import Library
from tests.tui.driving import driven
from tui.shelf import Shelf


async def test_a_longer_list_asks_for_no_new_layout_of_the_screen(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    layouts: list[str] = []
    plain = Screen._refresh_layout

    def counted(screen: Screen[Any], *args: Any, **options: Any) -> None:
        layouts.append("layout")
        plain(screen, *args, **options)

    async with driven(library, (120, 40)) as d:
        listing = d.screen.listing
        rows = d.results()
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        listing.lay(Shelf(40_000, rows), listing.row_height)
        await d.rest()
        assert listing.virtual_size.height == 40_000 * listing.row_height
        assert not layouts


async def test_the_scrollbar_follows_the_list(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        listing = d.screen.listing
        rows = d.results()
        listing.lay(Shelf(40_000, rows), 1)
        await d.rest()
        listing.lay(Shelf(50_000, rows), 1)
        await d.rest()
        assert listing.vertical_scrollbar.window_virtual_size == 50_000
        await d.press("G")
        assert listing.cursor == 49_999
        assert listing.vertical_scrollbar.position == listing.scroll_y == listing.max_scroll_y
        listing.lay(Shelf(2, rows[:2]), 1)
        await d.rest()
        assert not listing.show_vertical_scrollbar
        assert listing.scroll_y == 0
