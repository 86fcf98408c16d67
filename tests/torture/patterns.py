"""Where a regular expression could backtrack exponentially: a repeat inside a repeat.

A repeated group that itself holds an unbounded repeat is harmless only if every turn of the group
must pass a character that the inner repeat cannot match: then there is one way to cut a text into
turns. `nested` finds the groups of which that is not so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

ALPHABET = [chr(n) for n in range(0x250)] + list("“”‘’—–…•·│ЖяAж中ا\u00a0")
SINGLE = (codes.LITERAL, codes.IN, codes.NOT_LITERAL, codes.ANY)
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def nested(pattern: re.Pattern[str]) -> list[str]:
    """Return a word on every repeat in which a repeat may be cut in more than one way."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    return list(_walk(tree, pattern.flags))


def _walk(tree: Any, flags: int) -> Iterator[str]:
    for code, value in tree:
        if code in REPEATS and value[1] == codes.MAXREPEAT:
            for inner in _unbounded(value[2]):
                if not _separated(value[2], characters(inner, flags), flags):
                    yield f"({value[2]})* holds {inner}"
        for part in parts(code, value):
            yield from _walk(part, flags)


def parts(code: Any, value: Any) -> list[Any]:
    """Return the subtrees of a node."""
    if code in (*REPEATS, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.BRANCH:
        return list(value[1])
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    return []


def _unbounded(tree: Any) -> Iterator[Any]:
    for code, value in tree:
        if code in REPEATS and value[1] == codes.MAXREPEAT:
            yield value[2]
        if code not in (codes.ASSERT, codes.ASSERT_NOT):
            for part in parts(code, value):
                yield from _unbounded(part)


def _separated(tree: Any, inside: set[str], flags: int) -> bool:
    """Whether every way through a group passes a character that is not of `inside`."""
    for code, value in tree:
        if code is codes.BRANCH:
            if all(_separated(part, inside, flags) for part in value[1]):
                return True
        elif code is codes.SUBPATTERN:
            if _separated(value[3], inside, flags):
                return True
        elif code in REPEATS:
            if value[0] > 0 and _separated(value[2], inside, flags):
                return True
        elif code in SINGLE and not characters([(code, value)], flags) & inside:
            return True
    return False


def characters(tree: Any, flags: int) -> set[str]:
    """Return the characters of `ALPHABET` that a subtree can begin, go on or end with."""
    found: set[str] = set()
    for code, value in tree:
        if code is codes.LITERAL:
            found |= {chr(value)} | ({chr(value).swapcase()} if flags & re.IGNORECASE else set())
        elif code is codes.NOT_LITERAL:
            found |= {c for c in ALPHABET if ord(c) != value}
        elif code is codes.ANY:
            found |= set(ALPHABET)
        elif code is codes.IN:
            found |= _class(value, flags)
        else:
            for part in parts(code, value):
                found |= characters(part, flags)
    return found


def _class(items: Any, flags: int) -> set[str]:
    categories: dict[Any, Callable[[str], bool]] = {
        codes.CATEGORY_DIGIT: str.isdigit, codes.CATEGORY_SPACE: str.isspace,
        codes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
        codes.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
        codes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
        codes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
    }  # fmt: skip
    found: set[str] = set()
    for code, value in items:
        if code is codes.LITERAL:
            found.add(chr(value))
        elif code is codes.RANGE:
            found |= {c for c in ALPHABET if value[0] <= ord(c) <= value[1]}
        elif code is codes.CATEGORY:
            found |= {c for c in ALPHABET if categories[value](c)}
    if flags & re.IGNORECASE:
        found |= {c.swapcase() for c in found}
    return set(ALPHABET) - found if items and items[0][0] is codes.NEGATE else found
