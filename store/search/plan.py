"""From a parsed query to clauses: what the index can answer into MATCH, the rest into WHERE."""

from __future__ import annotations

import calendar
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from store.library import order, saved
from store.schema import TEXT_COLUMNS
from store.search import facets, lookups
from store.search.clauses import (
    NOTHING,
    Clause,
    all_of,
    any_of,
    facet,
    in_columns,
    negation,
    quoted,
)
from store.search.guesses import Guesses
from store.search.query import And, DateRange, Field, Node, Not, Or, Phrase, Query, Word, parse
from store.text import term

_COLUMNS_OF = {"title": ("title",), "report": ("report",), "comment": ("comment",)}


class Level(IntEnum):
    """How freely words are taken: each level finds all that the one before finds, and more."""

    EXACT = 0
    PREFIX = 1
    CORRECTED = 2
    ALIAS = 3


@dataclass(slots=True)
class Plan:
    """Turns a query into clauses, level by level, and gathers what had to be said about it."""

    db: sqlite3.Connection
    guesses: Guesses = field(default_factory=Guesses)
    notices: list[str] = field(default_factory=list)
    table: str = "ft"
    _known: dict[tuple[Node, Sequence[str]], Clause] = field(default_factory=dict)
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

    def head(self, query: Query, level: Level, columns: Sequence[str]) -> Clause:
        """Return the clause for the table `head`: every word in one of its `columns`.

        Only for queries of which `heads` says so.
        """
        assert query.root is not None
        # `heads` lets no saved search through, so what fields find is the same for both.
        planned = Plan(
            self.db, replace(self.guesses, completions={}), table="head", _known=self._known
        )
        return planned._node(query.root, level, columns)

    def say(self, notice: str) -> None:
        """Note something for the reader, once."""
        if notice not in self.notices:
            self.notices.append(notice)

    # -- the tree --------------------------------------------------------------------------------

    def _node(self, node: Node, level: Level, columns: Sequence[str]) -> Clause:
        match node:
            case Word():
                return Clause(in_columns(columns, self._word(node, level)))
            case Phrase():
                return Clause(in_columns(columns, self._phrase(node, level)))
            case DateRange():
                return self._dates(node)
            case Field():
                return self._field(node, columns)
            case Not(node=inner):
                return negation(self._node(inner, Level.EXACT, columns), self.table)
            case Or(nodes=nodes):
                return any_of([self._node(n, level, columns) for n in nodes], self.table)
            case And(nodes=nodes):
                return self._all(nodes, level, columns)

    def _all(self, nodes: Iterable[Node], level: Level, columns: Sequence[str]) -> Clause:
        nodes = tuple(nodes)
        scopes = _scopes(nodes)
        if scopes:
            columns = columns_in(nodes)
        rest = [n for n in nodes if n not in scopes]
        if not any(_has_text(n) for n in rest):  # "in:comment" with nothing to look for in it
            rest += scopes
        return all_of([self._node(n, level, columns or TEXT_COLUMNS) for n in rest])

    def _word(self, word: Word, level: Level) -> str:
        key = term(word.text)
        found = [quoted(word.text)]
        if goes_on(word, level):
            found = self._begun(word.text, "")
        if level >= Level.CORRECTED:
            found += map(quoted, self.guesses.variants.get(key, ()))
        if level >= Level.ALIAS:
            found += map(quoted, self.guesses.aliases.get(key, ()))
        return " OR ".join(dict.fromkeys(found))

    def _begun(self, start: str, before: str) -> list[str]:
        """The index expressions for what begins so, after other words of a phrase."""
        completions = self.guesses.completions.get(term(start))
        if completions is None:
            return [quoted(before + start) + " *"]
        return [quoted(before + word) for word in dict.fromkeys((start, *completions))]

    def _phrase(self, phrase: Phrase, level: Level) -> str:
        *before, last = phrase.words
        if level >= Level.CORRECTED and phrase.words in self.guesses.loose:
            parts = [*map(Word, before), Word(last, phrase.prefix)]
            return " AND ".join(f"({self._word(part, level)})" for part in parts)
        if goes_on(phrase, level):
            return " OR ".join(self._begun(last, " ".join((*before, ""))))
        return quoted(" ".join(phrase.words))

    # -- fields ----------------------------------------------------------------------------------

    def _field(self, node: Field, columns: Sequence[str]) -> Clause:
        if node.name == "in":
            kind = node.value.lower()
            return facet([facets.has(kind)]) if kind in ("report", "comment") else Clause()
        key = (node, tuple(columns))
        if key not in self._known:
            self._known[key] = self._fields[node.name](node, columns)
        return self._known[key]

    def _none(self, node: Field, what: str) -> Clause:
        self.say(f"{node.name}:{node.value} – {what}")
        return NOTHING

    def _pair(self, node: Field, columns: Sequence[str]) -> Clause:
        codes = lookups.pair_codes(node.value)
        if codes is None:
            return self._none(node, "no such country pair")
        return self._said(node, facets.pair(codes), "no brief is on this pair")

    def _country(self, node: Field, columns: Sequence[str]) -> Clause:
        code = lookups.country_code(node.value)
        if code is None:
            return self._none(node, "no such country")
        halves = [c for c in columns if c in ("report", "comment")]
        where = halves[0] if len(columns) == 1 and halves else None
        return self._said(node, facets.country(code, where), "no brief names this country")

    def _person(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.names(self.db, node.value)
        if not found.ids:
            return self._none(node, "nobody of that name in the library")
        if found.guessed:
            self.say(f"person:{node.value} – taken as {found.guessed}")
        return facet([facets.name(i) for i in found.ids])

    def _by(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.printed(self.db, "analyst", node.value)
        if not found.ids:
            return self._none(node, "no analyst of that name in the library")
        if found.guessed:
            self.say(f"by:{node.value} – taken as {found.guessed}")
        return facet([facets.analyst(i) for i in found.ids])

    def _at(self, node: Field, columns: Sequence[str]) -> Clause:
        found = lookups.printed(self.db, "institution", node.value)
        if not found.ids:
            return self._none(node, "no institution of that name in the library")
        if found.guessed:
            self.say(f"at:{node.value} – taken as {found.guessed}")
        return facet([facets.institution(i) for i in found.ids])

    def _label(self, node: Field, columns: Sequence[str]) -> Clause:
        return self._said(node, facets.label(node.value), "no section is labelled so")

    def _said(self, node: Field, token: str, none: str) -> Clause:
        """The briefs with a facet; that there is none is said."""
        if not self._is_known(token):
            self.say(f"{node.name}:{node.value} – {none}")
        return facet([token])

    def _marked(self, node: Field, briefs: str, none: str) -> Clause:
        """The briefs that a subquery on the value of a field gives; that there is none is said."""
        if not self.db.execute(f"{briefs} LIMIT 1", [node.value]).fetchone():
            self.say(f"{node.name}:{node.value} – {none}")
        return Clause(where=f"e.brief IN ({briefs})", params=(node.value,))

    def _tag(self, node: Field, columns: Sequence[str]) -> Clause:
        briefs = "SELECT brief FROM tag WHERE tag = ? COLLATE NOCASE"
        return self._marked(node, briefs, "no brief is tagged so")

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
        briefs = (
            "SELECT v.brief FROM source s JOIN version v ON v.id = s.version"
            " WHERE instr(lower(s.path), lower(?))"
        )
        return self._marked(node, briefs, "no source has that in its path")

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
            rows = order.rows_between(self.db, node.first, node.last)
        except ValueError:
            self.say("a date out of range was ignored")
            return Clause()
        # A brief dated only "2017" stands on 1 January, but is inside a range only if all of
        # 2017 is.
        partly = [t for t in map(facets.within, _begun_by(node.last)) if self._is_known(t)]
        if not partly:
            return Clause(rows=rows)
        return all_of([Clause(rows=rows), negation(facet(partly))])

    def _is_known(self, token: str) -> bool:
        row = self.db.execute("SELECT 1 FROM facet WHERE token = ?", [token]).fetchone()
        return row is not None


def _begun_by(last: str | None) -> list[str]:
    """The year and the month that are begun but not over on the last day of a range."""
    if last is None or len(last) == 4:
        return []
    year, month, *day = (int(part) for part in last.split("-"))
    over = not day or day[0] == calendar.monthrange(year, month)[1]
    return [last[:4]] * (not over or month < 12) + [last[:7]] * (not over)


def goes_on(node: Word | Phrase, level: Level) -> bool:
    """Whether the last word may go on: a starred one always, one being typed only above exact."""
    starred = node.prefix and not (isinstance(node, Phrase) and node.typing)
    return starred or (node.typing and level > Level.EXACT)


def _scopes(nodes: Iterable[Node | None]) -> list[Field]:
    return [n for n in nodes if isinstance(n, Field) and n.name == "in"]


def columns_in(nodes: Iterable[Node | None]) -> tuple[str, ...]:
    """The columns that "in:comment" and the like among these nodes name."""
    return tuple(c for scope in _scopes(nodes) for c in _COLUMNS_OF.get(scope.value.lower(), ()))


def heads(query: Query) -> bool:
    """Whether `Plan.head` can answer for a query: it has words, and excludes or places none."""
    return query.root is not None and _has_text(query.root) and not _looks_elsewhere(query.root)


def _looks_elsewhere(node: Node) -> bool:
    match node:
        case Not(node=inner):
            return _has_text(inner)
        case And(nodes=nodes) | Or(nodes=nodes):
            return any(map(_looks_elsewhere, nodes))
        case Field(name=name, value=value):
            return name == "saved" or (name == "in" and value != "title")
        case _:
            return False


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
