"""The line of keys: what is of use here and now, whole words only."""

from __future__ import annotations

import pytest

from store.library import Library
from tests.tui.driving import Drive, driven
from tui.keys import commands_at, shown_key
from tui.widgets.key_line import KeyLine


def foot(d: Drive) -> str:
    return d.text(d.app.screen.query_one(KeyLine))


async def test_what_would_do_nothing_is_left_out(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        assert "next hit" not in foot(d)
        assert "compare" not in foot(d)
        assert "back" not in foot(d)
        await d.type("iran")
        await d.press("enter")
        assert "n next hit" in foot(d)
        assert "Backspace back" in foot(d)
        await d.press("space", "space")
        assert "c compare" in foot(d)
        assert "5 show marked" in foot(d)


async def test_the_pane_that_has_the_keys_comes_first(library: Library) -> None:
    async with driven(library, (80, 24)) as d:
        assert foot(d).split()[:2] == ["Enter", "open"]
        await d.press("enter")
        assert foot(d).split()[:3] == ["Space", "read", "on"]
        assert "Esc leave" in foot(d)


@pytest.mark.parametrize("width", [40, 61, 80, 100])
async def test_no_word_is_cut(library: Library, width: int) -> None:
    async with driven(library, (width, 24)) as d:
        whole = {
            f"{shown_key(c.keys[0])} {c.label}"
            for where in ("app", "browse", "list") for c in commands_at(where)
        }  # fmt: skip
        parts = [part.strip() for part in foot(d).split("  ") if part.strip()]
        assert parts
        assert set(parts) <= whole
        assert parts[-1] == "? help"


async def test_among_the_points_the_keys_of_lanes_are_left_out(library: Library) -> None:
    async with driven(library, (120, 40), "pair:IR-RU") as d:
        await d.press("c")
        assert "R reports" in foot(d)
        await d.press("p")
        assert "R reports" not in foot(d)
        for key in ("R", "A", "z", "h", "l"):
            await d.press("j", key)
            assert "p goes back to them" in d.text()
        await d.press("p", "R")
        assert "reports too" in d.text()


async def test_a_prompt_names_only_what_it_can_do(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("t")
        assert foot(d).split() == ["Enter", "answer", "Esc", "cancel", "Tab", "complete"]
        await d.press("escape", "a")
        assert "Ctrl+o editor" in foot(d)
        assert "Tab" not in foot(d)
        await d.press("escape", "|")
        assert foot(d).split() == ["Enter", "answer", "Esc", "cancel"]


@pytest.mark.parametrize("key", ["f", "e"])
async def test_over_a_list_to_choose_from_letters_are_no_keys(library: Library, key: str) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press(key)
        assert foot(d).split() == ["Enter", "choose", "Esc", "cancel"]
        assert "star" not in d.text().splitlines()[-1]


async def test_in_the_bar_a_question_mark_is_a_letter(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("/")
        assert "? help" not in foot(d)
        await d.press("escape")
        assert "? help" in foot(d)
