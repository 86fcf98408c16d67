"""Briefs as rows of a list: everything but their text."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from store.library import codec
from store.views import Row

_COLUMNS = """
    SELECT e.row, b.public, e.title, e.date, e.authors, e.pairs, e.comments,
           m.read IS NOT NULL, m.starred IS NOT NULL
    FROM entry e JOIN brief b ON b.id = e.brief LEFT JOIN mark m ON m.brief = e.brief
"""


def by_number(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Row]:
    """Return the rows of these index row numbers, in the order given."""
    if not numbers:
        return []
    marks = ", ".join("?" * len(numbers))
    found = {r[0]: _row(r) for r in db.execute(f"{_COLUMNS} WHERE e.row IN ({marks})", numbers)}
    return [found[n] for n in numbers if n in found]


def of_briefs(db: sqlite3.Connection, where: str, params: Sequence[object]) -> tuple[Row, ...]:
    """Return the rows of the briefs whose internal id is in the subquery `where`, newest first."""
    query = f"{_COLUMNS} WHERE e.brief IN ({where}) ORDER BY e.row DESC"
    return tuple(_row(r) for r in db.execute(query, params))


def _row(r: tuple[object, ...]) -> Row:
    _, public, title, date, authors, pairs, comments, read, starred = r
    people = codec.authors(str(authors))
    return Row(
        id=str(public),
        title=str(title),
        date=None if date is None else str(date),
        authors=tuple(a.name for a in people),
        pairs=tuple(str(pairs).split()),
        institution=next((a.institution for a in people if a.institution), None),
        read=bool(read),
        starred=bool(starred),
        has_comment=bool(comments),
    )
