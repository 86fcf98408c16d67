"""The keys that are shipped with the table of office holders belong to it."""

from __future__ import annotations

from store.entities.holder_keys import lines
from store.entities.holders import holders, named
from store.entities.lexicon import read_data


def test_the_keys_are_those_of_the_table() -> None:
    """If this fails: `python -m store.entities.holder_keys`."""
    assert read_data("holder_keys.txt").splitlines() == lines()


def test_every_row_has_its_years_in_order() -> None:
    assert all(row.first <= row.last for row in holders())


def test_a_row_is_found_in_another_spelling() -> None:
    assert {row.code for row in named("Sergei Shoigu")} == {"RU"}
