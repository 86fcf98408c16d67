"""The answer while one types: quicker than the true order, and losing nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.ingest.pipeline import ingest
from store.library import Library
from store.search import commonest, cost, deadline, guesses, quick, sifting, vocabulary
from store.text import words
from store.views import SearchAnswer
from tests.writing import brief_text, save

QUERIES = [
    "iran", "iran russia", "russia mil", '"foreign minister', "pair:IR-RU sanc", "-russia ",
    "sanctions date:2017..2018", "in:comment likely", "is:unread iran", "in:title iran",
    "iran OR wine", "(iran OR russia) -nuclear agr", "country:iran person:shoigu", "erdogan",
    "date:2017", "by:a trade", "", "i", "nagorno-k", "label:comment ir", "-the iran", "-a ",
    '-"foreign minister" minister', 'in:report "the foreign m', 'in:comment -"will" "is likely"',
    "the is", "in:title -iran the", '"the"* russia', '-"of the" -iran pair:IR-RU ',
]  # fmt: skip


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every query is too dear to rank, and most beginnings too wide to complete in full."""
    monkeypatch.setattr(cost, "_RANKED_MS", -1.0)
    monkeypatch.setattr(guesses, "MANY_WORDS", 30)
    for seconds in ("_SECONDS", "_TITLES", "_COUNTING", "_PAGING"):  # as if the machine were idle
        monkeypatch.setattr(quick, seconds, 60.0)


