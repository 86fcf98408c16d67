"""Completion in the query bar: fields, and the values the library knows."""

from __future__ import annotations

import pytest

from store.library import Library
from store.search.query import parse


def texts(library: Library, typed: str) -> list[str]:
    return [c.text for c in library.complete(typed)]


def test_a_field_is_completed_from_its_beginning(library: Library) -> None:
    assert texts(library, "pa") == ["pair:"]
    assert texts(library, "shoigu -p") == ["pair:", "person:"]
    assert texts(library, "shoigu ") == []
    assert texts(library, "zz") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("pair:ir", "IR-RU"), ("pair:russ", "IR-RU"), ("country:kor", "KR"), ("country:IR", "IR"),
     ("date:201", "2017"), ("date:2017..20", "2017..2018"), ("is:un", "unread"),
     ("in:c", "comment"), ("label:com", "comment")],
)  # fmt: skip
def test_values_come_from_the_library(library: Library, typed: str, expected: str) -> None:
    assert f"{expected} " in texts(library, typed)


def test_a_value_of_several_words_is_quoted_and_found(library: Library) -> None:
    for field in ("by:", "at:", "person:"):
        found = library.complete(field)
        assert found, field
        for completion in found:
            query = field[: completion.start] + completion.text
            answer = library.search(query)
            assert answer.total >= (completion.briefs or 0) > 0, query
            assert not parse(query).notices


def test_the_commonest_comes_first(library: Library) -> None:
    counts = [c.briefs or 0 for c in library.complete("pair:")]
    assert counts == sorted(counts, reverse=True)


def test_it_stands_where_the_cursor_is(library: Library) -> None:
    text = "pair:ir caspian"
    (first, *_) = library.complete(text, 7)
    assert (first.start, first.end) == (5, 7)
    assert library.search(text[: first.start] + first.text + text[first.end :]).total >= 0


def test_tags_and_saved_searches_are_values_too(library: Library) -> None:
    (row, *_) = library.list(limit=1).results
    library.tag([row.id], ["naval affairs"])
    library.save_search("Caspian", "caspian ")
    assert texts(library, "tag:nav") == ['"naval affairs" ']
    assert texts(library, "saved:") == ["Caspian "]
