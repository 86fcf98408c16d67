"""Panes by width, themes, long lists and long texts."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from textual.app import App
from textual.color import Color

from store.brief import Section
from store.library import Library
from store.views import Row
from tests.tui.driving import driven
from tests.tui.test_page import BRIEF
from tui.place import Entry, pair_place
from tui.shelf import PAGE, Shelf
from tui.themes import THEMES
from tui.widgets.reader import FIRST


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((120, 40), {"places", "list", "reader"}),
        ((119, 40), {"list", "reader"}),
        ((100, 30), {"list", "reader"}),
        ((80, 24), {"list", "reader"}),
        ((60, 20), {"list", "reader"}),
        ((59, 20), {"list"}),
    ],
)
async def test_panes_by_width(library: Library, size: tuple[int, int], shown: set[str]) -> None:
    async with driven(library, size) as d:
        panes = {"places": d.screen.places, "list": d.screen.listing, "reader": d.screen.reader}
        seen = {name for name, pane in panes.items() if pane.display and pane.region.area}
        assert seen == shown


async def test_the_list_lies_over_the_brief_on_a_small_screen(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        assert d.screen.listing.region.bottom <= d.screen.reader.region.y
        await d.press("G", "enter")
        assert d.screen.reader.size.height > 12
        cursor, listing = d.screen.listing.cursor, d.screen.listing
        assert listing.top <= cursor < listing.top + listing.rows_on_screen


async def test_one_pane_turns_into_the_brief_and_back(library: Library) -> None:
    async with driven(library, (50, 20)) as d:
        await d.press("j", "enter")
        assert d.screen.reader.has_focus
        assert d.screen.reader.region.area > 0
        await d.press("backspace")
        assert d.screen.listing.has_focus
        assert d.screen.listing.cursor == 1


async def test_the_passage_at_the_top_stays_when_the_screen_changes(library: Library) -> None:
    async with driven(library, (120, 20)) as d:
        await d.press("enter", "space", "j", "j")
        reader = d.screen.reader
        paragraph = reader._lines[reader.line].paragraph
        await d.pilot.resize_terminal(160, 20)
        await d.rest()
        assert abs(reader._lines[reader.line].paragraph - paragraph) <= 1


async def test_a_hundred_thousand_rows_are_fetched_by_the_page(library: Library) -> None:
    rows = [Row(f"b{i}", f"Brief {i}", "2019-01-01", ("A. B.",), ()) for i in range(PAGE)]
    async with driven(library) as d:
        listing = d.screen.listing
        shelf: Shelf[object] = Shelf(100_000, rows)
        listing.stock(shelf, of_briefs=True, searching=False, cursor=0, top=0)
        await d.press("G")
        assert listing.cursor == 99_999
        assert listing.virtual_size.height == 100_000 * listing.row_height
        asked = sorted(shelf._asked)
        assert asked[-1] == 99_999 // PAGE
        assert len(asked) <= 4
        assert not listing.children


async def test_a_huge_brief_opens_at_once_and_is_whole_in_the_end(library: Library) -> None:
    text = "The harbour stayed open through the winter. " * 20_000
    brief = replace(BRIEF, sections=(Section("report", None, (text,)),))
    async with driven(library) as d:
        reader = d.screen.reader
        reader.show(brief, ())
        assert len(reader._lines) == FIRST
        await d.pilot.press("tab", "G")
        assert reader._lines[-1].part == "foot"
        assert reader.line > FIRST


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_report_and_comment_differ_without_colour(library: Library, theme: str) -> None:
    async with driven(library) as d:
        d.app.theme = theme
        await d.rest()
        lines = d.text(d.screen.reader).splitlines()
        kinds = [line.kind for line in d.screen.reader._lines[: len(lines)]]
        for kind, line, own in zip(kinds, lines, d.screen.reader._lines, strict=False):
            if own.part == "text":
                assert ("┃" in line) is (kind == "comment")
        assert "── REPORT" in "\n".join(lines)


async def test_the_ansi_theme_leaves_the_terminals_own_ground(library: Library) -> None:
    async with driven(library) as d:
        d.app.theme = "dateline-ansi"
        await d.rest()
        assert d.screen.listing.styles.background.ansi is not None
        assert isinstance(d.screen.listing.styles.background, Color)


async def test_no_color_is_heeded(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(library) as d:
        assert isinstance(d.app, App)
        assert d.app.no_color


def test_the_frame_rate_is_raised_before_textual_is_loaded() -> None:
    code = "import tui.app, textual.screen as s; print(round(1 / s.UPDATE_PERIOD))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "240"


def test_the_table_of_commands_knows_no_textual() -> None:
    code = "import sys, tui.keys; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_first_paint_waits_for_no_heavy_import() -> None:
    code = (
        "import sys, tui.app;"
        "print([m for m in ('sqlite_utils', 'rapidfuzz', 'numpy', 'store.compare.align',"
        " 'tui.screens.compare', 'tui.screens.leaflet') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("printed", "short"),
    [
        ("Nino K. Beridze, PhD", "Beridze"),
        ("James T. Cole III", "Cole"),
        ("Dr. Marcus O'Brien-Hale", "O'Brien-Hale"),
        ("Jan van der Berg", "van der Berg"),
        ("Night Desk", "Desk"),
    ],
)
async def test_an_author_is_short_in_a_list(library: Library, printed: str, short: str) -> None:
    async with driven(library, (120, 24)) as d:
        rows = [Row("bzzzz", "A title", "2019-01-01", (printed,), ())]
        d.screen.listing.stock(Shelf(1, rows), of_briefs=True, searching=False, cursor=0, top=0)
        await d.rest()
        assert f" {short} " in f"{d.text(d.screen.listing)} "


LONG = "How a Long Title of a Brief on Two Countries Goes on to Its Last Word"


@pytest.mark.parametrize(("size", "lines"), [((120, 40), 3), ((120, 24), 2), ((80, 24), 1)])
async def test_a_title_has_the_room_there_is(
    library: Library, size: tuple[int, int], lines: int
) -> None:
    async with driven(library, size) as d:
        rows = [Row(f"bzzz{n}", LONG, "2019-01-01", ("Ann Author",), ("IR-RU",)) for n in range(4)]
        d.screen.listing.stock(Shelf(4, rows), of_briefs=True, searching=False, cursor=0, top=0)
        await d.rest()
        assert d.screen.listing.row_height == lines
        text = d.text(d.screen.listing)
        words = " ".join(text.replace("▌", " ").split())
        assert (LONG in words) == (lines == 3)
        assert "2019-01-01" in text
        assert "Author" in text


async def test_short_titles_take_one_line_however_high_the_screen(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        rows = [Row("bzzzz", "Short", "2019-01-01", ("Ann Author",), ("IR-RU",))]
        d.screen.listing.stock(Shelf(1, rows), of_briefs=True, searching=False, cursor=0, top=0)
        await d.rest()
        assert d.screen.listing.row_height == 2


async def test_pairs_beside_the_list_are_told_in_codes_rather_than_cut(library: Library) -> None:
    pairs = [
        ("GB-US", ("United Kingdom", "United States")), ("IR-RU", ("Iran", "Russia")),
        ("CF-CD", ("Central African Republic", "Democratic Republic of Congo")),
    ]  # fmt: skip
    async with driven(library, (120, 40)) as d:
        entries = [Entry(p.name, p, 5) for p in (pair_place(*pair) for pair in pairs)]
        d.screen.places.offer([Entry("LIBRARY"), *entries])
        await d.rest()
        lines = d.text(d.screen.places).splitlines()[1 : 1 + len(pairs)]
        assert not any("…" in line for line in lines)
        assert any("Iran–Russia" in line for line in lines)
        assert any("GB–United States" in line for line in lines)
        assert any("CF–CD" in line for line in lines)
