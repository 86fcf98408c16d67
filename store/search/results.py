"""From a query to an answer: tiers of freedom, counts, rows, snippets, and why each is there.

Exact matches stand above completions of the last word, and those above corrected spellings; within
a tier the order is bm25 (title > comment > report) or the date. A tier holds only what the tiers
above it do not, so paging is a walk through them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from store.library import rows
from store.search import plan, reasons
from store.search.guesses import Guesses, guess
from store.search.plan import Clause, Level, Plan
from store.search.query import Query, parse
from store.search.reasons import Sought
from store.search.spelling import Speller
from store.views import SearchAnswer, Sort

_TIER_STEP = 100.0  # bm25 of a library stays far below, so scores fall from tier to tier


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: `scope` is a second query that everything found must also answer."""

    text: str
    limit: int = 50
    offset: int = 0
    sort: Sort = "best"
    exact: bool = False
    scope: str | None = None
    after: int | None = None  # only briefs that came in after the one of this internal number


@dataclass(frozen=True, slots=True)
class _Tier:
    level: Level
    clause: Clause
    total: int


def answer(
    db: sqlite3.Connection, request: Request, speller: Callable[[], Speller]
) -> SearchAnswer:
    """Answer one request. `speller` is called only if some word needs another spelling."""
    query = parse(request.text)
    guesses = Guesses() if request.exact else guess(db, query, speller)
    planned = Plan(
        db, guesses.variants, guesses.aliases, guesses.loose, notices=list(query.notices)
    )
    tiers = _tiers(db, planned, query, request)
    hits = _page(db, tiers, request)
    sought = Sought.of(query, guesses)
    shown = rows.by_number(db, [number for number, _ in hits])
    results = [
        reasons.explained(db, row, number, score, sought)
        for row, (number, score) in zip(shown, hits, strict=True)
    ]
    return SearchAnswer(
        query=request.text,
        total=sum(t.total for t in tiers),
        corrections=reasons.corrections(sought),
        results=tuple(results),
        notices=(*planned.notices, *reasons.unknown(db, sought)),
        order=request.sort,
        words=sought.highlighted(),
    )


def newest_rows(
    db: sqlite3.Connection, request: Request, speller: Callable[[], Speller]
) -> tuple[int, list[int]]:
    """Return how many briefs a request finds, and the row numbers of the newest `limit`."""
    query = parse(request.text)
    guesses = Guesses() if request.exact else guess(db, query, speller)
    planned = Plan(db, guesses.variants, guesses.aliases, guesses.loose)
    clause = _clause(planned, query, Level.ALIAS, request)
    found = _ordered(db, clause, "newest", request.limit, request.offset)
    return _count(db, clause), [number for number, _ in found]


def _clause(planned: Plan, query: Query, level: Level, request: Request) -> Clause:
    """What the request finds at one level of freedom: each level finds all of those before it."""
    clause = planned.clause(query, level)
    if request.scope:
        scope = planned.clause(parse(request.scope + " "), Level.EXACT)
        clause = plan.both(clause, scope)
    if request.after is not None:
        clause = plan.both(clause, Clause(where="e.brief > ?", params=(request.after,)))
    return clause


def _tiers(db: sqlite3.Connection, planned: Plan, query: Query, request: Request) -> list[_Tier]:
    # By date, a completed last word is no lesser hit; a guess always is.
    levels = [Level.EXACT, Level.PREFIX] if request.sort == "best" else [Level.PREFIX]
    levels += [Level.CORRECTED] * bool(planned.variants or planned.loose)
    levels += [Level.ALIAS] * bool(planned.aliases)
    tiers: list[_Tier] = []
    done: Clause | None = None
    for level in levels:
        clause = _clause(planned, query, level, request)
        if clause != done:
            new = plan.difference(clause, done) if done else clause
            tiers.append(_Tier(level, new, _count(db, new)))
        done = clause
    return tiers


def _from(clause: Clause) -> tuple[str, list[object]]:
    """FROM and WHERE of a clause, and their parameters; `e` is there only if it is needed."""
    if clause.match is None or clause.negative:
        where, params = clause.predicate()
        return f"FROM entry e WHERE {where}", list(params)
    if clause.where is None:
        return "FROM ft WHERE ft MATCH ?", [clause.match]
    return (
        f"FROM ft JOIN entry e ON e.row = ft.rowid WHERE ft MATCH ? AND {clause.where}",
        [clause.match, *clause.params],
    )


def _count(db: sqlite3.Connection, clause: Clause) -> int:
    source, params = _from(clause)
    return int(db.execute(f"SELECT count(*) {source}", params).fetchone()[0])


def _page(
    db: sqlite3.Connection, tiers: Sequence[_Tier], request: Request
) -> list[tuple[int, float | None]]:
    """Return (row number, score) of the page asked for."""
    skip = request.offset
    hits: list[tuple[int, float | None]] = []
    for tier in tiers:
        wanted = request.limit - len(hits)
        if wanted > 0 and skip < tier.total:
            found = _ordered(db, tier.clause, request.sort, wanted, skip)
            hits += [(number, _score(tier, rank)) for number, rank in found]
        skip = max(0, skip - tier.total)
    return hits


def _ordered(
    db: sqlite3.Connection, clause: Clause, sort: Sort, limit: int, offset: int
) -> list[tuple[int, float | None]]:
    source, params = _from(clause)
    ranked = source.startswith("FROM ft") and sort == "best"
    number = "ft.rowid" if source.startswith("FROM ft") else "e.row"
    order = "ft.rank, ft.rowid DESC" if ranked else f"{number} {'' if sort == 'oldest' else 'DESC'}"
    found = db.execute(
        f"SELECT {number}, {'ft.rank' if ranked else 'NULL'} {source} ORDER BY {order}"
        " LIMIT ? OFFSET ?",
        [*params, limit, offset],
    )
    return [(int(n), rank) for n, rank in found]


def _score(tier: _Tier, rank: float | None) -> float | None:
    if rank is None:
        return None
    return round(_TIER_STEP * (Level.ALIAS - tier.level) - rank, 4)
