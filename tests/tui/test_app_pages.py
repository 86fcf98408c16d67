"""Reading from the page of a pair, and the way back to it."""

from __future__ import annotations

import pytest

from store.library import Library
from store.views import PairView
from tests.tui.driving import Drive, driven
from tui.folios.lines import FolioLine, Spot


def page_brief(d: Drive) -> str:
    """The id of the brief under the cursor of the page."""
    line = d.screen.folio.item
    assert isinstance(line, FolioLine)
    assert isinstance(line.goes, Spot)
    return line.goes.brief


def pair_page(d: Drive) -> PairView:
    page = d.screen.folio.page
    assert isinstance(page, PairView)
    return page


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_brief_opened_from_a_page_is_read(library: Library, size: tuple[int, int]) -> None:
    async with driven(library, size) as d:
        await d.press("2", "p")
        brief, unread = page_brief(d), library.list(unread=True).total
        before = sum(not row.read for row in pair_page(d).briefs)
        await d.press("enter")
        assert d.screen.reader.has_focus
        assert library.brief(brief).read
        await d.press("space", "backspace")
        assert d.screen.folio.has_focus
        assert sum(not row.read for row in pair_page(d).briefs) == before - 1
        assert page_brief(d) != brief, "it is no longer among those not read"
        assert library.list(unread=True).total == unread - 1


async def test_a_brief_opened_at_its_address_is_read(library: Library) -> None:
    identity = library.list(limit=1).results[0].id
    async with driven(library, place=f"brief:{identity}") as d:
        assert d.screen.reader.has_focus
        assert library.brief(identity).read


async def test_esc_goes_back_to_the_page_and_then_to_the_list(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("2", "p", "enter", "escape")
        assert d.screen.folio.has_focus
        await d.press("escape")
        assert d.screen.listing.has_focus
        assert d.screen.folio.display, "the right pane is about the pair under the cursor"
        await d.press("j")
        assert pair_page(d).pair == d.screen.listing.item.pair


async def test_from_the_brief_of_a_page_to_the_list_the_page_comes_back(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("2", "p", "enter", "h")
        assert d.screen.listing.has_focus
        assert d.screen.folio.display
        await d.press("l")
        assert d.screen.folio.has_focus


async def test_a_page_read_anew_keeps_the_cursor_and_takes_no_keys(library: Library) -> None:
    async with driven(library, (120, 40), "pair:IR-RU") as d:
        await d.press("p", "enter", "backspace", "G")
        while not isinstance(d.screen.folio.item.goes, Spot):
            await d.press("k")
        brief, top = page_brief(d), d.screen.folio.shelf.total
        await d.press("enter", "backspace")
        assert d.screen.folio.shelf.total < top, "it is no longer among those not read"
        assert page_brief(d) == brief
        await d.press("escape", "r")
        assert d.screen.listing.has_focus
