"""`list`, `search`, `show`, `star`, `read`, `problems` and `stats` on the sample briefs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.running import dateline

ROW_KEYS = {"id", "title", "date", "authors", "pairs", "score", "why", "snippet"}
SHOW_KEYS = {
    "id", "title", "date", "date_text", "authors", "sections", "countries", "people", "pairs",
    "sources", "version", "versions", "read", "starred", "tags", "notes", "problems", "fields",
}  # fmt: skip
COUNTS = {"mentions", "in_report", "in_comment"}
ARMS = "Iran’s Shopping List in Moscow Should Worry the Security Council"


def as_json(*args: str, library: Path, code: int = 0) -> dict[str, Any]:
    result = dateline(*args, "--json", library=library)
    assert result.exit_code == code, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    assert answer["schema"] == 1
    return answer


def found(library: Path, *args: str) -> dict[str, Any]:
    row: dict[str, Any] = as_json("search", *args, library=library)["results"][0]
    return row


class TestSearch:
    def test_keys(self, library_path: Path) -> None:
        answer = as_json("search", "missile", library=library_path)
        assert {"query", "total", "corrections", "results"} <= answer.keys()
        assert answer["query"] == "missile"
        for row in answer["results"]:
            assert row.keys() >= ROW_KEYS

    def test_highlights_are_offsets_into_the_snippet(self, library_path: Path) -> None:
        snippet = found(library_path, "missile")["snippet"]
        assert snippet["section"] in ("title", "report", "comment")
        marked = [snippet["text"][start:end].lower() for start, end in snippet["highlights"]]
        assert any("missile" in mark for mark in marked)

    def test_unquoted_words_are_joined(self, library_path: Path) -> None:
        assert found(library_path, "shopping", "list", "moscow")["title"] == ARMS

    def test_a_word_with_a_dash_leaves_out_and_is_no_option(self, library_path: Path) -> None:
        every = as_json("search", "iran", library=library_path)
        fewer = as_json("search", "iran", "-moscow", library=library_path)
        assert fewer["query"] == "iran -moscow"
        assert 0 < fewer["total"] < every["total"]
        assert as_json("search", "-moscow", library=library_path)["total"] > 0

    def test_a_correction_is_made_and_said(self, library_path: Path) -> None:
        answer = as_json("search", "shoigu", "milatary", library=library_path)
        assert answer["total"] > 0
        words = {correction["from"]: correction["to"] for correction in answer["corrections"]}
        assert "military" in [word.lower() for word in words["milatary"]]
        result = dateline("search", "shoigu", "milatary", library=library_path)
        assert "milatary" in result.stderr
        assert "military" in result.stderr.lower()

    def test_exact_corrects_nothing(self, library_path: Path) -> None:
        answer = as_json("search", "milatary", "--exact", library=library_path, code=1)
        assert (answer["total"], answer["results"]) == (0, [])

    def test_nothing_found_is_exit_1_and_said(self, library_path: Path) -> None:
        result = dateline("search", "zzzzqqqq", "xxkcdww", "--exact", library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "nothing found" in result.stderr

    def test_limit_and_total(self, library_path: Path) -> None:
        answer = as_json("search", "iran", "--limit", "2", library=library_path)
        assert len(answer["results"]) == 2
        assert answer["total"] > 2
        assert "2 of" in dateline("search", "iran", "--limit", "2", library=library_path).stderr

    def test_sorted_by_date(self, library_path: Path) -> None:
        for sort, turned in (("newest", True), ("oldest", False)):
            rows = as_json("search", "country:iran", "--sort", sort, library=library_path)[
                "results"
            ]
            dates = [row["date"] for row in rows if row["date"]]
            assert dates == sorted(dates, reverse=turned)

    def test_lines(self, library_path: Path) -> None:
        result = dateline("search", "iran", "--jsonl", library=library_path)
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        assert [row["id"] for row in rows] == [
            row["id"] for row in as_json("search", "iran", library=library_path)["results"]
        ]

    def test_explain(self, library_path: Path) -> None:
        answer = as_json("search", "in:comment iran", "--explain", library=library_path)
        assert any("comment" in line for line in answer["explain"])

    @pytest.mark.parametrize("query", ['"', "a-b", "NEAR(", "*", "((", "AND", "nofield:x", "😀"])
    def test_any_string_is_a_query(self, query: str, library_path: Path) -> None:
        result = dateline("search", query, library=library_path)
        assert result.exit_code in (0, 1)
        assert "Traceback" not in result.output


class TestShow:
    def test_keys(self, library_path: Path) -> None:
        brief = as_json("show", found(library_path, "shopping list")["id"], library=library_path)
        assert brief.keys() >= SHOW_KEYS
        assert brief["title"] == ARMS
        assert brief["date"] == "2017-10-24"
        assert brief["authors"] == [
            {
                "name": "Hamish Kolvarainen",
                "role": "Senior Analyst, Sanctions and Arms Transfers",
                "institution": "Saltmarsh Centre for Strategic Risk",
            }
        ]
        assert {section["kind"] for section in brief["sections"]} == {"report", "comment"}
        for named in (*brief["countries"], *brief["people"]):
            assert named.keys() >= COUNTS
            assert named["mentions"] >= named["in_report"] + named["in_comment"] > 0
        assert [pair["pair"] for pair in brief["pairs"] if pair["main"]] == ["IR-RU"]
        assert {"confidence", "reason"} <= brief["fields"]["date"].keys()

    def test_report_and_comment_are_plainly_apart(self, library_path: Path) -> None:
        identity = found(library_path, "shopping list")["id"]
        page = dateline("show", identity, library=library_path).stdout
        report, comment = page.split("\nCOMMENT")
        assert ARMS in report
        assert "\nREPORT" in report
        assert "resolution 2231" in report
        assert "│ " not in report
        judged = comment.partition("\nPEOPLE")[0].strip().splitlines()
        assert judged
        assert all(line.startswith("│") for line in judged)
        assert max(map(len, page.splitlines())) <= 80

    def test_an_unknown_id_is_one_line_and_exit_1(self, library_path: Path) -> None:
        result = dateline("show", "bzzzz", library=library_path)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("\n") == 1

    def test_a_version_that_is_not_there(self, library_path: Path) -> None:
        identity = found(library_path, "shopping list")["id"]
        assert as_json("show", identity, "--version", "1", library=library_path)["version"] == 1
        assert dateline("show", identity, "--version", "9", library=library_path).exit_code == 1


class TestList:
    def test_newest_first_and_whole(self, library_path: Path) -> None:
        answer = as_json("list", library=library_path)
        assert answer["total"] == len(answer["results"])
        dates = [row["date"] or "" for row in answer["results"]]
        assert dates == sorted(dates, reverse=True)

    def test_limit_and_since(self, library_path: Path) -> None:
        answer = as_json("list", "--since", "2020", "--limit", "3", library=library_path)
        assert len(answer["results"]) == 3
        every = as_json("list", "--since", "2020", library=library_path)["results"]
        assert all(row["date"] >= "2020" for row in every)

    def test_read_and_starred(self, library_path: Path) -> None:
        total = as_json("list", library=library_path)["total"]
        identity = found(library_path, "shopping list")["id"]
        assert dateline("list", "--starred", library=library_path).exit_code == 1
        assert dateline("star", identity, library=library_path).exit_code == 0
        assert dateline("read", identity, library=library_path).exit_code == 0
        starred = as_json("list", "--starred", library=library_path)["results"]
        assert [row["id"] for row in starred] == [identity]
        assert as_json("list", "--unread", library=library_path)["total"] == total - 1
        assert dateline("star", identity, "--off", library=library_path).exit_code == 0
        assert dateline("read", identity, "--off", library=library_path).exit_code == 0
        assert as_json("list", "--unread", library=library_path)["total"] == total

    def test_lines(self, library_path: Path) -> None:
        lines = dateline("list", "--jsonl", library=library_path).stdout.splitlines()
        assert len(lines) == as_json("list", library=library_path)["total"]
        assert json.loads(lines[0]).keys() >= ROW_KEYS


class TestMarks:
    def test_a_query_marks_all_it_finds_exactly(self, library_path: Path) -> None:
        total = as_json("search", "iran", "--exact", library=library_path)["total"]
        assert dateline("star", "iran", library=library_path).stderr.startswith(
            f"dateline: {total}"
        )
        assert as_json("list", "--starred", library=library_path)["total"] == total

    def test_no_guess_is_ever_marked(self, library_path: Path) -> None:
        for words in (["milatary"], ["bzzzz"]):
            assert dateline("star", *words, library=library_path).exit_code == 1
        assert as_json("list", "--starred", library=library_path, code=1)["total"] == 0


def test_problems_lists_the_doubts_and_exits_0(library_path: Path) -> None:
    problems = as_json("problems", library=library_path)["problems"]
    assert {"date", "authors"} & {problem["field"] for problem in problems}
    for problem in problems:
        assert problem.keys() >= {"id", "source", "field", "reason", "guess"}
    assert dateline("problems", library=library_path).exit_code == 0


def test_problems_are_printed_by_file_and_brief(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    problems = as_json("problems", library=library_path)["problems"]
    done = dateline("problems", library=library_path)
    lines = done.stdout.splitlines()
    sources = list(dict.fromkeys(problem["source"] for problem in problems))
    assert [line for line in lines if line and line[0] != " "] == sources
    assert sum(f"{p['field']}: {p['reason']}" in "\n".join(lines) for p in problems) == len(
        problems
    )
    for brief_id in {problem["id"] for problem in problems}:
        assert sum(line.split()[:1] == [brief_id] for line in lines) == 1
    assert f"{len(problems)} problem" in done.stderr


def test_stats(library_path: Path) -> None:
    stats = as_json("stats", library=library_path)
    keys = {"briefs", "versions", "sources", "people", "pairs", "first", "last", "bytes"}
    assert stats.keys() >= keys
    assert stats["briefs"] == as_json("list", library=library_path)["total"]
    assert str(stats["briefs"]) in dateline("stats", library=library_path).stdout


def test_keys() -> None:
    keys = json.loads(dateline("keys", "--json").stdout)["keys"]
    assert {"ctrl+q"} <= {key for command in keys for key in command["keys"]}
    listed = dateline("keys").stdout
    assert all(command["help"].split()[0] in listed for command in keys)
