"""The rows of a list that are at hand: all of a small list, some pages of a long one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

PAGE = 20
"""Rows fetched at a time: a screen of them, since each costs the library a snippet."""

_KEPT = 120
"""Pages kept of a long list; 3,000 rows are some 3 MB."""

Item = TypeVar("Item")


class Shelf(Generic[Item]):
    """Rows 0 to `total` - 1, of which only some pages are here.

    `get` gives None for a row that has not come yet; `missing` names the pages to ask for and
    remembers having named them, so that each is asked for once.
    """

    def __init__(self, total: int, rows: Sequence[Item] = (), offset: int = 0) -> None:
        self.total = total
        self._pages: dict[int, list[Item]] = {}
        self._asked: set[int] = set()
        self.put(offset, rows)

    def put(self, offset: int, rows: Sequence[Item]) -> None:
        """Lay rows on the shelf from `offset` (a multiple of `PAGE`) on."""
        for start in range(0, len(rows), PAGE):
            page = (offset + start) // PAGE
            self._pages.pop(page, None)
            self._pages[page] = list(rows[start : start + PAGE])
            self._asked.add(page)
        if len(rows) <= PAGE:
            self._forget()

    def get(self, index: int) -> Item | None:
        """The row at `index`, or None where it is not here."""
        page = self._pages.get(index // PAGE)
        place = index % PAGE
        return page[place] if page is not None and place < len(page) else None

    def swap(self, index: int, item: Item) -> None:
        """Put another row in the place of the one at `index`, if that one is here."""
        page = self._pages.get(index // PAGE)
        if page is not None and index % PAGE < len(page):
            page[index % PAGE] = item

    def missing(self, first: int, last: int) -> list[int]:
        """Offsets of the pages between two rows that are neither here nor asked for."""
        pages = range(max(0, first) // PAGE, max(0, min(last, self.total - 1)) // PAGE + 1)
        wanted = [page for page in pages if self.total and page not in self._asked]
        self._asked.update(wanted)
        return [page * PAGE for page in wanted]

    def here(self) -> Iterable[tuple[int, Item]]:
        """The rows that are here, with their index."""
        for page, rows in self._pages.items():
            yield from enumerate(rows, start=page * PAGE)

    def _forget(self) -> None:
        while len(self._pages) > _KEPT:
            oldest = next(iter(self._pages))
            del self._pages[oldest]
            self._asked.discard(oldest)
