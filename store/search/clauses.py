"""What is to be found, as the index and the database take it, and how such conditions combine.

A `Clause` is the conjunction of an FTS5 expression, a range of row numbers and an SQL predicate
over `entry e`; any may be missing. Clauses combine under AND, OR and NOT, staying inside the index
as long as they can, because only there is "the newest fifty" a matter of microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from store.search.facets import EVERY

_IN_INDEX = "e.row IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)"
_ALL = f'{{facets}} : "{EVERY}"'


@dataclass(frozen=True, slots=True)
class Clause:
    """`match` AND rows in [low, high] AND `where`; with none of them, everything.

    `negative` marks NOT (match). `where` names no column but `e.row` and `e.brief`.
    """

    match: str | None = None
    where: str | None = None
    params: tuple[Any, ...] = ()
    rows: tuple[int, int] | None = None
    negative: bool = False

    @property
    def index_match(self) -> str | None:
        """The index expression, a negative one as everything but that."""
        return f"({_ALL}) NOT ({self.match})" if self.match and self.negative else self.match

    def predicate(self, table: str = "ft") -> tuple[str, tuple[Any, ...]]:
        """The clause as SQL alone, for where the index expression cannot stand on its own."""
        parts: list[str] = []
        params: list[Any] = []
        if self.match is not None:
            inside = _IN_INDEX.format(table)
            parts.append(f"NOT ({inside})" if self.negative else inside)
            params.append(self.match)
        if self.rows is not None:
            parts.append("e.row BETWEEN ? AND ?")
            params += self.rows
        if self.where is not None:
            parts.append(self.where)
            params += self.params
        return " AND ".join(parts) or "1", tuple(params)

    def source(self, table: str = "ft") -> tuple[str, list[Any]]:
        """FROM and WHERE of a query for it, and their parameters; the row is `number(table)`."""
        if self.match is None:
            where, params = self.predicate()
            return f"FROM entry e WHERE {where}", list(params)
        return self._index_source(table)

    def _index_source(self, table: str) -> tuple[str, list[Any]]:
        wheres = [f"{table} MATCH ?"]
        params: list[Any] = [self.index_match]
        if self.rows is not None:
            wheres.append(f"{table}.rowid BETWEEN ? AND ?")
            params += self.rows
        joined = ""
        if self.where is not None:
            # The narrow index has both columns that a predicate may name.
            joined = f" CROSS JOIN entry e INDEXED BY entry_narrow ON e.row = {table}.rowid"
            wheres.append(self.where)
            params += self.params
        return f"FROM {table}{joined} WHERE {' AND '.join(wheres)}", params

    def number(self, table: str = "ft") -> str:
        """The column that holds the row number in `source(table)`."""
        return "e.row" if self.match is None else f"{table}.rowid"


NOTHING = Clause(where="0")


def all_of(clauses: Iterable[Clause]) -> Clause:
    """Return what every one of the clauses finds."""
    clauses = list(clauses)
    inside = [c.match for c in clauses if c.match and not c.negative]
    outside = [c.match for c in clauses if c.match and c.negative]
    match = " AND ".join(f"({m})" for m in inside) or None
    negative = match is None and bool(outside)
    for excluded in outside:
        if negative:
            match = f"({match}) OR ({excluded})" if match else excluded
        else:
            match = f"({match}) NOT ({excluded})"
    wheres = [(c.where, c.params) for c in clauses if c.where]
    where = " AND ".join(f"({w})" for w, _ in wheres) or None
    params = tuple(p for _, params in wheres for p in params)
    return Clause(match, where, params, _overlap(clauses), negative)


def any_of(clauses: Sequence[Clause], table: str = "ft") -> Clause:
    """Return what at least one of the clauses finds; `table` is the index that they are for."""
    if all(c.match and not c.where and not c.rows for c in clauses):
        return Clause(" OR ".join(f"({c.index_match})" for c in clauses))
    parts = [c.predicate(table) for c in clauses]
    where = " OR ".join(f"({w})" for w, _ in parts)
    return Clause(where=f"({where})", params=tuple(p for _, params in parts for p in params))


def negation(clause: Clause, table: str = "ft") -> Clause:
    """Return everything that a clause for an index table does not find."""
    if clause.match and not clause.where and not clause.rows:
        return Clause(clause.match, negative=not clause.negative)
    where, params = clause.predicate(table)
    return Clause(where=f"NOT ({where})", params=params)


def difference(wide: Clause, narrow: Clause) -> Clause:
    """Return what `wide` finds and `narrow` does not."""
    rest = (narrow.where, narrow.params, narrow.rows) == (wide.where, wide.params, wide.rows)
    if rest and wide.match and narrow.match and not wide.negative and not narrow.negative:
        return Clause(f"({wide.match}) NOT ({narrow.match})", wide.where, wide.params, wide.rows)
    return all_of([wide, negation(narrow)])


def of_table(clause: Clause, table: str) -> Clause:
    """Return a clause of another index table as one that can be combined with those of `ft`."""
    where, params = clause.predicate(table)
    return Clause(where=f"({where})", params=params)


def quoted(text: str) -> str:
    """Return a text as a string of the index's own query language."""
    return '"' + text.replace('"', '""') + '"'


def in_columns(columns: Sequence[str], expression: str) -> str:
    """Return an index expression that looks in some columns only."""
    return f"{{{' '.join(columns)}}} : ({expression})"


def facet(tokens: Iterable[str]) -> Clause:
    """Return what has at least one of these facets."""
    return Clause(in_columns(("facets",), " OR ".join(map(quoted, tokens))))


def _overlap(clauses: Iterable[Clause]) -> tuple[int, int] | None:
    ranges = [c.rows for c in clauses if c.rows is not None]
    if not ranges:
        return None
    return max(low for low, _ in ranges), min(high for _, high in ranges)
