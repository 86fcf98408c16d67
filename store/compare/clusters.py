"""Paragraphs gathered into rows by average link: a paragraph joins a row when it agrees with the
row's paragraphs of other briefs on the average, never through a chain of neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from store.compare.links import Link, Place

_CLEARLY_BEST = 0.9
"""A link counts in full only if it is hardly weaker than the best that either paragraph has in
the other's comment; else a paragraph with much to say would draw everything to itself."""

_STRONG = 2.5
"""So strong a link needs to be the best for one of its paragraphs only: one may face several."""

_PASSED_OVER = 0.5
_FAINTEST = 0.1  # a weaker link is none
_ENOUGH = 1.2
"""More strength than this makes up for nothing: one strong link must not carry a weak one."""
_NOTHING = 0.0, 0.0

Row = frozenset[Place]
Sums = dict[Row, dict[Row, tuple[float, float]]]
"""The capped and the full strength of all links between two rows, summed."""


def clusters(places: Iterable[Place], links: Sequence[Link]) -> list[Row]:
    """Return the places parted into rows; the result does not depend on any order given."""
    alive = {frozenset([place]) for place in places}
    sums: Sums = defaultdict(dict)
    for (here, there), both in _pair_sums(links).items():
        sums[frozenset([here])][frozenset([there])] = both
        sums[frozenset([there])][frozenset([here])] = both
    known = [(one, other) for one in sums for other in sums[one] if min(one) < min(other)]
    heap = [c for one, other in known if (c := _candidate(sums, one, other))]
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
    """Return the capped and the full strength of every pair of places."""
    best: dict[tuple[Place, str], float] = defaultdict(float)
    for link in links:
        one, other = link.places
        best[one, other[0]] = max(best[one, other[0]], link.strength)
        best[other, one[0]] = max(best[other, one[0]], link.strength)
    sums = {}
    for link in links:
        one, other = link.places
        least, most = sorted((best[one, other[0]], best[other, one[0]]))
        strength = min(link.strength, _ENOUGH)
        alone = link.strength < _CLEARLY_BEST * least or link.strength < _STRONG
        if link.strength < _CLEARLY_BEST * most and alone:
            strength = min(strength, _PASSED_OVER)
        if strength >= _FAINTEST:
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
