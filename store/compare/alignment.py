"""Comment paragraphs that speak of the same thing, set on one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from store.compare.affinity import Place
from store.compare.clusters import clusters
from store.compare.contests import Contest
from store.compare.links import Link
from store.compare.ordering import in_order
from store.compare.paragraphs import Paragraph
from store.compare.reasons import reasons
from store.views import AlignedRow


def aligned_rows(
    comments: Mapping[str, Sequence[Paragraph]],
    links: Sequence[Link],
    disputes: Sequence[Contest],
) -> tuple[AlignedRow, ...]:
    """Return the rows from the top down; every paragraph stands in exactly one.

    `comments` maps the ids of the briefs, in the order of the lanes, to their paragraphs.
    """
    places = [(id_, paragraph.number) for id_ in comments for paragraph in comments[id_]]
    rows = in_order(clusters(places, links))
    row_of = {place: number for number, row in enumerate(rows) for place in row}
    linked: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        one, other = (row_of[place] for place in link.places)
        if one == other:
            linked[one].append(link)
    disputed: dict[int, list[Contest]] = defaultdict(list)
    for dispute in disputes:
        one, other = (row_of[place] for place in dispute.places)
        if one == other:
            disputed[one].append(dispute)
    return tuple(
        AlignedRow(_cells(row, comments), reasons(linked[number], disputed[number]))
        for number, row in enumerate(rows)
    )


def _cells(
    row: frozenset[Place], comments: Mapping[str, Sequence[Paragraph]]
) -> dict[str, tuple[int, ...]]:
    cells = {id_: tuple(sorted(n for brief, n in row if brief == id_)) for id_ in comments}
    return {id_: numbers for id_, numbers in cells.items() if numbers}
