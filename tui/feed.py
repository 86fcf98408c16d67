"""An ingest that runs beside the app: told of as it goes, and stopped on request."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from store.library import Library
from tui.locations import own_profiles
from tui.messages import Ingested, Ingesting

if TYPE_CHECKING:
    from store.ingest.pipeline import Progress

_EVERY = 0.1  # seconds between two messages of progress


class Feed:
    """Reads one path into a library; `run` in a thread, `stop` from any other."""

    def __init__(self, library: Library, path: Path, post: Callable[[Ingesting], object]) -> None:
        self._library = library
        self._path = path
        self._post = post
        self._stop = Event()
        self._told = 0.0

    def stop(self) -> None:
        """Stop after the source that is being read; what was kept by then stays."""
        self._stop.set()

    def run(self) -> Ingested:
        """Read all there is; return what became of it."""
        from store.ingest.pipeline import Options, ingest, report

        # In this process: the app holds the terminal, so others cannot be started from here.
        options = Options(jobs=1, profiles=own_profiles())
        if self._stop.is_set():
            return Ingested(report([]), stopped=True)
        done = ingest(self._library, [self._path], options, self._tell)
        return Ingested(done, self._stop.is_set())

    def _tell(self, done: Progress) -> None:
        if self._stop.is_set():
            from store.ingest.pipeline import Stopped

            raise Stopped
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._post(Ingesting(done))
