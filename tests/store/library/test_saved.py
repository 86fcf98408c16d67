"""Saved searches, what is new in them, what came in since one looked, and the history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from store.errors import NotFound, UsageError
from store.ingest.pipeline import ingest
from store.library import Library
from tests.tui.running import dateline
from tests.writing import brief_text, save


def found(library: Library, query: str) -> set[str]:
    return {r.id for r in library.search(query, limit=1000).results}


def test_a_saved_search_finds_what_its_query_finds(library: Library) -> None:
    assert library.save_search("On Iran", "pair:IR-RU OR iran") == "On Iran"
    assert found(library, 'saved:"on iran"') == found(library, "pair:IR-RU OR iran ")
    within = found(library, 'saved:"on iran" sanctions ')
    assert within == found(library, "(pair:IR-RU OR iran ) sanctions ")
    assert found(library, '-saved:"on iran"') == found(library, "") - found(library, "iran ")


def test_they_nest_and_one_that_holds_itself_is_said(library: Library) -> None:
    library.save_search("a", "iran")
    library.save_search("b", "saved:a -saved:c")
    library.save_search("c", "russia")
    assert found(library, "saved:b") == found(library, "iran -russia ")
    library.save_search("a", "saved:b")
    answer = library.search("saved:b")
    assert any("holds itself" in notice for notice in answer.notices)


def test_what_came_in_since_is_new_until_it_is_looked_at(library: Library, tmp_path: Path) -> None:
    library.save_search("caspian", "caspian")
    (before,) = library.searches()
    assert (before.name, before.query, before.new) == ("caspian", "caspian", 0)
    ingest(library, [save(tmp_path / "in", "a.txt", brief_text())])
    (after,) = library.searches()
    assert (after.total, after.new) == (before.total + 1, 1)
    library.look_at_search("caspian")
    assert library.searches()[0].new == 0


def test_names_and_queries_must_be_there(library: Library) -> None:
    for name, query in (("", "iran"), ("a", "  "), ('"', "iran")):
        with pytest.raises(UsageError):
            library.save_search(name, query)
    with pytest.raises(NotFound):
        library.drop_search("nothing")
    assert any("no saved search" in n for n in library.search("saved:nothing").notices)


def test_a_later_one_takes_the_place_of_an_earlier_one(library: Library) -> None:
    library.save_search("a", "iran")
    library.save_search("A", "russia")
    assert [s.query for s in library.searches()] == ["russia"]
    library.drop_search("a")
    assert library.searches() == ()


def test_the_list_since_last_holds_what_came_in(library: Library, tmp_path: Path) -> None:
    everything = library.list().total
    assert library.list(since="last").total == everything
    library.look()
    assert library.list(since="last").total == 0
    ingest(library, [save(tmp_path / "in", "a.txt", brief_text())])
    assert [r.title for r in library.list(since="last").results] == [
        "Iran, Russia Plan Naval Exercise"
    ]


def test_the_history_has_the_latest_first_and_each_once(library: Library) -> None:
    for query in ("iran", "pair:IR-RU", "  ", "iran"):
        library.remember_query(query)
    assert library.query_history() == ("iran", "pair:IR-RU")
    assert library.query_history("ru") == ("pair:IR-RU",)


def test_on_the_command_line(library_path: Path) -> None:
    def run(*args: str) -> int:
        return dateline(*args, library=library_path).exit_code

    def answer(*args: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(dateline(*args, "--json", library=library_path).stdout)
        return told

    assert run("searches") == 1
    assert run("searches", "save", "on iran", "iran", "-syria") == 0
    (saved,) = answer("searches")["searches"]
    assert saved["query"] == "iran -syria"
    assert saved["total"] == answer("search", 'saved:"on iran"')["total"]
    assert run("searches", "drop", "nothing") == 1
    assert run("searches", "drop", "on iran") == 0
    assert run("list", "--since", "last") == 0
    assert run("list", "--since", "last") == 1
    assert run("list", "--since", "lately") == 2
