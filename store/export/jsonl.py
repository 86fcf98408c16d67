"""JSON Lines: a brief a line, in the keys that `ingest` reads, so that it goes back in unchanged.

What the reader did (tags, notes, read, starred) stands beside it for other programs; `ingest`
leaves those keys alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from store.views import BriefView, plain

_KEYS = (
    "id", "title", "date", "date_text", "authors", "sections", "fields", "boilerplate", "read",
    "starred", "tags", "notes",
)  # fmt: skip


def lines(briefs: Iterable[BriefView]) -> Iterator[str]:
    """Yield the line of every brief, with its line break."""
    for brief in briefs:
        yield json.dumps(item(brief), ensure_ascii=False, separators=(",", ":")) + "\n"


def item(brief: BriefView) -> dict[str, Any]:
    """Return one brief as the object of its line."""
    problems = [plain(p) for p in brief.problems]
    doubts = [{key: p[key] for key in ("field", "reason", "guess")} for p in problems]
    sources = [source.path for source in brief.sources]
    shown = {key: plain(getattr(brief, key)) for key in _KEYS}
    return {**shown, "problems": doubts, "sources": sources}
