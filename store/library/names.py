"""The names of the library: made when first met, and joined to the person they belong to."""

from __future__ import annotations

import sqlite3

from store import identities
from store.entities.same_names import same_person
from store.library.prepared import Person
from store.text import fold, words

_AMONG = 400  # names of one sound beyond which a new one is not compared with all


class Names:
    """The names of a library, on the connection of a writer, for one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._met: dict[str, int] = {}

    def asks_facts(self, person: Person) -> bool:
        """Whether `name_of` will look at who was found in other briefs."""
        return not person.key and bool(person.country or person.office)

    def name_of(self, brief: int, public: str, person: Person) -> int:
        """Return the number of a person's name in a brief, made if it is new."""
        full, sound = person.key, person.sound
        key = full or f"{sound}_{public}"
        if key in self._met:
            return self._met[key]
        db = self._db
        row = db.execute("SELECT id, home FROM name WHERE key = ?", [key]).fetchone()
        if row is None:
            number = _new(db, key, sound, None if full else brief, person)
        else:
            number = int(row[0])
            if not full and row[0] == row[1]:
                _house(db, number, _home_of_bare(db, sound, person))
        if full:
            self._met[key] = number
        return number


def _new(db: sqlite3.Connection, key: str, sound: str, brief: int | None, person: Person) -> int:
    """Make a name; `brief` is that of a bare surname."""
    printed = person.name
    (number,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM name").fetchone()
    full = brief is None
    home = _home_of_full(db, sound, printed) if full else _home_of_bare(db, sound, person)
    # The ledger's own merges of that home are settled when the writing ends.
    db.execute(
        "INSERT INTO name (id, key, surname, printed, brief, home, person)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [number, key, sound, printed, brief, home or number, home or number],
    )
    db.executemany(
        "INSERT INTO name_word VALUES (?, ?)", [(w, number) for w in set(words(fold(printed)))]
    )
    return int(number)


def _house(db: sqlite3.Connection, number: int, home: int | None) -> None:
    if home is not None:
        db.execute("UPDATE name SET home = ?, person = ? WHERE id = ?", [home, home, number])


def _home_of_full(db: sqlite3.Connection, sound: str, printed: str) -> int | None:
    """The one home all of whose names agree with this one, if there is exactly one."""
    rows = db.execute(
        "SELECT home, printed FROM name WHERE surname = ? AND brief IS NULL LIMIT ?",
        [sound, _AMONG],
    )
    return _only(printed, rows.fetchall())


def _only(printed: str, rows: list[tuple[int, str]]) -> int | None:
    agreeing: dict[int, bool] = {}
    for home, other in rows:
        agreeing[home] = agreeing.get(home, True) and same_person(printed, other)
    found = [home for home, agree in agreeing.items() if agree]
    return found[0] if len(found) == 1 else None


def _home_of_bare(db: sqlite3.Connection, sound: str, person: Person) -> int | None:
    """The one person of the library with that surname, if country or office agree as well."""
    rows = db.execute(
        "SELECT DISTINCT home FROM name WHERE surname = ? AND brief IS NULL LIMIT 2", [sound]
    ).fetchall()
    if len(rows) != 1 or not (person.country or person.office):
        return None
    home = int(rows[0][0])
    return home if _agrees(db, home, person) else None


def _agrees(db: sqlite3.Connection, home: int, person: Person) -> bool:
    """Whether one of the two agrees and neither of them contradicts."""
    told = db.execute(
        "SELECT DISTINCT bp.country, lower(bp.office) FROM brief_person bp"
        " JOIN name n ON n.id = bp.name WHERE n.home = ?",
        [home],
    ).fetchall()
    countries = {country for country, _ in told if country}
    if person.country and countries:
        return person.country in countries
    return person.office is not None and person.office.lower() in {o for _, o in told if o}


def rekey(db: sqlite3.Connection) -> None:
    """Give every name the key and the home that today's rules say, in the order they were met.

    A name whose key another one has by now is left as it was; no brief will use it again.
    """
    rows = db.execute(
        "SELECT n.id, n.key, n.printed, b.public FROM name n LEFT JOIN brief b ON b.id = n.brief"
        " ORDER BY n.id"
    ).fetchall()
    taken = {key: number for number, key, _, _ in rows}
    for number, old, printed, public in rows:
        new = identities.key(printed, public or "")
        if new != old and taken.setdefault(new, number) == number:
            db.execute(
                "UPDATE name SET key = ?, surname = ? WHERE id = ?",
                [new, identities.surname_key(printed), number],
            )


def rehome(db: sqlite3.Connection) -> None:
    """Find the home of every name again, in the order they were met.

    A bare surname stays with the name it had joined.
    """
    met: dict[str, list[tuple[int, str]]] = {}
    homes: dict[int, int] = {}
    rows = db.execute("SELECT id, surname, printed FROM name WHERE brief IS NULL ORDER BY id")
    for number, sound, printed in rows.fetchall():
        like = met.setdefault(sound, [])
        homes[number] = _only(printed, like[:_AMONG]) or number
        like.append((homes[number], printed))
    bare = db.execute("SELECT id, home FROM name WHERE brief IS NOT NULL").fetchall()
    homes.update({number: homes.get(home, number) for number, home in bare})
    db.executemany(
        "UPDATE name SET home = ?, person = ? WHERE id = ? AND home != ?",
        [(home, home, number, home) for number, home in homes.items()],
    )
