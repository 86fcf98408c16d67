"""The JSON of every command has the keys that are promised, on the sample library."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from tests.conftest import SAMPLES
from tests.tui.promised import ROW, Shape, empty_lists, promised
from tests.tui.running import dateline
from tests.writing import brief_text, save

SEARCH = """{"query", "total", "corrections": [{"from", "to": [word]}], "results": [rows]}"""

TABLE = {
    "ingest DOUBTFUL BINARY": """{"added", "revised", "unchanged", "skipped", "failed",
        "items": [{"source", "status": "ok|skipped|failed",
        "briefs": [{"id", "title", "status": "added|revised|unchanged"}],
        "problems": [{"id", "field", "reason"}], "error"}]}""",
    "show ID": """{"id", "title", "date", "date_text",
        "authors": [{"name", "role", "institution"}],
        "sections": [{"kind": "report|comment", "label", "paragraphs": [text]}],
        "countries": [{"code", "name", …counts}],
        "people": [{"id", "name", "names": [name], "rank", "office", "country", …counts}],
        "pairs": [{"pair", "score", "main", "in_report", "in_comment"}],
        "sources": [{"path", "version"}], "version", "versions", "read", "starred",
        "tags": [tag], "notes": [note], "problems": [problem],
        "fields": {"date": {"confidence": "sure|likely|guess", "reason"}}}""",
    "list": SEARCH,
    "search shoigu milatary": SEARCH,
    "searches": """{"searches": [{"name", "query", "total", "new"}]}""",
    "pairs": """{"pairs": [{"pair", "names": [name], "briefs", "comments", "first", "last",
        "by_month": {}}]}""",
    "pair IR-RU": """{"pair", "names": [name], "briefs": [rows], "people": [{"id", "name"}],
        "analysts": [{"name"}], "by_month": {}, "gaps": [month], "neighbours": [{"pair"}]}""",
    "country IR": """{"code", "name", "briefs": [rows], "pairs": [{"pair", "briefs"}],
        "people": [{"id", "name"}], "analysts": [{"name"}], "by_month": {}, "gaps": [month],
        …counts}""",
    "people": """{"people": [{"id", "name", "names": [name], "rank", "office", "country", "briefs",
        "first", "last"}]}""",
    "person shoigu": """{"id", "name", "names": [name], "country",
        "offices": [{"office", "rank", "first", "last", "brief", "sentence"}],
        "with": [{"id", "name", "briefs"}], "briefs": [rows], …counts}""",
    "analysts": """{"analysts": [{"name", "institution", "briefs", "comments",
        "pairs": [pair]}]}""",
    "compare --pair IR-RU": """{"briefs": [rows], "lanes": [{"id", "paragraphs": [text]}],
        "rows": [{"cells": {}, "why": [text]}],
        "points": [{"kind": "shared|only|figure|date|quote|echo|hedge", "what",
        "sides": [{"id", "paragraph", "sentence"}]}]}""",
    "problems": """{"problems": [{"id", "source", "field", "reason", "guess"}]}""",
    "doctor": """{"sound", "findings": [{"what", "where", "mend"}]}""",
    "stats": """{"briefs", "versions", "sources", "people", "pairs", "first", "last", "bytes"}""",
    "config": """{"path"}""",
    "where": """{"library"}""",
    "keys": """{"keys": [{"id", "keys": [key]}]}""",
}
"""Commands, and what is promised of their --json."""

NOTHING_TO_SHOW = {"doctor": {"$.findings"}, "list": {"$.corrections"}}
"""Lists that are empty on a sound library of well-spelt words."""

LINES = {
    "list": ROW,
    "search shoigu": ROW,
    "pairs": '{"pair", "names"}',
    "people": '{"id", "name"}',
    "analysts": '{"name", "institution"}',
    "problems": '{"field", "reason"}',
    "ingest SAMPLE": '{"source", "status"}',
}
"""Commands whose lists are long, and each line of their --jsonl."""


@pytest.fixture
def words(library_path: Path, tmp_path: Path) -> dict[str, str]:
    """What stands for the words in capitals, in a library that has something of everything."""
    doubtful = save(
        tmp_path, "doubtful.txt", brief_text("Ships Sail", date="March 2019", name=None)
    )
    binary = tmp_path / "broken.pdf"
    binary.write_bytes(b"%PDF-1.7 nothing follows")
    with Library.open(library_path) as library:
        ingest(library, [doubtful])
        library.save_search("ships", "ships")
        row = library.search("person:shoigu in:comment").results[0]
        library.tag([row.id], ["kept"])
        library.note(row.id, "Ask again.")
    sample = next(iter(sorted(SAMPLES.iterdir())))
    again = save(tmp_path, "again.txt", brief_text("Ships Turn", date="May 2019", name=None))
    return {"DOUBTFUL": str(again), "ID": row.id, "SAMPLE": str(sample), "BINARY": str(binary)}


@pytest.mark.parametrize("command", TABLE)
def test_json(command: str, words: dict[str, str], library_path: Path) -> None:
    args = [words.get(word, word) for word in command.split()]
    done = dateline(*args, "--json", library=library_path)
    answer = json.loads(done.stdout)
    shape = promised(TABLE[command])
    assert answer["schema"] == 1
    assert shape.check(answer) == []
    assert empty_lists(shape, answer) <= NOTHING_TO_SHOW.get(command.split()[0], set())


@pytest.mark.parametrize("command", LINES)
def test_json_lines(command: str, words: dict[str, str], library_path: Path) -> None:
    args = [words.get(word, word) for word in command.split()]
    done = dateline(*args, "--jsonl", library=library_path)
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        assert promised(LINES[command]).check(json.loads(line)) == []


@pytest.mark.parametrize("command", [c for c in LINES if not c.startswith("ingest")])
def test_one_object_or_many_lines_not_both(command: str, library_path: Path) -> None:
    done = dateline(*command.split(), "--json", "--jsonl", library=library_path)
    assert (done.exit_code, done.stdout) == (2, "")


def test_the_check_itself_finds_what_is_missing() -> None:
    shape = promised('{"a": [{"b": "x|y"}], "c", …counts}')
    good = {"a": [{"b": "x"}], "c": None, "mentions": 1, "in_report": 1, "in_comment": 0}
    assert shape.check(good) == []
    assert shape.check({**good, "a": [{}]}) == ["$.a[].b is missing"]
    assert shape.check({**good, "a": [{"b": "z"}]}) == ["$.a[].b is 'z', none of ('x', 'y')"]
    assert shape.check({**good, "a": {}}) == ["$.a is no list"]
    assert shape.check({}) == [f"$.{n} is missing" for n in good]
    assert empty_lists(shape, {**good, "a": []}) == {"$.a"}
    assert isinstance(shape, Shape)
