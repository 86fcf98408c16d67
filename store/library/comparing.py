"""Comparing: the part of the library's door that lays comments side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.library.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.views import Comparison, Point, Row


class Comparing(Searching):
    """Finds the comments on something, lays briefs side by side and groups their echoes."""

    def compare(
        self, ids: Sequence[str] = (), *, query: str | None = None, pair: str | None = None,
        person: str | None = None, limit: int = 24,
    ) -> Comparison:  # fmt: skip
        """Lay briefs side by side: chosen ones, or the first `limit` of `comments_on` something.

        Raises `NotFound`, or `UsageError` if fewer than two briefs come together.
        """
        from store.library import comparisons

        with self._connections.reading() as db:
            if ids:
                return comparisons.compared(db, ids)
            subject = comparisons.Subject(query, pair, person)
            return comparisons.on_subject(db, subject, limit, lambda: self._spelling(db))

    def comments_on(
        self, *, query: str | None = None, pair: str | None = None, person: str | None = None
    ) -> tuple[Row, ...]:
        """Return all briefs with a comment on a pair or person, newest first, or on a query."""
        from store.library import comparisons

        with self._connections.reading() as db:
            subject = comparisons.Subject(query, pair, person)
            return comparisons.commented(db, subject, lambda: self._spelling(db))

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        """Return briefs as lists show them, in the order given. Raises `NotFound`."""
        from store.library import briefs

        with self._connections.reading() as db:
            return tuple(briefs.rows_of(db, ids))

    def echoes(self, ids: Sequence[str]) -> tuple[Point, ...]:
        """Return the passages that several briefs share, grouped. Raises `NotFound`."""
        from store.library import comparisons

        with self._connections.reading() as db:
            return comparisons.echoes(db, ids)
