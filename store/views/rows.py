"""A brief in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.brief import PassageKind


@dataclass(frozen=True, slots=True)
class Snippet:
    """The best passage of a brief for a query; highlights are code point offsets into `text`."""

    section: PassageKind
    text: str
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A brief in a list: everything but its text.

    `why` names, best first, what made a search find it ("exact: russia", "prefix: milit",
    "corrected: shoigu → Shoygu"); `score` is higher for better and None outside a search.
    """

    id: str
    title: str
    date: str | None
    authors: tuple[str, ...]
    pairs: tuple[str, ...]
    score: float | None = None
    why: tuple[str, ...] = ()
    snippet: Snippet | None = None
    institution: str | None = None
    read: bool = False
    starred: bool = False
    has_comment: bool = False
