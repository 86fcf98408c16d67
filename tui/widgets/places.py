"""The pane of places: the library, its busiest pairs and people, its analysts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from store.library import Library
from store.text import one_line
from store.views import AnalystView, PersonView
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
    analyst_place,
    pair_place,
    person_place,
)
from tui.shelf import Shelf
from tui.widgets.lines import LineList
from tui.widgets.look import Look

_PAIRS, _PEOPLE, _ANALYSTS, _NEAR = 12, 10, 8, 8
_SAVED = 8
"""How many of each are worth a line; keys 2, 3 and 4 list them all."""


class Places(LineList):
    """A list of places under headings; what is near the present place comes first."""

    BINDINGS = bindings_for("places")
    WHERE = "places"

    def __init__(self, *, pane: str) -> None:
        super().__init__(_paint, pane=pane)
        self.entries: Sequence[Entry] = ()
        self.near: Sequence[Entry] = ()
        self.place = ALL

    def offer(self, entries: Sequence[Entry]) -> None:
        """Show the places of the library."""
        self.entries = entries
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
        rows = [*self.entries[:4], *self.near, *self.entries[4:]]
        self.lay(Shelf(len(rows), rows), 1, max(1, self.cursor))
        self.stand(self.place)


def entries_of(library: Library) -> Iterator[Entry]:
    """Count what is in the library; runs in a thread worker."""
    yield Entry("LIBRARY")
    yield Entry("All briefs", ALL, library.list(limit=1).total)
    yield Entry("Unread", UNREAD, library.list(unread=True, limit=1).total)
    yield Entry("Starred", STARRED, library.list(starred=True, limit=1).total)
    saved = library.searches()
    if saved:
        yield Entry("")
        yield Entry("SAVED")
    for search in saved[:_SAVED]:
        new = f" (+{search.new})" if search.new else ""
        place = Place("briefs", f'saved:"{search.name}"', search.name)
        yield Entry(f"{search.name}{new}", place, search.total)
    yield Entry("")
    yield Entry("PAIRS")
    for pair in library.pairs()[:_PAIRS]:
        place = pair_place(pair.pair, pair.names)
        yield Entry(place.name, place, pair.briefs)
    yield Entry("")
    yield Entry("PEOPLE")
    for person in library.people(limit=_PEOPLE):
        yield Entry(person.name, person_place(person.id, person.name), person.briefs)
    yield Entry("")
    yield Entry("ANALYSTS")
    for analyst in library.analysts()[:_ANALYSTS]:
        yield Entry(analyst.name, analyst_place(analyst.name), analyst.briefs)


def near(page: Page) -> list[Entry]:
    """The places next to a pair (people, neighbours), a person or an analyst (what they cover)."""
    if isinstance(page, AnalystView):
        covered = [Entry(pair, pair_place(pair), count) for pair, count in page.coverage.items()]
        return [Entry(""), Entry("COVERS"), *covered[:_NEAR]] if covered else []
    if isinstance(page, PersonView):
        together = [Entry(p.name, person_place(p.id, p.name), p.briefs) for p in page.with_]
        return [Entry(""), Entry("NAMED TOGETHER"), *together[:_NEAR]] if together else []
    people = [Entry(p.name, person_place(p.id, p.name), p.briefs) for p in page.people]
    pairs = [
        Entry("–".join(p.names), pair_place(p.pair, p.names), p.briefs) for p in page.neighbours
    ]
    return [
        *([Entry(""), Entry("PEOPLE HERE"), *people[: _NEAR // 2]] if people else []),
        *([Entry(""), Entry("NEIGHBOURS"), *pairs[: _NEAR // 2]] if pairs else []),
    ]


def _paint(entry: Entry, look: Look) -> list[list[Piece]]:
    name = one_line(entry.name)
    if entry.place is None:
        return [[(name, look.styles["quiet"])]]
    count = "" if entry.count is None else f"{entry.count:,} "
    return [both_ends([(f" {name}", PLAIN)], [(count, look.styles["quiet"])], look.width)]
