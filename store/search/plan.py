"""From a parsed query to SQL: what the index can answer goes into MATCH, the rest into WHERE.

A `Clause` is the conjunction of an FTS5 expression and an SQL predicate over `entry e`; either may
be missing. Clauses combine under AND, OR and NOT, staying inside the index as long as they can.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from store.library import order, saved
from store.schema import TEXT_COLUMNS
from store.search import facets, lookups
from store.search.query import And, DateRange, Field, Node, Not, Or, Phrase, Query, Word, parse
from store.text import term

_IN_INDEX = "e.row IN (SELECT rowid FROM ft WHERE ft MATCH ?)"
_COLUMNS_OF = {"title": ("title",), "report": ("report",), "comment": ("comment",)}


class Level(IntEnum):
    """How freely words are taken: each level finds all that the one before finds, and more."""

    EXACT = 0
    PREFIX = 1
    CORRECTED = 2
    ALIAS = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """`match` AND `where`; with neither, everything. `negative` marks NOT (match)."""

    match: str | None = None
    where: str | None = None
    params: tuple[Any, ...] = ()
    negative: bool = False

    def predicate(self) -> tuple[str, tuple[Any, ...]]:
        """The clause as SQL alone, for where the index expression cannot stand on its own."""
        if self.match is None:
            return self.where or "1", self.params
        inside = f"NOT ({_IN_INDEX})" if self.negative else _IN_INDEX
        if self.where is None:
            return inside, (self.match,)
        return f"{inside} AND {self.where}", (self.match, *self.params)


NOTHING = Clause(where="0")


@dataclass(slots=True)
class Plan:
    """Turns a query into clauses, level by level, and gathers what had to be said about it."""

    db: sqlite3.Connection
    variants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    loose: Collection[tuple[str, ...]] = ()  # phrases whose words count where they are not in a row
    notices: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)  # the saved searches that are being read
    _fields: dict[str, Callable[[Field, Sequence[str]], Clause]] = field(init=False)

    def __post_init__(self) -> None:
        self._fields = {
            "pair": self._pair, "country": self._country, "person": self._person,
            "by": self._by, "at": self._at, "label": self._label, "tag": self._tag,
            "is": self._is, "source": self._source, "saved": self._saved,
        }  # fmt: skip

    def clause(self, query: Query, level: Level) -> Clause:
        """Return the clause that finds what `query` means at a level of freedom."""
        if query.root is None:
            return Clause()
        return self._node(query.root, level, TEXT_COLUMNS)

    def say(self, notice: str) -> None:
        """Note something for the reader, once."""
        if notice not in self.notices:
            self.notices.append(notice)

    # -- the tree --------------------------------------------------------------------------------

    def _node(self, node: Node, level: Level, columns: Sequence[str]) -> Clause:
        match node:
            case Word():
                return Clause(_in_columns(columns, self._word(node, level)))
            case Phrase():
                return Clause(_in_columns(columns, self._phrase(node, level)))
            case DateRange():
                return self._dates(node)
            case Field():
                return self._field(node, columns)
            case Not(node=inner):
                return _negate(self._node(inner, Level.EXACT, columns))
            case Or(nodes=nodes):
                return _any_of([self._node(n, level, columns) for n in nodes])
            case And(nodes=nodes):
                return self._all(nodes, level, columns)

    def _all(self, nodes: Iterable[Node], level: Level, columns: Sequence[str]) -> Clause:
        nodes = tuple(nodes)
        scopes = [n for n in nodes if isinstance(n, Field) and n.name == "in"]
        if scopes:
            columns = tuple(c for s in scopes for c in _COLUMNS_OF.get(s.value.lower(), ()))
        rest = [n for n in nodes if n not in scopes]
        if not any(_has_text(n) for n in rest):  # "in:comment" with nothing to look for in it
            rest += scopes
        return _all_of([self._node(n, level, columns or TEXT_COLUMNS) for n in rest])

    def _word(self, word: Word, level: Level) -> str:
        exact = _quote(word.text)
        if word.prefix or (word.typing and level > Level.EXACT):
            exact += " *"
        key = term(word.text)
        others = self.variants.get(key, ()) if level >= Level.CORRECTED else ()
        aliases = self.aliases.get(key, ()) if level >= Level.ALIAS else ()
        return " OR ".join((exact, *map(_quote, dict.fromkeys((*others, *aliases)))))

    def _phrase(self, phrase: Phrase, level: Level) -> str:
        if level >= Level.CORRECTED and phrase.words in self.loose:
            last = len(phrase.words) - 1
            parts = (Word(w, phrase.prefix and n == last) for n, w in enumerate(phrase.words))
            return " AND ".join(f"({self._word(part, level)})" for part in parts)
        completes = phrase.prefix and (level > Level.EXACT or not phrase.typing)
        return _quote(" ".join(phrase.words)) + " *" * completes

    # -- fields ----------------------------------------------------------------------------------

    def _field(self, node: Field, columns: Sequence[str]) -> Clause:
        if node.name == "in":
            kind = node.value.lower()
            return _facet([facets.has(kind)]) if kind in ("report", "comment") else Clause()
        return self._fields[node.name](node, columns)

    def _none(self, node: Field, what: str) -> Clause:
        self.say(f"{node.name}:{node.value} – {what}")
        return NOTHING

    def _pair(self, node: Field, columns: Sequence[str]) -> Clause:
        codes = lookups.pair_codes(node.value)
        if codes is None:
            return self._none(node, "no such country pair")
        return _facet([facets.pair(codes)])

    def _country(self, node: Field, columns: Sequence[str]) -> Clause:
        code = lookups.country_code(node.value)
        if code is None:
            return self._none(node, "no such country")
        halves = [c for c in columns if c in ("report", "comment")]
        where = halves[0] if len(columns) == 1 and halves else None
        return _facet([facets.country(code, where)])

    def _person(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.names(self.db, node.value)
        if not found.ids:
            return self._none(node, "nobody of that name in the library")
        if found.guessed:
            self.say(f"person:{node.value} – taken as {found.guessed}")
        return _facet([facets.name(i) for i in found.ids])

    def _by(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.printed(self.db, "analyst", node.value)
        if not found.ids:
            return self._none(node, "no analyst of that name in the library")
        if found.guessed:
            self.say(f"by:{node.value} – taken as {found.guessed}")
        return _facet([facets.analyst(i) for i in found.ids])

    def _at(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.printed(self.db, "institution", node.value)
        if not found.ids:
            return self._none(node, "no institution of that name in the library")
        if found.guessed:
            self.say(f"at:{node.value} – taken as {found.guessed}")
        return _facet([facets.institution(i) for i in found.ids])

    def _label(self, node: Field, columns: Sequence[str]) -> Clause:
        return _facet([facets.label(node.value)])

    def _tag(self, node: Field, columns: Sequence[str]) -> Clause:
        return Clause(
            where="e.brief IN (SELECT brief FROM tag WHERE tag = ? COLLATE NOCASE)",
            params=(node.value,),
        )

    def _is(self, node: Field, columns: Sequence[str]) -> Clause:
        marked = "e.brief {} (SELECT brief FROM mark WHERE {} IS NOT NULL)"
        wheres = {
            "unread": marked.format("NOT IN", "read"),
            "read": marked.format("IN", "read"),
            "starred": marked.format("IN", "starred"),
            "noted": "e.brief IN (SELECT brief FROM note)",
            "revised": "e.brief IN (SELECT id FROM brief WHERE version > 1)",
        }
        where = wheres.get(node.value.lower())
        if where is None:
            return self._none(node, f"there is {', '.join('is:' + name for name in wheres)}")
        return Clause(where=where)

    def _source(self, node: Field, columns: Sequence[str]) -> Clause:
        return Clause(
            where="e.brief IN (SELECT v.brief FROM source s JOIN version v ON v.id = s.version"
            " WHERE instr(lower(s.path), lower(?)))",
            params=(node.value,),
        )

    def _saved(self, node: Field, columns: Sequence[str]) -> Clause:
        name = node.value.casefold()
        query = saved.query_of(self.db, node.value)
        if query is None:
            return self._none(node, "no saved search of that name")
        if name in self._inside:
            self.say(f"saved:{node.value} – holds itself: ignored there")
            return Clause()
        self._inside.append(name)
        try:
            parsed = parse(query + " ")  # saved is finished: its last word completes no more
            for notice in parsed.notices:
                self.say(f"saved:{node.value} – {notice}")
            return self.clause(parsed, Level.EXACT)
        finally:
            self._inside.pop()

    def _dates(self, node: DateRange) -> Clause:
        try:
            low, high = order.rows_between(self.db, node.first, node.last)
        except ValueError:
            self.say("a date out of range was ignored")
            return Clause()
        if node.last is None:
            return Clause(where="e.row BETWEEN ? AND ?", params=(low, high))
        # A brief dated only "2017" stands on 1 January, but is inside a range only if all of
        # 2017 is.
        ends = (
            "CASE length(e.date) WHEN 10 THEN e.date WHEN 7 THEN e.date || '-31'"
            " ELSE e.date || '-12-31' END"
        )
        last = (node.last + "-12-31")[:10] if len(node.last) == 4 else (node.last + "-31")[:10]
        return Clause(where=f"e.row BETWEEN ? AND ? AND {ends} <= ?", params=(low, high, last))


def words_of(node: Node | None) -> list[Word]:
    """Return the words a query looks for (not those it excludes), in order."""
    match node:
        case Word():
            return [node]
        case And(nodes=nodes) | Or(nodes=nodes):
            return [w for n in nodes for w in words_of(n)]
        case _:
            return []


def phrases_of(node: Node | None) -> list[Phrase]:
    """Return the phrases a query looks for, in order."""
    match node:
        case Phrase():
            return [node]
        case And(nodes=nodes) | Or(nodes=nodes):
            return [p for n in nodes for p in phrases_of(n)]
        case _:
            return []


def both(one: Clause, other: Clause) -> Clause:
    """Return what both find."""
    return _all_of([one, other])


def phrase_match(phrase: Phrase) -> str:
    """Return the index expression that finds a phrase in any half of a brief."""
    star = " *" if phrase.prefix else ""
    return _in_columns(TEXT_COLUMNS, _quote(" ".join(phrase.words)) + star)


def difference(wide: Clause, narrow: Clause) -> Clause:
    """Return what `wide` finds and `narrow` does not."""
    same_rest = (wide.where, wide.params) == (narrow.where, narrow.params)
    if same_rest and wide.match and narrow.match and not wide.negative and not narrow.negative:
        return Clause(f"({wide.match}) NOT ({narrow.match})", wide.where, wide.params)
    where, params = narrow.predicate()
    return _all_of([wide, Clause(where=f"NOT ({where})", params=params)])


def _has_text(node: Node) -> bool:
    match node:
        case Word() | Phrase():
            return True
        case Not(node=inner):
            return _has_text(inner)
        case And(nodes=nodes) | Or(nodes=nodes):
            return any(_has_text(n) for n in nodes)
        case Field(name=name):
            return name == "country"
        case _:
            return False


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _in_columns(columns: Sequence[str], expression: str) -> str:
    return f"{{{' '.join(columns)}}} : ({expression})"


def _facet(tokens: Iterable[str]) -> Clause:
    return Clause(_in_columns(("facets",), " OR ".join(map(_quote, tokens))))


def _all_of(clauses: Iterable[Clause]) -> Clause:
    clauses = list(clauses)
    inside = [c.match for c in clauses if c.match and not c.negative]
    outside = [c.match for c in clauses if c.match and c.negative]
    match = " AND ".join(f"({m})" for m in inside) or None
    wheres = [(c.where, c.params) for c in clauses if c.where]
    for excluded in outside:
        if match:
            match = f"({match}) NOT ({excluded})"
        else:
            wheres.append((f"NOT ({_IN_INDEX})", (excluded,)))
    where = " AND ".join(f"({w})" for w, _ in wheres) or None
    return Clause(match, where, tuple(p for _, params in wheres for p in params))


def _any_of(clauses: Iterable[Clause]) -> Clause:
    clauses = list(clauses)
    if all(c.match and not c.negative and not c.where for c in clauses):
        return Clause(" OR ".join(f"({c.match})" for c in clauses))
    parts = [c.predicate() for c in clauses]
    where = " OR ".join(f"({w})" for w, _ in parts)
    return Clause(where=f"({where})", params=tuple(p for _, params in parts for p in params))


def _negate(clause: Clause) -> Clause:
    if clause.match and not clause.where:
        return Clause(clause.match, negative=not clause.negative)
    where, params = clause.predicate()
    return Clause(where=f"NOT ({where})", params=params)
