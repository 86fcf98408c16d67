"""Whether something is called as a reader types it, however its name is joined: "iran-russia"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from store.text import fold

_JOINTS = re.compile(r"[-:\u2010-\u2015\u2212]+")

T = TypeVar("T")


def called(typed: str, items: Iterable[T], text: Callable[[T], str]) -> list[T]:
    """Return the items whose `text` holds every word typed, in their own order.

    Hyphens, dashes, colons and blanks are the same. Words that were typed joined ("ir-ru") are
    looked for side by side first, either way round, and apart only where nothing has them so.
    """
    words = [_loose(word) for word in fold(typed).split()]
    told = [(item, _loose(fold(text(item)))) for item in items]
    beside = [item for item, name in told if all(_holds(name, word) for word in words)]
    if beside:
        return beside
    parts = " ".join(words).split()
    return [item for item, name in told if all(part in name for part in parts)]


def _loose(text: str) -> str:
    return " ".join(_JOINTS.sub(" ", text).split())


def _holds(name: str, word: str) -> bool:
    if " " not in word:
        return word in name
    # What is joined begins at a word: "ir-ru" is not in "pair russia".
    around = " ".join(reversed(word.split()))
    return f" {word}" in f" {name}" or f" {around}" in f" {name}"
