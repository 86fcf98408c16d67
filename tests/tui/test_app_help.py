"""Help where it is asked for: the keys of the screen first, the query explained, the welcome."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.driving import Drive, driven
from tui.empty import lines_for
from tui.keys import TITLES, Where, commands
from tui.place import ALL, MARKED
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


@pytest.mark.parametrize("size", [(120, 40), (160, 40), (80, 24), (60, 24)])
async def test_the_welcome_is_whole_at_every_width(empty: Library, size: tuple[int, int]) -> None:
    async with driven(empty, size) as d:
        text = d.text(d.screen.listing)
        for line in lines_for(ALL, ""):
            assert line in text


async def test_what_an_empty_list_says_is_wrapped(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("5")
        words = " ".join(d.text(d.screen.listing).split())
        assert lines_for(MARKED, "")[-1] in words


async def test_movement_is_told_once_and_what_is_special_first(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("?")
        lines = leaflet(d)
        assert sum("To the very top." in line for line in lines) == 1
        first = lines.index(TITLES["list"])
        assert first < next(at for at, line in enumerate(lines) if "To the very top" in line)
        assert any("Mark or unmark" in line for line in lines[first : first + 4])


async def test_no_key_runs_into_what_it_does(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("?")
        for command in commands():
            line = next(line for line in leaflet(d) if line.startswith(f"  {command.shown}  "))
            assert line.removeprefix(f"  {command.shown}").startswith("  ")


async def test_the_signs_of_pairs_are_told(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("?")
        told = "\n".join(leaflet(d))
        assert "IR-RU+2" in told
        assert "5 · 4 ¶" in told


async def test_help_moves_as_all_texts_do(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        await d.press("?")
        assert isinstance(d.app.screen, Leaflet)
        sheet = d.app.screen.sheet
        ways = {"G": "gg", "space": "b", "j": "k", "ctrl+d": ["ctrl+u"], "end": ["home"]}
        for there, back in ways.items():
            await d.press(there)
            await d.until(lambda: sheet.scroll_offset.y > 0)
            await d.press(*back)
            await d.until(lambda: sheet.scroll_offset.y == 0)


async def test_help_is_searched_by_words_and_by_the_names_of_commands(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        await d.press("?", "/", *"undo")
        assert "Take back what was done last." in d.text()
        assert "Mark or unmark" not in d.text()
        await d.press("enter")
        assert isinstance(d.app.screen, Leaflet)
        assert d.app.screen.sheet.has_focus
        await d.press("escape")
        assert "Mark or unmark" in d.text()
        await d.press("/", *"zzz")
        assert "No line has that." in d.text()
        await d.press("escape", "escape")
        assert not isinstance(d.app.screen, Leaflet)
