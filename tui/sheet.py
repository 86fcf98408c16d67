"""What a command prints for a human: lines of styled pieces, wrapped and aligned by cells.

A `Sheet` knows neither terminal nor colour; `tui.output` prints it. Every text that enters a
sheet is cleaned first, so that nothing a brief or a file name holds can steer the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from store.text import clean

Style = Literal["plain", "title", "heading", "comment", "faint", "hit", "warning"]

_WORD = re.compile(r"\S+")
_GAP = 2  # blanks between two columns of a table
_NARROWEST = 8  # cells that a column of a table keeps however little room there is


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]


class Sheet:
    """Lines to be printed, at most `width` cells wide."""

    def __init__(self, width: int = 80) -> None:
        self.width = width
        self.lines: list[Line] = []

    def blank(self) -> None:
        """Add an empty line, unless the sheet is empty or already ends in one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def text(self, *pieces: Piece | str, first: str = "", rest: str | None = None) -> None:
        """Add the pieces as one paragraph, wrapped; `first` and `rest` begin its lines."""
        rest = first if rest is None else rest
        safe = [_safe(piece) for piece in pieces]
        whole = "".join(piece.text for piece in safe)
        room = max(self.width - max(width_of(first), width_of(rest)), _NARROWEST)
        for number, (start, end) in enumerate(wrap(whole, room)):
            margin = rest if number else first
            inside = tuple(_cut(safe, start, end))
            self.lines.append((Piece(margin, "faint"), *inside) if margin else inside)

    def heading(self, text: str) -> None:
        """Add a heading with a blank line above it."""
        self.blank()
        self.text(Piece(text, "heading"))

    def line(self, *pieces: Piece | str) -> None:
        """Add the pieces as one line, not wrapped: for what is known to be short."""
        self.lines.append(tuple(_safe(piece) for piece in pieces))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Add aligned columns; cells wrap where the sheet is narrow, numbers stand right.

        An empty header is left out; a table without rows is not shown at all.
        """
        if not rows:
            return
        body = [[_flat(cell) for cell in row] for row in rows]
        whole = [list(header), *body] if header else body
        widths = _fit(whole, self.width)
        right = [all(map(_is_number, column)) for column in zip(*body, strict=True)]
        if header:
            self._columns([[cell] for cell in header], widths, right, "faint")
        for row in body:
            self._columns([[cell] for cell in row], widths, right, "plain")

    def columns(self, cells: Sequence[Sequence[str]], style: Style = "plain") -> None:
        """Add columns of equal width side by side, each of them some paragraphs."""
        width = (self.width - _GAP * (len(cells) - 1)) // len(cells)
        safe = [[_flat(paragraph) for paragraph in cell] for cell in cells]
        self._columns(safe, [width] * len(cells), [False] * len(cells), style)

    def _columns(
        self,
        cells: Sequence[Sequence[str]],
        widths: Sequence[int],
        right: Sequence[bool],
        style: Style,
    ) -> None:
        wrapped = [
            [text[start:end] for text in cell for start, end in wrap(text, width)]
            for cell, width in zip(cells, widths, strict=True)
        ]
        for line in zip_longest(*wrapped, fillvalue=""):
            padded = map(_pad, line, widths, right)
            self.lines.append((Piece((" " * _GAP).join(padded).rstrip(), style),))


def width_of(text: str) -> int:
    """Return the number of terminal cells that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Return the spans [start, end) of the lines of `text`, none wider than `width` cells.

    Lines break at spaces; a word wider than a line is cut. An empty text has no line.
    """
    lines: list[tuple[int, int]] = []
    used = 0
    for start, end in _chunks(text, width):
        need = width_of(text[start:end])
        gap = width_of(text[lines[-1][1] : start]) if lines else 0
        if lines and used + gap + need <= width:
            lines[-1] = (lines[-1][0], end)
            used += gap + need
        else:
            lines.append((start, end))
            used = need
    return lines


def _chunks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of `text`, those wider than `width` cells in parts."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        while width_of(text[start : min(end, start + width + 1)]) > width:
            cut = start + 1
            while width_of(text[start : cut + 1]) <= width:
                cut += 1
            yield start, cut
            start = cut
        if start < end:
            yield start, end


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _flat(text: str) -> str:
    return clean(text).replace("\n", " ")


def _safe(piece: Piece | str) -> Piece:
    if isinstance(piece, str):
        return Piece(_flat(piece))
    return Piece(_flat(piece.text), piece.style)


def _is_number(text: str) -> bool:
    return not text or text.replace(",", "").isdecimal()


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """Yield the parts of the pieces that stand in [start, end) of their joined text."""
    at = 0
    for text, style in pieces:
        part = text[max(start - at, 0) : max(end - at, 0)]
        if part:
            yield Piece(part, style)
        at += len(text)


def _fit(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the widths of the columns: what the cells need, narrowed from the right to fit.

    What stands left (ids, names, numbers) is what a reader looks for, so it wraps last.
    """
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    over = sum(widths) + _GAP * (len(widths) - 1) - room
    for least in (2 * _NARROWEST, _NARROWEST):
        for column in reversed(range(len(widths))):
            spare = max(0, min(over, widths[column] - least))
            widths[column] -= spare
            over -= spare
    return [max(width, 1) for width in widths]


def _pad(text: str, width: int, to_right: bool) -> str:
    blank = " " * (width - width_of(text))
    return blank + text if to_right else text + blank
