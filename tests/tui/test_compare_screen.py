"""The screen that lays comments side by side, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.compare import compare
from store.errors import UsageError
from store.ingest.pipeline import ingest
from store.library import Library
from store.views import BriefView, Comparison
from tests.store.compare.desk import a_brief
from tests.tui.driving import Drive, driven
from tui.screens.compare import CompareScreen

HARBOUR = "The harbour dredging at Harn stalled; Ilva Brandt says that barges cannot pass."
HARBOUR_TOO = "Without dredging no barges reach the harbour, and Ilva Brandt knows it."
GRAIN = "Grain silos in Norland stand empty because millers refuse the levy of $10 billion."
GRAIN_TOO = "Millers in Norland would leave grain silos empty rather than pay a levy of $12bn."
SALT = "Westmark sells salt."


def three() -> list[BriefView]:
    """Three comments whose order by date is not that by analyst."""
    return [
        a_brief("bone1", HARBOUR, GRAIN, analyst="Ada Zell", date="2019-03-01"),
        a_brief("btwo2", GRAIN_TOO, HARBOUR_TOO, analyst="Bo Mira", date="2019-03-02"),
        a_brief("bthr3", SALT, HARBOUR_TOO, analyst="Cy Abel", date="2019-03-03"),
    ]


@asynccontextmanager
async def side_by_side(
    library: Library,
    load: Callable[[], Comparison] | None = None,
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[Drive]:
    """Open the screen on three briefs, or on what `load` gives, and wait until it is there."""
    async with driven(library, size) as drive:
        await drive.app.push_screen(CompareScreen(library, load=load or (lambda: compare(three()))))
        await drive.rest()
        yield drive


def screen_of(drive: Drive) -> CompareScreen:
    screen = drive.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


def line_with(drive: Drive, *parts: str) -> str:
    """The first line on the screen that holds all the parts."""
    for line in drive.text().splitlines():
        if all(part in line for part in parts):
            return line
    raise AssertionError(f"no line has {parts}:\n{drive.text()}")


async def test_as_many_lanes_as_fit(empty: Library) -> None:
    async with side_by_side(empty) as drive:
        assert line_with(drive, "Ada Zell", "Bo Mira", "Cy Abel")
        assert "2019-03-02 · Pinewater Institute" in drive.text()
    async with side_by_side(empty, size=(80, 24)) as drive:
        assert line_with(drive, "Ada Zell", "Bo Mira")
        assert "Cy Abel" not in drive.text()
        assert line_with(drive, "lane 1 of 3, 1–2 on the screen ›")


async def test_paragraphs_on_one_thing_stand_on_one_height_under_their_reason(
    empty: Library,
) -> None:
    async with side_by_side(empty) as drive:
        assert line_with(drive, "¶1 ┃ The harbour", "¶2 ┃ Without", "¶2 ┃ Without")
        assert line_with(drive, "╌╌", "people: Ilva Brandt")
        assert line_with(drive, "¶2 ┃ Grain", "¶1 ┃ Millers")
        assert line_with(drive, "╌╌", "figures differ: $10 billion / $12bn")


async def test_lanes_beyond_the_width_are_reached_by_key(empty: Library) -> None:
    async with side_by_side(empty, size=(80, 24)) as drive:
        await drive.press("l", "l")
        assert line_with(drive, "Bo Mira", "▌Cy Abel")
        assert "Ada Zell" not in drive.text()
        await drive.press("l", "h", "h", "h")
        assert line_with(drive, "▌Ada Zell", "Bo Mira")


async def test_narrow_screens_stack_the_cells_of_a_row(empty: Library) -> None:
    async with side_by_side(empty, size=(60, 40)) as drive:
        text = drive.text()
        row = text[text.index("¶1 ┃ The harbour") :]
        assert row.index("Bo Mira") < row.index("¶2 ┃ Without") < row.index("Cy Abel")
        assert line_with(drive, "3 lanes stacked")


async def test_the_lock_is_one_key_and_shown(empty: Library) -> None:
    async with side_by_side(empty, size=(80, 12)) as drive:
        assert line_with(drive, "scroll locked, rows aligned")
        await drive.press("z")
        assert line_with(drive, "each lane scrolls alone")
        before = line_with(drive, "¶1 ┃")
        assert "¶1 ┃ The harbour" in before
        assert "¶1 ┃ Millers" in before
        await drive.press("l", "j")
        assert "¶1 ┃ The harbour" in line_with(drive, "¶1 ┃")
        assert "¶1 ┃ Millers" not in drive.text()
        await drive.press("k", "z")
        assert line_with(drive, "scroll locked")


async def test_scrolling_goes_to_the_ends_and_no_farther(empty: Library) -> None:
    async with side_by_side(empty, size=(80, 14)) as drive:
        lanes = screen_of(drive).lanes
        assert lanes.percent == 0
        top = drive.text(lanes)
        await drive.press("k", "G")
        assert lanes.percent == 100
        bottom = drive.text(lanes)
        await drive.press("j", "space", "ctrl+d")
        assert drive.text(lanes) == bottom
        assert bottom != top
        await drive.press("g", "g")
        assert drive.text(lanes) == top


async def test_points_and_back(empty: Library) -> None:
    async with side_by_side(empty) as drive:
        await drive.press("p")
        assert line_with(drive, "FIGURES THAT DISAGREE")
        assert line_with(drive, "$10 billion / $12bn")
        assert line_with(drive, "Bo Mira · 2019-03-02 ¶1")
        assert line_with(drive, "┃ Grain silos in Norland stand empty")
        await drive.press("q")
        assert line_with(drive, "▌Ada Zell", "Bo Mira", "Cy Abel")


async def test_by_analyst_and_by_date(empty: Library) -> None:
    async with side_by_side(empty) as drive:
        await drive.press("l", "A")
        line = line_with(drive, "Ada Zell", "Bo Mira", "Cy Abel")
        assert line.index("Cy Abel") < line.index("Bo Mira") < line.index("Ada Zell")
        assert "▌Bo Mira" in line  # the lane one stood in keeps the keys
        assert line_with(drive, "by analyst")
        await drive.press("A")
        line = line_with(drive, "Ada Zell", "Bo Mira", "Cy Abel")
        assert line.index("Ada Zell") < line.index("Bo Mira") < line.index("Cy Abel")


async def test_reports_too_on_real_briefs(library: Library) -> None:
    ids = [row.id for row in library.list(limit=200).results if row.has_comment][:3]
    first = library.brief(ids[0])
    opening = next(s for s in first.sections if s.kind == "report").paragraphs[0][:25]
    async with side_by_side(library, lambda: library.compare(ids)) as drive:
        assert opening not in drive.text()
        await drive.press("R")
        assert line_with(drive, "── REPORT")
        assert opening in drive.text()
        assert line_with(drive, "reports too")
        await drive.press("R")
        assert opening not in drive.text()


async def test_a_brief_that_is_gone_is_said_in_one_line(empty: Library) -> None:
    async with side_by_side(empty) as drive:
        await drive.press("R")
        assert line_with(drive, "bone1")


@pytest.mark.parametrize("key", ["q", "escape", "backspace"])
async def test_back(empty: Library, key: str) -> None:
    async with side_by_side(empty) as drive:
        await drive.press(key)
        assert drive.app.screen is drive.screen


async def test_what_cannot_be_compared_is_said(empty: Library) -> None:
    def load() -> Comparison:
        raise UsageError("comparing takes two briefs")

    async with side_by_side(empty, load) as drive:
        assert line_with(drive, "comparing takes two briefs")
        await drive.press("p", "z", "l", "j", "A", "R", "p", "G")
        assert isinstance(drive.app.screen, CompareScreen)


async def test_an_unforeseen_error_is_one_line_too(empty: Library) -> None:
    def load() -> Comparison:
        raise RuntimeError("the disk is gone")

    async with side_by_side(empty, load) as drive:
        assert line_with(drive, "RuntimeError: the disk is gone")


async def test_text_of_briefs_is_never_markup(empty: Library) -> None:
    text = "[red]Salt[/red] [@click=app.quit]here[/]"
    briefs = [
        a_brief("bone1", text, title="[b]Harn", analyst="[i]A"),
        a_brief("btwo2", "[bold]Salt[/bold] too \x1b[31mred"),
    ]  # fmt: skip
    async with side_by_side(empty, lambda: compare(briefs)) as drive:
        text = drive.text()
        assert "[red]Salt[/red] [@click=app" in text
        assert "[b]Harn" in text
        assert "[i]A" in text
        assert "\x1b" not in text


async def test_a_smaller_window_keeps_the_paragraph_at_the_top(empty: Library) -> None:
    briefs = [a_brief(f"b{n}", *(f"Salt {n}{i} " * 30 for i in range(9))) for n in range(3)]
    async with side_by_side(empty, lambda: compare(briefs), (120, 20)) as drive:
        for _ in range(4):
            await drive.press("space")
        before = drive.text(screen_of(drive).lanes).splitlines()[5:]
        number = next(line for line in before if "¶" in line).split("¶")[1].split()[0]
        await drive.pilot.resize_terminal(80, 20)
        await drive.rest()
        after = drive.text(screen_of(drive).lanes)
        assert abs(int(number) - int(after.split("¶")[1].split()[0])) <= 1


def filled(library: Library, folder: Path, count: int) -> None:
    """Put so many comments on one pair into a library."""
    for n in range(count):
        day = date(2000, 1, 1) + timedelta(days=n)
        (folder / f"{n}.txt").write_text(
            f"Iran and Russia Talk {n}\n\nBy Ada Zell{n} | Fellow - Pine | {day:%b %d, %Y}\n\n"
            f"Tehran and Moscow, day {n}.\n\nComment: Russia sells to Iran for the {n}th time.\n"
        )
    ingest(library, [folder])


async def test_a_pair_with_many_comments_loads_lanes_as_they_are_reached(
    empty: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    filled(empty, folder, 60)
    async with driven(empty, (120, 24), "pair:IR-RU") as drive:
        await drive.press("c")
        assert line_with(drive, "lane 1 of 60, 1–3 on the screen ›")
        assert line_with(drive, "¶1 ┃ Russia sells")
        loaded = screen_of(drive).comparison
        assert loaded is not None
        assert len(loaded.lanes) < 10
        await drive.press(*["l"] * 20)
        assert line_with(drive, "lane 21 of 60")
        assert line_with(drive, "▌Ada Zell20")
        assert "20th" in drive.text()
        await drive.press("A", "p")
        assert line_with(drive, "of 60 comments")
