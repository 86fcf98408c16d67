"""Who is who: people who may be one, and what the reader decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store.views.people import PersonRow


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names somebody, and the brief it stands in."""

    brief: str
    title: str
    date: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ReviewSide(PersonRow):
    """One of two people who may be one, with sentences that name them, the newest first."""

    contexts: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people of the library who may be one; `why` says what speaks for it, and against."""

    a: ReviewSide
    b: ReviewSide
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A decision of the reader: `a` and `b` are one person's names, or two people's.

    `undone` is when it was taken back, None while it stands. A bare surname is named with the
    brief it belongs to: "Assad (b4f2k)".
    """

    number: int
    act: Literal["same", "different"]
    a: str
    b: str
    evidence: str | None
    created: str
    undone: str | None
