"""Which places are worth going to, and how many briefs each has: in all, or of those found.

Runs in thread workers; knows no widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.library import Library
from store.views import FacetKind
from tui.place import (
    ALL,
    STARRED,
    UNREAD,
    Entry,
    Place,
    analyst_place,
    pair_place,
    person_place,
    saved_place,
)

_PAIRS, _PEOPLE, _ANALYSTS, _SAVED = 12, 10, 8, 8
"""How many of each are worth a line; keys 2, 3 and 4 list them all."""
_FACETS: Mapping[FacetKind, str] = {"pair": "PAIRS", "person": "PEOPLE", "analyst": "ANALYSTS"}


def entries_of(library: Library) -> Iterator[Entry]:
    """Count what is in the library."""
    yield Entry("LIBRARY")
    yield Entry("All briefs", ALL, library.list(limit=1).total)
    yield Entry("Unread", UNREAD, library.list(unread=True, limit=1).total)
    yield Entry("Starred", STARRED, library.list(starred=True, limit=1).total)
    yield from _saved(library, counting=True)
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


def entries_found(library: Library, query: str) -> Iterator[Entry]:
    """Count what a search finds in the whole library; its commonest places come first."""
    found = library.facets(query)
    yield Entry("FOUND")
    yield Entry("All briefs", ALL, found.total)
    for place in (UNREAD, STARRED):
        answer = library.search(query, scope=place.scope, sort="newest", limit=1)
        yield Entry(place.name, place, answer.total)
    yield from _saved(library, counting=False)
    where = "FOUND" if found.counted == found.total else f"IN NEWEST {found.counted:,}"
    for kind, title in _FACETS.items():
        facets = [facet for facet in found.facets if facet.kind == kind]
        if facets:
            yield Entry("")
            yield Entry(f"{title} {where}")
        for facet in facets:
            yield Entry(facet.name, Place("briefs", facet.term, facet.name), facet.briefs)


def _saved(library: Library, *, counting: bool) -> Iterator[Entry]:
    """The saved searches; their counts are of all of the library."""
    saved = library.searches()
    if saved:
        yield Entry("")
        yield Entry("SAVED")
    for search in saved[:_SAVED]:
        new = f" (+{search.new})" if search.new else ""
        place = saved_place(search.name)
        yield Entry(f"{search.name}{new}", place, search.total if counting else None)
