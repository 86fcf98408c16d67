"""The matrix of pairs: its orders, its shades, and the command that prints it."""

from __future__ import annotations

import json
from pathlib import Path

from store.library import Library
from store.views import PairRow
from tests.tui.driving import driven
from tests.tui.running import dateline
from tui.matrix import as_plain, matrix_of
from tui.widgets.grid import Grid


def row(pair: str, briefs: int) -> PairRow:
    a, _, b = pair.partition("-")
    names = {"IR": "Iran", "RU": "Russia", "AM": "Armenia", "TR": "Turkey"}
    return PairRow(pair, (names[a], names[b]), briefs, 0, None, None)


PAIRS = [row("IR-RU", 9), row("AM-RU", 2), row("RU-TR", 1)]


def test_both_ways_and_in_order() -> None:
    matrix = matrix_of(PAIRS)
    assert matrix.codes == ("RU", "IR", "AM", "TR")
    assert matrix.at(0, 1) is matrix.at(1, 0) is PAIRS[0]
    assert matrix.at(1, 2) is None
    assert matrix.at(0, 9) is None
    assert matrix.total(0) == 12
    assert matrix_of(PAIRS, "name").codes == ("AM", "IR", "RU", "TR")


def test_shades_are_seen_without_colour() -> None:
    matrix = matrix_of(PAIRS)
    assert [matrix.shade(n) for n in (0, 1, 9)] == [" ", "░", "█"]
    assert matrix_of([]).shade(0) == " "


def test_as_json_it_is_symmetrical() -> None:
    plain = as_plain(matrix_of(PAIRS))
    assert plain["briefs"] == [[0, 9, 2, 1], [9, 0, 0, 0], [2, 0, 0, 0], [1, 0, 0, 0]]


def test_the_command_prints_every_country(library_path: Path) -> None:
    done = dateline("pairs", "--matrix", "--json", library=library_path)
    answer = json.loads(done.stdout)
    codes = {code for pair in answer["pairs"] for code in pair["pair"].split("-")}
    assert set(answer["matrix"]["countries"]) == codes
    text = dateline("pairs", "--matrix", library=library_path).stdout
    assert codes <= set(text.split())
    assert max(map(len, text.splitlines())) <= 80


async def test_it_says_how_far_it_goes_on(library: Library) -> None:
    async with driven(library, (80, 24), "matrix:") as d:
        grid = d.app.screen.query_one(Grid)
        countries = len(grid.matrix.codes)
        across = sum(
            f" {code} " in f"{d.text(grid).splitlines()[0]} " for code in grid.matrix.codes
        )
        down = grid.size.height - 1
        assert 0 < across < countries
        assert f"{countries - across} → {countries - down} ↓" in d.text(grid)
        await d.press("G", *"l" * countries)
        assert f"{countries - across} ← {countries - down} ↑" in d.text(grid)
        await d.pilot.resize_terminal(40, 24)
        assert d.text(grid).splitlines()[0].startswith("←↑")
