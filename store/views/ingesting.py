"""What became of everything that was given to ingest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from store.views.brief import ProblemView


@dataclass(frozen=True, slots=True)
class IngestedBrief:
    """What became of one brief of a source."""

    id: str | None
    title: str
    status: Literal["added", "revised", "unchanged", "skipped"]


@dataclass(frozen=True, slots=True)
class IngestItem:
    """What became of one source."""

    source: str
    status: Literal["ok", "skipped", "failed"]
    briefs: tuple[IngestedBrief, ...] = ()
    problems: tuple[ProblemView, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of everything that was given to ingest; the numbers count briefs and files."""

    added: int
    revised: int
    unchanged: int
    skipped: int
    failed: int
    items: tuple[IngestItem, ...]
