"""One name of the library, as a reader points at it: by id or as printed."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from store import identities
from store.errors import NotFound, UsageError
from store.search import lookups

_FEW = 6


@dataclass(frozen=True, slots=True)
class Pointed:
    """A name that was pointed at: its number, its person's, and how the ledger names it."""

    id: int
    person: int
    printed: str
    reference: str


_QUERY = (
    "SELECT n.id, n.person, n.printed, b.public FROM name n LEFT JOIN brief b ON b.id = n.brief"
)


def find_name(db: sqlite3.Connection, text: str) -> Pointed:
    """Return the name that `text` points at: an id ("p17"), a name, or "Assad (b4f2k)".

    A printed full name is that very name, so that one of a person's spellings can be pointed at;
    else the first name of the one person who answers to it. Raises `NotFound` if nobody does and
    `UsageError` if several do.
    """
    text = text.strip().removeprefix("person:")
    number = re.fullmatch(r"[pP](\d{1,15})", text)
    column, value = ("id", number[1]) if number else ("key", identities.key_of(text))
    row = db.execute(f"{_QUERY} WHERE n.{column} = ?", [value]).fetchone()
    return _pointed(*(row or _by_person(db, text)))


def _pointed(number: int, person: int, printed: str, public: str | None) -> Pointed:
    return Pointed(number, person, printed, identities.reference(printed, public))


def _by_person(db: sqlite3.Connection, text: str) -> tuple[int, int, str, str | None]:
    found = lookups.people_like(db, text)
    if not found.ids or found.guessed:
        raise NotFound(f"nobody called “{text}” in the library; “dateline people TEXT” looks wider")
    if len(found.ids) > 1:
        raise UsageError(f"“{text}” may be {_several(db, found.ids)}; point with an id")
    row: tuple[int, int, str, str | None] = db.execute(
        f"{_QUERY} WHERE n.person = ? ORDER BY n.brief IS NOT NULL, n.id LIMIT 1", [found.ids[0]]
    ).fetchone()
    return row


def _several(db: sqlite3.Connection, people: tuple[int, ...]) -> str:
    rows = (
        (n, *db.execute("SELECT printed FROM name WHERE id = ?", [n]).fetchone())
        for n in people[:_FEW]
    )
    more = f" or {len(people) - _FEW} more" if len(people) > _FEW else ""
    return ", ".join(f"p{number} {printed}" for number, printed in rows) + more
