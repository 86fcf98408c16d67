"""The index: full-text tables, vocabulary and facet counts, kept in step with `entry`.

Everything here can be made again from `entry` at any moment, and `rebuild` does. An `Index` gathers
what changed in one transaction and writes it at the end, sorted, because FTS5 flushes its hash on
every step backwards.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from store.schema import INDEXED, TEXT_COLUMNS
from store.search import vocabulary

_BATCH = 20_000
_PAGES = 500  # of 4 kB, merged in one go


class Index:
    """What has changed in the briefs of one transaction; `finish` brings the index up to date."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._waiting: list[Mapping[str, Any]] = []
        self._terms: Counter[str] = Counter()
        self._facets: Counter[str] = Counter()
        self._briefs = 0

    def add(self, entry: Mapping[str, Any], terms: str | None = None) -> None:
        """Note that an entry was inserted; the index will hold it after `finish`.

        `terms` are those of its texts, a blank between, if they are known already.
        """
        self._waiting.append(entry)
        self._terms.update(_terms(entry) if terms is None else terms.split())
        self._facets.update(entry["facets"].split())
        self._briefs += 1

    def remove(self, entry: Mapping[str, Any]) -> None:
        """Take an entry out of the index, before it is deleted from its table."""
        self.write()  # FTS5 must hold what it is told to delete
        for table, columns in INDEXED.items():
            marks = ", ".join("?" * len(columns))
            self._db.execute(
                f"INSERT INTO {table} ({table}, rowid, {', '.join(columns)})"
                f" VALUES ('delete', ?, {marks})",
                [entry["row"], *(entry[c] for c in columns)],
            )
        self._terms.subtract(_terms(entry))
        self._facets.subtract(str(entry["facets"]).split())
        self._briefs -= 1

    def write(self) -> None:
        """Write the rows that the full-text tables do not hold yet, in ascending order."""
        self._waiting.sort(key=itemgetter("row"))
        for table, columns in INDEXED.items():
            names = ", ".join(columns)
            values = itemgetter("row", *columns)
            self._db.executemany(
                f"INSERT INTO {table} (rowid, {names}) VALUES (?{', ?' * len(columns)})",
                map(values, self._waiting),
            )
        self._waiting.clear()

    def finish(self) -> None:
        """Bring the whole index up to date."""
        self.write()
        if +self._terms or -self._terms:
            vocabulary.add(self._db, self._terms)
        _count_facets(self._db, self._facets)
        _count_briefs(self._db, self._briefs)
        self._terms, self._facets, self._briefs = Counter(), Counter(), 0


def _terms(entry: Mapping[str, Any]) -> set[str]:
    return vocabulary.terms(*(str(entry[c]) for c in TEXT_COLUMNS))


def renumbered(connection: sqlite3.Connection) -> None:
    """Make the full-text tables again after row numbers have changed."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole index again from the entries, inside the caller's transaction."""
    renumbered(connection)
    vocabulary.clear(connection)
    connection.execute("DELETE FROM facet")
    connection.execute("UPDATE meta SET value = '0' WHERE name = 'briefs'")
    total = 0
    for batch in _entries(connection):
        terms: Counter[str] = Counter()
        tokens: Counter[str] = Counter()
        for *texts, facets in batch:
            terms.update(vocabulary.terms(*texts))
            tokens.update(facets.split())
        vocabulary.add(connection, terms)
        _count_facets(connection, tokens)
        total += len(batch)
    _count_briefs(connection, total)


def merge(connection: sqlite3.Connection) -> None:
    """Make one piece of the index's many, after much was added: searching is faster for it."""
    for table in INDEXED:
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def merge_some(connection: sqlite3.Connection) -> bool:
    """Merge a bounded part of what a large ingest left in pieces; return whether there was any."""
    done = False
    for table in INDEXED:
        before = connection.total_changes
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('merge', ?)", [_PAGES])
        # One change is the statement's own: https://www.sqlite.org/fts5.html, section 6.8
        done |= connection.total_changes - before > 1
    return done


def check(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield what does not agree between the index and the entries, a line each; needs to write."""
    for table in INDEXED:
        try:
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"{table}: {error}"
    terms: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    total = 0
    for batch in _entries(connection):
        for *texts, facets in batch:
            terms.update(vocabulary.terms(*texts))
            tokens.update(facets.split())
        total += len(batch)
    if dict(connection.execute("SELECT term, briefs FROM vocab")) != terms:
        yield "vocab: the counts of words are not those of the briefs"
    if dict(connection.execute("SELECT token, briefs FROM facet")) != tokens:
        yield "facet: the counts of facets are not those of the briefs"
    if briefs(connection) != total:
        yield "meta: the number of briefs is wrong"


def briefs(connection: sqlite3.Connection) -> int:
    """Return how many briefs the library holds, without counting them."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'briefs'").fetchone()
    return int(row[0])


def _entries(connection: sqlite3.Connection) -> Iterator[Sequence[tuple[str, ...]]]:
    names = ", ".join((*TEXT_COLUMNS, "facets"))
    last = -1
    while batch := connection.execute(
        f"SELECT row, {names} FROM entry WHERE row > ? ORDER BY row LIMIT ?", [last, _BATCH]
    ).fetchall():
        last = batch[-1][0]
        yield [row[1:] for row in batch]


def _count_facets(connection: sqlite3.Connection, tokens: Mapping[str, int]) -> None:
    connection.executemany(
        "INSERT INTO facet VALUES (?, ?) ON CONFLICT (token) DO UPDATE"
        " SET briefs = briefs + excluded.briefs",
        sorted((token, n) for token, n in tokens.items() if n),
    )
    if any(n < 0 for n in tokens.values()):
        connection.execute("DELETE FROM facet WHERE briefs <= 0")


def _count_briefs(connection: sqlite3.Connection, by: int) -> None:
    connection.execute("UPDATE meta SET value = value + ? WHERE name = 'briefs'", [by])
