"""From a query to an answer: tiers of freedom, counts, rows, snippets, and why each is there.

Exact matches stand above completions of the last word, and those above corrected spellings; within
a tier the order is bm25 (title > comment > report) or the date. A tier holds only what the tiers
above it do not, so paging is a walk through them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from store.brief import Passage
from store.library import codec, rows
from store.search import plan, vocabulary
from store.search.plan import Clause, Level, Plan
from store.search.query import Query, Word, parse
from store.search.snippets import Matcher, best_snippet
from store.search.spelling import Speller
from store.views import Correction, Row, SearchAnswer, Sort

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
    variants = {} if request.exact else _variants(db, query, speller)
    planned = Plan(db, variants, notices=list(query.notices))
    tiers = _tiers(db, planned, query, request)
    hits = _page(db, tiers, request)
    words = plan.words_of(query.root)
    matcher = _matcher(query, words, variants)
    shown = rows.by_number(db, [number for number, _, _ in hits])
    results = [
        _explained(db, row, number, level, score, _Sought(words, variants, matcher))
        for row, (number, level, score) in zip(shown, hits, strict=True)
    ]
    _say_unknown(db, planned, words, variants)
    return SearchAnswer(
        query=request.text,
        total=sum(t.total for t in tiers),
        corrections=_corrections(words, variants),
        results=tuple(results),
        notices=tuple(planned.notices),
        order=request.sort,
        words=tuple(dict.fromkeys(_highlighted(query, words, variants))),
    )


def all_rows(db: sqlite3.Connection, text: str, speller: Callable[[], Speller]) -> list[int]:
    """Return the index row numbers of every brief that a query finds, in no order."""
    query = parse(text)
    planned = Plan(db, _variants(db, query, speller))
    found: list[int] = []
    for tier in _tiers(db, planned, query, Request(text)):
        found += (n for n, _ in _ordered(db, tier.clause, "newest", tier.total, 0))
    return found


# -- finding --------------------------------------------------------------------------------------


def _variants(
    db: sqlite3.Connection, query: Query, speller: Callable[[], Speller]
) -> Mapping[str, Sequence[str]]:
    """Return other spellings of the words that are unknown or suspiciously rare."""
    total = db.execute("SELECT count(*) FROM entry").fetchone()[0]
    found: dict[str, Sequence[str]] = {}
    for word in plan.words_of(query.root):
        key = vocabulary.term(word.text)
        if word.prefix or len(key) < 4 or _well_known(db, word, total):
            continue
        others = tuple(v.term for v in speller().variants(key) if v.term != key)
        if others:
            found[key] = others
    return found


def _well_known(db: sqlite3.Connection, word: Word, total: int) -> bool:
    """Whether a word, or for the word being typed what it begins, is common enough to be meant."""
    enough = max(1, total // 500)
    if vocabulary.briefs_with(db, word.text) >= enough:
        return True
    return word.typing and vocabulary.begins(db, word.text) >= enough


def _tiers(db: sqlite3.Connection, planned: Plan, query: Query, request: Request) -> list[_Tier]:
    levels = [Level.EXACT, Level.PREFIX] + [Level.CORRECTED] * bool(planned.variants)
    scope = parse(request.scope + " ") if request.scope else None
    tiers: list[_Tier] = []
    done: Clause | None = None
    for level in levels:
        clause = planned.clause(query, level)
        if scope:
            clause = plan.both(clause, planned.clause(scope, Level.EXACT))
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
) -> list[tuple[int, Level, float | None]]:
    """Return (row number, tier, score) of the page asked for."""
    skip = request.offset
    hits: list[tuple[int, Level, float | None]] = []
    for tier in tiers:
        wanted = request.limit - len(hits)
        if wanted > 0 and skip < tier.total:
            found = _ordered(db, tier.clause, request.sort, wanted, skip)
            hits += [(number, tier.level, _score(tier, rank)) for number, rank in found]
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
    return round(_TIER_STEP * (Level.CORRECTED - tier.level) - rank, 4)


# -- saying why -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sought:
    words: Sequence[Word]
    variants: Mapping[str, Sequence[str]]
    matcher: Matcher


def _matcher(query: Query, words: Sequence[Word], variants: Mapping[str, Sequence[str]]) -> Matcher:
    others = [v for found in variants.values() for v in found]
    phrases = plan.phrases_of(query.root)
    return Matcher(
        words=[*(w.text for w in words), *others],
        prefixes=[w.text for w in words if w.prefix or w.typing],
        phrases=[p.words for p in phrases],
    )


def _highlighted(
    query: Query, words: Sequence[Word], variants: Mapping[str, Sequence[str]]
) -> list[str]:
    """What the app highlights in the brief itself: words, prefixes with a star, phrases quoted."""
    typed = [w.text + "*" * (w.prefix or w.typing) for w in words]
    quoted = ['"' + " ".join(p.words) + '"' for p in plan.phrases_of(query.root)]
    return [*typed, *quoted, *(v for found in variants.values() for v in found)]


def _explained(
    db: sqlite3.Connection, row: Row, number: int, level: Level, score: float | None,
    sought: _Sought,
) -> Row:  # fmt: skip
    title, layout, report, comment = db.execute(
        "SELECT title, layout, report, comment FROM entry WHERE row = ?", [number]
    ).fetchone()
    passages = [Passage("title", 0, title)]
    for section in codec.sections(layout, report, comment):
        passages += (
            Passage(section.kind, len(passages) + i, text)
            for i, text in enumerate(section.paragraphs)
        )
    snippet = best_snippet(passages, sought.matcher) if sought.words or sought.matcher else None
    return replace(row, score=score, why=_why(title, passages, level, sought), snippet=snippet)


def _why(title: str, passages: Sequence[Passage], level: Level, sought: _Sought) -> tuple[str, ...]:
    if not sought.words:
        return ("exact",)
    have = vocabulary.terms(*(p.text for p in passages))
    reasons = [_reason(word, have, sought.variants) for word in sought.words]
    in_title = vocabulary.terms(title)
    titled = [w.text for w in sought.words if vocabulary.term(w.text) in in_title]
    return (*(r for r in reasons if r), *(f"in title: {w}" for w in titled))


def _reason(word: Word, have: set[str], variants: Mapping[str, Sequence[str]]) -> str | None:
    key = vocabulary.term(word.text)
    if key in have:
        return f"exact: {word.text}"
    if (word.prefix or word.typing) and any(t.startswith(key) for t in have):
        return f"prefix: {word.text}"
    found = [v for v in variants.get(key, ()) if v in have]
    return f"corrected: {word.text} → {', '.join(found)}" if found else None


def _corrections(
    words: Sequence[Word], variants: Mapping[str, Sequence[str]]
) -> tuple[Correction, ...]:
    typed = {vocabulary.term(w.text): w.text for w in words}
    return tuple(Correction(typed[key], tuple(others)) for key, others in variants.items())


def _say_unknown(
    db: sqlite3.Connection, planned: Plan, words: Sequence[Word], variants: Mapping[str, object]
) -> None:
    """A word that no brief holds, in any spelling, must not make a silent nothing."""
    for word in words:
        key = vocabulary.term(word.text)
        if key in variants or vocabulary.briefs_with(db, key):
            continue
        if (word.typing or word.prefix) and vocabulary.begins(db, key):
            continue
        planned.say(f"no brief holds “{word.text}”")
