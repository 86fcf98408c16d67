"""Comments to lay side by side: which there are on something, and their comparison."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from store.errors import NotFound, UsageError
from store.library import briefs, pairs, people
from store.search import results
from store.search.spelling import Speller
from store.views import BriefView, Comparison, Point, Row

_MOST = 5_000  # comments on one thing that a query gathers: more than anybody can lay side by side


@dataclass(frozen=True, slots=True)
class Subject:
    """What comments are to be compared on: a query, a pair or a person; exactly one is named."""

    query: str | None = None
    pair: str | None = None
    person: str | None = None


def commented(
    db: sqlite3.Connection, subject: Subject, spelling: Callable[[], Speller]
) -> tuple[Row, ...]:
    """Return the briefs with a comment on a subject: the newest first, of a query the best.

    Raises `NotFound` for an unknown pair or person, `UsageError` for what is none.
    """
    if subject.pair is not None:
        found: Sequence[Row] = pairs.view(db, subject.pair).briefs
    elif subject.person is not None:
        found = people.view(db, subject.person).briefs
    else:
        request = results.Request(f"({subject.query or ''}) in:comment ", _MOST)
        found = results.answer(db, request, spelling).results
    return tuple(row for row in found if row.has_comment)


def compared(db: sqlite3.Connection, ids: Sequence[str]) -> Comparison:
    """Lay briefs side by side. Raises `NotFound`, or `UsageError` for fewer than two."""
    from store.compare import compare  # late: nothing else needs it

    chosen = tuple(dict.fromkeys(ids))
    if len(chosen) < 2:
        raise UsageError("comparing takes two briefs or more with a comment on it")
    return compare([_read(db, public) for public in chosen], briefs.rows_of(db, chosen))


def on_subject(
    db: sqlite3.Connection, subject: Subject, limit: int, spelling: Callable[[], Speller]
) -> Comparison:
    """Lay the first `limit` comments on a subject side by side; `total` counts all there are.

    Raises `NotFound` where there are not two.
    """
    rows = commented(db, subject, spelling)
    if len(rows) < 2:
        number = "only one comment" if rows else "no comment"
        raise NotFound(f"{number} on it; comparing takes two or more")
    return replace(compared(db, [row.id for row in rows[:limit]]), total=len(rows))


def echoes(db: sqlite3.Connection, ids: Sequence[str]) -> tuple[Point, ...]:
    """Return the passages that several of the briefs share, in reports and in comments."""
    from store.compare.echoes import passages_of
    from store.compare.points import echo_points

    return tuple(echo_points(p for public in ids for p in passages_of(_read(db, public))))


def _read(db: sqlite3.Connection, public: str) -> BriefView:
    return briefs.view(db, public, also_at=False)
