"""The page of a country: its pairs, its people, who writes on it and when."""

from __future__ import annotations

from collections.abc import Iterator

from store.text import counted
from store.views import CountryView
from tui.folios.lines import FolioLine, briefs, fact, named, of_analysts, of_people, timeline
from tui.place import pair_place


def country_lines(page: CountryView, width: int) -> Iterator[FolioLine]:
    """Yield the lines of the page of a country."""
    yield FolioLine(((f"{page.name} ({page.code})", "strong"),))
    yield from fact(
        f"{counted(page.total, 'brief')}, {page.commented:,} with comment; named"
        f" {page.in_report:,}× in reports, {page.in_comment:,}× in comments",
        width,
    )
    if page.quiet_days is not None:
        yield from fact(f"Not named for {counted(page.quiet_days, 'day')}.", width)
    pairs = (
        ("–".join(p.names), f"{p.briefs:,}, {p.comments:,} ¶", pair_place(p.pair, p.names))
        for p in page.pairs
    )
    yield from named("PAIRS", pairs, width)
    yield from of_people("ITS PEOPLE", page.people, width)
    yield from of_analysts(page.analysts, width)
    yield from timeline(page.by_month, f"country:{page.code}", page.name, width)
    yield from briefs("BRIEFS", page.briefs, width, page.total)
