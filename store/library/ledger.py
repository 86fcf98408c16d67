"""The ledger of people: what the reader said is the same or different, and taking it back."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from store import identities
from store.errors import InputError, NotFound, UsageError
from store.identities import Act, Decision, Name
from store.library import likeness
from store.library.find_name import find_name
from store.text import one_line
from store.views import LedgerEntry

_COLUMNS = "SELECT id, act, a, b, evidence, created, undone FROM ledger"
_ACTS = ("same", "different")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def listing(db: sqlite3.Connection) -> tuple[LedgerEntry, ...]:
    """Return every decision, oldest first, those that were taken back included."""
    return tuple(LedgerEntry(*row) for row in db.execute(f"{_COLUMNS} ORDER BY id"))


def touching(db: sqlite3.Connection, person: int) -> tuple[LedgerEntry, ...]:
    """Return the standing decisions on one of a person's names."""
    keys = {key for (key,) in db.execute("SELECT key FROM name WHERE person = ?", [person])}
    return tuple(
        entry
        for entry in listing(db)
        if entry.undone is None and keys & {identities.key_of(entry.a), identities.key_of(entry.b)}
    )


def decide(db: sqlite3.Connection, act: Act, a: str, b: str) -> LedgerEntry:
    """Write down that two names are one person's, or two people's, and act upon it.

    `a` and `b` are ids or names. Raises `NotFound` for a name that nobody has and `UsageError`
    for one that several people have, or where there is nothing to decide.
    """
    one, two = find_name(db, a), find_name(db, b)
    if one.id == two.id:
        raise UsageError(f"“{a}” and “{b}” are the same name here; name two")
    if act == "same" and one.person == two.person:
        raise UsageError(f"{one.printed} and {two.printed} are one person already")
    said = one.reference, two.reference
    if act == "different" and _said(db, act, *said):
        raise UsageError(f"that {one.printed} and {two.printed} are two people is said already")
    evidence = "; ".join(likeness.why(db, one.person, two.person))
    cursor = db.execute(
        "INSERT INTO ledger (act, a, b, evidence, created) VALUES (?, ?, ?, ?, ?)",
        [act, *said, evidence or None, _now()],
    )
    number = int(cursor.lastrowid or 0)
    settle(db)
    return _entry(db, number)


def _said(db: sqlite3.Connection, act: Act, a: str, b: str) -> bool:
    """Whether just this was the last word on these two names."""
    row = db.execute(
        "SELECT act FROM ledger WHERE undone IS NULL AND (a, b) IN (VALUES (?, ?), (?, ?))"
        " ORDER BY id DESC LIMIT 1",
        [a, b, b, a],
    ).fetchone()
    return row is not None and row[0] == act


def undo(db: sqlite3.Connection, number: int) -> LedgerEntry:
    """Take back a decision by its number. Raises `NotFound`, or `UsageError` if it was already."""
    entry = _entry(db, number)
    if entry.undone is not None:
        raise UsageError(f"decision {number} was taken back on {entry.undone[:10]} already")
    db.execute("UPDATE ledger SET undone = ? WHERE id = ?", [_now(), number])
    settle(db)
    return _entry(db, number)


def _entry(db: sqlite3.Connection, number: int) -> LedgerEntry:
    row = db.execute(f"{_COLUMNS} WHERE id = ?", [number]).fetchone()
    if row is None:
        raise NotFound(f"no decision {number}; “dateline people ledger” lists them")
    return LedgerEntry(*row)


def settle(db: sqlite3.Connection) -> None:
    """Give every name that the ledger has ever touched the person that it now says."""
    entries = listing(db)
    if not entries:
        return
    decisions = [Decision(e.act, identities.key_of(e.a), identities.key_of(e.b)) for e in entries]
    names = _touched(db, {key for d in decisions for key in (d.a, d.b)})
    standing = [d for d, e in zip(decisions, entries, strict=True) if e.undone is None]
    db.executemany(
        "UPDATE name SET person = ? WHERE id = ? AND person != ?",
        [(p, number, p) for number, p in identities.settle(names, standing).items()],
    )


def _touched(db: sqlite3.Connection, keys: Iterable[str]) -> list[Name]:
    """All names of every home that one of the keys is at home in."""
    rows = db.execute(
        "SELECT id, key, printed, home FROM name WHERE home IN"
        " (SELECT home FROM name WHERE key IN (SELECT value FROM json_each(?)))",
        [json.dumps(sorted(keys))],
    )
    return [Name(*row) for row in rows]


# -- taking along ----------------------------------------------------------------------------------


def export(db: sqlite3.Connection) -> dict[str, Any]:
    """Return the ledger as an object for a JSON file; nothing in it is of this library alone."""
    keys = ("act", "a", "b", "evidence", "created", "undone")
    return {"schema": 1, "ledger": [{k: getattr(e, k) for k in keys} for e in listing(db)]}


def take_in(db: sqlite3.Connection, given: object) -> int:
    """Add the decisions of an exported ledger that are not here yet; return how many there were.

    Raises `InputError` for an object that is no exported ledger; then nothing is added.
    """
    rows = [_row(entry) for entry in _entries(given)]
    known = {(e.act, e.a, e.b, e.created) for e in listing(db)}
    new = [row for row in dict.fromkeys(rows) if (*row[:3], row[4]) not in known]
    db.executemany(
        "INSERT INTO ledger (act, a, b, evidence, created, undone) VALUES (?, ?, ?, ?, ?, ?)", new
    )
    settle(db)
    return len(new)


def _entries(given: object) -> list[Any]:
    entries = given.get("ledger") if isinstance(given, Mapping) else None
    if not isinstance(entries, list):
        raise InputError("this is no exported ledger: there is no list called “ledger” in it")
    return entries


def _row(entry: object) -> tuple[str, str, str, str | None, str, str | None]:
    given: dict[str, Any] = dict(entry) if isinstance(entry, Mapping) else {}
    told = {k: one_line(v) for k, v in given.items() if isinstance(v, str) and one_line(v)}
    if told.get("act") not in _ACTS or not {"a", "b", "created"} <= told.keys():
        raise InputError("an entry of the ledger needs act (same or different), a, b and created")
    return (
        told["act"], told["a"], told["b"], told.get("evidence"), told["created"],
        told.get("undone"),
    )  # fmt: skip
