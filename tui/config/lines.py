"""On which line of a TOML text a name stands; the parser of the standard library does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.config.mistakes import Mistake

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*+"|'[^'\n]*+')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*({_NAME})[ \t]*\]")
_SETTING = re.compile(rf"[ \t]*({_NAME})[ \t]*=")
_PARTS = re.compile(_PART)
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")


def line_of(text: str, names: Sequence[str]) -> int | None:
    """Return the line, from 1, that states these names; or the nearest that holds them.

    A name inside an inline table is found at the line that the table begins on.
    """
    best: tuple[int, int] | None = None
    header: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HEADER.match(line):
            stated = header = _split(found[1])
        elif found := _SETTING.match(line):
            stated = [*header, *_split(found[1])]
        else:
            continue
        if stated == list(names[: len(stated)]) and (best is None or len(stated) > best[0]):
            best = len(stated), number
    return best[1] if best else None


def line_of_error(said: str) -> Mistake:
    """Return what the TOML parser said as a mistake with its line."""
    place = _PLACE.search(said)
    what = said[: place.start()] if place else said.removesuffix(" (at end of document)")
    what = what[:1].lower() + what[1:]
    return Mistake(int(place[1]) if place else None, f"this is not TOML: {what}")


def _split(name: str) -> list[str]:
    return [part.strip("\"'") for part in _PARTS.findall(name)]
