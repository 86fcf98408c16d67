"""Hedges: the shipped list, and a reader's own beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.compare import compare, hedges
from store.errors import UsageError
from tests.store.compare.desk import a_brief, whats


@pytest.fixture
def own_list(tmp_path: Path) -> Iterator[Path]:
    """Where a reader's own list goes; what was read before and is read here is forgotten."""
    hedges._by_first_word.cache_clear()
    path = hedges.user_list()
    path.parent.mkdir(parents=True, exist_ok=True)
    assert tmp_path in path.parents  # never the list of whoever runs the tests
    yield path
    hedges._by_first_word.cache_clear()


def hedged(text: str) -> list[str]:
    return whats(compare([a_brief("one", text), a_brief("two", "Rain.")]), "hedge")


def test_phrases_of_ones_own_are_hedges_too(own_list: Path) -> None:
    own_list.write_text('[[level]]\nstrength = "a shrug"\nphrases = ["who knows", "Maybe-ish"]\n')
    assert hedged("Who knows? It is maybe-ish. It is likely.") == [
        "likely (likely, 55–80 %)",
        "maybe ish (a shrug)",
        "who knows (a shrug)",
    ]


def test_ones_own_strength_counts_in_place_of_the_shipped_one(own_list: Path) -> None:
    own_list.write_text('[[level]]\nstrength = "two in three"\nphrases = ["likely"]\n')
    assert hedged("It is likely.") == ["likely (two in three)"]


@pytest.mark.parametrize(
    "text", ["level = 3", "[[level]]\nphrases = [3]", "[[", '[[level]]\nx = ""']
)
def test_a_list_that_cannot_be_read_is_named_in_one_line(own_list: Path, text: str) -> None:
    own_list.write_text(text)
    with pytest.raises(UsageError, match=r"hedges\.toml.*a list of hedges is"):
        hedged("It is likely.")
