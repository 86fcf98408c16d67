"""Kill -9, the short form of `make torture ONLY=crashes`: every act once, by another seed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from bench.harness.acts import acts
from bench.harness.seeds import ground
from bench.torture import crashes

SEED = 20171020


@pytest.fixture(scope="module")
def field() -> Iterator[crashes.Ground]:
    with ground() as folder:
        yield crashes.Ground(folder)


@lru_cache
def names() -> list[str]:
    return [act.name for act in acts()]


@pytest.mark.parametrize("number", range(len(names())), ids=names())
def test_a_killed_command_leaves_a_sound_library_and_completes(
    field: crashes.Ground, number: int
) -> None:
    result = field.round(SEED, number)
    assert result["wrong"] == ""


def test_failures_are_told_and_not_counted_away() -> None:
    bad = {"round": 3, "act": "tag", "killed": True, "found": "", "wrong": "half there: ['tag']"}
    assert crashes.told([bad]).startswith("FAILED: 1 kills in 1 rounds, 1 failures. * round 3, tag")
