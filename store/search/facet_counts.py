"""What the briefs that a query finds are about: countries, pairs, people, analysts, institutions,
years, each with its count and the query term that narrows to it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.entities.countries import display_name
from store.search.facets import LEAD
from store.views import FacetCount, FacetCounts, FacetKind

MOST_COUNTED = 4_000
"""Of more results only the newest so many are counted, and that is said."""
_BATCH = 500  # rows whose facets are read at a time
_KINDS: tuple[FacetKind, ...] = (
    "country", "pair", "person", "analyst", "institution", "year",
)  # fmt: skip


def everything(db: sqlite3.Connection, total: int, limit: int) -> FacetCounts:
    """Return the facets of the whole library, from the counts that are kept."""
    counts = dict(db.execute("SELECT token, briefs FROM facet"))
    people = _people_of_all(db, counts, limit)
    return FacetCounts("", total, total, _shown(db, counts, people, limit))


def of_rows(
    db: sqlite3.Connection, query: str, total: int, rows: Sequence[int], limit: int
) -> FacetCounts:
    """Return the facets of these index rows, `limit` of each kind, the commonest first."""
    counts: Counter[str] = Counter()
    people: Counter[int] = Counter()
    for at in range(0, len(rows), _BATCH):
        some = rows[at : at + _BATCH]
        marks = ", ".join("?" * len(some))
        found = db.execute(f"SELECT facets FROM entry WHERE row IN ({marks})", some)
        briefs = [tokens.split() for (tokens,) in found]
        counts.update(token for tokens in briefs for token in tokens)
        people.update(_people_of(db, briefs))
    return FacetCounts(query, total, len(rows), _shown(db, counts, people, limit))


def _people_of(db: sqlite3.Connection, briefs: Iterable[Sequence[str]]) -> Iterator[int]:
    """The people of each brief, each once however many names of theirs it has."""
    names = [{int(v) for v, _ in _tokens(dict.fromkeys(tokens, 1), "n")} for tokens in briefs]
    every = set().union(*names)
    marks = ", ".join("?" * len(every))
    rows = db.execute(f"SELECT id, person FROM name WHERE id IN ({marks})", list(every))
    person = dict(rows)
    return (p for ids in names for p in {person[i] for i in ids})


def _people_of_all(db: sqlite3.Connection, counts: Mapping[str, int], limit: int) -> Counter[int]:
    """The people in most briefs of the library; those of several names are counted anew."""
    names = Counter({int(v): n for v, n in _tokens(counts, "n")})
    people: Counter[int] = Counter()
    for name, n in names.most_common(2 * limit):
        person, several = db.execute(
            "SELECT person, (SELECT count(*) FROM name o WHERE o.person = n.person) > 1"
            " FROM name n WHERE id = ?",
            [name],
        ).fetchone()
        people[person] = _briefs_of(db, person) if several else n
    return people


def _briefs_of(db: sqlite3.Connection, person: int) -> int:
    row = db.execute(
        "SELECT count(DISTINCT bp.brief) FROM name n JOIN brief_person bp ON bp.name = n.id"
        " WHERE n.person = ?",
        [person],
    ).fetchone()
    return int(row[0])


def _shown(
    db: sqlite3.Connection, counts: Mapping[str, int], people: Counter[int], limit: int
) -> tuple[FacetCount, ...]:
    found = {
        "country": _countries(counts), "pair": _pairs(counts), "person": _people(db, people, limit),
        "analyst": _printed(db, counts, "a", limit), "year": _years(counts),
        "institution": _printed(db, counts, "i", limit),
    }  # fmt: skip
    return tuple(f for kind in _KINDS for f in sorted(found[kind], key=_rank)[:limit])


def _rank(facet: FacetCount) -> tuple[int, str]:
    return (-facet.briefs, facet.name)


def _tokens(counts: Mapping[str, int], kind: str) -> Iterable[tuple[str, int]]:
    """The value and count of every token of a kind."""
    lead = LEAD + kind
    return ((t[len(lead) :], n) for t, n in counts.items() if t.startswith(lead))


def _countries(counts: Mapping[str, int]) -> list[FacetCount]:
    # The tokens of a country in one half have a letter more.
    codes = ((v.upper(), n) for v, n in _tokens(counts, "c") if len(v) == 2)
    return [FacetCount("country", c, display_name(c), n, f"country:{c}") for c, n in codes]


def _pairs(counts: Mapping[str, int]) -> list[FacetCount]:
    codes = ((f"{v[:2]}-{v[2:]}".upper(), n) for v, n in _tokens(counts, "p"))
    return [
        FacetCount("pair", c, "–".join(map(display_name, c.split("-"))), n, f"pair:{c}")
        for c, n in codes
    ]


def _years(counts: Mapping[str, int]) -> list[FacetCount]:
    return [FacetCount("year", y, y, n, f"date:{y}") for y, n in _tokens(counts, "y")]


def _people(db: sqlite3.Connection, people: Counter[int], limit: int) -> list[FacetCount]:
    facets = []
    for number, n in people.most_common(limit):
        (name,) = db.execute("SELECT printed FROM name WHERE id = ?", [number]).fetchone()
        facets.append(FacetCount("person", f"p{number}", name, n, f"person:p{number}"))
    return facets


def _printed(
    db: sqlite3.Connection, counts: Mapping[str, int], kind: str, limit: int
) -> list[FacetCount]:
    table, word = ("analyst", "by") if kind == "a" else ("institution", "at")
    found = Counter({int(v): n for v, n in _tokens(counts, kind)})
    facets = []
    for number, n in found.most_common(limit):
        (name,) = db.execute(f"SELECT name FROM {table} WHERE id = ?", [number]).fetchone()
        term = f'{word}:"{name.replace(chr(34), "”")}"'
        facets.append(FacetCount("analyst" if kind == "a" else "institution", name, name, n, term))
    return facets
