"""The matrix keeps one's place in it, and is where the way back leads."""

from __future__ import annotations

from store.library import Library
from tests.tui.driving import Drive, driven
from tui.screens.browse import BrowseScreen
from tui.screens.matrix import MatrixScreen
from tui.widgets.key_line import KeyLine


def matrix(d: Drive) -> MatrixScreen:
    assert isinstance(d.app.screen, MatrixScreen)
    return d.app.screen


async def test_back_from_a_pair_leads_to_its_cell(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("j", "M", "n", "n", "s", "n")
        codes, sort = matrix(d).grid.codes, matrix(d).stand.sort
        await d.press("enter")
        assert d.screen.here.place.pair == "-".join(sorted(codes))
        await d.press("backspace")
        assert matrix(d).grid.codes == codes
        assert matrix(d).stand.sort == sort == "name"
        await d.press("q")
        assert isinstance(d.app.screen, BrowseScreen)
        assert d.screen.listing.cursor == 1, "below it is the list one came from"
        await d.press("]")
        assert d.screen.here.place.pair == "-".join(sorted(codes))


async def test_it_begins_where_one_was(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("M", "n", "n", "j")
        codes = matrix(d).grid.codes
        await d.press("q", "M")
        assert matrix(d).grid.codes == codes


async def test_countries_are_found_by_joined_codes(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("M", "/", *"ir-ru", "enter")
        assert set(matrix(d).matrix().codes) == {"IR", "RU"}


async def test_in_the_filter_the_foot_names_no_letters(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("M")
        foot = matrix(d).query_one(KeyLine)
        assert "s sort" in d.text(foot)
        await d.press("/")
        assert d.text(foot).split() == ["Enter", "matrix"]
