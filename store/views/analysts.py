"""Analysts over the library, and one to stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.views.rows import Row


@dataclass(frozen=True, slots=True)
class AnalystRow:
    """An analyst over the library; `pairs` are the pairs they cover, most covered first."""

    name: str
    institution: str | None
    briefs: int
    comments: int
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HedgeCount:
    """A word of estimation, how strong it is, and how often it was used."""

    phrase: str
    strength: str
    times: int


@dataclass(frozen=True, slots=True)
class AnalystView(AnalystRow):
    """One analyst with their briefs, newest first.

    `coverage` maps the main pair of a brief to how many there are, most first; `hedges` are those
    of the newest 200 comments.
    """

    rows: tuple[Row, ...] = ()
    institutions: tuple[str, ...] = ()
    coverage: Mapping[str, int] = field(default_factory=dict)
    by_month: Mapping[str, int] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    hedges: tuple[HedgeCount, ...] = ()
