"""The answer while the fingers are still moving: titles first, then the newest, and it says so.

Ranking every brief that holds a common word takes a second at a million briefs; the newest fifty
of them take a fraction of a millisecond. So as long as the true order would be dear, tiers are
walked newest first: titles, exact words, completions, corrected spellings, other spellings of
names. Totals are counted up to a limit and for a moment only, and a deadline ends what a rare
mixture still makes long.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice

from store.library import index
from store.search.clauses import Clause
from store.search.cost import Estimate, at_least
from store.search.deadline import Deadline
from store.search.guesses import Guesses, completed, guess, loosened
from store.search.plan import Level, heads
from store.search.query import parse, phrases_of
from store.search.results import Hit, Question, Request, further, told, true_answer
from store.search.spelling import Speller
from store.views import SearchAnswer

MOST_COUNTED = 10_000
"""Totals are counted no further than this."""
_SECONDS, _COUNTING = 0.03, 0.002
"""For finding the first rows, and for counting all of them."""


@dataclass(frozen=True, slots=True)
class _Tier:
    table: str
    clause: Clause


def quick_answer(
    db: sqlite3.Connection, request: Request, speller: Callable[[], Speller]
) -> SearchAnswer:
    """Answer one request within a frame: in the true order if that is cheap, else newest first.

    An answer that is not `settled` may be asked again with `results.answer` when there is time.
    """
    query = parse(request.text)
    guesses = Guesses() if request.exact else guess(db, query, speller, quick=True)
    if request.exact:
        guesses = completed(db, query, guesses, speller, quick=True)
    found = _answered(Question(db, request, query, guesses))
    if not found.total and phrases_of(query.root) and not request.exact:
        guesses = loosened(db, query, guesses, speller)
        found = _answered(Question(db, request, query, guesses))
    wider = None if request.exact else further(db, found, query, guesses, speller)
    return _answered(Question(db, request, query, wider)) if wider else found


def _answered(question: Question) -> SearchAnswer:
    if _is_cheap(question):
        return true_answer(question, few=True)
    return _found(question)


def _is_cheap(question: Question) -> bool:
    """Whether the true order can be had at once."""
    query, guesses = question.query, question.guesses
    if query.root is None or guesses.partial or phrases_of(query.root):
        return False
    return Estimate(question.db, guesses).of(query.root).is_cheap(len(question.levels()))


def _found(question: Question) -> SearchAnswer:
    db, request = question.db, question.request
    deadline = Deadline(db, _SECONDS)
    end = request.offset + request.limit
    # Closed at once: as long as it is open, its deadline stops whatever else the connection does.
    with closing(_walk(deadline, _tiers(question))) as walk:
        hits: list[Hit] = [(row, None) for row in islice(walk, end + 1)]
    total, partly = len(hits), deadline.passed
    if total > end and not partly:
        total, partly = _total(question, total)
    shown = told(question, hits[request.offset : end], total)
    return replace(
        shown,
        order="oldest" if request.sort == "oldest" else "newest",
        capped=partly,
        settled=False,
    )


def _tiers(question: Question) -> Iterator[_Tier]:
    """What is walked through, one after the other; a later tier may hold rows of earlier ones."""
    heading = heads(question.query)
    plan, query = question.plan, question.query
    if heading and question.request.sort == "best":
        for level in (Level.EXACT, Level.PREFIX):
            yield _Tier("head", question.within(plan.head(query, level, ("title",))))
    done: Clause | None = None
    for level in question.levels():
        clause = question.clause(level)
        if clause != done:
            yield _Tier("ft", clause)
        done = clause
        if heading and level == Level.PREFIX and question.guesses.completions:
            names = ("title", "byline", "people")
            yield _Tier("head", question.within(plan.head(query, level, names)))


def _walk(deadline: Deadline, tiers: Iterator[_Tier]) -> Generator[int, None, None]:
    """The rows of the tiers, each once, until the deadline."""
    seen: set[int] = set()
    for tier in tiers:
        for row in _newest(deadline, tier):
            if row not in seen:
                seen.add(row)
                yield row
        if deadline.passed:
            return


def _newest(deadline: Deadline, tier: _Tier) -> Iterator[int]:
    source, params = tier.clause.source(tier.table)
    number = tier.clause.number(tier.table)
    query = f"SELECT {number} {source} ORDER BY {number} DESC"
    return (row[0] for row in deadline.rows(query, params))


def _total(question: Question, least: int) -> tuple[int, bool]:
    """Count what the widest level finds, and tell whether there may be more."""
    db = question.db
    clause = question.clause(question.levels()[-1])
    if clause == Clause():
        return index.briefs(db), False
    everywhere = clause == question.plan.clause(question.query, question.levels()[-1])
    if everywhere and at_least(db, question.query.root, question.guesses) >= MOST_COUNTED:
        return MOST_COUNTED, True
    source, params = clause.source()
    deadline = Deadline(db, _COUNTING)
    counted = sum(1 for _ in deadline.rows(f"SELECT 1 {source} LIMIT {MOST_COUNTED}", params))
    return max(least, counted), deadline.passed or counted == MOST_COUNTED
