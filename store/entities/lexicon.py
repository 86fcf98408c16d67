"""The word lists of the people rules, read once from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from store.text import fold

# The same few words are folded again and again while a brief is read.
fold_word = lru_cache(maxsize=1 << 16)(fold)
_DATA = Path(__file__).parent / "data"
_TRADES = (
    "ologist", "ographer", "keeper", "maker", "writer", "monger", "smith", "wright", "teer",
    "ician", "driver", "owner", "worker", "seller", "herder", "dealer", "grower", "schoolmaster",
    "porter",
)  # fmt: skip


def read_data(name: str) -> str:
    """Return the text of a data file of this package."""
    return (_DATA / name).read_text(encoding="utf-8")


def _toml(name: str) -> dict[str, str]:
    return tomllib.loads(read_data(name))


def _lower(words: str) -> frozenset[str]:
    return frozenset(words.lower().split())


@dataclass(frozen=True, slots=True)
class Offices:
    """Words of ranks and offices, in lower case, without dots."""

    ranks: frozenset[str]
    rank_modifiers: frozenset[str]
    honorifics: frozenset[str]
    heads: frozenset[str]
    not_an_office: frozenset[str]
    modifiers: frozenset[str]
    plurals: frozenset[str]
    links: frozenset[str]
    compounds: frozenset[str]
    occupations: frozenset[str]


@cache
def offices() -> Offices:
    """Return the words of ranks and offices."""
    data = _toml("offices.toml")
    return Offices(**{key: _lower(data[key]) for key in Offices.__slots__})


@lru_cache(maxsize=1 << 12)
def is_occupation(lower: str) -> bool:
    """Return whether a word in lower case is a plain word for a person by his work: one of the
    list, or one made like "hydrographer", "muleteer" and "sign-writer".
    """
    words = offices()
    return lower in words.occupations or (
        len(lower) > 6 and lower.endswith(_TRADES) and lower not in words.modifiers
    )


@cache
def inside_offices() -> frozenset[str]:
    """Return every word in lower case that may stand inside the phrase of an office."""
    words = offices()
    return title_words() | words.modifiers | words.links | words.rank_modifiers


@cache
def own_offices() -> dict[str, str]:
    """Return the offices that only one country has, in lower case without dots, with its code."""
    own: dict[str, str] = tomllib.loads(read_data("offices.toml"))["own"]
    return {
        office: code
        for code, offices_ in own.items()
        for line in offices_.strip().splitlines()
        for office in line.split("|")
    }


@cache
def title_words() -> frozenset[str]:
    """Return every word that can end a title: a rank, an honorific or the head of an office."""
    words = offices()
    return words.ranks | words.honorifics | words.heads | words.plurals


@dataclass(frozen=True, slots=True)
class Names:
    """What the parts of a name look like; everything folded but the particles."""

    ambiguous: frozenset[str]
    family_first: frozenset[str]
    called_by_first: frozenset[str]
    particles: frozenset[str]
    surname_ends: tuple[str, ...]
    compound_seconds: frozenset[str]
    tails: frozenset[str]
    bearing: frozenset[str]
    saying: frozenset[str]
    thinking: frozenset[str]
    doing: frozenset[str]
    common_surnames: frozenset[str]
    surnames_too: frozenset[str]
    abbreviations: frozenset[str]
    vessels: frozenset[str]


@cache
def names() -> Names:
    """Return the lists about the parts of names."""
    data = _toml("names.toml")
    sets = {key: frozenset(fold(data[key]).split()) for key in Names.__slots__}
    ends = tuple(data["surname_ends"].split())
    return Names(**{**sets, "surname_ends": ends})  # type: ignore[arg-type]


@cache
def given_names() -> dict[str, str]:
    """Return every known given name, folded and without hyphens, with the first of its class."""
    classes: dict[str, str] = {}
    for line in read_data("given_names.txt").splitlines():
        if line.startswith("#"):
            continue
        spellings = [fold(word).replace("-", "") for word in line.split()]
        for spelling in spellings:
            classes.setdefault(spelling, spellings[0])
    return classes


@cache
def listed_given_names() -> frozenset[str]:
    """Return further given names, folded and without hyphens: a hint, no proof."""
    return _listed("listed_given_names.txt")


@cache
def listed_surnames() -> frozenset[str]:
    """Return surnames, folded and without hyphens: a hint, no proof."""
    return _listed("listed_surnames.txt")


def _listed(name: str) -> frozenset[str]:
    return frozenset(read_data(name).rpartition("#")[2].partition("\n")[2].split())


@dataclass(frozen=True, slots=True)
class NotPeople:
    """Capitalised words that are no name, in lower case; `phrases` of two words and more as tuples
    by their first word.
    """

    institution: frozenset[str]
    place_starts: frozenset[str]
    place_before: frozenset[str]
    plain: frozenset[str]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]


@cache
def not_people() -> NotPeople:
    """Return the words and phrases that are kept out."""
    data = _toml("not_people.toml")
    lines = [tuple(line.split()) for line in data.pop("phrases").lower().splitlines() if line]
    phrases = {line[0]: frozenset(o for o in lines if o[0] == line[0]) for line in lines}
    lists = {key: _lower(value) for key, value in data.items()}
    return NotPeople(**lists, phrases=phrases)
