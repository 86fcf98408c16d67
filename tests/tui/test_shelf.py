"""The shelf of rows: all of a small list, pages of a long one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.shelf import PAGE, Shelf


@given(st.integers(0, 5_000), st.integers(0, 5_000), st.integers(0, 200))
def test_missing_pages_cover_what_is_asked_for_once(total: int, first: int, count: int) -> None:
    rows = range(total)
    shelf: Shelf[int] = Shelf(total)
    for offset in shelf.missing(first, first + count):
        assert offset % PAGE == 0
        shelf.put(offset, rows[offset : offset + PAGE])
    for index in range(first, min(first + count, total - 1) + 1):
        if index < total:
            assert shelf.get(index) == index
    assert shelf.missing(first, first + count) == []


def test_a_row_that_has_not_come_is_none() -> None:
    shelf = Shelf(1000, list(range(PAGE)))
    assert shelf.get(3) == 3
    assert shelf.get(PAGE) is None


def test_a_long_list_keeps_only_the_latest_pages_and_can_ask_again() -> None:
    shelf: Shelf[int] = Shelf(100_000)
    for offset in range(0, 100_000, PAGE):
        shelf.put(offset, range(offset, offset + PAGE))
    assert sum(1 for _ in shelf.here()) <= 3_000
    assert shelf.get(99_999) == 99_999
    assert shelf.missing(0, 10) == [0]


def test_a_small_list_is_kept_whole() -> None:
    shelf = Shelf(9_000, list(range(9_000)))
    assert all(shelf.get(i) == i for i in range(9_000))


def test_swap_changes_one_row_and_only_if_it_is_here() -> None:
    shelf = Shelf(1000, ["a", "b"])
    shelf.swap(1, "c")
    shelf.swap(900, "d")
    assert [shelf.get(i) for i in (0, 1, 900)] == ["a", "c", None]
