"""A time limit on what one connection is asked: what was found by then is kept."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator

clock = time.monotonic
"""What tells the time; where other programs compete for the processor, a measurement may count only
the time of its own thread."""
_OPERATIONS = 200  # of SQLite's virtual machine between two looks at the clock


class Deadline:
    """Stops reading when `seconds` are over; `passed` tells that it did."""

    def __init__(self, db: sqlite3.Connection, seconds: float) -> None:
        self._db = db
        self._end = clock() + seconds
        self.passed = False

    def rows(self, query: str, params: list[object]) -> Iterator[tuple[int, ...]]:
        """Yield the rows of a query up to the deadline.

        Raises what the connection raises when it is interrupted by another thread.
        """
        self._db.set_progress_handler(self._late, _OPERATIONS)
        try:
            yield from self._db.execute(query, params)
        except sqlite3.OperationalError:
            if not self.passed:
                raise
        finally:
            self._db.set_progress_handler(None, 0)

    def _late(self) -> bool:
        self.passed = self.passed or clock() > self._end
        return self.passed
