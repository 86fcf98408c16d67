"""One line on stderr that tells how far a long run is, on a terminal only."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType

from store.text import one_line

_EVERY = 0.1  # seconds between two paintings: more often only slows the run down


class ProgressLine:
    """A line that is painted over in place; a context manager that wipes it at the end."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = sys.stderr.isatty() and not quiet
        self._painted = 0.0
        self._started = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long the run has taken."""
        return time.monotonic() - self._started

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Wipe the line, so that something else can be printed."""
        if self._painted:
            self._painted = 0.0
            self._paint("")

    def update(self, text: str) -> None:
        """Show `text`, unless something was shown a moment ago."""
        now = time.monotonic()
        if self._shown and now - self._painted >= _EVERY:
            self._painted = now
            self._paint(one_line(text))

    def _paint(self, text: str) -> None:
        room = shutil.get_terminal_size((80, 24)).columns - 1
        # \r to the line's start, CSI K to wipe what the last painting left there
        print(f"\r{text[:room]}\x1b[K", end="", file=sys.stderr, flush=True)
