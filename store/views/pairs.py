"""Country pairs over the library, and one to stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.views.analysts import AnalystRow
    from store.views.people import NamedCount
    from store.views.rows import Row


@dataclass(frozen=True, slots=True)
class PairRow:
    """A country pair over the library; `comments` counts its briefs with a comment."""

    pair: str
    names: tuple[str, str]
    briefs: int
    comments: int
    first: str | None
    last: str | None
    by_month: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PairReason:
    """Why a brief stands on a pair: its score there, and a sentence of each half that tells.

    A sentence names both countries; where none does, it names one of them. None: the half names
    neither. The counts are of sentences that name both.
    """

    id: str
    score: float
    main: bool
    in_report: int
    in_comment: int
    report: str | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class PairView:
    """A country pair to stand on; `why` tells of the newest briefs why they are there.

    `gaps` are the months ("2017-11") with nothing between others.
    """

    pair: str
    names: tuple[str, str]
    briefs: tuple[Row, ...]
    people: tuple[NamedCount, ...]
    analysts: tuple[AnalystRow, ...]
    by_month: Mapping[str, int]
    gaps: tuple[str, ...]
    neighbours: tuple[PairRow, ...]
    quiet_days: int | None = None  # since the newest dated brief
    sole_institution: str | None = None  # the one that alone covers the pair
    why: tuple[PairReason, ...] = ()
