"""Analysts over the library: who wrote, from where, and on which pairs."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence

from store.errors import NotFound
from store.library import hedging, months, rows
from store.search import lookups
from store.views import AnalystRow, AnalystView

_PAIRS = 5
_QUERY = """
    SELECT a.id, a.name, i.name, e.comments > 0, e.pairs FROM brief_analyst ba
    JOIN analyst a ON a.id = ba.analyst JOIN entry e ON e.brief = ba.brief
    LEFT JOIN institution i ON i.id = ba.institution
"""


def listing(db: sqlite3.Connection) -> tuple[AnalystRow, ...]:
    """Return all analysts, most briefs first."""
    return _listing(db, "", [])


def on_pair(db: sqlite3.Connection, pair: str) -> tuple[AnalystRow, ...]:
    """Return the analysts who wrote on a pair, counting only those briefs."""
    return _listing(db, "WHERE ba.brief IN (SELECT brief FROM brief_pair WHERE pair = ?)", [pair])


def on_country(db: sqlite3.Connection, code: str) -> tuple[AnalystRow, ...]:
    """Return the analysts who wrote of a country, counting only those briefs."""
    return _listing(
        db, "WHERE ba.brief IN (SELECT brief FROM brief_country WHERE code = ?)", [code]
    )


def _listing(
    db: sqlite3.Connection, where: str, params: Sequence[object]
) -> tuple[AnalystRow, ...]:
    grouped: dict[int, list[tuple[str, str | None, int, str]]] = defaultdict(list)
    for analyst, *rest in db.execute(f"{_QUERY} {where}", params):
        grouped[analyst].append((rest[0], rest[1], rest[2], rest[3]))
    found = (_analyst_row(briefs) for briefs in grouped.values())
    return tuple(sorted(found, key=lambda a: (-a.briefs, a.name)))


def _analyst_row(briefs: list[tuple[str, str | None, int, str]]) -> AnalystRow:
    pairs = Counter(text.split()[0] for _, _, _, text in briefs if text)
    institutions = Counter(i for _, i, _, _ in briefs if i)
    return AnalystRow(
        name=briefs[0][0],
        institution=next((i for i, _ in institutions.most_common(1)), None),
        briefs=len(briefs),
        comments=sum(commented for _, _, commented, _ in briefs),
        pairs=tuple(pair for pair, _ in pairs.most_common(_PAIRS)),
    )


def view(db: sqlite3.Connection, name: str) -> AnalystView:
    """Return one analyst and their briefs, newest first. Raises `NotFound`."""
    found = lookups.printed(db, "analyst", name)
    if not found.ids:
        raise NotFound(f"no analyst “{name}”; “dateline analysts” lists them")
    row = _listing(db, "WHERE a.id = ?", [found.ids[0]])
    if not row:
        raise NotFound(f"no brief by “{name}” is in the library any more")
    a = row[0]
    briefs = rows.of_briefs(db, "SELECT brief FROM brief_analyst WHERE analyst = ?", [found.ids[0]])
    by_month = months.count(row.date for row in briefs)
    return AnalystView(
        a.name, a.institution, a.briefs, a.comments, a.pairs, briefs,
        institutions=_institutions(db, found.ids[0]),
        coverage=dict(Counter(row.pairs[0] for row in briefs if row.pairs).most_common()),
        by_month=by_month,
        gaps=months.gaps(by_month),
        hedges=hedging.of_analyst(db, found.ids[0]),
    )  # fmt: skip


def _institutions(db: sqlite3.Connection, analyst: int) -> tuple[str, ...]:
    """The institutions an analyst wrote for, most briefs first."""
    found = db.execute(
        "SELECT i.name FROM brief_analyst ba JOIN entry e ON e.brief = ba.brief"
        " JOIN institution i ON i.id = ba.institution WHERE ba.analyst = ?"
        " GROUP BY i.id ORDER BY count(*) DESC, i.name",
        [analyst],
    )
    return tuple(row[0] for row in found)
