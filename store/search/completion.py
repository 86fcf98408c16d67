"""What a query may go on with where the cursor stands: fields, and values the library knows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator

from store.entities import countries
from store.search import lookups
from store.search.facets import LEAD
from store.search.field_values import CHOICES
from store.search.tokens import FIELDS
from store.text import fold, words
from store.views import Completion

MOST = 12
"""Completions given at most."""
_VALUE = re.compile(r'(?:^|[ ()"\n])-?([A-Za-z]{1,20}):("[^"]*|[^ "()]*)$')
_NAME = re.compile(r"(?:^|[ (\n])-?([A-Za-z]{1,20})$")
_HELP = {
    "in": "report, comment or title", "pair": "two countries, IR-RU", "country": "a country",
    "person": "somebody in the brief", "by": "its analyst", "at": "its analyst’s institution",
    "date": "2017, 2017-10..2018, >2017-06", "tag": "your tag", "is": "unread, starred, noted …",
    "saved": "a saved search", "source": "its file’s path", "label": "a section’s label",
}  # fmt: skip

Value = tuple[str, str, int | None]
"""What to write, what it is in words, and how many briefs it finds."""


def complete(db: sqlite3.Connection, text: str, cursor: int) -> tuple[Completion, ...]:
    """Return what may stand where the cursor is, likeliest first; nothing if nothing is known."""
    before = text[:cursor]
    if value := _VALUE.search(before):
        known = _VALUES.get(value[1].lower())
        start = value.start(2)
        typed = value[2].lstrip('"')
        found = known(db, typed) if known else ()
        quoted = ((_quoted(v), label, n) for v, label, n in found)
        return tuple(Completion(v + " ", start, cursor, label, n) for v, label, n in _first(quoted))
    if name := _NAME.search(before):
        begun = name[1].lower()
        fields = (f for f in FIELDS if f.startswith(begun))
        return tuple(Completion(f"{f}:", name.start(1), cursor, _HELP[f]) for f in fields)
    return ()


def _first(values: Iterable[Value]) -> list[Value]:
    found = []
    for value in values:
        found.append(value)
        if len(found) == MOST:
            break
    return found


def _quoted(value: str) -> str:
    return value if set(value).isdisjoint(' ()"\n') else f'"{value.replace(chr(34), "”")}"'


def _counted(db: sqlite3.Connection, kind: str) -> Iterator[tuple[str, int]]:
    """The values of a kind of facet, the commonest first."""
    lead = LEAD + kind
    rows = db.execute(
        "SELECT token, briefs FROM facet WHERE token >= ? AND token < ?"
        " ORDER BY briefs DESC, token",
        [lead, lead + "\U0010ffff"],
    )
    return ((token[len(lead) :], n) for token, n in rows)


def _begins(typed: str, name: str) -> bool:
    """Whether every word typed begins a word of a name."""
    have = words(fold(name))
    return all(any(h.startswith(t) for h in have) for t in words(fold(typed)))


def _pairs(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    for value, n in _counted(db, "p"):
        codes = (value[:2].upper(), value[2:].upper())
        name = "–".join(map(countries.display_name, codes))
        if _begins(typed, f"{name} {codes[0]} {codes[1]}"):
            yield "-".join(codes), name, n


def _countries(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    exact = countries.code_of(typed.strip()) if typed.strip() else None
    for value, n in _counted(db, "c"):
        code = value.upper()
        name = countries.display_name(code)
        if len(code) == 2 and (code == exact or _begins(typed, f"{name} {code}")):
            yield code, name, n


def _people(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    for person in lookups.people_beginning(db, typed, 4 * MOST):
        yield person.name, f"p{person.number}", person.briefs


def _of_table(table: str, kind: str) -> Callable[[sqlite3.Connection, str], Iterator[Value]]:
    def values(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
        for value, n in _counted(db, kind):
            (name,) = db.execute(f"SELECT name FROM {table} WHERE id = ?", [int(value)]).fetchone()
            if _begins(typed, name):
                yield name, table, n

    return values


def _tags(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    rows = db.execute("SELECT tag, count(*) AS n FROM tag GROUP BY tag ORDER BY n DESC, tag")
    return ((tag, "your tag", n) for tag, n in rows if _begins(typed, tag))


def _saved(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    rows = db.execute("SELECT name, query FROM saved ORDER BY name")
    return ((name, query, None) for name, query in rows if _begins(typed, name))


def _labels(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    return ((v, "a label", n) for v, n in _counted(db, "l") if v.startswith(fold(typed)))


def _years(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
    ends = re.search(r"[0-9]{0,4}$", typed)
    start = ends[0] if ends else ""
    before = typed[: len(typed) - len(start)]
    found = sorted((v, n) for v, n in _counted(db, "y") if v.startswith(start))
    return ((before + year, "a year", n) for year, n in reversed(found))


def _choices(field: str) -> Callable[[sqlite3.Connection, str], Iterator[Value]]:
    def values(db: sqlite3.Connection, typed: str) -> Iterator[Value]:
        return ((c, _HELP[field], None) for c in CHOICES[field] if c.startswith(typed.lower()))

    return values


_VALUES: dict[str, Callable[[sqlite3.Connection, str], Iterable[Value]]] = {
    "pair": _pairs, "country": _countries, "person": _people, "by": _of_table("analyst", "a"),
    "at": _of_table("institution", "i"), "tag": _tags, "saved": _saved, "label": _labels,
    "date": _years, "in": _choices("in"), "is": _choices("is"),
}  # fmt: skip
