"""Who, where and by whom: the rows that say what a brief is about, and its facet tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from store.brief import Problem
from store.library.names import Names
from store.library.prepared import Person, Prepared
from store.search import facets
from store.text import slug

_TWO = itemgetter(0, 1)
_INSERT = {
    "brief_analyst": "INSERT INTO brief_analyst VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    "brief_country": "INSERT INTO brief_country VALUES (?, ?, ?, ?, ?)",
    "brief_pair": "INSERT INTO brief_pair VALUES (?, ?, ?, ?, ?, ?)",
    "brief_person": "INSERT INTO brief_person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "problem": "INSERT INTO problem (brief, source, field, reason, guess) VALUES (?, ?, ?, ?, ?)",
    "sketch": "INSERT OR IGNORE INTO sketch VALUES (?, ?)",
}
_TABLES = ("brief_analyst", "brief_country", "brief_pair", "brief_person")


class Facts:
    """The facts of the briefs of one transaction; `flush` writes those that wait.

    Rows are written together and sorted, which costs a third of writing them brief by brief.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._names = Names(connection)
        self._ids: dict[tuple[str, str], int] = {}
        self._waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _INSERT}
        self._spellings: set[tuple[str, str]] = set()

    def add(self, brief: int, public: str, made: Prepared) -> str:
        """Note all facts of a brief and return its facet tokens."""
        waiting = self._waiting
        analysts, institutions = self._add_authors(brief, made.authors)
        waiting["brief_country"] += ((code, brief, *rest) for code, *rest in made.countries)
        waiting["brief_pair"] += ((pair, brief, *rest) for pair, *rest in made.pairs)
        people = self._add_people(brief, public, made.people)
        waiting["problem"] += _problems(made.problems, brief, None)
        waiting["sketch"] += ((value, brief) for value in made.wording.sketch)
        before, after = made.tokens
        return " ".join([before, *facets.numbered(people, analysts, institutions), after]).strip()

    def flush(self) -> None:
        """Write what waits."""
        for table in self._waiting:
            self._flush(table)
        self._db.executemany(
            "INSERT INTO spelling VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(self._spellings)
        )
        self._spellings.clear()

    def _flush(self, table: str) -> None:
        rows = self._waiting[table]
        if rows:
            # By their keys, which come first; problems have none and stay in their order.
            self._db.executemany(
                _INSERT[table], rows if table == "problem" else sorted(rows, key=_TWO)
            )
            rows.clear()

    def _add_authors(
        self, brief: int, authors: Iterable[tuple[str, str | None]]
    ) -> tuple[list[int], list[int]]:
        analysts: list[int] = []
        institutions: list[int] = []
        for name, house in authors:
            analyst = self._id_of("analyst", name)
            institution = self._id_of("institution", house or "")
            if analyst is None:
                continue
            self._waiting["brief_analyst"].append((analyst, brief, institution))
            analysts.append(analyst)
            institutions += [institution] if institution is not None else []
        return analysts, institutions

    def _id_of(self, table: str, printed: str) -> int | None:
        """Return the id of an analyst or institution, made if new; None without any letter."""
        known = self._ids.get((table, printed))
        if known is not None:
            return known
        key = slug(printed)
        if not key:
            return None
        row = self._db.execute(f"SELECT id FROM {table} WHERE slug = ?", [key]).fetchone()
        if row is None:
            row = self._db.execute(
                f"INSERT INTO {table} (slug, name) VALUES (?, ?) RETURNING id", [key, printed]
            ).fetchone()
        self._ids[table, printed] = int(row[0])
        return int(row[0])

    def _add_people(self, brief: int, public: str, people: Iterable[Person]) -> list[int]:
        ids: list[int] = []
        for person in people:
            if self._names.asks_facts(person):
                self._flush("brief_person")
            name = self._names.name_of(brief, public, person)
            # Two entries of one brief may prove to be one name; the first, fuller one is kept.
            if name in ids:
                continue
            ids.append(name)
            self._spellings.update(person.spelled)
            self._waiting["brief_person"].append((name, brief, *person.row))
        return ids


def remove(db: sqlite3.Connection, brief: int, *, problems: bool = True) -> None:
    """Remove all facts of a brief, its `problems` among them or not.

    Names and analysts stay: their ids are never reused.
    """
    for table in (*_TABLES, *(["problem"] * problems)):
        db.execute(f"DELETE FROM {table} WHERE brief = ?", [brief])


def snapshot(db: sqlite3.Connection, brief: int) -> list[list[tuple[object, ...]]]:
    """Return who and where in a brief as stored, to tell whether reading it again changes that."""
    return [
        db.execute(f"SELECT * FROM {table} WHERE brief = ? ORDER BY 1", [brief]).fetchall()
        for table in _TABLES
    ]


def write_problems(
    db: sqlite3.Connection,
    problems: Iterable[Problem],
    *,
    brief: int | None = None,
    source: str | None = None,
) -> None:
    """Remember doubts about a brief or about a source that could not be read."""
    db.executemany(_INSERT["problem"], _problems(problems, brief, source))


def _problems(
    problems: Iterable[Problem], brief: int | None, source: str | None
) -> list[tuple[Any, ...]]:
    return [(brief, source, p.field, p.reason, p.guess) for p in problems]
