"""Names in parts, and the keys that all spellings of a name share.

Family names are compared by their sound skeleton, given names by their class (spellings of one
name in `data/given_names.txt`) or else their skeleton. The skeletons come from the romanisation
systems named in `store.text`. `printed` cuts a name, `same_names` says which are one person's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from store.entities.lexicon import given_names, names
from store.entities.patronymics import fathers_name
from store.entities.printed import ARTICLES, cut_name, spell_out
from store.text import skeleton, slug

_BIN = {"bin": "bin", "ibn": "bin", "ben": "ben", "bint": "bint"}
# Small words that are dropped or kept at will: "von der Leyen" and "Leyen".
_SMALL = ARTICLES | set(
    "von van der den de du da do dos das del di la las los le ter zu y".split()  # noqa: SIM905
)
_BELARUSIAN = re.compile(r"(?<=[bcdfghklmnprstvz])(?:[aoe]u|enka)\Z")
_ABD = re.compile(r"abd[aeiou]?[lrsdnz]?")


class Given(NamedTuple):
    """A given name: its class or skeleton, the skeleton as printed, the first letter, and of a
    patronymic the consonants of the father's name.
    """

    key: str
    bones: str
    letter: str
    father: str = ""

    @property
    def initial(self) -> bool:
        """Whether only the first letter was printed."""
        return len(self.key) == 1


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name in parts: `family` as printed, the rest folded; `middle` are all further names.

    `given` holds all given names for comparing, the first one first.
    """

    family: str
    family_key: str
    first: str
    middle: tuple[str, ...]
    suffix: str
    family_first: bool
    given: tuple[Given, ...] = ()


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """Return a key of letters, digits and "_" that all spellings of one full name share.

    Equal keys mean that two names merge without review. A bare surname has no key: "".
    """
    parsed = parse_name(name)
    if not parsed.first:
        return ""
    parts = (parsed.family_key, parsed.first, *parsed.middle, parsed.suffix)
    return "_".join(part for part in parts if part)


def surname(name: str) -> str:
    """Return the family name as printed: "Shoygu", "al-Assad", "bin Salman", "Kim"."""
    return " ".join(cut_name(name).family)


def consonants(bones: str) -> str:
    """Return a skeleton without its vowels."""
    return "".join(letter for letter in bones if letter not in "aiu")


def one_letter_apart(a: str, b: str, *, least: int) -> bool:
    """Return whether two keys of at least `least` letters begin alike and are one edit apart."""
    if min(len(a), len(b)) < least or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    if start is None:
        return True
    return (
        a[start + 1 :] == b[start + 1 :]
        or a[start:] == b[start + 1 :]
        or a[start + 1 :] == b[start:]
    )


@lru_cache(maxsize=1 << 14)
def given_key(word: str) -> str:
    """Return what stands for a given name: its class, or else its skeleton; an initial as is."""
    folded = slug(word)
    if len(folded) <= 1:
        return folded
    known = given_names().get(folded)
    if known is None and folded.startswith("abd") and len(folded) > 6:
        return "abd" + skeleton(_ABD.sub("", folded, count=1))
    known = known or _by_skeleton().get(skeleton(folded))
    return slug(known) if known else skeleton(folded)


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, str]:
    """Skeletons that only one class of given names has."""
    found: dict[str, set[str]] = {}
    for spelling, known in given_names().items():
        found.setdefault(skeleton(spelling), set()).add(known)
    return {bones: classes.pop() for bones, classes in found.items() if len(classes) == 1}


@lru_cache(maxsize=1 << 14)
def parse_name(name: str) -> ParsedName:
    """Take a printed name apart: Western, surname first, "Surname, Given" or with SURNAME caps."""
    cut = cut_name(name)
    family = " ".join(cut.family)
    if cut.family_first:
        return ParsedName(family, slug(family), slug("".join(cut.given)), (), cut.suffix, True)
    given = [name for name in map(_given, spell_out(cut.given)) if name.key]
    if len(given) > 1 and given[0].key == given_key("Mohammad") and given[1].key in _seconds():
        given = given[1:]
    first, *middle = [name.key for name in given] or [""]
    return ParsedName(
        family, family_key(family), first, tuple(middle), cut.suffix, False, tuple(given)
    )


def _given(word: str) -> Given:
    folded = slug(word)
    return Given(given_key(word), skeleton(folded), folded[:1], fathers_name(folded))


@lru_cache(maxsize=1)
def _seconds() -> frozenset[str]:
    return frozenset(given_key(word) for word in names().compound_seconds)


def family_key(family: str) -> str:
    """Return the skeleton of a family name: "al-Assad" and "Assad" alike, "bin X" kept apart."""
    parts = family.split()
    bones = [
        _BIN.get(part.lower(), "") or skeleton(_BELARUSIAN.sub(_as_russian, part.lower()))
        for part in _without_articles(parts)
    ]
    return "".join(bones)


def _as_russian(ending: re.Match[str]) -> str:
    """Belarusian endings as the Russian ones: -au and -ou are -ov, -eu is -ev, -enka is -enko."""
    return {"au": "ov", "ou": "ov", "eu": "ev", "enka": "enko"}[ending[0]]


def _without_articles(parts: list[str]) -> list[str]:
    kept = [part for part in parts if part.lower().rstrip("-–") not in _SMALL]
    return kept or parts
