"""The labelled pairs of comments in `comparisons/`: their briefs, taken in, and their labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.results import HERE
from store.ingest.pipeline import ingest
from store.library import Library
from store.views import BriefView, Comparison, PointKind

Link = tuple[int, int]
"""A paragraph of the first comment and one of the second that stand together, from 1."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A figure or date that two comments disagree on: (paragraph, what is printed) on each side."""

    kind: PointKind
    one: tuple[int, str]
    other: tuple[int, str]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two comments, what Dateline makes of them, and what a reader said of them.

    `doubtful` links count neither for nor against.
    """

    name: str
    kind: str
    views: tuple[BriefView, BriefView]
    comparison: Comparison
    links: frozenset[Link]
    doubtful: frozenset[Link]
    disputes: tuple[Dispute, ...]

    @property
    def comments(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The paragraphs of both comments."""
        one, other = self.comparison.lanes
        return one.paragraphs, other.paragraphs


def labelled_pairs(half: str) -> list[LabelledPair]:
    """Return the pairs of a half ("development", say), each compared in a library."""
    folder = HERE / "comparisons" / half
    lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    with TemporaryDirectory() as place, Library.open(Path(place) / "l.db", create=True) as library:
        report = ingest(library, sorted(folder.glob("*.txt")))
        ids = {Path(item.source).name: item.briefs[0].id for item in report.items}
        return [_pair(library, ids, json.loads(line)) for line in lines if line.strip()]


def _pair(library: Library, ids: dict[str, str | None], label: dict[str, object]) -> LabelledPair:
    one, other = str(label["a"]), str(label["b"])
    chosen = [ids[one] or "", ids[other] or ""]
    return LabelledPair(
        name=f"{one} {other}",
        kind=str(label["kind"]),
        views=(library.brief(chosen[0]), library.brief(chosen[1])),
        comparison=library.compare(chosen),
        links=frozenset(_links(label["aligned"])),
        doubtful=frozenset(_links(label["maybe"])),
        disputes=tuple(_disputes(label["disagree"])),
    )


def _links(value: object) -> Iterator[Link]:
    assert isinstance(value, list)
    yield from ((int(one), int(other)) for one, other in value)


def _disputes(value: object) -> Iterator[Dispute]:
    assert isinstance(value, list)
    for found in value:
        sides = [(int(found[side]["paragraph"]), str(found[side]["text"])) for side in "ab"]
        yield Dispute(found["kind"], sides[0], sides[1])
