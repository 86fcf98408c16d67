"""From a query to an answer in its true order: tiers of freedom, counts, rows, snippets, reasons.

Exact matches stand above completions of the last word, and those above corrected spellings; within
a tier the order is bm25 (title > comment > report) or the date. A tier holds only what the tiers
above it do not, so paging is a walk through them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from store.library import index, rows
from store.search import reasons
from store.search.clauses import Clause, all_of, any_of, difference, of_table
from store.search.guesses import COMPLETIONS, Guesses, guess, widened
from store.search.plan import Level, Plan, heads
from store.search.query import Query, only_words, parse
from store.search.reasons import Sought
from store.search.spelling import Speller
from store.views import SearchAnswer, Sort

_TIER_STEP = 100.0  # bm25 of a library stays far below, so scores fall from tier to tier
_FEW = 2_000
Hit = tuple[int, float | None]
"""A row number and its score."""


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


@dataclass(slots=True)
class Question:
    """A request that was read: its query, what its words may also be meant as, and its plan."""

    db: sqlite3.Connection
    request: Request
    query: Query
    guesses: Guesses
    plan: Plan = field(init=False)
    _around: tuple[Clause, ...] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.plan = Plan(self.db, self.guesses, list(self.query.notices))

    def clause(self, level: Level) -> Clause:
        """What is found at one level of freedom: each level finds all of those before it."""
        return self.within(self.plan.clause(self.query, level))

    def within(self, clause: Clause) -> Clause:
        """The same within the scope of the request."""
        if self._around is None:
            self._around = tuple(self._limits())
        return all_of([clause, *self._around]) if self._around else clause

    def _limits(self) -> Iterator[Clause]:
        if self.request.scope:
            yield self.plan.clause(parse(self.request.scope + " "), Level.EXACT)
        if self.request.after is not None:
            yield Clause(where="e.brief > ?", params=(self.request.after,))

    def levels(self) -> list[Level]:
        """The levels that can differ. By date, a completed word is no lesser hit; a guess is."""
        levels = [Level.EXACT, Level.PREFIX] if self.request.sort == "best" else [Level.PREFIX]
        levels += [Level.CORRECTED] * bool(self.guesses.variants or self.guesses.loose)
        levels += [Level.ALIAS] * bool(self.guesses.aliases)
        return levels


@dataclass(frozen=True, slots=True)
class _Tier:
    """What one level adds; `hits` are all of it, in order, where they were few enough to fetch."""

    level: Level
    clause: Clause
    total: int
    hits: Sequence[Hit] | None = None


def answer(
    db: sqlite3.Connection, request: Request, speller: Callable[[], Speller]
) -> SearchAnswer:
    """Answer one request. `speller` is called only if some word needs another spelling."""
    query = parse(request.text)
    guesses = Guesses() if request.exact else guess(db, query, speller)
    found = true_answer(Question(db, request, query, guesses))
    wider = None if request.exact else further(db, found.total, query, guesses, speller)
    return true_answer(Question(db, request, query, wider)) if wider else found


def further(
    db: sqlite3.Connection, total: int, query: Query, guesses: Guesses,
    speller: Callable[[], Speller],
) -> Guesses | None:  # fmt: skip
    """What else the words may mean if they never stand together, None if that is not so.

    `total` is how many briefs were found without.

    Only the words count, not the filters beside them: a facet that is included and one that is
    excluded must part the same results.
    """
    words = only_words(query.root)
    if total or words is None:
        return None
    clause = Plan(db, guesses).clause(Query(words, (), ""), Level.ALIAS)
    source, params = clause.source()
    if db.execute(f"SELECT 1 {source} LIMIT 1", params).fetchone():
        return None
    wider = widened(db, query, guesses, speller)
    return wider if wider != guesses else None


def true_answer(question: Question, *, few: bool = False) -> SearchAnswer:
    """Answer a question that was read already; `few` says that little is to be expected."""
    tiers = _tiers(question, few)
    hits = _page(question.db, tiers, question.request)
    return told(question, hits, sum(t.total for t in tiers))


def told(question: Question, hits: Sequence[Hit], total: int) -> SearchAnswer:
    """Return the answer that shows these hits, with all there is to say about the query."""
    db, request = question.db, question.request
    sought = Sought(question.query, question.guesses)
    shown = rows.by_number(db, [number for number, _ in hits])
    return SearchAnswer(
        query=request.text,
        total=total,
        corrections=reasons.corrections(sought),
        results=tuple(reasons.explained(db, shown, hits, sought)),
        notices=(
            *question.plan.notices,
            *reasons.unknown(db, sought),
            *([] if total else reasons.apart(db, sought)),
            *_partly(question.guesses),
        ),
        order=request.sort,
        words=sought.highlighted(),
    )


def _partly(guesses: Guesses) -> Iterator[str]:
    for start in sorted(guesses.partial):
        yield f"“{start}…” is completed to its {COMPLETIONS} commonest words, in titles to all"


def newest_rows(
    db: sqlite3.Connection, request: Request, speller: Callable[[], Speller]
) -> tuple[int, list[int]]:
    """Return how many briefs a request finds, and the row numbers of the newest `limit`.

    They are those of `answer`: what that finds by other spellings is counted here too.
    """
    query = parse(request.text)
    guesses = Guesses() if request.exact else guess(db, query, speller)
    clause = _whole(Question(db, request, query, guesses))
    total = _count(db, clause)
    wider = None if request.exact else further(db, total, query, guesses, speller)
    if wider:
        clause = _whole(Question(db, request, query, wider))
        total = _count(db, clause)
    found = _ordered(db, clause, "newest", request.limit, request.offset)
    return total, [number for number, _ in found]


def _whole(question: Question) -> Clause:
    """Everything a question finds, at whatever level."""
    clause, beside = question.clause(Level.ALIAS), _beside(question)
    return clause if beside is None else any_of([clause, beside])


def _beside(question: Question) -> Clause | None:
    """What titles and names begin so, where the bodies were asked for the commonest words only."""
    if not question.guesses.partial or not heads(question.query):
        return None
    found = question.plan.head(question.query, Level.PREFIX, ("title", "byline", "people"))
    return question.within(of_table(found, "head"))


def _tiers(question: Question, few: bool) -> list[_Tier]:
    tiers: list[_Tier] = []
    done: Clause | None = None
    beside = _beside(question)
    for level in question.levels():
        clause = question.clause(level)
        if beside is not None and level >= Level.PREFIX:
            clause = any_of([clause, beside])
        if clause != done:
            new = difference(clause, done) if done else clause
            tiers.append(_tier(question, level, new, few))
        done = clause
    return tiers


def _tier(question: Question, level: Level, clause: Clause, few: bool) -> _Tier:
    """Count a tier; where few are expected, by fetching all of it at once."""
    if few:
        hits = _ordered(question.db, clause, question.request.sort, _FEW, 0)
        if len(hits) < _FEW:
            return _Tier(level, clause, len(hits), hits)
    return _Tier(level, clause, _count(question.db, clause))


def _count(db: sqlite3.Connection, clause: Clause) -> int:
    if clause == Clause():
        return index.briefs(db)
    source, params = clause.source()
    return int(db.execute(f"SELECT count(*) {source}", params).fetchone()[0])


def _page(db: sqlite3.Connection, tiers: Sequence[_Tier], request: Request) -> list[Hit]:
    """Return the page asked for."""
    skip = request.offset
    hits: list[Hit] = []
    for tier in tiers:
        wanted = request.limit - len(hits)
        if wanted > 0 and skip < tier.total:
            if tier.hits is None:
                found = _ordered(db, tier.clause, request.sort, wanted, skip)
            else:
                found = list(tier.hits[skip : skip + wanted])
            hits += [(number, _score(tier, rank)) for number, rank in found]
        skip = max(0, skip - tier.total)
    return hits


def _ordered(
    db: sqlite3.Connection, clause: Clause, sort: Sort, limit: int, offset: int
) -> list[Hit]:
    source, params = clause.source()
    number = clause.number()
    ranked = number == "ft.rowid" and sort == "best"
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
