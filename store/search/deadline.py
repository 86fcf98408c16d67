"""A time limit on what one connection is asked: what was found by then is kept."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator

clock = time.monotonic
"""What tells the time of day; a measurement may count that of its own thread only."""
_OPERATIONS = 200  # of SQLite's virtual machine between two looks at the clock
_PATIENCE = 5
"""Times its seconds by the clock that a search is left: other threads and the disk take theirs."""


class Deadline:
    """Stops reading when `seconds` of this thread's processor time are over, or five times as many
    by the clock; `passed` tells that it did.

    Between two rows SQLite may work for long without looking: what searches a full-text index for
    what it does not hold ends late.
    """

    def __init__(self, db: sqlite3.Connection, seconds: float) -> None:
        self._db = db
        self._seconds = seconds
        self._worked, self._began = time.thread_time(), clock()
        self.passed = False

    @property
    def left(self) -> float:
        """The seconds that are left, none below 0."""
        return max(0.0, self._seconds - (time.thread_time() - self._worked))

    def part(self, seconds: float) -> Deadline:
        """A deadline for one step of the whole: it is over with the whole at the latest."""
        return Deadline(self._db, min(seconds, self.left))

    def is_over(self) -> bool:
        """Whether the time is over now."""
        waited = clock() - self._began
        self.passed = self.passed or not self.left or waited > _PATIENCE * self._seconds
        return self.passed

    def rows(self, query: str, params: list[object]) -> Iterator[tuple[int, ...]]:
        """Yield the rows of a query up to the deadline.

        Raises what the connection raises when it is interrupted by another thread.
        """
        self._db.set_progress_handler(self.is_over, _OPERATIONS)
        try:
            yield from self._db.execute(query, params)
        except sqlite3.OperationalError:
            if not self.passed:
                raise
        finally:
            self._db.set_progress_handler(None, 0)
