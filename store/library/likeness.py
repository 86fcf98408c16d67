"""What speaks for two people being one: the facts their briefs tell of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from store.entities import names
from store.entities.countries import display_name
from store.entities.same_names import same_person

_PAIRS_TOLD = 2


@dataclass(frozen=True, slots=True)
class Profile:
    """A person in the library: names (full ones first), and what their briefs tell."""

    names: tuple[str, ...]
    bare: bool
    countries: frozenset[str]
    offices: frozenset[str]
    pairs: frozenset[str]
    briefs: frozenset[int]


def profile(db: sqlite3.Connection, person: int) -> Profile:
    """Return what the library knows of a person, by number."""
    found = db.execute(
        "SELECT printed, brief IS NOT NULL FROM name WHERE person = ? ORDER BY brief IS NOT NULL,"
        " id",
        [person],
    ).fetchall()
    rows = db.execute(
        "SELECT bp.brief, bp.country, bp.office, e.pairs FROM brief_person bp"
        " JOIN name n ON n.id = bp.name JOIN entry e ON e.brief = bp.brief WHERE n.person = ?",
        [person],
    ).fetchall()
    return Profile(
        names=tuple(dict.fromkeys(printed for printed, _ in found)),
        bare=all(bare for _, bare in found),
        countries=frozenset(country for _, country, _, _ in rows if country),
        offices=frozenset(office.lower() for _, _, office, _ in rows if office),
        pairs=frozenset(pair for *_, pairs in rows for pair in pairs.split()),
        briefs=frozenset(brief for brief, *_ in rows),
    )


def why(db: sqlite3.Connection, one: int, two: int) -> tuple[str, ...]:
    """Return in a few words each what two people, by number, have in common and what not."""
    return reasons(profile(db, one), profile(db, two))


def reasons(a: Profile, b: Profile) -> tuple[str, ...]:
    """Return what two profiles have in common: names, country, office, pairs; then what not."""
    told = [_name_reason(a, b)]
    shared = sorted(a.countries & b.countries)
    told += [f"both of {', '.join(map(display_name, shared))}"] if shared else []
    told += [f"both {office}" for office in sorted(a.offices & b.offices)[:1]]
    pairs = sorted(a.pairs & b.pairs)[:_PAIRS_TOLD]
    told += [f"both in briefs on {', '.join(pairs)}"] if pairs else []
    told += ["but one brief names both"] if a.briefs & b.briefs else []
    if a.countries and b.countries and not shared:
        told.append(f"but {_places(a.countries)} and {_places(b.countries)}")
    return tuple(told)


def _places(codes: frozenset[str]) -> str:
    return "/".join(map(display_name, sorted(codes)))


def _name_reason(a: Profile, b: Profile) -> str:
    if a.bare or b.bare:
        return "the same surname"
    if any(same_person(x, y) for x in a.names for y in b.names):
        return "names that agree"
    sounds = [{names.parse_name(n).family_key for n in p.names} for p in (a, b)]
    return "surnames that sound alike" if sounds[0] & sounds[1] else "other surnames"


def weight(a: Profile, b: Profile) -> int:
    """Return how much speaks for one person: below 0 nothing worth asking about."""
    if a.countries and b.countries and not a.countries & b.countries:
        return -1
    points = 3 * bool(a.countries & b.countries) + 2 * bool(a.offices & b.offices)
    points += bool(a.pairs & b.pairs) + 3 * (not (a.bare or b.bare))
    return points - 4 * bool(a.briefs & b.briefs)


def may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether the given names of two people leave open that they are one.

    Initials, one name inside the other, or given names of nearly the same sound do; two known
    but different given names do not.
    """
    return any(_open(names.parse_name(x), names.parse_name(y)) for x in a for y in b)


def _open(one: names.ParsedName, two: names.ParsedName) -> bool:
    if one.family_first != two.family_first:
        return False
    if one.first[:1] == two.first[:1] and 1 in (len(one.first), len(two.first)):
        return True
    if one.first in two.middle or two.first in one.middle:
        return True
    return names.one_letter_apart(one.first, two.first, least=4) or one.first == two.first
