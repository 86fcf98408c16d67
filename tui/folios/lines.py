"""What all pages are made of: headings, lists of names, months with their gaps, briefs.

A line is text in named styles, and where it leads: a place, or a spot in a brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.library.months import number_of
from store.text import counted, one_line
from store.views import AnalystRow, NamedCount, Row
from tui.page import wrap
from tui.painting import fit, flat
from tui.place import Place, analyst_place, person_place

MOST = 40
"""Briefs or sentences that a page lists; the list beside it has them all."""

_BAR = 24  # cells of the longest bar of a month
_LISTED = 15


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text of a brief; paragraph 0 is its beginning."""

    brief: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on who is who, by its number in the ledger; it can be taken back."""

    number: int
    said: str


@dataclass(frozen=True, slots=True)
class FolioLine:
    """One line of a page: pieces of text with the name of their style, and where it leads."""

    pieces: tuple[tuple[str, str], ...] = ()
    goes: Place | Spot | Decided | None = None


def heading(text: str) -> Iterator[FolioLine]:
    """A blank line and a heading."""
    yield FolioLine()
    yield FolioLine(((text, "code"),))


def fact(text: str, width: int) -> Iterator[FolioLine]:
    """A plain sentence, wrapped, that leads nowhere."""
    text = one_line(text)
    for start, end in wrap(text, width - 2):
        yield FolioLine(((text[start:end], "quiet"),))


def of_people(title: str, people: Iterable[NamedCount], width: int) -> Iterator[FolioLine]:
    """A heading and people with their briefs, each leading to their place."""
    yield from named(
        title, ((p.name, str(p.briefs), person_place(p.id, p.name)) for p in people), width
    )


def of_analysts(analysts: Iterable[AnalystRow], width: int) -> Iterator[FolioLine]:
    """A heading and analysts with their briefs and comments, each leading to their place."""
    items = (
        (a.name, f"{a.briefs}, {a.comments} ¶  {a.institution or ''}", analyst_place(a.name))
        for a in analysts
    )
    yield from named("ANALYSTS", items, width)


def named(title: str, items: Iterable[tuple[str, str, Place]], width: int) -> Iterator[FolioLine]:
    """A heading and names with a count, each leading to its place; nothing without items."""
    items = list(items)
    if not items:
        return
    yield from heading(title)
    for name, count, place in items[:_LISTED]:
        room = width - len(count) - 4
        yield FolioLine(((f" {fit(one_line(name), room)}  ", ""), (count, "quiet")), place)


def timeline(by_month: Mapping[str, int], scope: str, name: str, width: int) -> Iterator[FolioLine]:
    """The months with bars, gaps as one line with their length; a month leads to its briefs."""
    if not by_month:
        return
    yield from heading("BY MONTH")
    most = max(by_month.values())
    before: str | None = None
    for month, count in sorted(by_month.items()):
        if before and (silent := number_of(month) - number_of(before) - 1):
            yield FolioLine(((f" {'·' * min(silent, _BAR)} nothing for ", "quiet"),
                             (counted(silent, "month"), "strong")))  # fmt: skip
        before = month
        bar = "█" * max(1, round(count * min(_BAR, width - 16) / most))
        place = Place("briefs", f"{scope} date:{month}", f"{name}, {month}")
        yield FolioLine(((f" {month} ", ""), (bar, "report"), (f" {count:,}", "quiet")), place)


def briefs(title: str, rows: Sequence[Row], width: int, total: int = 0) -> Iterator[FolioLine]:
    """A heading and briefs, two lines each; `total` says how many there are in all."""
    if not rows:
        return
    yield from heading(title)
    for row in rows[:MOST]:
        spot = Spot(row.id)
        sign = "  " if row.read else "● "
        head = f" {row.date or 'no date'} "
        yield FolioLine(
            ((head, "quiet"), (sign, "mark"), (", ".join(map(one_line, row.authors)), "")), spot
        )
        yield FolioLine(((f"   {fit(one_line(row.title), width - 4)}", "strong"),), spot)
    rest = max(total, len(rows)) - min(len(rows), MOST)
    if rest > 0:
        yield FolioLine(((f" and {rest:,} more in the list", "quiet"),))


def quoted(
    text: str, width: int, spot: Spot, style: str = "", bar: str = ""
) -> Iterator[FolioLine]:
    """A sentence out of a brief, wrapped; all its lines lead to where it stands."""
    text = flat(one_line(text))
    lead = f"   {bar}"
    for start, end in wrap(text, width - len(lead) - 1):
        yield FolioLine(((lead, "comment"), (text[start:end], style)), spot)
