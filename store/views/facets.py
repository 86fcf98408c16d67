"""What the briefs that a query finds are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FacetKind = Literal["country", "pair", "person", "analyst", "institution", "year"]


@dataclass(frozen=True, slots=True)
class FacetCount:
    """Something that briefs found are about, and in how many of them.

    `value` is its code, id, name or year; `term` the query term that narrows to it
    ("pair:IR-RU").
    """

    kind: FacetKind
    value: str
    name: str
    briefs: int
    term: str


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The facets of what a query finds, by kind and the commonest first.

    `counted` is how many of the `total` briefs found were looked at: of very many only the newest.
    """

    query: str
    total: int
    counted: int
    facets: tuple[FacetCount, ...]
