"""`compare` in its forms: by date or analyst, echo, HTML, and what it leaves out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.running import dateline

WIRE = "The two ministers agreed by telephone to widen the arms trade between their countries."
NEXT = "A signing in Tehran is to follow before the end of the year, both ministries said."


def as_json(*args: str, library: Path) -> dict[str, Any]:
    result = dateline("compare", *args, "--json", library=library)
    assert result.exit_code == 0, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


@pytest.fixture
def wired(tmp_path: Path) -> Path:
    """A library of three briefs of which two rest on one wire item."""
    reports = (f"{WIRE} {NEXT}", f"{WIRE} {NEXT}", "Iran and Russia said nothing.")
    for n, report in enumerate(reports):
        head = (
            f"Iran and Russia Talk Arms {n}\n\nBy Ada{n} Zell | Fellow - Pine | Oct {n + 1}, 2017"
        )
        comment = f"Comment: Russia sells to Iran, part {n}."
        text = "\n\n".join((head, f"Tehran and Moscow, day {n}.", report, comment))
        (tmp_path / f"{n}.txt").write_text(text)
    path = tmp_path / "library.db"
    with Library.open(path, create=True) as library:
        ingest(library, sorted(tmp_path.glob("*.txt")))
    return path


def test_lanes_stand_by_date_or_by_analyst(library_path: Path) -> None:
    by_date = as_json("--pair", "IR-SA", library=library_path)["briefs"]
    dates = [row["date"] for row in by_date]
    assert dates == sorted(dates)
    answer = as_json("--pair", "IR-SA", "--by", "analyst", library=library_path)
    names = [row["authors"][0].split()[-1].casefold() for row in answer["briefs"]]
    assert names == sorted(names)
    assert [lane["id"] for lane in answer["lanes"]] == [row["id"] for row in answer["briefs"]]


def test_chosen_briefs_stay_as_given_unless_an_order_is_asked_for(library_path: Path) -> None:
    ids = [row["id"] for row in as_json("--pair", "IR-SA", library=library_path)["briefs"]]
    turned = ids[::-1]
    given = as_json(*turned, library=library_path)
    assert [row["id"] for row in given["briefs"]] == turned
    ordered = as_json(*turned, "--by", "date", library=library_path)
    assert [row["id"] for row in ordered["briefs"]] == ids
    assert given["rows"] == ordered["rows"]


def test_what_is_left_out_is_said(library_path: Path) -> None:
    answer = as_json("--pair", "IR-SA", "--limit", "2", library=library_path)
    assert (len(answer["lanes"]), answer["total"]) == (2, 5)
    result = dateline("compare", "--pair", "IR-SA", "--limit", "2", library=library_path)
    assert "2 of 5 comments" in result.stderr


def test_echo_groups_what_rests_on_one_wire_item(wired: Path) -> None:
    answer = as_json("--pair", "IR-RU", "--echo", library=wired)
    (point,) = answer["points"]
    assert point["kind"] == "echo"
    assert point["what"] == "2 briefs, 2 sentences in a row of the report"
    assert [side["sentence"] for side in point["sides"]] == [f"{WIRE} {NEXT}"] * 2
    assert [(side["section"], side["paragraph"]) for side in point["sides"]] == [("report", 2)] * 2
    assert {side["id"] for side in point["sides"]} == {row["id"] for row in answer["briefs"]}
    assert WIRE[:40] in dateline("compare", "--pair", "IR-RU", "--echo", library=wired).stdout


def test_no_echo_is_said_and_is_exit_1(library_path: Path) -> None:
    result = dateline("compare", "--pair", "IR-RU", "--echo", library=library_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no passage is shared among" in result.stderr


def test_html_is_one_page_with_every_paragraph(library_path: Path) -> None:
    result = dateline("compare", "--pair", "IR-SA", "--html", library=library_path)
    assert result.exit_code == 0
    assert result.stdout.startswith("<!doctype html>")
    lanes = as_json("--pair", "IR-SA", library=library_path)["lanes"]
    for lane in lanes:
        for number in range(1, len(lane["paragraphs"]) + 1):
            assert f'id="{lane["id"]}-{number}"' in result.stdout


def test_forms_exclude_each_other(library_path: Path) -> None:
    result = dateline("compare", "--pair", "IR-SA", "--html", "--markdown", library=library_path)
    assert result.exit_code == 2
    assert "exclude each other" in result.stderr


def test_what_an_analyst_changed_is_told(library_path: Path) -> None:
    answer = as_json("--pair", "IR-SA", library=library_path)
    assert [s["analyst"] for s in answer["successions"]] == ["Leïla Brandsæter-Nouri"]
    page = dateline("compare", "--pair", "IR-SA", library=library_path).stdout
    assert "WHAT CHANGED · Leïla Brandsæter-Nouri" in page


def test_nothing_found_and_a_single_comment_are_exit_1_in_one_line(library_path: Path) -> None:
    for option in (("--query", "zzzzqq"), ("--query", 'title:"Hamadan"')):
        result = dateline("compare", *option, library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.splitlines()) == 1
        assert "comparing takes two or more" in result.stderr
