"""Places: where in the library a reader stands, and the trail of where they stood before.

A place is an address ("pair:IR-RU") with the words to show for it. Nothing here knows Textual.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from store.views import AnalystRow, PairRow, PairView, PersonRow, PersonView

Kind = Literal["briefs", "pairs", "people", "analysts", "marked"]
Pane = Literal["list", "reader"]

_FACETS = ("pair:", "person:", "country:", "by:", "at:", "is:", "tag:")


@dataclass(frozen=True, slots=True)
class Place:
    """What the list holds: briefs within `scope` (a query), or one of the other lists."""

    kind: Kind = "briefs"
    scope: str | None = None
    name: str = "All briefs"

    @property
    def pair(self) -> str | None:
        """The pair that is stood on, if it is one: "IR-RU"."""
        return self._after("pair:")

    @property
    def person(self) -> str | None:
        """The id of the person that is stood on, if it is one: "p17"."""
        return self._after("person:")

    def _after(self, facet: str) -> str | None:
        if self.scope and self.scope.startswith(facet):
            return self.scope.removeprefix(facet)
        return None


ALL = Place()
UNREAD = Place("briefs", "is:unread", "Unread")
STARRED = Place("briefs", "is:starred", "Starred")
PAIRS = Place("pairs", None, "Pairs")
PEOPLE = Place("people", None, "People")
ANALYSTS = Place("analysts", None, "Analysts")
MARKED = Place("marked", None, "Marked")


def pair_place(pair: str, names: tuple[str, str] | None = None) -> Place:
    """The place of a country pair, named "Iran–Russia" where the names are known."""
    return Place("briefs", f"pair:{pair}", "–".join(names) if names else pair)


def person_place(identity: str, name: str) -> Place:
    """The place of a person by their id."""
    return Place("briefs", f"person:{identity}", name)


def analyst_place(name: str) -> Place:
    """The place of an analyst; a quotation mark in a name cannot be quoted and is left out."""
    return Place("briefs", f'by:"{name.replace(chr(34), "")}"', name)


def country_place(code: str, name: str) -> Place:
    """The place of a country by its ISO code."""
    return Place("briefs", f"country:{code}", name)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the places pane: a place with its count of briefs, or a heading (no place)."""

    name: str
    place: Place | None = None
    count: int | None = None


def place_of(item: object) -> Place | None:
    """The place that a row or a page of the library leads to, if it is one."""
    match item:
        case Entry(place=place):
            return place
        case PairRow() | PairView():
            return pair_place(item.pair, item.names)
        case PersonRow() | PersonView():
            return person_place(item.id, item.name)
        case AnalystRow():
            return analyst_place(item.name)
    return None


def start_of(address: str | None) -> tuple[Place, str, str | None]:
    """Read an address as `dateline open` takes it: (place, query, id of a brief to open)."""
    if not address:
        return ALL, "", None
    if address.startswith("brief:"):
        return ALL, "", address.removeprefix("brief:")
    if address.startswith(_FACETS) and " " not in address:
        return Place("briefs", address, address.partition(":")[2]), "", None
    return ALL, address, None


@dataclass(slots=True)
class Stand:
    """A place with everything needed to be exactly there again.

    `cursor` and `top` are the chosen row and the first one on the screen; `before` holds both
    as they were when the search began; `brief` and `line` where the reading had come to.
    """

    place: Place
    query: str = ""
    cursor: int = 0
    top: float = 0
    before: tuple[int, float] = (0, 0)
    pane: Pane = "list"
    brief: str | None = None
    line: int = 0


@dataclass(slots=True)
class Trail:
    """Back and forward through places; going somewhere new forgets what lay ahead."""

    stands: list[Stand] = field(default_factory=lambda: [Stand(ALL)])
    at: int = 0

    @property
    def here(self) -> Stand:
        """Where the reader stands now."""
        return self.stands[self.at]

    def go(self, stand: Stand) -> Stand:
        """Stand somewhere new."""
        self.stands[self.at + 1 :] = [stand]
        self.at += 1
        return stand

    def back(self) -> Stand | None:
        """One step back, or None at the start."""
        if self.at == 0:
            return None
        self.at -= 1
        return self.here

    def forward(self) -> Stand | None:
        """One step forward, or None at the end."""
        if self.at + 1 == len(self.stands):
            return None
        self.at += 1
        return self.here
