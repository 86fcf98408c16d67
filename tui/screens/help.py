"""The page of help: what is special where one is, moving, all other keys, and the signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.keys import MOVEMENT, TITLES, Command, Where, commands, commands_at
from tui.page import wrap
from tui.screens.leaflet import WIDEST, Leaflet

_MOVING = "Moving, in lists and texts alike"
_KEYS = 20  # cells of the keys
_BESIDE = 32  # cells of a page that are not for what a key does: the keys, gaps, the frame

_SIGNS = (
    ("●", "not read yet"),
    ("★", "starred"),
    ("✓", "marked for comparing"),
    ("¶", "has a comment: the analyst's own judgement"),
    ("5 · 4 ¶", "of a pair or an analyst: five briefs, four of them with a comment"),
    ("IR-RU+2", "on Iran and Russia first of all, and on two more pairs of countries"),
    ("──", "a report: what is said to have happened"),
    ("━━ ┃", "a comment, with a bar at its side"),
    ("·", "in the bars of months: a month with nothing"),
)


def all_keys(here: Sequence[Where] = (), width: int = WIDEST) -> Leaflet:
    """The page of all keys and signs, from the table of commands; those of `here` come first.

    What a key does is wrapped beside it, on a screen of so many cells.
    """
    lines, words = zip(*_lines(here, max(20, min(width, WIDEST) - _BESIDE)), strict=True)
    return Leaflet(lines, words)


_Told = tuple[Content, str]
"""A line, and the words by which it is found; the name of a command is not printed but is one."""


def _lines(here: Sequence[Where], width: int) -> Iterator[_Told]:
    yield _bare("Keys of Dateline", "bold")
    for where in here:
        yield from _part(TITLES[where], commands_at(where), width)
    moving = [command for command in commands() if command.id in MOVEMENT]
    yield from _part(_MOVING, moving, width, moving=True)
    for where, title in TITLES.items():
        if where not in here:
            yield from _part(title, commands_at(where), width)
    yield from (_bare(""), _bare("Signs", "bold $code"))
    yield from (_told(sign, meaning, width) for sign, meaning in _SIGNS)


def _part(
    title: str, those: Sequence[Command], width: int, *, moving: bool = False
) -> Iterator[_Told]:
    """A heading and its commands; those of movement stand under a heading of their own."""
    kept = [command for command in those if (command.id in MOVEMENT) == moving]
    if kept:
        yield from (_bare(""), _bare(title, "bold $code"))
        yield from (_told(c.shown, c.help, width, c.label) for c in kept)


def _bare(text: str, style: str = "") -> _Told:
    return Content.styled(text, style), text


def _told(left: str, right: str, width: int, label: str = "") -> _Told:
    gap = "\n" + " " * (_KEYS + 4)
    said = gap.join(right[start:end] for start, end in wrap(right, width))
    line = Content.assemble((f"  {left:<{_KEYS}}", "bold"), "  ", said)
    return line, f"{left} {label} {right}"
