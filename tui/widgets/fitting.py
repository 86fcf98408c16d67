"""Names in a row as far as there is room, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from tui.painting import fit

_BETWEEN = " · "


def fitted(items: Sequence[str], width: int, lines: int = 1) -> list[str]:
    """Return `items` with dots between them on at most `lines` lines of `width` cells.

    Those that find no room are counted at the end: "Sergey Shoygu 3 · Ali Khamenei 2 · +4".
    """
    left = list(items)
    told: list[str] = []
    while left and len(told) < lines:
        count = _how_many(left, width, last=len(told) + 1 == lines)
        told.append(_BETWEEN.join([*left[:count], *_rest(left, count, len(told) + 1 == lines)]))
        left = left[count:]
    return [fit(line, width) for line in told]


def _how_many(items: Sequence[str], width: int, *, last: bool) -> int:
    """How many items fit on a line, with the count of the rest on the last one; at least one."""
    for count in range(len(items), 1, -1):
        line = _BETWEEN.join([*items[:count], *_rest(items, count, last)])
        if cell_len(line) <= width:
            return count
    return 1


def _rest(items: Sequence[str], count: int, last: bool) -> list[str]:
    rest = len(items) - count
    return [f"+{rest:,}"] if last and rest else []
