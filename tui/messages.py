"""What the parts of the app tell each other: answers going down, wishes going up.

Thread workers do nothing but post the first group; widgets post the second. Messages are never
compared or printed; making the methods for that would be half of what importing them takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:  # what reads files is not loaded before the first paint
    from store.ingest.pipeline import Progress
    from store.views import BriefView, FacetCounts, IngestReport, PairRow, Row, VersionDiff
    from tui.folios import Page
    from tui.lists import Found
    from tui.outside import Ran
    from tui.place import Entry, Place

Field = Literal["read", "starred"]
"""What may be changed about a brief in a list."""


@dataclass(eq=False, repr=False)
class Listed(Message):
    """A list was fetched, from `offset` on; `refined` is the same list again in its true order."""

    ticket: int
    offset: int
    found: Found
    refined: bool = False


class Shown(Message):
    """The first list stands on the screen."""


@dataclass(eq=False, repr=False)
class BriefLoaded(Message):
    """A brief was read from the library, with its hits: (paragraph, start, end)."""

    brief: BriefView
    hits: tuple[tuple[int, int, int], ...]


@dataclass(eq=False, repr=False)
class PageLoaded(Message):
    """The page of a pair, person or analyst was read from the library."""

    place: Place
    page: Page


@dataclass(eq=False, repr=False)
class PairsLoaded(Message):
    """All pairs, for the matrix."""

    pairs: tuple[PairRow, ...]


@dataclass(eq=False, repr=False)
class PlacesLoaded(Message):
    """The places worth going to were counted: in the whole library, or in what `query` finds."""

    entries: tuple[Entry, ...]
    query: str = ""


@dataclass(eq=False, repr=False)
class Explained(Message):
    """How a query was understood, line by line."""

    query: str
    lines: tuple[str, ...]


@dataclass(eq=False, repr=False)
class Wrote(Message):
    """Briefs were called read or unread, starred or not: `field` of them is now `value`.

    `quietly` when they were only opened.
    """

    ids: tuple[str, ...]
    field: Field
    value: bool
    quietly: bool = False


@dataclass(eq=False, repr=False)
class Acted(Message):
    """Something was done to briefs; what is shown may have changed by it."""

    said: str


@dataclass(eq=False, repr=False)
class Told(Message):
    """Nothing was changed; `line` says why not."""

    line: str


@dataclass(eq=False, repr=False)
class Marked(Message):
    """All briefs of a list, to be marked; `total` may be more than are here."""

    rows: tuple[Row, ...]
    total: int


@dataclass(eq=False, repr=False)
class TagsLoaded(Message):
    """The tags known in the library, and those that all of some briefs have."""

    ids: tuple[str, ...]
    known: tuple[str, ...]
    has: tuple[str, ...]


@dataclass(eq=False, repr=False)
class Cited(Message):
    """The citations of briefs; `what` says of which."""

    text: str
    what: str


@dataclass(eq=False, repr=False)
class Piped(Message):
    """What a program answered to a brief."""

    ran: Ran


@dataclass(eq=False, repr=False)
class Ingesting(Message):
    """How far an ingest has come; of many such messages only the last matters."""

    done: Progress

    def can_replace(self, message: Message) -> bool:
        """Let a newer one take the place of this one while both wait."""
        return isinstance(message, Ingesting)


@dataclass(eq=False, repr=False)
class Ingested(Message):
    """An ingest has ended, by itself or because it was stopped."""

    report: IngestReport
    stopped: bool


@dataclass(eq=False, repr=False)
class FacetsLoaded(Message):
    """What the briefs of a list are about; `without` if some of it is to be left out."""

    counts: FacetCounts
    without: bool


@dataclass(eq=False, repr=False)
class VersionsCompared(Message):
    """What changed between two versions of a brief."""

    changes: VersionDiff


@dataclass(eq=False, repr=False)
class NewsLoaded(Message):
    """How many briefs came in since the reader last looked, and on which day (ISO) that was."""

    count: int
    since: str | None = None


@dataclass(eq=False, repr=False)
class Failed(Message):
    """Something could not be done; `line` says what and why in one line."""

    line: str


@dataclass(eq=False, repr=False)
class Typed(Message):
    """The query was changed by typing."""

    query: str


@dataclass(eq=False, repr=False)
class Pointed(Message):
    """The cursor of a list came to another row (None in an empty list)."""

    item: object


@dataclass(eq=False, repr=False)
class Opened(Message):
    """A row of a list was opened."""

    item: object


@dataclass(eq=False, repr=False)
class PagesWanted(Message):
    """A long list needs the pages at these offsets."""

    offsets: tuple[int, ...]


@dataclass(eq=False, repr=False)
class Went(Message):
    """The reader wants to stand somewhere else."""

    place: Place


@dataclass(eq=False, repr=False)
class HitsRanOut(Message):
    """There is no further hit in this brief; `step` is 1 for the next brief, -1 for the last."""

    step: int
