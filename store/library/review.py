"""The queue of names that may be one person's: offered, never merged by themselves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import combinations

from store import identities
from store.library import ledger, likeness, people
from store.library.likeness import Profile
from store.views import Candidate, Context, ReviewSide

_CONTEXTS = 2  # sentences shown of each side
_SAME_SOUND = 60  # people of one surname beyond which only those with a full name are compared
_Scored = tuple[int, int, int]


def queue(db: sqlite3.Connection, *, limit: int | None = None) -> tuple[Candidate, ...]:
    """Return pairs of people who may be one, those for whom most speaks first.

    What the ledger has decided, either way, is not asked again.
    """
    decided = _decided(db)
    scored = [pair for pair in _all(db) if frozenset(pair[1:]) not in decided]
    scored.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    return tuple(_candidate(db, a, b) for _, a, b in scored[:limit])


def _all(db: sqlite3.Connection) -> Iterator[_Scored]:
    sounds = db.execute(
        "SELECT surname FROM name GROUP BY surname HAVING count(DISTINCT person) > 1"
    ).fetchall()
    for (sound,) in sounds:
        rows = db.execute(
            "SELECT DISTINCT n.person FROM name n JOIN brief_person bp ON bp.name = n.id"
            " WHERE n.surname = ? ORDER BY n.person",
            [sound],
        )
        yield from _of_one_sound({n: likeness.profile(db, n) for (n,) in rows.fetchall()})


def _of_one_sound(profiles: dict[int, Profile]) -> Iterator[_Scored]:
    full = {n: p for n, p in profiles.items() if not p.bare}
    if len(profiles) > _SAME_SOUND:
        profiles = full
    for a, b in combinations(profiles, 2):
        one, two = profiles[a], profiles[b]
        if one.bare and two.bare:
            # Two bare surnames are worth a question only where no full name is.
            worth = not full and bool(one.countries & two.countries)
        elif one.bare or two.bare:
            worth = True
        else:
            worth = likeness.may_be_one(one.names, two.names)
        weight = likeness.weight(one, two) if worth else -1
        if weight >= 0:
            yield weight, a, b


def _decided(db: sqlite3.Connection) -> set[frozenset[int]]:
    person = dict(db.execute("SELECT key, person FROM name"))
    return {
        frozenset(person.get(identities.key_of(name), 0) for name in (entry.a, entry.b))
        for entry in ledger.listing(db)
        if entry.undone is None and entry.act == "different"
    }


def _candidate(db: sqlite3.Connection, a: int, b: int) -> Candidate:
    return Candidate(_side(db, a), _side(db, b), likeness.why(db, a, b))


def _side(db: sqlite3.Connection, person: int) -> ReviewSide:
    row, sentences = people.row_and_sentences(db, person, _CONTEXTS)
    contexts = tuple(Context(*found) for found in sentences)
    shown = {name: getattr(row, name) for name in row.__slots__}
    return ReviewSide(**shown, contexts=contexts)
