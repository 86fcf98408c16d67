"""Who is who on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.running import dateline, program, terminal
from tests.writing import brief_text, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with Tomas Vrba and T. Vrba in it."""
    for name, who in {"a": "Minister Tomas Vrba", "b": "Minister T. Vrba"}.items():
        report = f"{who} met Syrian officials in Damascus. Vrba praised Syria and Iran."
        save(tmp_path / "briefs", name, brief_text(f"Brief {name.upper()}", report=report))
    with Library.open(tmp_path / "l.db", create=True) as library:
        ingest(library, [tmp_path / "briefs"])
    return tmp_path / "l.db"


def people(path: Path) -> list[str]:
    done = dateline("people", "--json", library=path)
    return sorted(p["name"] for p in json.loads(done.stdout)["people"])


def test_same_undo_and_the_ledger(path: Path) -> None:
    done = dateline("people", "same", "tomas vrba", "T. Vrba", library=path)
    assert done.exit_code == 0
    assert "“dateline people undo 1” takes it back" in done.stderr
    assert people(path) == ["Tomas Vrba"]
    page = dateline("person", "tomas vrba", library=path).stdout
    assert "1. Tomas Vrba and T. Vrba are one person" in page
    assert dateline("people", "undo", "1", library=path).exit_code == 0
    assert people(path) == ["T. Vrba", "Tomas Vrba"]
    told = dateline("people", "ledger", library=path).stdout
    assert "1. Tomas Vrba and T. Vrba are one person" in told
    assert "taken back" in told
    assert dateline("people", "undo", "1", library=path).exit_code == 2
    assert dateline("people", "undo", "9", library=path).exit_code == 1


def test_different_as_json(path: Path) -> None:
    done = dateline("people", "different", "Tomas Vrba", "T. Vrba", "--json", library=path)
    entry = json.loads(done.stdout)
    assert (entry["schema"], entry["act"], entry["undone"]) == (1, "different", None)


def test_the_queue_as_json_and_as_text(path: Path) -> None:
    done = dateline("people", "review", "--json", library=path)
    (candidate,) = json.loads(done.stdout)["candidates"]
    assert {candidate["a"]["name"], candidate["b"]["name"]} == {"Tomas Vrba", "T. Vrba"}
    assert candidate["why"]
    assert all(side["contexts"][0]["sentence"] for side in (candidate["a"], candidate["b"]))
    told = dateline("people", "review", library=path)
    assert told.exit_code == 0
    assert "Tomas Vrba = T. Vrba ?" in told.stdout


def test_review_asks_on_a_terminal(path: Path) -> None:
    command = [*program(), "--library", str(path), "people", "review"]
    with terminal(command) as shown:
        shown.wait_for("q enough")
        assert "Tomas Vrba = T. Vrba ?   1 of 1" in shown.text
        shown.press("xy")  # x is no answer
        shown.wait_for("“dateline people undo 1” takes it back")
        assert shown.exit_code() == 0
    assert people(path) == ["Tomas Vrba"]


@pytest.mark.parametrize("key", ["q", "l", "\x04"])
def test_review_can_be_left(path: Path, key: str) -> None:
    with terminal([*program(), "--library", str(path), "people", "review"]) as shown:
        shown.wait_for("q enough")
        shown.press(key)
        shown.exit_code()
    with Library.open(path) as library:
        assert library.ledger() == ()


def test_the_ledger_goes_out_and_comes_back(path: Path, tmp_path: Path) -> None:
    dateline("people", "same", "tomas vrba", "T. Vrba", library=path)
    out = tmp_path / "people.json"
    assert dateline("people", "ledger", "--export", str(out), library=path).exit_code == 0
    dateline("people", "undo", "1", library=path)
    done = dateline("people", "ledger", "--import", str(out), library=path)
    assert "0 decisions added" in done.stderr  # it is known, and was taken back since
    with Library.open(tmp_path / "other.db", create=True) as other:
        ingest(other, [tmp_path / "briefs"])
    done = dateline("people", "ledger", "--import", str(out), library=tmp_path / "other.db")
    assert "1 decision added" in done.stderr
    assert people(tmp_path / "other.db") == ["Tomas Vrba"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"ledger": [1]}'])
def test_what_is_no_ledger_is_one_line(path: Path, tmp_path: Path, text: str) -> None:
    file = save(tmp_path, "bad.json", text)
    done = dateline("people", "ledger", "--import", str(file), library=path)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_words_that_are_no_subcommand_are_looked_for(path: Path) -> None:
    assert "Tomas Vrba" in dateline("people", "vrba", "--limit", "1", library=path).stdout + (
        dateline("people", "tomas", "vrba", library=path).stdout
    )
    assert dateline("people", "nobody", "here", library=path).exit_code == 1
    assert "review" in dateline("people", "--help").stdout


def test_refresh_keeps_every_decision(path: Path) -> None:
    dateline("people", "same", "tomas vrba", "T. Vrba", library=path)
    done = dateline("refresh", "--json", library=path)
    assert json.loads(done.stdout) == {"schema": 1, "briefs": 2, "changed": 0}
    assert people(path) == ["Tomas Vrba"]
