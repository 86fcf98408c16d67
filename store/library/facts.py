"""Who, where and by whom: the rows that say what a brief is about, and its facet tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.brief import Author, Brief, Entities, PersonMentions, Problem
from store.entities import names
from store.library import codec
from store.search import facets
from store.text import skeleton, slug, term, words

_SHORTEST_SPELLING = 4  # shorter names (Kim, Li) sound like too many other words
_TABLES = ("brief_analyst", "brief_country", "brief_pair", "brief_person", "problem")


def write(db: sqlite3.Connection, brief: int, public: str, read: Brief, entities: Entities) -> str:
    """Write all facts of a brief and return its facet tokens."""
    analysts, institutions = _write_authors(db, brief, read.authors)
    db.executemany(
        "INSERT INTO brief_country VALUES (?, ?, ?, ?, ?)",
        [
            (c.code, brief, c.in_report, c.in_comment, codec.spans_text(c.spans))
            for c in entities.countries
        ],
    )
    db.executemany(
        "INSERT INTO brief_pair VALUES (?, ?, ?, ?, ?, ?)",
        [(p.pair, brief, p.score, p.main, p.in_report, p.in_comment) for p in entities.pairs],
    )
    people = _write_people(db, brief, public, entities.people)
    write_problems(db, read.problems, brief=brief)
    return facets.of_brief(
        read, entities, names=people, analysts=analysts, institutions=institutions
    )


def remove(db: sqlite3.Connection, brief: int) -> None:
    """Remove all facts of a brief. Names and analysts stay: their ids are never reused."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table} WHERE brief = ?", [brief])


def write_problems(
    db: sqlite3.Connection,
    problems: Iterable[Problem],
    *,
    brief: int | None = None,
    source: str | None = None,
) -> None:
    """Remember doubts about a brief or about a source that could not be read."""
    db.executemany(
        "INSERT INTO problem (brief, source, field, reason, guess) VALUES (?, ?, ?, ?, ?)",
        [(brief, source, p.field, p.reason, p.guess) for p in problems],
    )


def _write_authors(
    db: sqlite3.Connection, brief: int, authors: Iterable[Author]
) -> tuple[list[int], list[int]]:
    analysts: list[int] = []
    institutions: list[int] = []
    for author in authors:
        analyst = _lookup(db, "analyst", author.name)
        institution = _lookup(db, "institution", author.institution or "")
        if analyst is None:
            continue
        db.execute(
            "INSERT INTO brief_analyst VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [analyst, brief, institution],
        )
        analysts.append(analyst)
        institutions += [institution] if institution is not None else []
    return analysts, institutions


def _lookup(db: sqlite3.Connection, table: str, printed: str) -> int | None:
    """Return the id of an analyst or institution, made if new; None without any letter."""
    key = slug(printed)
    if not key:
        return None
    row = db.execute(f"SELECT id FROM {table} WHERE slug = ?", [key]).fetchone()
    if row is None:
        row = db.execute(
            f"INSERT INTO {table} (slug, name) VALUES (?, ?) RETURNING id", [key, printed]
        ).fetchone()
    return int(row[0])


def _write_people(
    db: sqlite3.Connection, brief: int, public: str, people: Iterable[PersonMentions]
) -> list[int]:
    ids: list[int] = []
    for person in people:
        name = _name(db, brief, public, person.name)
        # Two entries of one brief may prove to be one name; the first, fuller one is kept.
        if name in ids:
            continue
        ids.append(name)
        _note_spellings(db, person)
        db.execute(
            "INSERT INTO brief_person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                name, brief, "\n".join(dict.fromkeys((person.name, *person.names))), person.rank,
                person.office, person.country, person.country_reason, person.in_report,
                person.in_comment, codec.spans_text(person.spans),
            ],
        )  # fmt: skip
    return ids


def _note_spellings(db: sqlite3.Connection, person: PersonMentions) -> None:
    """Remember how the surname is spelled, so that one spelling finds the others."""
    surnames = {names.surname(printed) for printed in (person.name, *person.names)}
    spelled = {(skeleton(surname), term(w)) for surname in surnames for w in words(surname)[-1:]}
    db.executemany(
        "INSERT INTO spelling VALUES (?, ?) ON CONFLICT DO NOTHING",
        [pair for pair in sorted(spelled) if len(pair[1]) >= _SHORTEST_SPELLING],
    )


def _name(db: sqlite3.Connection, brief: int, public: str, printed: str) -> int:
    """Return the id of a name, made if new and joined to the person it structurally belongs to.

    A bare surname never merges by string: it is a name of its own, of this brief only.
    """
    surname = skeleton(names.surname(printed)) or slug(printed)
    full = names.name_key(printed)
    key = full or f"{surname}_{public}"
    row = db.execute("SELECT id FROM name WHERE key = ?", [key]).fetchone()
    if row is not None:
        return int(row[0])
    person = (_person_of(db, surname, printed) if full else None) or _new_person(db, printed)
    row = db.execute(
        "INSERT INTO name (key, surname, printed, brief, person) VALUES (?, ?, ?, ?, ?)"
        " RETURNING id",
        [key, surname, printed, None if full else brief, person],
    ).fetchone()
    return int(row[0])


def _new_person(db: sqlite3.Connection, printed: str) -> int:
    row = db.execute("INSERT INTO person (name) VALUES (?) RETURNING id", [printed]).fetchone()
    return int(row[0])


def _person_of(db: sqlite3.Connection, surname: str, printed: str) -> int | None:
    """Return the one person all of whose names agree with this one, if there is exactly one."""
    rows = db.execute(
        "SELECT person, printed FROM name WHERE surname = ? AND brief IS NULL", [surname]
    ).fetchall()
    agreeing: dict[int, bool] = {}
    for person, other in rows:
        agreeing[person] = agreeing.get(person, True) and names.same_person(printed, other)
    found = [person for person, agree in agreeing.items() if agree]
    return found[0] if len(found) == 1 else None
