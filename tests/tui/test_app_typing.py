"""A key never waits for the database, and a list that was sorted quickly is ranked later."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from textual.events import Key

from store.errors import Interrupted
from store.library import Library
from store.search import cost
from store.views import SearchAnswer
from tests.tui.driving import Drive, driven
from tui.screens import standing


async def strike(d: Drive, key: str) -> None:
    """Press a key and let the app paint, without waiting for workers."""
    event = Key(key, key)
    event.set_sender(d.app)
    assert d.app._driver is not None
    d.app._driver.send_message(event)
    await d.pilot.pause(0)


async def test_keys_are_shown_while_a_query_is_held_open(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    search, interrupt = library.search_quickly, library.interrupt
    interrupted = threading.Event()
    running: list[str] = []

    def held(query: str, **options: Any) -> SearchAnswer:
        running.append(query)
        if query != "iran":
            assert interrupted.wait(20)
            interrupted.clear()
            raise Interrupted("stopped")
        return search(query, **options)

    def stop() -> None:
        interrupted.set()
        interrupt()

    monkeypatch.setattr(library, "search_quickly", held)
    async with driven(library) as d:
        await d.press("/")
        monkeypatch.setattr(library, "interrupt", stop)
        for number, key in enumerate("iran", 1):
            interrupted.clear()
            await strike(d, key)
            assert d.screen.bar.input.value == "iran"[:number]
            while len(running) < number:
                await asyncio.sleep(0.001)
        await d.rest()
        assert running[-1] == "iran"
        assert [r.id for r in d.results()] == [
            r.id for r in search("iran", limit=len(d.results())).results
        ]


async def test_the_true_order_follows_when_the_fingers_rest(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost, "_RANKED_MS", -1.0)
    monkeypatch.setattr(standing, "RESTING", 3600.0)
    async with driven(library) as d:
        await d.type("iran")
        assert "titles first, then the newest" in d.text(d.screen.status)
        quick = [r.id for r in d.results()]
        d.screen._refine()
        await d.rest()
        assert "best first" in d.text(d.screen.status)
        best = [r.id for r in d.results()]
        assert best == [r.id for r in library.search("iran", limit=len(best)).results]
        assert set(best[:3]) != set(quick[:3]) or best != quick


async def test_a_reader_under_way_keeps_the_order_they_see(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost, "_RANKED_MS", -1.0)
    monkeypatch.setattr(standing, "RESTING", 3600.0)
    async with driven(library) as d:
        await d.type("iran")
        await d.press("enter", "j", "j")
        seen, row = [r.id for r in d.results()], d.row.id
        d.screen._refine()
        await d.rest()
        assert [r.id for r in d.results()] == seen
        assert d.row.id == row
