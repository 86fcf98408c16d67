"""Which rows stand in the list at a place: the one bridge from places to the library's answers.

Runs in thread workers; knows no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.library import Library
from store.views import AnalystRow, PairRow, PersonRow, Row, SearchAnswer
from tui.called import called
from tui.place import STARRED, UNREAD, Place
from tui.shelf import PAGE

MOST_PEOPLE = 2_000
"""People shown at once; typing reaches the rest."""

Item = Row | PairRow | PersonRow | AnalystRow


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of a list from some offset on; `answer` is the library's own for lists of briefs."""

    total: int
    rows: Sequence[Item]
    answer: SearchAnswer | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words to highlight in briefs opened from this list."""
        return self.answer.words if self.answer else ()


def fetch(
    library: Library,
    place: Place,
    query: str,
    marked: Sequence[Row] = (),
    *,
    offset: int = 0,
    quick: bool = False,
) -> Found:
    """Return a page of the list at `place`, narrowed by `query`; small lists come whole.

    `quick` answers within a frame, if need be in an order that is not the true one yet.
    """
    if place.kind == "briefs":
        answer = _briefs(library, place, query, offset, quick)
        return Found(answer.total, answer.results, answer)
    rows = _whole(library, place, query.strip(), marked)
    return Found(len(rows), rows)


def _briefs(library: Library, place: Place, query: str, offset: int, quick: bool) -> SearchAnswer:
    if query.strip():
        # As typed: a space at the end says that the last word is finished.
        search = library.search_quickly if quick else library.search
        return search(query, limit=PAGE, offset=offset, scope=place.scope)
    if place in (UNREAD, STARRED) or not place.scope:
        return library.list(
            unread=place == UNREAD, starred=place == STARRED, limit=PAGE, offset=offset
        )
    return library.search(place.scope, limit=PAGE, offset=offset, sort="newest")


def _whole(library: Library, place: Place, query: str, marked: Sequence[Row]) -> Sequence[Item]:
    if place.kind == "people":
        return library.people(query, limit=MOST_PEOPLE)
    if place.kind == "pairs":
        return called(query, library.pairs(), lambda row: f"{row.pair} {' '.join(row.names)}")
    if place.kind == "analysts":
        return called(query, library.analysts(), lambda a: f"{a.name} {a.institution or ''}")
    return called(query, marked, lambda row: f"{row.title} {' '.join(row.authors)}")
