"""Reading the library again with today's rules: who, where and which pairs.

The text, the layout and the reader's corrections stay as they are; every decision of the ledger is
kept and acted upon again. It is done in batches that are kept whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.library import ledger, names
from store.library.writer import Writer

if TYPE_CHECKING:
    from store.library import Library

_BATCH = 200


def refresh(
    library: Library, progress: Callable[[int, int], None] = lambda done, total: None
) -> int:
    """Extract people, countries and pairs of every brief again; return how many briefs changed.

    `progress` is told (briefs done, briefs there are). Raises `LibraryReadOnly` or `LibraryBusy`.
    """
    with library.writing() as db:
        names.rekey(db)
        briefs = [b for (b,) in db.execute("SELECT brief FROM entry ORDER BY row")]
    changed = done = 0
    progress(0, len(briefs))
    for start in range(0, len(briefs), _BATCH):
        batch = briefs[start : start + _BATCH]
        with library.writing() as db:
            writer = Writer(db)
            changed += sum(map(writer.refresh, batch))
            writer.finish()
        done += len(batch)
        progress(done, len(briefs))
    with library.writing() as db:
        names.rehome(db)
        ledger.settle(db)
    return changed
