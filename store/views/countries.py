"""A country to stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.views.analysts import AnalystRow
    from store.views.pairs import PairRow
    from store.views.people import NamedCount
    from store.views.rows import Row


@dataclass(frozen=True, slots=True)
class CountryView:
    """A country to stand on: `total` briefs name it, of which `briefs` are the newest.

    `commented` counts those of them with a comment; `in_report` and `in_comment` the times it is
    named in all; `gaps` are the months ("2017-11") with nothing between others.
    """

    code: str
    name: str
    total: int
    commented: int
    mentions: int
    in_report: int
    in_comment: int
    briefs: tuple[Row, ...]
    pairs: tuple[PairRow, ...]
    people: tuple[NamedCount, ...]
    analysts: tuple[AnalystRow, ...]
    by_month: Mapping[str, int]
    gaps: tuple[str, ...]
    quiet_days: int | None = None  # since the newest dated brief
