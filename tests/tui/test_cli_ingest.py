"""`dateline ingest`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.running import dateline

BRIEF = """\
Norland and Estmark Sign a Fishing Accord

By Ada Sample | Fellow - The Example Institute | Mar 4, 2019

Norway and Denmark signed a fishing accord in Oslo on Monday, officials said.

Comment: The accord settles less than it seems to. Norway keeps its quota.
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.db"


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "accord.txt").write_text(BRIEF)
    return folder


def as_json(*args: str, library: Path, stdin: str = "") -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        dateline("ingest", "--json", *args, library=library, stdin=stdin).stdout
    )
    return answer


def test_a_folder_goes_in_and_again_changes_nothing(library: Path, briefs: Path) -> None:
    first = as_json(str(briefs), library=library)
    assert first["schema"] == 1
    assert {k: first[k] for k in ("added", "revised", "unchanged", "skipped", "failed")} == {
        "added": 1, "revised": 0, "unchanged": 0, "skipped": 0, "failed": 0,
    }  # fmt: skip
    (item,) = first["items"]
    assert item["source"] == str(briefs / "accord.txt")
    assert item["status"] == "ok"
    assert item["error"] is None
    (brief,) = item["briefs"]
    assert brief["title"] == "Norland and Estmark Sign a Fishing Accord"
    assert brief["status"] == "added"

    second = as_json(str(briefs), library=library)
    assert (second["added"], second["unchanged"]) == (0, 1)
    assert second["items"][0]["briefs"][0] == {**brief, "status": "unchanged"}


def test_said_in_words(library: Path, briefs: Path) -> None:
    result = dateline("ingest", str(briefs), library=library)
    assert result.exit_code == 0
    assert "Norland and Estmark" in result.stdout
    assert result.stderr == "dateline: 1 added\n"
    result = dateline("ingest", str(briefs), library=library)
    assert (result.stdout, result.stderr) == ("", "dateline: 1 unchanged\n")
    assert dateline("ingest", "--verbose", str(briefs), library=library).stdout.startswith(
        "unchanged"
    )


def test_standard_input(library: Path) -> None:
    done = as_json("-", library=library, stdin=BRIEF)
    assert done["added"] == 1
    identity = done["items"][0]["briefs"][0]["id"]
    assert dateline("show", identity, library=library).exit_code == 0


def test_a_title_given_wins(library: Path) -> None:
    done = as_json("-", "--title", "The Fish Accord", library=library, stdin=BRIEF)
    assert done["items"][0]["briefs"][0]["title"] == "The Fish Accord"


def test_one_bad_input_fails_the_run_but_stops_nothing(library: Path, briefs: Path) -> None:
    (briefs / ".hidden").write_text("x")
    result = dateline("ingest", str(briefs / "missing.txt"), str(briefs), "--json", library=library)
    assert result.exit_code == 1
    done = json.loads(result.stdout)
    assert (done["added"], done["skipped"], done["failed"]) == (1, 1, 1)
    assert [item["status"] for item in done["items"]] == ["failed", "skipped", "ok"]
    assert done["items"][0]["error"]
    assert done["items"][1]["error"]


def test_a_skipped_file_is_no_failure(library: Path, briefs: Path) -> None:
    (briefs / "README.md").write_text("About this folder")
    result = dateline("ingest", "--verbose", str(briefs), library=library)
    assert result.exit_code == 0
    assert "skipped" in result.stdout
    assert "1 skipped" in result.stderr


def test_a_failure_is_told_on_stderr(library: Path, briefs: Path) -> None:
    result = dateline("ingest", str(briefs / "missing.txt"), library=library)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "missing.txt" in result.stderr


def test_a_dry_run_keeps_nothing_and_makes_no_library(library: Path, briefs: Path) -> None:
    done = as_json("--dry-run", str(briefs), library=library)
    assert done["added"] == 1
    assert not library.exists()
    as_json("-", library=library, stdin=BRIEF.replace("Norland", "Sudmark"))
    assert as_json("--dry-run", str(briefs), library=library)["items"][0]["status"] == "ok"
    assert json.loads(dateline("stats", "--json", library=library).stdout)["briefs"] == 1


def test_lines(library: Path, briefs: Path) -> None:
    result = dateline("ingest", "--jsonl", str(briefs), library=library)
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["briefs"][0]["status"] == "added"
