"""The page of a person: offices with the sentence each was read from, and every mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from store.text import counted, one_line
from store.views import LedgerEntry, OfficeView, PassageView, PersonView
from tui.folios.lines import (
    Decided,
    FolioLine,
    Spot,
    fact,
    heading,
    named,
    of_people,
    quoted,
    timeline,
)
from tui.painting import fit
from tui.place import pair_place


def person_lines(page: PersonView, width: int) -> Iterator[FolioLine]:
    """Yield the lines of the page of a person."""
    yield FolioLine(((f"{page.name} ({page.country or '?'}) {page.id}", "strong"),))
    others = [name for name in page.names if name != page.name]
    if others:
        yield from fact(f"Also as {', '.join(others)}", width)
    yield from fact(
        f"{counted(len(page.briefs), 'brief')}; named {page.in_report:,}× in reports,"
        f" {page.in_comment:,}× in comments",
        width,
    )
    if page.quiet_days is not None:
        yield from fact(f"Not named for {counted(page.quiet_days, 'day')}.", width)
    yield from _decisions(page.decisions, width)
    yield from _offices(page.offices, width)
    yield from timeline(page.by_month, f"person:{page.id}", page.name, width)
    yield from of_people("NAMED TOGETHER WITH", page.with_, width)
    pairs = Counter(row.pairs[0] for row in page.briefs if row.pairs)
    yield from named(
        "ON THE PAIRS", ((pair, str(n), pair_place(pair)) for pair, n in pairs.most_common()), width
    )
    for title, kind in (("IN COMMENTS", "comment"), ("IN REPORTS", "report")):
        yield from _mentions(title, [p for p in page.passages if p.section == kind], width)


def _decisions(decisions: Sequence[LedgerEntry], width: int) -> Iterator[FolioLine]:
    if decisions:
        yield from heading("WHO IS WHO, AS YOU DECIDED · Enter takes it back")
    for decision in decisions:
        same = "are one person" if decision.act == "same" else "are two people"
        said = f"{decision.a} and {decision.b} {same}"
        goes = Decided(decision.number, said)
        for line in (said, *([decision.evidence] if decision.evidence else [])):
            style = "" if line == said else "quiet"
            yield FolioLine(((f" {fit(one_line(line), width - 2)}", style),), goes)


def _offices(offices: Sequence[OfficeView], width: int) -> Iterator[FolioLine]:
    if offices:
        yield from heading("OFFICES, AS PRINTED")
    for office in offices:
        spot = Spot(office.brief)
        title = ", ".join(part for part in (office.rank, office.office) if part)
        dates = " – ".join(sorted({date for date in (office.first, office.last) if date}))
        yield FolioLine(((f" {title}  ", "strong"), (dates, "quiet")), spot)
        yield from quoted(office.sentence, width, spot, "quiet")


def _mentions(title: str, passages: Sequence[PassageView], width: int) -> Iterator[FolioLine]:
    if passages:
        yield from heading(f"{title} · {len(passages):,}")
    for passage in passages:
        spot = Spot(passage.brief, passage.paragraph)
        yield FolioLine(
            ((f" {passage.date or 'no date'}  ", "quiet"), (passage.brief, "quiet")), spot
        )
        yield from quoted(passage.sentence, width, spot, "", "┃ " if title == "IN COMMENTS" else "")
