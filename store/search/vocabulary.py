"""The words of a brief as the index knows them, and how many briefs hold each."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from store.text import skeleton, term, words


def terms(*texts: str) -> set[str]:
    """Return the distinct terms of some texts."""
    return {term(word) for text in texts for word in set(words(text))}


def add(connection: sqlite3.Connection, counts: Counter[str]) -> None:
    """Add (or, with negative counts, take away) briefs per term and mark the vocabulary changed."""
    connection.executemany(
        "INSERT INTO vocab VALUES (?, ?) ON CONFLICT (term) DO UPDATE"
        " SET briefs = briefs + excluded.briefs",
        sorted(counts.items()),
    )
    if any(n < 0 for n in counts.values()):
        connection.execute("DELETE FROM vocab WHERE briefs <= 0")
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'vocabulary'")


def generation(connection: sqlite3.Connection) -> int:
    """Return a number that changes whenever the vocabulary does."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'vocabulary'").fetchone()
    return int(row[0])


def load(connection: sqlite3.Connection) -> tuple[list[str], list[int]]:
    """Return all terms, sorted, and the number of briefs that hold each."""
    rows: Iterable[tuple[str, int]] = connection.execute(
        "SELECT term, briefs FROM vocab ORDER BY term"
    )
    pairs = list(rows)
    return [t for t, _ in pairs], [n for _, n in pairs]


def briefs_with(connection: sqlite3.Connection, word: str) -> int:
    """Return how many briefs hold this one word."""
    row = connection.execute("SELECT briefs FROM vocab WHERE term = ?", [term(word)]).fetchone()
    return int(row[0]) if row else 0


def begins(connection: sqlite3.Connection, start: str) -> int:
    """Return how many briefs hold the commonest word that begins so."""
    low = term(start)
    row = connection.execute(
        "SELECT max(briefs) FROM vocab WHERE term >= ? AND term < ?", [low, low + "\U0010ffff"]
    ).fetchone()
    return int(row[0] or 0)


def aliases(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Return the other spellings of a surname that the library's people are printed with."""
    known = term(word)
    rows = connection.execute(
        "SELECT term FROM spelling WHERE surname = ? AND term != ?", [skeleton(known), known]
    )
    return tuple(r[0] for r in rows)
