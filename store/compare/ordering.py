"""The order of rows down the sheet: every comment keeps its own order where rows allow it."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from store.compare.affinity import Place


def in_order(rows: Sequence[frozenset[Place]]) -> list[frozenset[Place]]:
    """Return the rows from the top down; the order given does not matter.

    A row comes after the rows that hold earlier paragraphs of its comments; among the rows that
    may come next, the one whose paragraphs stand earliest on the average is taken. Where two
    rows cross, so that each would have to come first, that average decides too.
    """
    row_of = {place: row for row in rows for place in row}
    waiting = {row: _held_up_by(row, row_of) for row in rows}
    frees: dict[frozenset[Place], list[frozenset[Place]]] = {row: [] for row in rows}
    for row, before in waiting.items():
        for earlier in before:
            frees[earlier].append(row)
    ready = [(_height(row), row) for row in rows if not waiting[row]]
    heapify(ready)
    ordered: list[frozenset[Place]] = []
    while waiting:
        row = heappop(ready)[1] if ready else min(waiting, key=_height)
        if row not in waiting:
            continue
        del waiting[row]
        ordered.append(row)
        for later in frees[row]:
            if later in waiting:
                waiting[later].discard(row)
                if not waiting[later]:
                    heappush(ready, (_height(later), later))
    return ordered


def _height(row: frozenset[Place]) -> tuple[float, list[Place]]:
    """Return how far down a row stands: the mean of its first paragraphs, then its content."""
    first: dict[str, int] = {}
    for brief, number in sorted(row):
        first.setdefault(brief, number)
    return sum(first.values()) / len(first), sorted(row)


def _held_up_by(
    row: frozenset[Place], row_of: dict[Place, frozenset[Place]]
) -> set[frozenset[Place]]:
    """Return the rows of the paragraphs that stand just before this row's first ones."""
    first: dict[str, int] = {}
    for brief, number in sorted(row):
        first.setdefault(brief, number)
    before = {row_of.get((brief, number - 1)) for brief, number in first.items()}
    return {other for other in before if other is not None and other is not row}
