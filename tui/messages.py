"""What the parts of the app tell each other: answers going down, wishes going up.

Thread workers do nothing but post the first group; widgets post the second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.message import Message

from store.views import BriefView, PairView, PersonView
from tui.lists import Found
from tui.place import Entry, Place

Field = Literal["read", "starred"]
"""What may be changed about a brief in a list."""


@dataclass
class Listed(Message):
    """A list was fetched, from `offset` on; `refined` is the same list again in its true order."""

    ticket: int
    offset: int
    found: Found
    refined: bool = False


@dataclass
class BriefLoaded(Message):
    """A brief was read from the library, with its hits: (paragraph, start, end)."""

    brief: BriefView
    hits: tuple[tuple[int, int, int], ...]


@dataclass
class PageLoaded(Message):
    """The page of a pair or person was read from the library."""

    place: Place
    page: PairView | PersonView


@dataclass
class PlacesLoaded(Message):
    """The places worth going to were counted."""

    entries: tuple[Entry, ...]


@dataclass
class Explained(Message):
    """How a query was understood, line by line."""

    query: str
    lines: tuple[str, ...]


@dataclass
class Wrote(Message):
    """Briefs were called read or unread, starred or not: `field` of them is now `value`."""

    ids: tuple[str, ...]
    field: Field
    value: bool


@dataclass
class Failed(Message):
    """Something could not be done; `line` says what and why in one line."""

    line: str


@dataclass
class Typed(Message):
    """The query was changed by typing."""

    query: str


@dataclass
class Pointed(Message):
    """The cursor of a list came to another row (None in an empty list)."""

    item: object


@dataclass
class Opened(Message):
    """A row of a list was opened."""

    item: object


@dataclass
class PagesWanted(Message):
    """A long list needs the pages at these offsets."""

    offsets: tuple[int, ...]


@dataclass
class Went(Message):
    """The reader wants to stand somewhere else."""

    place: Place


@dataclass
class HitsRanOut(Message):
    """There is no further hit in this brief; `step` is 1 for the next brief, -1 for the last."""

    step: int
