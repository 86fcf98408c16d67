"""One walk over all briefs: can each be read, and do counts, order and facets agree with it?"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from store.library import codec, identity, order
from store.library.agreement import agree
from store.library.indexing import briefs, counts
from store.library.soundness import REBUILD, RECOVER, torn
from store.schema import FIRST_DAY, TEXT_COLUMNS
from store.search import vocabulary
from store.views import Finding

_BROKEN = (ValueError, KeyError, TypeError, StopIteration, RuntimeError, zlib.error)
_ROOMS = 100_000
_EVERY = 500  # briefs between two tellings of how far the walk is


@dataclass(slots=True)
class Walk:
    """What was seen: ids of briefs by what is wrong with them; how many hold each word, facet."""

    altered: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    unlike_facets: list[str] = field(default_factory=list)
    terms: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)
    briefs: int = 0
    torn: str | None = None


def walk(db: sqlite3.Connection, progress: Callable[[int, int], None] | None = None) -> Walk:
    """Read every brief once; `progress` is told how many are done, and of how many."""
    seen = Walk()
    room = lru_cache(_ROOMS)(partial(_room, db))
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    try:
        total = int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
        rows = cursor.execute(
            "SELECT e.*, coalesce(b.public, 'row ' || e.row) AS public, v.digest,"
            " EXISTS (SELECT 1 FROM correction c WHERE c.brief = e.brief) AS corrected"
            " FROM entry e LEFT JOIN brief b ON b.id = e.brief"
            " LEFT JOIN version v ON v.brief = b.id AND v.number = b.version"
        )
        for done, row in enumerate(rows):
            _look(db, row, seen, room)
            if progress and done % _EVERY == 0:
                progress(done, total)
    except sqlite3.DatabaseError as error:
        seen.torn = str(error)
    return seen


def findings(db: sqlite3.Connection, seen: Walk) -> Iterator[Finding]:
    """Yield what a walk found."""
    if seen.torn:
        yield torn("entry", seen.torn)
    for what, ids, mend in (
        ("altered text", seen.altered, "restore a backup"),
        ("unreadable briefs", seen.unreadable, RECOVER),
        ("wrong counts", seen.miscounted, REBUILD),
        ("wrong order", seen.misplaced, REBUILD),
        ("facets unlike the facts", seen.unlike_facets, REBUILD),
    ):
        if ids:
            yield Finding(what, briefs(ids), mend)
    if not seen.torn:
        yield from counts(db, seen.terms, seen.tokens, seen.briefs)


def _look(
    db: sqlite3.Connection, row: sqlite3.Row, seen: Walk, room: Callable[[str | None], range]
) -> None:
    public = str(row["public"])
    try:
        seen.briefs += 1
        seen.tokens.update(row["facets"].split())
        seen.terms.update(vocabulary.terms(*(row[c] for c in TEXT_COLUMNS)))
        read = codec.brief_of(dict(row))
        place = room(read.date)
    except _BROKEN:
        seen.unreadable.append(public)
        return
    # A correction changes the text, but not what the source said: the digest stays the source's.
    if row["digest"] not in (None, identity.digest(read)) and not row["corrected"]:
        seen.altered.append(public)
    if row["comments"] != len(read.paragraphs("comment")):
        seen.miscounted.append(public)
    if row["row"] not in place:
        seen.misplaced.append(public)
    if not agree(db, row["brief"], row["facets"]):
        seen.unlike_facets.append(public)


def _room(db: sqlite3.Connection, date: str | None) -> range:
    """The row numbers that a brief of this date may have."""
    if date is None:
        return range(1, FIRST_DAY)
    day = order.first_day(date)
    return range(order.base(db, day), order.base(db, day + 1))
