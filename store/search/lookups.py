"""From what a reader types to what the library knows: countries, pairs, people, analysts.

A name is found by its words, by its sound, and last by likeness; a likeness is said, never silent.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from store.search.facets import LEAD
from store.search.readings import coarse
from store.search.spelling import Speller
from store.text import fold, skeleton, words

_LIKENESS = 82  # rapidfuzz WRatio; below it names of this library's size are mostly noise
_MOST_NAMES = 20_000  # as many names as one lookup looks at
_BETWEEN = re.compile(r"[-–—/,&+]|\s+and\s+|\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """Row ids that answer to a name; `guessed` is the printed name if only likeness found it."""

    ids: tuple[int, ...] = ()
    guessed: str | None = None


def country_code(text: str) -> str | None:
    """Return the code of a country as typed: "iran", "IR", "the kremlin"."""
    from store.entities import codes  # late: few queries name a country

    return codes.code_of(text.strip())


def pair_codes(text: str) -> str | None:
    """Return the pair "IR-RU" for "iran-russia", "RU IR" or "Russia and Iran"; else None."""
    text = text.strip()
    for cut in _BETWEEN.finditer(text):
        a, b = country_code(text[: cut.start()]), country_code(text[cut.end() :])
        if a and b and a != b:
            return "-".join(sorted((a, b)))
    return None


def names(db: sqlite3.Connection, text: str) -> Found:
    """Return the names (and all other names of the same people) that answer to `text`."""
    people = people_like(db, text)
    if not people.ids:
        return people
    marks = ", ".join("?" * len(people.ids))
    rows = db.execute(f"SELECT id FROM name WHERE person IN ({marks})", people.ids)
    return Found(tuple(int(r[0]) for r in rows), people.guessed)


def people_like(db: sqlite3.Connection, text: str) -> Found:
    """Return the people that answer to an id ("p17") or to words of a name, best first."""
    number = re.fullmatch(r"[pP](\d{1,15})", text.strip())
    if number:
        # An id is that of a name: one that was merged away still leads to the person.
        row = db.execute("SELECT person FROM name WHERE id = ?", [int(number[1])]).fetchone()
        return Found((int(row[0]),) if row else ())
    return _by_sound(db, text) or _by_words(db, text) or _by_spelling(db, text)


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the library, with the briefs of the commonest of their names."""

    number: int
    name: str
    briefs: int


def people_beginning(db: sqlite3.Connection, text: str, limit: int) -> list[Known]:
    """Return people with a name each word of which begins as typed, most briefs first."""
    ids = _names_beginning(db, words(fold(text)))
    marks = ", ".join("?" * len(ids))
    only = f"n.id IN ({marks})" if text.strip() else "1"
    rows = db.execute(
        "SELECT p.id, p.printed, max(f.briefs) AS briefs FROM name n JOIN name p ON p.id = n.person"
        f" JOIN facet f ON f.token = '{LEAD}n' || n.id WHERE {only}"
        " GROUP BY p.id ORDER BY briefs DESC, p.printed LIMIT ?",
        [*ids, limit],
    )
    return [Known(*row) for row in rows]


def printed(db: sqlite3.Connection, table: str, text: str) -> Found:
    """Return the analysts or institutions (`table`) whose printed name answers to `text`."""
    rows = db.execute(f"SELECT id, name FROM {table} ORDER BY id").fetchall()
    sought = words(fold(text))
    same = [i for i, name in rows if sought and sought == words(fold(name))]
    hits = same or [i for i, name in rows if sought and _starts(sought, words(fold(name)))]
    return Found(tuple(hits)) if hits else _likest(rows, text)


def _by_sound(db: sqlite3.Connection, text: str) -> Found | None:
    """By the surname's sound; any further word must have the consonants of a word of the name."""
    parts = _sounds(text)
    if not parts:
        return None
    marks = ", ".join("?" * len(parts))
    rows = db.execute(
        f"SELECT person, printed, surname FROM name WHERE surname IN ({marks}) ORDER BY id", parts
    )
    people = [
        person
        for person, name, surname in rows
        if {coarse(p) for p in parts if p != surname} <= {coarse(p) for p in _sounds(name)}
    ]
    return Found(tuple(dict.fromkeys(people))) if people else None


def _sounds(name: str) -> list[str]:
    return [skeleton(w) for w in words(fold(name))]


def _by_words(db: sqlite3.Connection, text: str) -> Found | None:
    return _people_of(db, _names_beginning(db, words(fold(text))))


def _names_beginning(db: sqlite3.Connection, sought: Sequence[str]) -> list[int]:
    """The names that have, for each word sought, a word that begins so."""
    found: set[int] | None = None
    for word in sorted(sought, key=len, reverse=True):
        rows = db.execute(
            "SELECT name FROM name_word WHERE word >= ? AND word < ?", [word, word + "\U0010ffff"]
        )
        ids = {int(r[0]) for r in rows}
        found = ids if found is None else found & ids
    return sorted(found or ())[:_MOST_NAMES]


def _people_of(db: sqlite3.Connection, names: Sequence[int]) -> Found | None:
    marks = ", ".join("?" * len(names))
    rows = db.execute(f"SELECT person FROM name WHERE id IN ({marks}) ORDER BY id", names)
    people = tuple(dict.fromkeys(int(r[0]) for r in rows))
    return Found(people) if people else None


def _by_spelling(db: sqlite3.Connection, text: str) -> Found:
    """The likest of the names that have a word spelled much like one that is sought."""
    speller = Speller(db)
    spelled = {v.term for word in words(fold(text)) for v in speller.variants(word)}
    marks = ", ".join("?" * len(spelled))
    query = (
        "SELECT person, printed FROM name WHERE id IN"
        f" (SELECT name FROM name_word WHERE word IN ({marks}) LIMIT {_MOST_NAMES}) ORDER BY id"
    )
    return _likest(db.execute(query, sorted(spelled)).fetchall(), text)


def _starts(sought: Sequence[str], have: Sequence[str]) -> bool:
    return all(any(word.startswith(s) for word in have) for s in sought)


def _likest(rows: Sequence[tuple[int, str]], text: str) -> Found:
    from rapidfuzz import fuzz, process

    if len(fold(text)) < 4 or not rows:
        return Found()
    best = process.extractOne(
        fold(text), [fold(name) for _, name in rows], scorer=fuzz.WRatio, score_cutoff=_LIKENESS
    )
    if best is None:
        return Found()
    number, name = rows[best[2]]
    return Found((number,), name)
