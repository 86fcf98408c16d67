"""People over the library, and one to stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.brief import PassageKind
    from store.views.identity import LedgerEntry
    from store.views.rows import Row


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person over the library; of a `partial` one only the surname is known."""

    id: str
    name: str
    names: tuple[str, ...]
    rank: str | None
    office: str | None
    country: str | None
    briefs: int
    first: str | None
    last: str | None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class NamedCount:
    """Somebody or something and in how many briefs (a person on a pair's page, say)."""

    id: str
    name: str
    briefs: int


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office or rank a person was named with: when, in which brief, in which sentence."""

    office: str | None
    rank: str | None
    first: str | None
    last: str | None
    brief: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A sentence of a brief; `paragraph` counts from 1 in reading order, 0 is the title."""

    brief: str
    date: str | None
    section: PassageKind
    paragraph: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person to stand on; `others` answer to what was asked as well."""

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[OfficeView, ...]
    # "with" is a Python keyword; `plain` drops the trailing underscore.
    with_: tuple[NamedCount, ...]
    briefs: tuple[Row, ...]
    mentions: int
    in_report: int
    in_comment: int
    decisions: tuple[LedgerEntry, ...] = ()
    by_month: Mapping[str, int] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    quiet_days: int | None = None  # since the newest dated brief
    passages: tuple[PassageView, ...] = ()  # of the newest 60 briefs
    partial: bool = False
    others: tuple[NamedCount, ...] = ()
