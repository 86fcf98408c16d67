"""No regular expression of Dateline's can backtrack exponentially, whatever text it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import store
import tui
from tests.torture.patterns import nested


def all_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that stands in a module, with its name."""
    for package in (store, tui):
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(found.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{found.name}.{name}", value


PATTERNS = dict(all_patterns())


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 50


@pytest.mark.parametrize("name", PATTERNS)
def test_no_repeat_can_be_cut_in_two_ways(name: str) -> None:
    assert nested(PATTERNS[name]) == []


@pytest.mark.parametrize("bad", [r"(a+)+b", r"(\w+\s?)*x", r"([a-z]+|\d)*!", r"(?:x|\w*y)+$"])
def test_a_pattern_that_runs_for_ever_would_be_found(bad: str) -> None:
    assert nested(re.compile(bad))


@pytest.mark.parametrize("good", [r"(?:\w+, )*\w+", r"a+b+", r"(?:\.\d+)*", r"(ab)*", r"[a-z]+"])
def test_an_innocent_one_would_not(good: str) -> None:
    assert nested(re.compile(good)) == []
