"""Words that are printed in the same surroundings, so that one thing said differently is seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

_UNRELATED = 0.25
"""The likeness of two words that says nothing; the list holds those from .3 on."""


@lru_cache(maxsize=20_000)
def relatives(stemmed: str) -> Mapping[str, float]:
    """Return the stems related to one and how closely: towards 1 for words of one meaning.

    The list is `data/relatives.txt`. It names the closest of each word, so a word may be among
    the relatives of another that is not among its own.
    """
    found: dict[str, float] = {}
    closeness = 0.0
    for part in _lines().get(stemmed, "").split():
        if part.isdigit():
            closeness = ((int(part) + 0.5) / 10 - _UNRELATED) / (1 - _UNRELATED)
        else:
            found[part] = closeness
    return found


@cache
def _lines() -> dict[str, str]:
    """Return the list by stem; its lines are read when they are asked for, as most never are."""
    text = resources.files("store.compare").joinpath("data", "relatives.txt").read_text("utf-8")
    split = (line.partition(" ") for line in text.splitlines() if line[0] != "#")
    return {stemmed: rest for stemmed, _, rest in split}
