"""Briefs side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.brief import SectionKind
    from store.views.rows import Row


@dataclass(frozen=True, slots=True)
class Lane:
    """One brief's comment, paragraph by paragraph; paragraph n of it is `paragraphs[n - 1]`."""

    id: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Comment paragraphs that speak of the same thing, with the reasons of the link.

    `cells` maps a brief's id to paragraph numbers of its comment, from 1.
    """

    cells: Mapping[str, tuple[int, ...]]
    why: tuple[str, ...]


PointKind = Literal["shared", "only", "figure", "date", "quote", "echo", "hedge"]


@dataclass(frozen=True, slots=True)
class Side:
    """One brief's side of a point: the sentence as printed, and where it stands.

    Paragraphs are those of the comment, or of the report where `section` says so, from 1.
    """

    id: str
    paragraph: int
    sentence: str
    section: SectionKind = "comment"


@dataclass(frozen=True, slots=True)
class Point:
    """Something that comments share, say alone, or differ on."""

    kind: PointKind
    what: str
    sides: tuple[Side, ...]


ChangeKind = Literal["figure", "date", "hedge", "named", "unnamed", "new", "dropped"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an analyst's later comment says otherwise than the earlier one.

    "named" and "unnamed" are people and countries that only the later, only the earlier comment
    names; "new" and "dropped" are paragraphs without a partner in the other comment.
    """

    kind: ChangeKind
    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Two comments of one analyst on the same matter, one after the other, and what changed."""

    analyst: str
    earlier: str
    later: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Briefs side by side; `total` counts all there are on a pair, person or query."""

    briefs: tuple[Row, ...]
    lanes: tuple[Lane, ...]
    rows: tuple[AlignedRow, ...]
    points: tuple[Point, ...]
    successions: tuple[Succession, ...] = ()
    total: int = 0
