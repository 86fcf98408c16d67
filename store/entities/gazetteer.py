"""The table of countries (`data/countries.toml`) as look-ups, read once when first needed.

Nothing here reads a brief: `countries` does the matching, `context` judges what stands around a
match, `codes` answers for single names. A surface is one printed form ("Iranian", "U.S.").
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

SurfaceKind = Literal[
    "name", "demonym", "seat", "body", "place", "region", "venue", "ambiguous", "together", "stop"
]

_FIRST_WORD = re.compile(r"\w+")
_NO_PLURAL = ("s", "sh", "ch", "x", "z", "men", "ese")
_FIELDS: tuple[tuple[str, SurfaceKind], ...] = (
    ("names", "name"),
    ("demonyms", "demonym"),
    ("seats", "seat"),
    ("bodies", "body"),
    ("places", "place"),
    ("regions", "region"),
    ("disputed", "region"),
    ("venues", "venue"),
)
_DATA = Path(__file__).parent / "data" / "countries.toml"
_MIN_CAPITALS = 4  # shorter words in capitals are abbreviations of other things


@dataclass(frozen=True, slots=True)
class Surface:
    """One printed form: its country ("" where it has none), and for a name of more than one
    country those it can mean (`ambiguous`) or means all at once (`together`).
    """

    text: str
    kind: SurfaceKind
    code: str = ""
    among: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The words around a match that change what it means; see `data/countries.toml`."""

    papers: tuple[str, ...]
    towns_only: tuple[str, ...]
    loosely: tuple[str, ...]
    documents: tuple[str, ...]
    before: tuple[str, ...]
    named_for: tuple[str, ...]
    meetings: tuple[str, ...]
    given: frozenset[str]
    given_rarely: frozenset[str]
    surnames: frozenset[str]
    family: frozenset[str]
    before_surname: frozenset[str]
    after_country: frozenset[str]
    states: tuple[str, ...]
    georgia_towns: frozenset[str]
    georgia_after: tuple[str, ...]
    georgia_before: tuple[str, ...]
    pronoun_after: frozenset[str]
    country_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Defunct:
    """A state that is no more: its code, its first and its last year."""

    code: str
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What matching needs. `index` goes from a first word to the surfaces it begins, longest first,
    `firsts` are these words and the prefixes;
    `defunct` from the code of a state that is no more to its last year, `heirs` from the code of a
    state to the one before it that had the same seats of power.
    """

    rules: Rules
    defunct: Mapping[str, int]
    heirs: Mapping[str, Defunct]
    prefixes: Mapping[str, str]
    surfaces: Mapping[str, Surface]
    index: Mapping[str, tuple[Surface, ...]]
    firsts: frozenset[str]


@cache
def table() -> dict[str, Any]:
    """Return the data file as read, once."""
    import tomllib  # here, so that importing this module stays cheap

    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def gazetteer() -> Gazetteer:
    """Return the table made ready for matching; built at the first call."""
    data = table()
    countries: dict[str, dict[str, Any]] = data["country"]
    never = frozenset(data["capitals"]["never"])
    surfaces: dict[str, Surface] = {}
    for surface in all_surfaces(data):
        for text in _printed_forms(surface.text, never):
            surfaces.setdefault(text, Surface(text, surface.kind, surface.code, surface.among))
    return Gazetteer(
        rules=_rules(data),
        defunct={code: row["defunct"] for code, row in countries.items() if "defunct" in row},
        heirs={
            heir: Defunct(code, row["since"], row["defunct"])
            for code, row in countries.items()
            for heir in row.get("heirs", ())
        },
        prefixes=(prefixes := _prefixes(countries)),
        surfaces=surfaces,
        index=(index := _index(surfaces)),
        firsts=frozenset(index) | frozenset(prefixes),
    )


def _rules(data: Mapping[str, Any]) -> Rules:
    named, names, states = data["named_after"], data["names"], data["states"]
    return Rules(
        papers=_after(named["papers"]),
        towns_only=_after(named["towns_only"]),
        loosely=_after(named["loosely"]),
        documents=_after(named["documents"]),
        before=_before(named["before"]),
        named_for=_before(named["named_for"]),
        meetings=_after(named["meetings"]),
        given=frozenset(names["given"]),
        given_rarely=frozenset(names["given_rarely"]),
        surnames=frozenset(names["surnames"]),
        family=frozenset(names["family"]),
        before_surname=frozenset(names["before_surname"]),
        after_country=frozenset(names["after_country"]),
        states=tuple(states["names"]),
        georgia_towns=frozenset(states["georgia_towns"]),
        georgia_after=_before(states["georgia_after"]),
        georgia_before=_after(states["georgia_before"]),
        pronoun_after=frozenset(data["capitals"]["pronoun_after"]),
        country_before=frozenset(data["capitals"]["country_before"]),
    )


def _after(words: list[str]) -> tuple[str, ...]:
    """Return the words as they stand after a name and a space, for `str.startswith`."""
    return tuple(f" {form}" for word in words for form in dict.fromkeys((word, word.upper())))


def _before(words: list[str]) -> tuple[str, ...]:
    """Return the words as they stand before a name, for `str.endswith`."""
    return tuple(f"{form} " for word in words for form in dict.fromkeys((word, word.upper())))


def all_surfaces(data: Mapping[str, Any]) -> Iterator[Surface]:
    """Yield every surface; where two are printed alike, the first one counts."""
    for row in data["ambiguous"]:
        among = tuple(row["among"])
        for text in row["surfaces"]:
            yield Surface(text, "ambiguous", row.get("otherwise", ""), among)
    for row in data["together"]:
        for text in row["surfaces"]:
            yield Surface(text, "together", among=tuple(row["among"]))
    for phrases in data["stop"].values():
        for text in phrases:
            yield Surface(text, "stop")
    countries: dict[str, dict[str, Any]] = data["country"]
    for code, row in countries.items():
        yield Surface(row["name"], "name", code)
    for key, kind in _FIELDS:
        for code, row in countries.items():
            for text in row.get(key, ()):
                yield Surface(text, kind, code)
                if kind == "demonym" and not text.endswith(_NO_PLURAL):
                    yield Surface(f"{text}s", kind, code)


def _printed_forms(text: str, never: frozenset[str]) -> Iterator[str]:
    for form in dict.fromkeys((text, _plain_letters(text))):
        yield form
        capitals = form.upper()
        if len(form) >= _MIN_CAPITALS and capitals not in never:
            yield capitals


def _plain_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("ı", "i"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _prefixes(countries: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    pairs = ((p, code) for code, row in countries.items() for p in row.get("prefixes", ()))
    return {form: code for p, code in pairs for form in (p, p.upper())}


def _index(surfaces: Mapping[str, Surface]) -> dict[str, tuple[Surface, ...]]:
    rows: defaultdict[str, list[Surface]] = defaultdict(list)
    for surface in surfaces.values():
        first = _FIRST_WORD.match(surface.text)
        if first:
            rows[first.group()].append(surface)
    return {word: tuple(sorted(row, key=lambda s: -len(s.text))) for word, row in rows.items()}
