"""An ingest that runs beside the app: told of as it goes, and stopped on request."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from store.library import Library
from store.views import IngestItem
from tui.messages import Ingested, Ingesting

if TYPE_CHECKING:
    from store.ingest.pipeline import Progress

_EVERY = 0.1  # seconds between two messages of progress


class _Stopped(Exception):
    """The reader wants no more."""


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
        from store.ingest.pipeline import Options, ingest_items, report

        items: list[IngestItem] = []
        try:
            # In this process: the app holds the terminal, so others cannot be started from here.
            options = Options(jobs=1)
            for item in ingest_items(self._library, [self._path], options, self._tell):
                items.append(item)
        except _Stopped:
            pass
        return Ingested(report(items), self._stop.is_set())

    def _tell(self, done: Progress) -> None:
        if self._stop.is_set():
            raise _Stopped
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._post(Ingesting(done))
