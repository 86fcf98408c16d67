"""Paragraphs gathered into rows by average link: a paragraph joins a row when it agrees with the
row's paragraphs of other briefs on the average, never through a chain of neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from store.compare.affinity import Place
from store.compare.links import Link

_SECOND = 2.5
"""So strong must a link be to give a paragraph a further partner in the other's comment; else one
with much to say would draw everything to itself."""

_PASSED_OVER = 0.5
_ENOUGH = 1.2
"""More strength than this makes up for nothing: one strong link must not carry a weak one."""
_NOTHING = 0.0, 0.0

Row = frozenset[Place]
Sums = dict[Row, dict[Row, tuple[float, float]]]
"""The capped and the full strength of all links between two rows, summed."""


def clusters(places: Iterable[Place], links: Sequence[Link]) -> list[Row]:
    """Return the places parted into rows; the result does not depend on any order given."""
    alone = {place: frozenset([place]) for place in places}
    alive = set(alone.values())
    sums: Sums = defaultdict(dict)
    heap = []
    for (here, there), both in _pair_sums(links).items():
        one, other = alone[here], alone[there]
        sums[one][other] = sums[other][one] = both
        if candidate := _candidate(sums, one, other):
            heap.append(candidate)
    heapify(heap)
    while heap:
        *_, one, other = heappop(heap)
        if one not in alive or other not in alive:
            continue
        merged = _merge(sums, one, other)
        alive -= {one, other}
        alive.add(merged)
        for third in sums[merged]:
            if candidate := _candidate(sums, merged, third):
                heappush(heap, candidate)
    return sorted(alive, key=sorted)


Candidate = tuple[float, float, list[list[Place]], Row, Row]


def _candidate(sums: Sums, one: Row, other: Row) -> Candidate | None:
    """Return a merge that may be made, the strongest average first; ties go by the places."""
    capped, full = sums[one][other]
    if capped < 1:
        return None  # before any counting: most are so weak
    pairs = sum(a[0] != b[0] for a in one for b in other)
    if capped < pairs:
        return None
    name = sorted([sorted(one), sorted(other)])
    return -round(full / pairs, 6), -round(capped / pairs, 6), name, one, other


def _pair_sums(links: Sequence[Link]) -> dict[tuple[Place, Place], tuple[float, float]]:
    """Return the capped and the full strength of every pair of places.

    The strongest link takes its paragraphs, then the next that finds its own still free: so each
    has at most one partner in a comment, unless a further one is clearly meant too. What comes
    too late counts at most `_PASSED_OVER`.
    """
    taken: set[tuple[Place, str]] = set()
    sums = {}
    for link in sorted(links, key=lambda link: (-link.strength, link.places)):
        one, other = link.places
        strength = min(link.strength, _PASSED_OVER)
        if link.strength >= 1:
            ends = {(one, other[0]), (other, one[0])}
            free = ends - taken
            if len(free) == 2 or (free and link.strength >= _SECOND):
                taken |= ends
                strength = min(link.strength, _ENOUGH)
        sums[one, other] = strength, link.strength
    return sums


def _merge(sums: Sums, one: Row, other: Row) -> Row:
    """Put the union of two rows in their place; its sums are theirs added."""
    merged = one | other
    mine, yours = sums.pop(one), sums.pop(other)
    around = sums[merged]
    for third in (mine.keys() | yours.keys()) - {one, other}:
        here, there = mine.get(third, _NOTHING), yours.get(third, _NOTHING)
        total = round(here[0] + there[0], 6), round(here[1] + there[1], 6)
        others = sums[third]
        others.pop(one, None)
        others.pop(other, None)
        around[third] = others[merged] = total
    return merged
