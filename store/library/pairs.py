"""Country pairs over the library: the list, and one pair to stand on."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from store.entities.countries import display_name
from store.errors import NotFound
from store.library import analysts, months, pair_reasons, people, rows, silence
from store.search import lookups
from store.views import NamedCount, PairRow, PairView

_NEIGHBOURS = 8
_PEOPLE = 12
_EXPLAINED = 30  # briefs of a pair's page that tell why they are there
_QUERY = "SELECT p.pair, e.date, e.comments > 0 FROM brief_pair p JOIN entry e ON e.brief = p.brief"


def names_of(pair: str) -> tuple[str, str]:
    """Return the display names of "IR-RU"."""
    a, _, b = pair.partition("-")
    return display_name(a), display_name(b)


def listing(
    db: sqlite3.Connection, *, country: str | None = None, among: Iterable[int] | None = None
) -> tuple[PairRow, ...]:
    """Return the pairs, most briefs first; of one country (a code) or `among` index rows."""
    query, params = _QUERY, []
    if among is not None:  # as JSON, because SQLite bounds the number of parameters
        query += " WHERE e.row IN (SELECT value FROM json_each(?))"
        params = [f"[{','.join(map(str, among))}]"]
    found = db.execute(query, params)
    grouped: dict[str, list[tuple[str | None, int]]] = defaultdict(list)
    for pair, date, commented in found:
        if country is None or country in pair.split("-"):
            grouped[pair].append((date, commented))
    listed = (_pair_row(pair, briefs) for pair, briefs in grouped.items())
    return tuple(sorted(listed, key=lambda r: (-r.briefs, r.pair)))


def _pair_row(pair: str, briefs: list[tuple[str | None, int]]) -> PairRow:
    dates = sorted(date for date, _ in briefs if date)
    return PairRow(
        pair=pair,
        names=names_of(pair),
        briefs=len(briefs),
        comments=sum(commented for _, commented in briefs),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        by_month=months.count(dates),
    )


def view(db: sqlite3.Connection, text: str) -> PairView:
    """Return one pair, named by codes or names in either order. Raises `NotFound`."""
    pair = lookups.pair_codes(text)
    if pair is None:
        raise NotFound(f"“{text}” names no two countries; write it like IR-RU or iran-russia")
    briefs = rows.of_briefs(db, "SELECT brief FROM brief_pair WHERE pair = ?", [pair])
    if not briefs:
        raise NotFound(f"no brief on {' – '.join(names_of(pair))} yet; “dateline pairs” lists them")
    by_month = months.count(r.date for r in briefs)
    return PairView(
        pair=pair,
        names=names_of(pair),
        briefs=briefs,
        people=_people(db, pair),
        analysts=analysts.on_pair(db, pair),
        by_month=by_month,
        gaps=months.gaps(by_month),
        neighbours=_neighbours(db, pair),
        quiet_days=silence.since_newest(r.date for r in briefs),
        sole_institution=silence.sole_institutions(db, [pair]).get(pair),
        why=pair_reasons.of_briefs(db, pair, [row.id for row in briefs[:_EXPLAINED]]),
    )


def _people(db: sqlite3.Connection, pair: str) -> tuple[NamedCount, ...]:
    found = db.execute(
        "SELECT n.person, count(DISTINCT bp.brief) AS briefs FROM brief_pair q"
        " JOIN brief_person bp ON bp.brief = q.brief JOIN name n ON n.id = bp.name"
        " JOIN name p ON p.id = n.person WHERE q.pair = ?"
        " GROUP BY n.person ORDER BY briefs DESC, p.printed LIMIT ?",
        [pair, _PEOPLE],
    )
    return people.counted(db, found.fetchall())


def _neighbours(db: sqlite3.Connection, pair: str) -> tuple[PairRow, ...]:
    """The other pairs of either country, most briefs first."""
    sides = set(pair.split("-"))
    others = (r for r in listing(db) if r.pair != pair and sides & set(r.pair.split("-")))
    return tuple(others)[:_NEIGHBOURS]
