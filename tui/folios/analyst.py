"""The page of an analyst: what they cover, when, how sure they sound, their comments in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.text import counted
from store.views import AnalystView, HedgeCount
from tui.folios.lines import FolioLine, briefs, fact, heading, named, timeline
from tui.place import Place, analyst_place

_HEDGES = 12


def analyst_lines(page: AnalystView, width: int) -> Iterator[FolioLine]:
    """Yield the lines of the page of an analyst."""
    place = analyst_place(page.name)
    scope = place.scope or ""
    yield FolioLine(((page.name, "strong"),))
    yield from fact(", ".join(page.institutions), width)
    yield from fact(
        f"{counted(page.briefs, 'brief')}, {page.comments:,} with comment; c lays the comments"
        " side by side",
        width,
    )
    covered = (
        (pair, str(count), Place("briefs", f"{scope} pair:{pair}", f"{page.name} on {pair}"))
        for pair, count in page.coverage.items()
    )
    yield from named("COVERS", covered, width)
    yield from timeline(page.by_month, scope, page.name, width)
    yield from _hedges(page.hedges, scope, page.name, width)
    # A comment answers the one before it, so they are read in the order they were written.
    commented = sorted(
        (row for row in page.rows if row.has_comment), key=lambda r: r.date or "9999"
    )
    yield from briefs("COMMENTS, IN ORDER", commented, width)


def _hedges(hedges: Sequence[HedgeCount], scope: str, name: str, width: int) -> Iterator[FolioLine]:
    if not hedges:
        return
    yield from heading("HOW SURE: WORDS OF ESTIMATION")
    for hedge in hedges[:_HEDGES]:
        place = Place("briefs", f'{scope} in:comment "{hedge.phrase}"', f"{name}: “{hedge.phrase}”")
        yield FolioLine(
            ((f" {hedge.phrase}  ", ""), (f"{hedge.times}×  {hedge.strength}", "quiet")), place
        )
