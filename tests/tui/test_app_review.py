"""Deciding who is who in the app: both contexts side by side, one key each."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.driving import driven
from tests.writing import brief_text, save
from tui.keys import COMMANDS
from tui.screens.review import ReviewScreen


@pytest.fixture
def people(empty: Library, tmp_path: Path) -> Library:
    for name, who in {"a": "Minister Tomas Vrba", "b": "Minister T. Vrba"}.items():
        report = f"{who} met Syrian officials in Damascus. Vrba praised Syria and Iran."
        save(tmp_path / "briefs", name, brief_text(f"Brief {name.upper()}", report=report))
    ingest(empty, [tmp_path / "briefs"])
    return empty


async def test_y_makes_one_person_and_u_takes_it_back(people: Library) -> None:
    async with driven(people, (120, 40)) as drive:
        await drive.press("3", "m")
        assert isinstance(drive.app.screen, ReviewScreen)
        shown = drive.text()
        assert "Tomas Vrba = T. Vrba ?   1 of 1" in shown
        assert "Minister Tomas Vrba met Syrian" in shown
        assert "Minister T. Vrba met Syrian" in shown
        await drive.press("y")
        assert "one person. U takes it back." in drive.text()
        assert len(people.people()) == 1
        await drive.press("U")
        assert len(people.people()) == 2
        assert "Tomas Vrba = T. Vrba ?   1 of 1" in drive.text()
        await drive.press("y", "q")
        assert drive.screen.listing.shelf.total == 1


async def test_n_says_they_are_two_and_is_not_asked_again(people: Library) -> None:
    async with driven(people, (80, 24)) as drive:
        await drive.press("3", "m", "n")
        assert "two people. U takes it back." in drive.text()
        assert "Nobody more to decide on." in drive.text()
        await drive.press("y", "l", "q", "m")
        assert "Nobody more to decide on." in drive.text()
        assert [e.act for e in people.ledger()] == ["different"]


async def test_l_leaves_it_open(people: Library) -> None:
    async with driven(people, (120, 40)) as drive:
        await drive.press("3", "m", "l", "U")
        assert "Nothing was decided here yet." in drive.text()
        await drive.press("escape")
        assert not isinstance(drive.app.screen, ReviewScreen)
        assert people.ledger() == ()
        assert people.review()


@pytest.mark.parametrize(
    ("command", "key"),
    [(c.id, key) for c in COMMANDS if c.where == ("review",) for key in c.keys],
    ids=str,
)
async def test_every_key_of_the_review_answers(people: Library, command: str, key: str) -> None:
    acts = {"is_same": ["same"], "is_different": ["different"]}
    async with driven(people, (120, 40)) as drive:
        await drive.press("3", "m", key)
        assert isinstance(drive.app.screen, ReviewScreen) is (command != "end_review")
        assert [e.act for e in people.ledger()] == acts.get(command, [])


async def test_a_library_that_can_only_be_read_says_so(people: Library) -> None:
    people._connections.read_only = True
    async with driven(people, (120, 40)) as drive:
        await drive.press("3", "m", "y")
        print(drive.text())
        assert "can be read but" in drive.text()
