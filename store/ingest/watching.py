"""Following folders: what changes is taken in as it comes.

The extra "watch" brings watchfiles, which is told of changes by the system instead of asking.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import MissingExtra
from store.ingest.pipeline import Options, ingest_items
from store.views import IngestItem

if TYPE_CHECKING:
    from store.library import Library

_SETTLE_MS = 400  # a file that is still being written changes again within this time


def follow(
    library: Library,
    folders: Iterable[Path],
    options: Options = Options(),  # noqa: B008 (frozen)
    *,
    stop: threading.Event | None = None,
) -> Iterator[IngestItem]:
    """Yield what became of every file that is made or changed under `folders`, until `stop` is set.

    Files that vanish change nothing: a library keeps what it has taken in. Raises `MissingExtra`.
    """
    try:
        from watchfiles import Change, watch
    except ImportError:
        raise MissingExtra("following a folder needs an extra: install “dateline[watch]”") from None
    for changes in watch(*folders, stop_event=stop, debounce=_SETTLE_MS, raise_interrupt=True):
        paths = sorted({Path(path) for change, path in changes if change != Change.deleted})
        files = [path for path in paths if path.is_file() and not path.name.startswith(".")]
        if files:
            yield from ingest_items(library, files, options)
