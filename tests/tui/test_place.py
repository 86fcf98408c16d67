"""Places, addresses and the trail."""

from __future__ import annotations

import pytest

from tui.place import ALL, PAIRS, PEOPLE, Stand, Trail, analyst_place, pair_place, start_of


@pytest.mark.parametrize(
    ("address", "scope", "query", "brief"),
    [
        (None, None, "", None),
        ("pair:IR-RU", "pair:IR-RU", "", None),
        ("person:p17", "person:p17", "", None),
        ("brief:b4f2k", None, "", "b4f2k"),
        ("ferry talks", None, "ferry talks", None),
        ("pair:IR-RU ferry", None, "pair:IR-RU ferry", None),
    ],
)
def test_addresses(address: str | None, scope: str | None, query: str, brief: str | None) -> None:
    place, typed, opened = start_of(address)
    assert (place.scope, typed, opened) == (scope, query, brief)


def test_a_pair_is_named_by_its_countries() -> None:
    place = pair_place("IR-RU", ("Iran", "Russia"))
    assert (place.name, place.pair, place.person) == ("Iran–Russia", "IR-RU", None)


def test_a_quotation_mark_in_a_name_cannot_break_out_of_the_scope() -> None:
    assert analyst_place('Jo "Red" Ward').scope == 'by:"Jo Red Ward"'


def test_the_trail_goes_back_and_forward_and_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.here.cursor = 7
    trail.go(Stand(PAIRS))
    trail.go(Stand(PEOPLE))
    assert trail.forward() is None
    back = trail.back()
    assert back is not None
    assert back.place == PAIRS
    home = trail.back()
    assert home is not None
    assert (home.place, home.cursor) == (ALL, 7)
    assert trail.back() is None
    forward = trail.forward()
    assert forward is not None
    assert forward.place == PAIRS
    trail.go(Stand(ALL))
    assert trail.forward() is None
