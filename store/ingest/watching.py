"""Following folders: what changes is taken in as it comes.

The extra "watch" brings watchfiles, which is told of changes by the system instead of asking.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import InputError, MissingExtra
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

    Files that vanish change nothing: a library keeps what it has taken in. The reader's own
    institute profiles are followed too: one that was changed counts for what comes next, and what
    came while one was broken is tried again when it is mended. Raises `MissingExtra`.
    """
    try:
        from watchfiles import Change, watch
    except ImportError:
        raise MissingExtra("following a folder needs an extra: install “dateline[watch]”") from None
    own = options.profiles.resolve() if options.profiles else None
    places = [*folders, own] if own else list(folders)
    waiting: set[Path] = set()
    for changes in watch(*places, stop_event=stop, debounce=_SETTLE_MS, raise_interrupt=True):
        paths = {Path(path) for change, path in changes if change != Change.deleted}
        waiting |= {path for path in paths if _is_source(path, own)}
        if not waiting:
            continue
        try:
            yield from ingest_items(library, sorted(waiting), options)
        except InputError as error:  # of a profile; those of sources stand in their items
            yield IngestItem(str(own), "failed", error=str(error))
        else:
            waiting.clear()


def _is_source(path: Path, own: Path | None) -> bool:
    """Whether a changed path is a file to take in: neither hidden nor a profile."""
    return path.is_file() and path.name[0] != "." and path.resolve().parent != own