@pytest.fixture(params=["sought in the index", "sifted"])
def either_way(
    request: pytest.FixtureRequest, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is asked for everything, or texts are looked at wherever they can be."""
    if request.param == "sifted":
        for least in ("_MANY", "_MOST", "_EVERYWHERE"):
            monkeypatch.setattr(sifting, least, 0)


def ids(answer: SearchAnswer) -> set[str]:
    return {row.id for row in answer.results}


def test_time_that_runs_out_after_the_first_rows_takes_none_of_them_away(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [0.0]
    total = quick._total

    def total_late(*given: Any) -> Any:
        times[0] = 1e9
        return total(*given)

    monkeypatch.setattr(deadline, "clock", lambda: times[0])
    monkeypatch.setattr(deadline, "_OPERATIONS", 1)
    monkeypatch.setattr(quick, "_total", total_late)
    assert len(library.search_quickly("iran date:2017", limit=2).results) == 2
    assert len(library.search_quickly("by:a iran", limit=2).results) == 2


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("scope", [None, "pair:IR-RU"])
def test_it_finds_what_the_true_order_finds(
    library: Library, either_way: None, query: str, scope: str | None
) -> None:
    fast = library.search_quickly(query, limit=1000, scope=scope)
    true = library.search(query, limit=1000, scope=scope)
    assert not fast.settled
    assert true.settled
    assert not fast.capped
    assert fast.total == len(fast.results) == len(ids(fast))
    partial = any("is completed" in notice for notice in fast.notices)
    assert ids(fast) <= ids(true) if partial else ids(fast) == ids(true)


def test_cheap_queries_have_their_true_order_at_once(library: Library) -> None:
    for query in ("shoigu ", "karabakh armenia "):
        assert library.search_quickly(query) == library.search(query)


def test_a_title_stays_found_while_it_is_typed(library: Library, either_way: None) -> None:
    for row in library.list().results[::6]:
        for end in range(1, len(row.title) + 1):
            found = library.search_quickly(row.title[:end], limit=1000)
            assert row.id in ids(found), row.title[:end]


def test_a_title_is_on_the_first_screen_from_the_second_word(
    library: Library, hurried: None
) -> None:
    for row in library.list().results:
        typed = " ".join(words(row.title)[:2])
        for end in ("", " "):
            assert row.id in ids(library.search_quickly(typed + end, limit=20)), typed


def test_titles_stand_above_and_the_newest_above_the_older(
    library: Library, either_way: None
) -> None:
    answer = library.search_quickly("iran ", limit=1000)
    assert answer.order == "newest"
    titled = ["iran" in words(row.title.lower()) for row in answer.results]
    assert titled == sorted(titled, reverse=True)
    for group in (True, False):
        dates = [r.date or "" for r, t in zip(answer.results, titled, strict=True) if t is group]
        assert dates == sorted(dates, reverse=True)


def test_exact_words_are_never_displaced_by_corrections(
    empty: Library, tmp_path: Path, hurried: None
) -> None:
    for n in range(30):
        for word in ("Shoigu", "Shoygu"):
            text = brief_text(
                f"Note {n} {word[:4]}", report=f"Defence Minister Sergey {word} spoke."
            )
            save(tmp_path / "in", f"{n}{word}.txt", text)
    ingest(empty, [tmp_path / "in"])
    whys = [row.why[0] for row in empty.search_quickly("shoigu ", limit=1000).results]
    assert len(whys) == 60
    assert whys == sorted(whys, key=lambda why: not why.startswith("exact"))


def test_paging_walks_through_one_order(library: Library, hurried: None) -> None:
    for query in ("iran", "rusia ", "-iran", "i"):
        whole = [r.id for r in library.search_quickly(query, limit=1000).results]
        pages = [
            row.id
            for at in range(0, len(whole), 4)
            for row in library.search_quickly(query, limit=4, offset=at).results
        ]
        assert pages == whole


def test_a_phrase_that_no_brief_holds_is_loosened(library: Library, hurried: None) -> None:
    answer = library.search_quickly('"armenia the karabakh"')
    assert answer.total
    assert any("in a row" in notice for notice in answer.notices)


def test_counting_ends_somewhere_and_says_so(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = library.search("the ").total
    monkeypatch.setattr(quick, "MOST_COUNTED", 9)
    answer = library.search_quickly("the ", limit=5)
    assert (answer.total, answer.capped) == (9, True)
    assert len(library.search_quickly("the ", limit=99).results) == true


def test_time_that_is_up_is_no_answer_that_there_is_nothing(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline, "_OPERATIONS", 1)
    monkeypatch.setattr(quick, "_SECONDS", 0.0)
    answer = library.search_quickly('"iran the of"')
    assert (answer.total, answer.capped, answer.settled) == (0, True, False)
    assert not any("in a row" in notice for notice in answer.notices)


def test_titles_that_cannot_be_found_in_time_leave_time_for_the_rest(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline, "_OPERATIONS", 1)
    monkeypatch.setattr(quick, "_TITLES", 0.0)
    found = library.search_quickly("iran ", limit=1000)
    assert ids(found) == ids(library.search("iran ", limit=1000))


def test_names_are_found_when_the_time_for_titles_is_up(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guesses, "COMPLETIONS", 1)
    whole = ids(library.search_quickly("s", limit=1000))
    monkeypatch.setattr(deadline, "_OPERATIONS", 1)
    monkeypatch.setattr(quick, "_TITLES", 0.0)
    assert ids(library.search_quickly("s", limit=1000)) == whole


@pytest.mark.parametrize("start", ["i", "s", "ru", "sa", "x", "the", "qq", ""])
def test_the_commonest_terms_of_a_large_library_complete_as_its_tables_do(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    before = library.search_quickly(start, limit=1000)
    monkeypatch.setattr(commonest, "_LARGE", 1)
    library.warm()
    asked: list[str] = []

    def ask(_: object, start: str, limit: int) -> tuple[str, ...]:
        asked.append(start)
        return ()

    monkeypatch.setattr(vocabulary, "completions", ask)
    after = library.search_quickly(start, limit=1000)
    assert asked or after == before
    assert start not in ("i", "s") or not asked


def test_a_small_vocabulary_is_never_kept_in_memory(library: Library) -> None:
    library.warm()
    assert library._commonest is None


def test_a_deadline_keeps_what_was_found(
    library: Library, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.search.deadline._OPERATIONS", 1)
    monkeypatch.setattr(quick, "_SECONDS", -1.0)
    answer = library.search_quickly("the ")
    assert answer.capped
    assert not answer.settled
    assert library.search("the ").total > 0  # the connection is none the worse


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(query=st.text(max_size=30))
def test_any_text_may_be_typed(library: Library, hurried: None, query: str) -> None:
    answer = library.search_quickly(query, limit=3)
    assert answer.total >= len(answer.results)
    library.complete(query)
    assert library.facets(query).counted >= 0
