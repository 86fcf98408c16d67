"""The page of a pair: what is new, who writes, when, and which pairs lie beside it."""

from __future__ import annotations

from collections.abc import Iterator

from store.text import counted
from store.views import PairView
from tui.folios.lines import FolioLine, briefs, fact, named, of_analysts, of_people, timeline
from tui.place import pair_place

_NEW = 5


def pair_lines(page: PairView, width: int) -> Iterator[FolioLine]:
    """Yield the lines of the page of a pair."""
    name = "–".join(page.names)
    commented = [row for row in page.briefs if row.has_comment]
    unread = [row for row in page.briefs if not row.read]
    yield FolioLine(((f"{name} ({page.pair})", "strong"),))
    yield from fact(
        f"{counted(len(page.briefs), 'brief')}, {len(commented):,} with comment,"
        f" {len(unread):,} not read",
        width,
    )
    yield from fact(_quiet(page), width)
    yield from briefs("NOT READ YET", unread[:_NEW], width, len(unread))
    yield from timeline(page.by_month, f"pair:{page.pair}", name, width)
    yield from briefs("COMMENTS", commented, width)
    yield from of_people("PEOPLE", page.people, width)
    yield from of_analysts(page.analysts, width)
    near = (
        ("–".join(p.names), str(p.briefs), pair_place(p.pair, p.names)) for p in page.neighbours
    )
    yield from named("NEIGHBOURS", near, width)
    yield from briefs("WITHOUT COMMENT", [r for r in page.briefs if not r.has_comment], width)


def _quiet(page: PairView) -> str:
    last = max((row.date for row in page.briefs if row.date), default=None)
    said = f"Newest {last}, quiet for {counted(page.quiet_days or 0, 'day')}." if last else ""
    sole = page.sole_institution
    return f"{said} Covered by {sole} alone." if sole else said
