"""Whether a regular expression's cost grows faster than the text it is given.

A text that makes a pattern slow is a long run of something its repeats take, behind what leads to
the repeat, and ended by what no part of it takes. Characters that the pattern cannot tell apart
are one to it, so a run of one of each kind is enough. Growth is measured by the processor's time
on texts of which one is eight times as long as the other: in proportion that is eight times the
cost, with the square sixty-four times. Only what looks worse three times, by the least of several
measurements, is held to be.
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tests.torture.patterns import ALPHABET, REPEATS, SINGLE, characters, parts

Find = Callable[[str], object]

_TIMES = 8
# Characters of the shorter text, and the growth that is too much: a cube is seen on a text so short
# that it ends, a square only where the text is longer than any counted repeat.
_SIZES = ((120, 128), (1_000, 24))
_EVERY_REPEAT = (*REPEATS, codes.POSSESSIVE_REPEAT)
_MANY = 64  # a repeat of so many turns at most is as good as endless to shorter texts


def worse_than_linear(pattern: re.Pattern[str], *, anchored: bool = False) -> str:
    """Return a word on a text whose cost grows faster than its length, "" if none is found.

    `anchored`: the pattern is only ever tried at the start of a text, never looked for in it.
    """
    find = pattern.match if anchored else pattern.finditer
    for lead, unit, tail in attacks(pattern):
        for size, worse in _SIZES:
            if all(_growth(find, (lead, unit, tail), size, n) > worse for n in (1, 2, 3)):
                return f"{lead!r} + {unit!r} * n + {tail!r}"
    return ""


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """Yield leads, what is to be repeated behind them, and tails."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    repeats = list(_repeats(tree, pattern.flags, ""))
    kinds = [*_kinds([taken for *_, taken in repeats]), *(body for _, body, _ in repeats if body)]
    leads = dict.fromkeys(["", *(lead for lead, *_ in repeats)])
    runs = dict.fromkeys(product(leads, kinds))
    runs |= dict.fromkeys(("", lead + kind) for lead, kind in runs if lead)
    tails = dict.fromkeys(("", "\0", *(_not_of(taken) for *_, taken in repeats)))
    yield from ((lead, run, tail) for (lead, run), tail in product(runs, tails))


def _not_of(taken: set[str]) -> str:
    """A character that a repeat does not take, if there is one."""
    return next((char for char in '!"a1 .()' if char not in taken), "\0")


def _kinds(sets: list[set[str]]) -> list[str]:
    """A blank, and one character of each kind that the repeats of a pattern tell apart."""
    kinds: dict[tuple[bool, ...], str] = {}
    for char in " a1A" + "".join(ALPHABET):
        if char.isprintable() or char in "\t\n":
            kinds.setdefault(tuple(char in one for one in sets), char)
    return list(dict.fromkeys([" ", *(char for kind, char in kinds.items() if any(kind))]))


def _repeats(tree: Any, flags: int, lead: str) -> Iterator[tuple[str, str, set[str]]]:
    """Yield what leads to each repeat, one turn of it, and the characters of its turns."""
    for code, value in tree:
        if code in _EVERY_REPEAT and value[1] >= _MANY:
            yield lead, _sample(value[2], flags), characters(value[2], flags)
        for part in parts(code, value):
            yield from _repeats(part, flags, lead)
        lead += _sample([(code, value)], flags)


def _sample(tree: Any, flags: int) -> str:
    """A short text that a subtree takes, looking aside and back left out."""
    said = ""
    for code, value in tree:
        if code in SINGLE:
            taken = characters([(code, value)], flags)
            said += next((c for c in "a A1" if c in taken), min(taken, default=""))
        elif code in _EVERY_REPEAT:
            said += _sample(value[2], flags) * max(value[0], 1)
        elif code is codes.BRANCH:
            said += _sample(value[1][0], flags)
        elif code not in (codes.ASSERT, codes.ASSERT_NOT):
            said += "".join(_sample(part, flags) for part in parts(code, value))
    return said


def _growth(find: Find, parts: tuple[str, str, str], size: int, tries: int) -> float:
    lead, unit, tail = parts
    turns = max(1, size // len(unit))
    short = _cost(find, lead + unit * turns + tail, max(3, tries))
    return _cost(find, lead + unit * _TIMES * turns + tail, tries) / short


def _cost(find: Find, text: str, tries: int) -> int:
    """The least of some measurements of all that is found, in nanoseconds."""
    spent = []
    for _ in range(tries):
        started = time.process_time_ns()
        found = find(text)
        if isinstance(found, Iterator):
            deque(found, maxlen=0)
        spent.append(time.process_time_ns() - started)
    return max(1, min(spent))
