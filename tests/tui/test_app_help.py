"""Help where it is asked for: the keys of the screen first, the query explained, the welcome."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.driving import Drive, driven
from tui.keys import TITLES, Where
from tui.screens.leaflet import Leaflet


def leaflet(d: Drive) -> list[str]:
    assert isinstance(d.app.screen, Leaflet)
    return [line.plain for line in d.app.screen.lines]


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ((), "list"), (("enter",), "reader"), (("c",), "compare"), (("M",), "matrix"),
        (("p",), "page"), (("h",), "places"),
    ],
)  # fmt: skip
async def test_help_opens_at_the_keys_of_where_one_is(
    library: Library, keys: tuple[str, ...], where: Where
) -> None:
    async with driven(library, (120, 40), "pair:IR-RU") as d:
        await d.press(*keys, "?")
        assert leaflet(d)[2] == TITLES[where]
        assert TITLES[where] in d.text()
        assert sum(title in leaflet(d) for title in TITLES.values()) == len(TITLES)


async def test_f1_names_the_spellings_that_were_corrected(library: Library) -> None:
    async with driven(library, place="pair:IR-RU") as d:
        await d.type("shoigu ")
        await d.press("f1")
        (correction,) = library.search("shoigu ", scope="pair:IR-RU").corrections
        told = "\n".join(leaflet(d))
        assert f"“{correction.word}” is found as {correction.to[0]}" in told
        assert "only in" in told


async def test_the_old_words_are_replaced_by_typing_and_kept_by_an_arrow(library: Library) -> None:
    async with driven(library) as d:
        await d.type("iran")
        await d.press("enter")
        await d.type("galwan")
        assert d.screen.bar.input.value == "galwan"
        await d.press("enter", "/", "right", "space", *"ridge")
        assert d.screen.bar.input.value == "galwan ridge"


async def test_an_empty_library_says_how_to_fill_it(empty: Library) -> None:
    async with driven(empty) as d:
        text = d.text(d.screen.listing)
        assert "  i  " in text
        assert "dateline ingest FOLDER" in text
