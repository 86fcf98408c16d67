"""How well links and disputes found agree with those that a reader labelled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from bench.gold import Counts
from bench.labelled_comments import Dispute, LabelledPair, Link
from store.text import fold
from store.views import Point, Side


def score_links(pairs: Sequence[LabelledPair], found: Sequence[Iterable[Link]]) -> Counts:
    """Score the links found for each pair, all pairs together; doubtful ones do not count."""
    right = wrong = missed = 0
    for pair, links in zip(pairs, found, strict=True):
        certain = frozenset(links) - pair.doubtful
        right += len(certain & pair.links)
        wrong += len(certain - pair.links)
        missed += len(pair.links - certain)
    return Counts(right, wrong, missed)


def linked_by_rows(pair: LabelledPair) -> frozenset[Link]:
    """Return the links that the rows of a comparison make."""
    one, other = (lane.id for lane in pair.comparison.lanes)
    return frozenset(
        link
        for row in pair.comparison.rows
        for link in product(row.cells.get(one, ()), row.cells.get(other, ()))
    )


def score_disputes(pairs: Sequence[LabelledPair]) -> Counts:
    """Score the figures and dates said to disagree; both values and both places must be right."""
    right = wrong = missed = 0
    for pair in pairs:
        points = [p for p in pair.comparison.points if p.kind in ("figure", "date")]
        hits = [[d for d in pair.disputes if _tells(pair, point, d)] for point in points]
        found = {dispute for hit in hits for dispute in hit}
        right += len(found)
        wrong += sum(not hit for hit in hits)
        missed += len(set(pair.disputes) - found)
    return Counts(right, wrong, missed)


def _tells(pair: LabelledPair, point: Point, dispute: Dispute) -> bool:
    if point.kind != dispute.kind:
        return False
    one, other = (lane.id for lane in pair.comparison.lanes)
    places = ((one, *dispute.one), (other, *dispute.other))
    values = [set(fold(value).split()) for value in point.what.split(" / ")]
    return all(
        any(_holds(side, *place) for side in point.sides)
        and any(value & set(fold(place[2]).split()) for value in values)
        for place in places
    )


def _holds(side: Side, id_: str, paragraph: int, text: str) -> bool:
    return side.id == id_ and side.paragraph == paragraph and text in side.sentence
