"""`pairs`, `pair`, `people`, `person`, `analysts`, `analyst` and `compare`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.running import dateline


def as_json(*args: str, library: Path, code: int = 0) -> dict[str, Any]:
    result = dateline(*args, "--json", library=library)
    assert result.exit_code == code, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["schema"] == 1
    return answer


class TestPairs:
    def test_most_briefs_first(self, library_path: Path) -> None:
        pairs = as_json("pairs", library=library_path)["pairs"]
        counts = [pair["briefs"] for pair in pairs]
        assert counts == sorted(counts, reverse=True)
        keys = {"pair", "names", "briefs", "comments", "first", "last", "by_month"}
        for pair in pairs:
            assert pair.keys() >= keys
            assert pair["briefs"] >= sum(pair["by_month"].values())  # some have no date

    def test_of_one_country(self, library_path: Path) -> None:
        by_name = as_json("pairs", "--country", "iran", library=library_path)
        assert by_name == as_json("pairs", "--country", "IR", library=library_path)
        assert all("IR" in pair["pair"].split("-") for pair in by_name["pairs"])

    def test_over_a_query(self, library_path: Path) -> None:
        every = as_json("pairs", library=library_path)["pairs"]
        some = as_json("pairs", "--query", "date:2017", library=library_path)["pairs"]
        assert 0 < len(some) < len(every)

    def test_in_words(self, library_path: Path) -> None:
        result = dateline("pairs", library=library_path)
        assert result.exit_code == 0
        assert "Iran–Russia" in result.stdout

    @pytest.mark.parametrize("words", [["IR-RU"], ["russia-iran"], ["Iran", "Russia"], ["RU-IR"]])
    def test_one_pair_however_written(self, words: list[str], library_path: Path) -> None:
        pair = as_json("pair", *words, library=library_path)
        assert pair["pair"] == "IR-RU"
        keys = {"names", "briefs", "people", "analysts", "by_month", "gaps", "neighbours"}
        assert pair.keys() >= keys
        assert all("IR-RU" in row["pairs"] for row in pair["briefs"])

    def test_one_pair_in_words(self, library_path: Path) -> None:
        page = dateline("pair", "iran", "russia", library=library_path).stdout
        assert page.startswith("Iran–Russia (IR-RU)")
        assert "BY MONTH" in page
        assert "BRIEFS · " in page


class TestPeople:
    def test_by_a_name_like_it(self, library_path: Path) -> None:
        people = as_json("people", "shoigu", library=library_path)["people"]
        assert any("Shoigu" in name or "Shoygu" in name for name in people[0]["names"])
        keys = {"id", "name", "names", "rank", "office", "country", "briefs", "first", "last"}
        assert people[0].keys() >= keys

    def test_limit_and_lines(self, library_path: Path) -> None:
        lines = dateline("people", "--limit", "2", "--jsonl", library=library_path).stdout
        assert len(lines.splitlines()) == 2

    def test_nobody(self, library_path: Path) -> None:
        result = dateline("people", "qqqqxxxxzzzz", library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")

    def test_one_person_by_name_and_by_id(self, library_path: Path) -> None:
        person = as_json("person", "Sergei", "Shoigu", library=library_path)
        keys = {"id", "name", "names", "country", "offices", "with", "briefs"}
        assert person.keys() >= keys | {"mentions", "in_report", "in_comment"}
        assert person == as_json("person", person["id"], library=library_path)
        assert person["country"] == "RU"
        page = dateline("person", person["id"], library=library_path).stdout
        assert page.startswith(person["name"])
        assert f"BRIEFS · {len(person['briefs'])}" in page

    def test_an_unknown_person(self, library_path: Path) -> None:
        result = dateline("person", "p999999", library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("\n") == 1


class TestAnalysts:
    def test_all_and_one(self, library_path: Path) -> None:
        analysts = as_json("analysts", library=library_path)["analysts"]
        for analyst in analysts:
            assert analyst.keys() >= {"name", "institution", "briefs", "comments", "pairs"}
        first = as_json("analyst", analysts[0]["name"], library=library_path)
        assert first["briefs"] == analysts[0]["briefs"] == len(first["rows"])
        page = dateline("analyst", *analysts[0]["name"].split(), library=library_path).stdout
        assert page.startswith(analysts[0]["name"])
        assert analysts[0]["name"] in dateline("analysts", library=library_path).stdout


class TestCompare:
    def test_keys_and_ids(self, library_path: Path) -> None:
        found = as_json("search", "pair:IR-RU", library=library_path)["results"]
        ids = [row["id"] for row in found[:2]]
        answer = as_json("compare", *ids, library=library_path)
        assert {row["id"] for row in answer["briefs"]} == set(ids)
        lanes = {lane["id"]: lane["paragraphs"] for lane in answer["lanes"]}
        assert set(lanes) == set(ids)
        placed = {
            (name, n) for row in answer["rows"] for name, ns in row["cells"].items() for n in ns
        }
        assert placed == {(name, n) for name, ps in lanes.items() for n in range(1, len(ps) + 1)}
        kinds = {"shared", "only", "figure", "date", "quote", "echo", "hedge"}
        assert {point["kind"] for point in answer["points"]} <= kinds

    def test_by_pair_query_and_person(self, library_path: Path) -> None:
        for option in (
            ["--pair", "iran-russia"],
            ["--query", "in:comment iran"],
            ["--person", "shoigu"],
        ):
            assert len(as_json("compare", *option, library=library_path)["briefs"]) > 1

    def test_in_words_shows_every_comment_paragraph(self, library_path: Path) -> None:
        found = as_json("search", "pair:IR-RU", library=library_path)["results"]
        ids = [row["id"] for row in found[:3]]
        lanes = as_json("compare", *ids, library=library_path)["lanes"]
        page = " ".join(dateline("compare", *ids, library=library_path).stdout.split())
        for lane in lanes:
            for paragraph in lane["paragraphs"]:
                assert paragraph.split(" ", 3)[:3] == paragraph.split()[:3]
                assert paragraph.split(". ")[0][:30] in page

    def test_markdown(self, library_path: Path) -> None:
        result = dateline("compare", "--pair", "IR-RU", "--markdown", library=library_path)
        assert result.exit_code == 0
        assert result.stdout.startswith("# Comments side by side\n")
        answer = as_json("compare", "--pair", "IR-RU", library=library_path)
        count = sum(len(lane["paragraphs"]) for lane in answer["lanes"])
        assert result.stdout.count("\n> **b") == count

    def test_an_unknown_id(self, library_path: Path) -> None:
        result = dateline("compare", "bzzzz", "bzzzy", library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")
