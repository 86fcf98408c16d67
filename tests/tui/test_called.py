"""Names as they are typed: joined by a hyphen, a dash or a blank, by codes, either way round."""

from __future__ import annotations

import pytest

from tui.called import called

NAMES = ["pair Iran–Russia pair:IR-RU", "pair Russia–Turkey pair:RU-TR", "person Iran Mirza"]


@pytest.mark.parametrize(
    "typed", ["iran-russia", "Iran–Russia", "iran russia", "ir-ru", "RU-IR", "russia-iran", "IR–RU"]
)
def test_a_pair_is_found_however_it_is_joined(typed: str) -> None:
    assert called(typed, NAMES, str) == NAMES[:1]


def test_words_stand_anywhere_and_in_any_order() -> None:
    assert called("turkey rus", NAMES, str) == [NAMES[1]]
    assert called("iran", NAMES, str) == [NAMES[0], NAMES[2]]
    assert called("", NAMES, str) == NAMES
    assert called(" - ", NAMES, str) == NAMES
    assert called("peru", NAMES, str) == []


def test_what_never_stands_side_by_side_is_found_apart() -> None:
    assert called("mirza-iran-person", NAMES, str) == [NAMES[2]]
