"""Places: where in the library a reader stands, and the trail of where they stood before.

A place is an address ("pair:IR-RU") with the words to show for it. Nothing here knows Textual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from store.views import (
    AnalystRow,
    AnalystView,
    CountryView,
    PairRow,
    PairView,
    PersonRow,
    PersonView,
)

Kind = Literal["briefs", "pairs", "people", "analysts", "marked"]
Pane = Literal["list", "reader", "page"]

_ANALYST = re.compile(r'by:"([^"]*)"')
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

    @property
    def analyst(self) -> str | None:
        """The name of the analyst that is stood on, if it is one."""
        found = _ANALYST.fullmatch(self.scope or "")
        return found[1] if found else None

    @property
    def country(self) -> str | None:
        """The country that is stood on, if it is one: "IR"."""
        return self._after("country:")

    @property
    def has_page(self) -> bool:
        """Whether there is a page about what is stood on."""
        return bool(self.pair or self.person or self.analyst or self.country)

    @property
    def address(self) -> str:
        """What `dateline open` takes to stand here."""
        return f"{self.kind}:" if self.scope is None else self.scope

    def _after(self, facet: str) -> str | None:
        if self.scope and self.scope.startswith(facet) and " " not in self.scope:
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


def saved_place(name: str) -> Place:
    """The place of a saved search."""
    return Place("briefs", f'saved:"{name}"', name)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the places pane: a place with its count of briefs, or a heading (no place)."""

    name: str
    place: Place | None = None
    count: int | None = None


def place_of(item: object) -> Place | None:
    """The place that a row or a page of the library leads to, if it is one."""
    if isinstance(place := getattr(item, "goes", None), Place):
        return place
    match item:
        case Entry(place=entered):
            return entered
        case PairRow() | PairView():
            return pair_place(item.pair, item.names)
        case CountryView():
            return country_place(item.code, item.name)
        case PersonRow() | PersonView():
            return person_place(item.id, item.name)
        case AnalystRow() | AnalystView():
            return analyst_place(item.name)
    return None


def start_of(address: str | None) -> tuple[Place, str, str | None]:
    """Read an address as `dateline open` takes it: (place, query, id of a brief to open).

    What is no address is a query; the lists end in a colon so that no word is taken for one.
    """
    if not address:
        return ALL, "", None
    if address in _LISTS:
        return _LISTS[address], "", None
    kind, _, rest = address.partition(":")
    if kind == "brief":
        return ALL, "", rest
    if kind == "analyst":
        return analyst_place(rest), "", None
    if _ANALYST.fullmatch(address):
        return analyst_place(rest.strip('"')), "", None
    if address.startswith(_FACETS) and " " not in address:
        return Place("briefs", address, rest), "", None
    return ALL, address, None


_LISTS = {place.address: place for place in (ALL, UNREAD, STARRED, PAIRS, PEOPLE, ANALYSTS, MARKED)}
MATRIX_ADDRESS = "matrix:"


@dataclass(slots=True)
class Stand:
    """A place with everything needed to be exactly there again.

    `cursor` and `top` are the chosen row and the first one on the screen; `before` holds both
    as they were when the search began, and `entered` the query that one came with; `brief` and
    `line` are where the reading had come to; `by_matrix` says that one came out of the matrix.
    """

    place: Place
    query: str = ""
    entered: str = ""
    cursor: int = 0
    top: float = 0
    before: tuple[int, float] = (0, 0)
    pane: Pane = "list"
    brief: str | None = None
    line: int = 0
    by_matrix: bool = False


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

    def leave_search(self) -> Stand:
        """Be where one was before the search; the search itself lies ahead now."""
        here = self.here
        searched = replace(here, entered=here.query)
        here.query = here.entered
        here.cursor, here.top = here.before
        here.pane = "list"
        self.stands[self.at + 1 :] = [searched]
        return here

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
