"""What the status line says is over with the next key."""

from __future__ import annotations

from store.library import Library
from tests.tui.driving import Drive, driven


def said(d: Drive) -> str:
    return d.text(d.screen.status)


async def test_what_was_said_goes_with_the_next_key(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        told = said(d)
        await d.press("U")
        assert "There is nothing to undo." in said(d)
        await d.press("j")
        assert said(d) == told


async def test_what_was_said_does_not_stay_through_a_prompt(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("U", "i")
        assert d.screen.prompt.display
        assert "nothing to undo" not in said(d)


async def test_the_first_hit_is_only_the_first_until_one_goes_on(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.type("iran")
        await d.press("enter", "N", "N")
        while "That was the first." not in said(d):
            await d.press("N")
        await d.press("n")
        assert "That was the first." not in said(d)
        assert "brief" in said(d)


async def test_no_brief_is_chosen_only_where_that_was_asked(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("2", "s")
        assert "No brief is chosen." in said(d)
        await d.press("j")
        assert "pairs" in said(d)


async def test_what_was_done_is_told_with_the_list_that_comes_of_it(library: Library) -> None:
    async with driven(library, (120, 40)) as d:
        await d.press("t", *"gulf", "enter")
        assert "tagged +gulf" in said(d)
        assert "newest first" in said(d)
        await d.press("j")
        assert "tagged" not in said(d)
