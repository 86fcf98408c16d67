"""Readers beside a writer, the short form of `make torture ONLY=together`."""

from __future__ import annotations

from bench.harness.seeds import ground
from bench.torture import together


def test_readers_beside_an_ingest_see_only_what_was_committed() -> None:
    with ground() as folder:
        result = together.one_round(folder / "round")
    assert result["wrong"] == []
    assert result["looks"] > 0


def test_a_state_that_was_never_committed_would_be_told() -> None:
    bad = {"looks": 9, "states": 2, "longest": 0.1, "wrong": ["a state that was never committed"]}
    assert together.told([bad]).startswith("FAILED: ")
