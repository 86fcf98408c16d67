"""Who, where and by whom: the rows that say what a brief is about, and its facet tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from store.brief import Author, Brief, Entities, PersonMentions, Problem
from store.library import codec
from store.library.names import name_of
from store.search import facets
from store.text import skeleton, slug, term, words

_SHORTEST_SPELLING = 4  # shorter names (Kim, Li) sound like too many other words
_TABLES = ("brief_analyst", "brief_country", "brief_pair", "brief_person")


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
        name = name_of(db, brief, public, person)
        # Two entries of one brief may prove to be one name; the first, fuller one is kept.
        if name in ids:
            continue
        ids.append(name)
        _note_spellings(db, person)
        told = person.name in person.names
        printed = dict.fromkeys((person.name, *person.names) if told else person.names)
        db.execute(
            "INSERT INTO brief_person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                name, brief, "\n".join(printed), None if told else person.name, person.rank,
                person.office, person.country, person.country_reason, person.in_report,
                person.in_comment, codec.spans_text(person.spans),
            ],
        )  # fmt: skip
    return ids


def _note_spellings(db: sqlite3.Connection, person: PersonMentions) -> None:
    """Remember how each name of a person is spelled, so that one spelling finds the others."""
    spelled = {
        (skeleton(word), term(word))
        for printed in (person.name, *person.names)
        for word in words(printed)
        if len(word) >= _SHORTEST_SPELLING
    }
    db.executemany("INSERT INTO spelling VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(spelled))
