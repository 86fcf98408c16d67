"""The pane of places: the library, its busiest pairs and people, its analysts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.cells import cell_len

from store.text import one_line
from store.views import AnalystView, CountryView, PersonView
from tui.bindings import bindings_for
from tui.folios import Page
from tui.messages import Field
from tui.painting import PLAIN, Piece, both_ends
from tui.place import (
    ALL,
    STARRED,
    UNREAD,
    Entry,
    Place,
    pair_place,
    person_place,
)
from tui.shelf import Shelf
from tui.widgets.lines import LineList
from tui.widgets.look import Look

_NEAR = 8  # places near the present one that are worth a line


class Places(LineList):
    """A list of places under headings; what is near the present place comes first."""

    BINDINGS = bindings_for("places")
    WHERE = "places"
    opens_at_once = True

    def __init__(self, *, pane: str) -> None:
        super().__init__(_paint, pane=pane)
        self.entries: Sequence[Entry] = ()
        self.near: Sequence[Entry] = ()
        self.searching = False
        self.place = ALL

    def offer(self, entries: Sequence[Entry], *, searching: bool = False) -> None:
        """Show the places of the library, counted in all of it or in what a search found."""
        self.entries, self.searching = entries, searching
        self._fill()

    def offer_near(self, near: Sequence[Entry]) -> None:
        """Show what is near the present place, above all others."""
        if tuple(near) != tuple(self.near):
            self.near = near
            self._fill()

    def selectable(self, item: object) -> bool:
        """Headings are passed over."""
        return isinstance(item, Entry) and item.place is not None

    def count(self, field: Field, more: int) -> None:
        """So many more briefs (fewer, if negative) are read or starred now."""
        place, change = (UNREAD, -more) if field == "read" else (STARRED, more)
        self.entries = [
            replace(entry, count=entry.count + change)
            if entry.place == place and entry.count is not None
            else entry
            for entry in self.entries
        ]
        self._fill()

    def stand(self, place: Place) -> None:
        """Put the cursor on the place one stands on, if it is offered here."""
        self.place = place
        for index, entry in self.shelf.here():
            if entry.place == place:
                self.cursor = index
                return

    def _fill(self) -> None:
        # What is near is counted in all of the library; beside counts of a search that is said.
        near = [_in_all(entry) for entry in self.near] if self.searching else self.near
        rows = [*self.entries[:4], *near, *self.entries[4:]]
        self.lay(Shelf(len(rows), rows), 1, max(1, self.cursor))
        self.stand(self.place)


def near(page: Page) -> list[Entry]:
    """The places next to a pair (people, neighbours), a person or an analyst (what they cover)."""
    if isinstance(page, AnalystView):
        covered = [Entry(pair, pair_place(pair), count) for pair, count in page.coverage.items()]
        return [Entry(""), Entry("COVERS"), *covered[:_NEAR]] if covered else []
    if isinstance(page, PersonView):
        together = [Entry(p.name, person_place(p.id, p.name), p.briefs) for p in page.with_]
        return [Entry(""), Entry("NAMED TOGETHER"), *together[:_NEAR]] if together else []
    people = [Entry(p.name, person_place(p.id, p.name), p.briefs) for p in page.people]
    beside, title = (
        (page.pairs, "ITS PAIRS") if isinstance(page, CountryView)
        else (page.neighbours, "NEIGHBOURS")
    )  # fmt: skip
    pairs = [Entry("–".join(p.names), pair_place(p.pair, p.names), p.briefs) for p in beside]
    return [
        *([Entry(""), Entry("PEOPLE HERE"), *people[: _NEAR // 2]] if people else []),
        *([Entry(""), Entry(title), *pairs[: _NEAR // 2]] if pairs else []),
    ]


def _paint(entry: Entry, look: Look) -> list[list[Piece]]:
    name = one_line(entry.name)
    if entry.place is None:
        return [[(name, look.styles["quiet"])]]
    count = "" if entry.count is None else f"{entry.count:,} "
    if entry.place.pair:
        name = _pair_in(name, entry.place.pair, look.width - len(count) - 2)
    return [both_ends([(f" {name}", PLAIN)], [(count, look.styles["quiet"])], look.width)]


def _in_all(entry: Entry) -> Entry:
    return (
        replace(entry, name=f"{entry.name} · IN ALL") if entry.name and not entry.place else entry
    )


def _pair_in(name: str, pair: str, width: int) -> str:
    """The name of a pair in so many cells: the longer name as a code, then both, rather than cut.

    "United Kingdom–US", "GB–US".
    """
    names, codes = name.split("–"), pair.split("-")
    if cell_len(name) <= width or len(names) != len(codes):
        return name
    order = sorted(range(len(names)), key=lambda at: -cell_len(names[at]))
    for at in order:
        names[at] = codes[at]
        if cell_len("–".join(names)) <= width:
            break
    return "–".join(names)
