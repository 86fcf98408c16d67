"""What painters of rows work with: the room there is, and styles by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.style import Style

from tui.painting import Piece

STYLES = ("quiet", "strong", "code", "hit", "report", "comment", "mark", "guess")
"""The styles that painters use by name; app.tcss gives each its look as `.line--NAME`."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a painter must know besides the row: cells of width, lines of height, styles."""

    width: int
    height: int
    styles: Mapping[str, Style]


Painter = Callable[[Any, Look], Sequence[Sequence[Piece]]]
"""Turns a row into at most `look.height` lines of pieces."""
