"""Lines of styled text, cut to a width in cells. Text from briefs is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]
"""A run of text in one style."""

PLAIN = Style.null()
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")


def flat(text: str) -> str:
    """Return `text` with every control character made a space; offsets into it stay true."""
    return text.translate(_CONTROLS)


def fit(text: str, width: int) -> str:
    """Return `text` cut to `width` cells, with "…" where something was cut away."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return set_cell_size(text[: width * 2], width - 1).rstrip() + "…"


def padded(text: str, width: int) -> str:
    """Return `text` cut or filled up to exactly `width` cells."""
    return set_cell_size(fit(text, width), max(0, width))


def strip(pieces: Iterable[Piece], width: int, base: Style = PLAIN) -> Strip:
    """Return one line of exactly `width` cells, every piece laid over the `base` style."""
    segments = [Segment(text, base + style) for text, style in pieces if text]
    return Strip(segments).adjust_cell_length(max(0, width), base)


def fit_pieces(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """Return the pieces cut to `width` cells together."""
    kept: list[Piece] = []
    for text, style in pieces:
        length = cell_len(text)
        if length > width:
            kept.append((fit(text, width), style))
            break
        kept.append((text, style))
        width -= length
    return kept


def highlighted(
    text: str, spans: Sequence[tuple[int, int]], style: Style, hit: Style
) -> list[Piece]:
    """Return `text` as pieces, with the given spans (in order, apart from each other) as hits."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        if at < start:
            pieces.append((text[at:start], style))
        pieces.append((text[max(at, start) : end], hit))
        at = max(at, end)
    pieces.append((text[at:], style))
    return pieces


def both_ends(left: Sequence[Piece], right: Sequence[Piece], width: int) -> list[Piece]:
    """Return a line with `left` at its start and `right` at its end; the right is kept whole."""
    room = width - sum(cell_len(text) for text, _ in right)
    if room < width // 3:
        return fit_pieces([*left, (" ", PLAIN), *right], width)
    kept = fit_pieces(left, room - 1)
    gap = room - sum(cell_len(text) for text, _ in kept)
    return [*kept, (" " * gap, PLAIN), *right]
