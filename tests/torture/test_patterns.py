"""No regular expression of Dateline's costs more than in proportion, whatever text it is given."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest

from tests.torture.attacks import worse_than_linear
from tests.torture.collecting import Own, collected
from tests.torture.patterns import nested

_PARTS = 8


@lru_cache(maxsize=1)
def own() -> dict[str, Own]:
    return collected()


def part(number: int) -> list[tuple[str, Own]]:
    return list(own().items())[number::_PARTS]


def test_the_patterns_are_found() -> None:
    places = {place.partition("#")[0].partition(":")[0] for place in own()}
    assert len(own()) > 150
    assert {  # in a constant, in a list, inside a function, made when it is first needed, of data
        "store.ingest.layout", "store.search.readings", "store.compare.words", "store.unicode61",
        "store.search.matcher", "store.ingest.readers.mail", "tui.config.lines",
    } <= places  # fmt: skip


@pytest.mark.parametrize("number", range(_PARTS))
def test_no_repeat_can_be_cut_in_two_ways(number: int) -> None:
    assert {place: found for place, one in part(number) if (found := nested(one.pattern))} == {}


@pytest.mark.parametrize("number", range(_PARTS))
def test_the_cost_grows_no_faster_than_the_text(number: int) -> None:
    slow = {
        f"{place} {one.pattern.pattern}": found
        for place, one in part(number)
        if (found := worse_than_linear(one.pattern, anchored=one.anchored))
    }
    assert slow == {}


@pytest.mark.parametrize("bad", [r"(a+)+b", r"(\w+\s?)*x", r"([a-z]+|\d)*!", r"(?:x|\w*y)+$"])
def test_a_pattern_that_runs_for_ever_would_be_found(bad: str) -> None:
    assert nested(re.compile(bad))


@pytest.mark.parametrize("good", [r"(?:\w+, )*\w+", r"a+b+", r"(?:\.\d+)*", r"(ab)*", r"[a-z]+"])
def test_an_innocent_one_would_not(good: str) -> None:
    assert nested(re.compile(good)) == []


@pytest.mark.parametrize(
    "bad",
    [
        r" +-", r"\s+$", r"\(([^()]+ [^()]+)\)\Z", r"x\d*\d*\Z", r"(?:\w+ )+\d", r"a.*b.*c",
        r"^#* *#* *x", r"(?:ab)+(?:ab)*c", r"[ ,|]+by:? +(?=\S)", r"\w*@", r".+:.+;",
    ],
)  # fmt: skip
def test_a_pattern_that_costs_the_square_would_be_found(bad: str) -> None:
    assert worse_than_linear(re.compile(bad))


@pytest.mark.parametrize("good", [r"(?<! ) ++-", r"\w+", r"a{1,9}b", r"\A\s*+x", r"[^()]*+\)"])
def test_one_that_does_not_would_not(good: str) -> None:
    assert worse_than_linear(re.compile(good), anchored=good == r"[^()]*+\)") == ""
