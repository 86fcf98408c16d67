"""What a screen asks of the library: as many queries for few rows as for many, and no bodies."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from store.library.connections import Connections
from tests.tui.driving import Drive, driven
from tests.writing import brief_text, save

SCREENS = {
    "briefs": ("2", "1"),
    "pairs": ("2",),
    "people": ("3",),
    "analysts": ("4",),
    "a pair": ("2", "enter"),
}
_RUNS = 4
_BODY = re.compile(r"\bSELECT\b.*\b(\*|layout|report|comment)\b.*\bFROM entry\b", re.DOTALL)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that any thread reads with."""
    statements: list[str] = []
    plain = Connections.reader

    def reader(self: Connections) -> sqlite3.Connection:
        connection = plain(self)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(Connections, "reader", reader)
    return statements


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library of some screens of rows, and one of twice as many."""
    folder = tmp_path_factory.mktemp("queries")
    return _library(folder, 110), _library(folder, 220)


def _library(folder: Path, briefs: int) -> Path:
    path = folder / f"{briefs}.db"
    texts = folder / str(briefs)
    for number in range(briefs):
        save(texts, f"{number}.txt", brief_text(f"Iran and Russia Meet, Part {number}"))
    with Library.open(path, create=True) as library:
        ingest(library, [texts])
    return path


async def queries(path: Path, keys: tuple[str, ...], asked: list[str]) -> tuple[int, int]:
    """How many statements a screen runs, and how many of them read bodies of briefs."""
    with Library.open(path) as library:
        async with driven(library, (120, 40)) as d:
            while not d.screen.places.entries:  # they are counted after the first paint
                await asyncio.sleep(0.001)
            await settled(d)
            asked.clear()
            for key in keys:
                await d.press(key)
                await settled(d)
            return len(asked), sum(bool(_BODY.search(statement)) for statement in asked)


async def least(path: Path, keys: tuple[str, ...], asked: list[str]) -> tuple[int, int]:
    """The fewest of some runs: what is asked again because keys and answers crossed is no need."""
    return min([await queries(path, keys, asked) for _ in range(_RUNS)])


async def settled(d: Drive) -> None:
    await d.rest()
    await d.rest()


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_asks_no_more_of_a_library_twice_as_large(
    screen: str, libraries: tuple[Path, Path], asked: list[str]
) -> None:
    few, few_bodies = await least(libraries[0], SCREENS[screen], asked)
    many, many_bodies = await least(libraries[1], SCREENS[screen], asked)
    assert asked
    assert many <= few * 1.1 + 5
    assert many_bodies <= few_bodies + 1
