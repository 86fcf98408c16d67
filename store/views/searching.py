"""The answer to a query, and what may be asked next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.views.rows import Row


Sort = Literal["best", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the query that was also searched in other spellings."""

    NAMES: ClassVar[Mapping[str, str]] = {"word": "from"}  # a Python keyword

    word: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to one query; `total` counts all briefs found, `results` holds the page asked for.

    `notices` says in plain words what was ignored or only completed in part, `order` which order
    is shown, `words` the folded words to highlight in the briefs themselves. An answer that is not
    `settled` was made while one types: its order is a quicker one than asked for, and if it is
    `capped` there are more briefs than `total`.
    """

    query: str
    total: int
    corrections: tuple[Correction, ...]
    results: tuple[Row, ...]
    notices: tuple[str, ...] = ()
    order: Sort = "best"
    words: tuple[str, ...] = ()
    capped: bool = False
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Completion:
    """What the query may go on with: `text` takes the place of [start, end) of the query.

    `label` says what it is in words, `briefs` how many briefs it finds, where that is known.
    """

    text: str
    start: int
    end: int
    label: str
    briefs: int | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved search: what it finds now, and how much of that came in since it was looked at."""

    name: str
    query: str
    total: int
    new: int
