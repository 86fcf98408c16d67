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
from store.search.sifting import Sieve, sieve, title_sieve
from store.search.spelling import Speller
from store.views import SearchAnswer

MOST_COUNTED = 10_000
"""Totals are counted no further than this."""
_SECONDS, _TITLES, _COUNTING = 0.006, 0.002, 0.001
"""For finding the first rows, of it for the titles that hold all the words; for counting all."""
_PAGING = 0.25
"""For finding rows further down, to which nobody comes by typing."""


@dataclass(frozen=True, slots=True)
class _Tier:
    table: str
    clause: Clause
    sieve: Sieve | None = None  # what the texts of a row must pass besides
    of_titles: bool = False


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
    deadline = Deadline(db, _PAGING if request.offset else _SECONDS)
    found = _answered(Question(db, request, query, guesses), deadline)
    if found.capped:  # not all was looked through: nobody knows yet whether there is any
        return found
    if not found.total and phrases_of(query.root) and not request.exact:
        guesses = loosened(db, query, guesses, speller)
        found = _answered(Question(db, request, query, guesses), deadline)
    wider = (
        None if request.exact or found.capped else further(db, found.total, query, guesses, speller)
    )
    return _answered(Question(db, request, query, wider), deadline) if wider else found


def _answered(question: Question, deadline: Deadline) -> SearchAnswer:
    if _is_cheap(question):
        return true_answer(question, few=True)
    return _found(question, deadline)


def _is_cheap(question: Question) -> bool:
    """Whether the true order can be had at once."""
    query, guesses = question.query, question.guesses
    if query.root is None or guesses.partial or phrases_of(query.root):
        return False
    return Estimate(question.db, guesses).of(query.root).is_cheap(len(question.levels()))


def _found(question: Question, deadline: Deadline) -> SearchAnswer:
    request = question.request
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
        notices=() if partly and not total else shown.notices,  # nobody knows yet
        order="oldest" if request.sort == "oldest" else "newest",
        capped=partly,
        settled=False,
    )


def _tiers(question: Question) -> Iterator[_Tier]:
    """What is walked through, one after the other; a later tier may hold rows of earlier ones."""
    heading = heads(question.query)
    query, guesses = question.query, question.guesses
    if heading and question.request.sort == "best":
        yield from _titles(question)
    done: Clause | None = None
    for level in question.levels():
        clause = question.clause(level)
        if clause != done:
            sifted = sieve(question.db, query, guesses, level)
            yield _or_sifted(question, level, _Tier("ft", clause), sifted)
        done = clause
        if heading and level == Level.PREFIX and guesses.completions:
            names = question.plan.head(query, level, ("title", "byline", "people"))
            yield _Tier("head", question.within(names))


def _titles(question: Question) -> Iterator[_Tier]:
    done: Clause | None = None
    for level in (Level.EXACT, Level.PREFIX):
        clause = question.within(question.plan.head(question.query, level, ("title",)))
        if clause != done:
            sifted = title_sieve(question.db, question.query, question.guesses, level)
            yield _or_sifted(question, level, _Tier("head", clause, of_titles=True), sifted)
        done = clause


def _or_sifted(question: Question, level: Level, tier: _Tier, sifted: Sieve | None) -> _Tier:
    """The tier, or in its place the wider one whose texts are looked at."""
    if sifted is None:
        return tier
    if tier.table == "head":
        wider = question.plan.head(sifted.query, level, sifted.columns)
    else:
        wider = question.plan.clause(sifted.query, level)
    return replace(tier, clause=question.within(wider), sieve=sifted)


def _walk(deadline: Deadline, tiers: Iterator[_Tier]) -> Generator[int, None, None]:
    """The rows of the tiers, each once, until the deadline."""
    seen: set[int] = set()
    titles = deadline.part(_TITLES)
    for tier in tiers:
        for row in _newest(titles if tier.of_titles else deadline, tier):
            if row not in seen:
                seen.add(row)
                yield row
        if deadline.is_over():
            return


def _newest(deadline: Deadline, tier: _Tier) -> Iterator[int]:
    source, params = tier.clause.source(tier.table)
    number = tier.clause.number(tier.table)
    table, _, _ = number.partition(".")
    texts = [f"{table}.{column}" for column in tier.sieve.texts] if tier.sieve else []
    query = f"SELECT {', '.join((number, *texts))} {source} ORDER BY {number} DESC"
    for row, *found in deadline.rows(query, params):
        if tier.sieve is None or tier.sieve.holds([str(text) for text in found]):
            yield row


def _total(question: Question, least: int) -> tuple[int, bool]:
    """Count what the widest level finds, and tell whether there may be more."""
    db = question.db
    clause = question.clause(question.levels()[-1])
    if clause == Clause():
        return index.briefs(db), False
    everywhere = clause == question.plan.clause(question.query, question.levels()[-1])
    if everywhere and at_least(db, question.query.root, question.guesses, MOST_COUNTED):
        return MOST_COUNTED, True
    source, params = clause.source()
    deadline = Deadline(db, _COUNTING)
    counted = sum(1 for _ in deadline.rows(f"SELECT 1 {source} LIMIT {MOST_COUNTED}", params))
    return max(least, counted), deadline.passed or counted == MOST_COUNTED
