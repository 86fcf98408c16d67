"""The words of a brief as the index knows them, how many briefs hold each, and how they sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from store.search.readings import coarse
from store.search.shortened import keys
from store.text import skeleton, sounds, term, words

_COUNT = (
    "INSERT INTO vocab (term, briefs) VALUES (?, ?)"
    " ON CONFLICT (term) DO UPDATE SET briefs = briefs + excluded.briefs"
)
_ALIASES = 8  # spellings of one name, the commonest ones
SHORTEST = 3
"""Shorter terms, and terms with digits, are no variant of anything."""


def terms(*texts: str) -> set[str]:
    """Return the distinct terms of some texts."""
    return {term(word) for text in texts for word in set(words(text))}


def add(connection: sqlite3.Connection, counts: Mapping[str, int]) -> None:
    """Add (or, with negative counts, take away) briefs per term and mark the vocabulary changed."""
    newest = _newest(connection)
    connection.executemany(_COUNT, sorted((text, n) for text, n in counts.items() if n))
    _complete(connection, newest)
    if any(n < 0 for n in counts.values()):
        _drop_unused(connection)
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'vocabulary'")


def _newest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM vocab").fetchone()[0])


def _complete(connection: sqlite3.Connection, newest: int) -> None:
    """Give the terms that came in after the term numbered `newest` a sound and remainders."""
    new = connection.execute("SELECT id, term FROM vocab WHERE id > ?", [newest]).fetchall()
    spoken: list[tuple[str, str | None, int]] = []
    near: list[tuple[int, int]] = []
    for number, text in new:
        if len(text) >= SHORTEST and text.isalpha():
            sound = sounds(text)
            spoken.append((sound, coarse(sound) if sound else None, number))
            near += [(key, number) for key in keys(text)]
    connection.executemany("UPDATE vocab SET sound = ?, bones = ? WHERE id = ?", spoken)
    near.sort()
    connection.executemany("INSERT INTO near VALUES (?, ?)", near)


def _drop_unused(connection: sqlite3.Connection) -> None:
    lost = connection.execute("SELECT id, term FROM vocab WHERE briefs <= 0").fetchall()
    connection.executemany(
        "DELETE FROM near WHERE key = ? AND term = ?",
        ((key, number) for number, text in lost for key in keys(text)),
    )
    connection.execute("DELETE FROM vocab WHERE briefs <= 0")


def clear(connection: sqlite3.Connection) -> None:
    """Forget every term."""
    connection.execute("DELETE FROM near")
    connection.execute("DELETE FROM vocab")


def generation(connection: sqlite3.Connection) -> int:
    """Return a number that changes whenever the vocabulary does."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'vocabulary'").fetchone()
    return int(row[0])


def briefs_with(connection: sqlite3.Connection, word: str) -> int:
    """Return how many briefs hold this one word."""
    row = connection.execute("SELECT briefs FROM vocab WHERE term = ?", [term(word)]).fetchone()
    return int(row[0]) if row else 0


def begins(connection: sqlite3.Connection, start: str, enough: int) -> bool:
    """Return whether any word that begins so stands in `enough` briefs."""
    low = term(start)
    row = connection.execute(
        "SELECT 1 FROM vocab WHERE term >= ? AND term < ? AND briefs >= ? LIMIT 1",
        [low, low + "\U0010ffff", enough],
    ).fetchone()
    return row is not None


def is_begun(connection: sqlite3.Connection, start: str) -> bool:
    """Return whether any word begins so."""
    low = term(start)
    row = connection.execute(
        "SELECT 1 FROM vocab WHERE term >= ? AND term < ? LIMIT 1", [low, low + "\U0010ffff"]
    ).fetchone()
    return row is not None


def completions(connection: sqlite3.Connection, start: str, limit: int) -> tuple[str, ...]:
    """Return the commonest terms that begin with a folded `start`, commonest first."""
    rows = connection.execute(
        "SELECT term FROM vocab WHERE term >= ? AND term < ? ORDER BY briefs DESC, term LIMIT ?",
        [start, start + "\U0010ffff", limit],
    )
    return tuple(r[0] for r in rows)


def weight(connection: sqlite3.Connection, start: str, most: int) -> tuple[int, int]:
    """Return how many terms begin with a folded `start`, and the sum of their briefs.

    No more than `most` terms are counted, the first of the alphabet.
    """
    row = connection.execute(
        "SELECT count(*), coalesce(sum(briefs), 0) FROM"
        " (SELECT briefs FROM vocab WHERE term >= ? AND term < ? LIMIT ?)",
        [start, start + "\U0010ffff", most],
    ).fetchone()
    return int(row[0]), int(row[1])


def is_in_names(connection: sqlite3.Connection, word: str) -> bool:
    """Return whether a folded word is part of a name that the library's people are printed with."""
    row = connection.execute("SELECT 1 FROM name_word WHERE word = ? LIMIT 1", [word]).fetchone()
    return row is not None


def aliases(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Return the other spellings of a name that the library's people are printed with.

    A word that the library knows, but not as part of a name, has none: it only sounds like one.
    """
    known = term(word)
    rows = connection.execute(
        "SELECT s.term FROM spelling s JOIN vocab v ON v.term = s.term WHERE s.sound = ?"
        " ORDER BY v.briefs DESC, s.term LIMIT ?",
        [skeleton(known), _ALIASES + 1],
    )
    found = [r[0] for r in rows]
    if known not in found and briefs_with(connection, known):
        return ()
    return tuple(t for t in found if t != known)[:_ALIASES]
