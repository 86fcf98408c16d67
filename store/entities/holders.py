"""The shipped table of office holders: heads of state and government, ministers, a few others.

Plain facts in `data/holders.csv`: name, ISO code (empty for international offices), office, and
the first and last year in office as far as the table goes (2025). A "public figure" is somebody
who was known for more than one office, or for none (generals, envoys, leaders of parties and of
risings), in about these years.

The keys of the names (`data/holder_keys.txt`) are made from the table by
`python -m store.entities.holder_keys`, since it takes a quarter of a second to make them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from store.entities.lexicon import names, read_data
from store.entities.names import family_key, given_key, name_key, parse_name
from store.text import fold

_HEADS = {
    "president", "minister", "secretary", "chancellor", "premier", "king", "emir", "sultan",
    "prince", "leader", "speaker", "commander", "secretary-general", "representative", "chairman",
}  # fmt: skip
_LONG = {"fm": "minister", "pm": "minister", "premier": "minister", "sec": "secretary"}
_AHEAD = 3  # years
_FIGURE = "public figure"
_FAMILY_FIRST_TOO = {"JP", "HU"}
_HYPHENS = {"KP", "KR", "CN", "TW"}
_RULERS = {"king", "emir", "sultan", "prince", "sheikh", "queen", "emperor", "pope", "shah"}
_CROWNED = ("King ", "Queen ", "Pope ", "Emperor ")


class Holder(NamedTuple):
    """One person in one office for some years, both ends included."""

    name: str
    code: str | None
    office: str
    first: int
    last: int

    def fits(self, year: int | None) -> bool:
        """Return whether a brief of `year` may speak of the holder: a year of grace each way."""
        return year is not None and self.first - 1 <= year <= self.last + 1


@cache
def holders() -> tuple[Holder, ...]:
    """Return the whole table."""
    rows = csv.reader(read_data("holders.csv").splitlines()[1:])
    return tuple(
        Holder(name, intern(code) or None, intern(office), int(first), int(last))
        for name, code, office, first, last in rows
    )


class Keys(NamedTuple):
    """What the rows are found by: the keys of the full names, of the short one, of the first."""

    full: tuple[str, ...]
    short: str
    first: str


def keys_of(holder: Holder) -> Keys:
    """Return the keys of a row, as `data/holder_keys.txt` holds them."""
    return Keys(
        tuple(name_key(way) for way in _ways(holder)),
        _short_key(holder),
        given_key(_uncrowned(holder.name).split()[0]),
    )


@cache
def keys() -> tuple[Keys, ...]:
    """Return the keys of every row, in the order of the table."""
    lines = (line.split("\t") for line in read_data("holder_keys.txt").splitlines())
    return tuple(Keys(tuple(full.split("|")), short, first) for full, short, first in lines)


@cache
def _by_key() -> dict[str, tuple[Holder, ...]]:
    return _grouped(
        (key, holder) for holder, row in zip(holders(), keys(), strict=True) for key in row.full
    )


def _ways(holder: Holder) -> tuple[str, ...]:
    """The name as it stands in the table, and of Japanese and Hungarians also family name first."""
    given, _, family = holder.name.rpartition(" ")
    turned = holder.code in _FAMILY_FIRST_TOO and given
    return (holder.name, f"{family} {given}") if turned else (holder.name,)


def _printed_ways(holder: Holder) -> tuple[str, ...]:
    """The ways in which a name is printed, of Koreans and others also without the hyphen."""
    ways = _ways(holder)
    apart = holder.code in _HYPHENS and "-" in holder.name
    return (*ways, holder.name.replace("-", " ")) if apart else ways


@cache
def _by_name() -> dict[str, tuple[Holder, ...]]:
    """Names that have no key, such as "Abdullah II" and "Sheikh Hasina"."""
    return _grouped(
        (fold(holder.name), holder)
        for holder, row in zip(holders(), keys(), strict=True)
        if " " in holder.name and not row.full[0]
    )


@cache
def _by_surname() -> dict[str, tuple[Holder, ...]]:
    return _grouped((row.short, holder) for holder, row in zip(holders(), keys(), strict=True))


@cache
def _by_first() -> dict[str, tuple[Holder, ...]]:
    """Rulers and others who are called by the first of their names."""
    called = names().called_by_first
    return _grouped(
        (row.first, holder)
        for holder, row in zip(holders(), keys(), strict=True)
        if _is_ruler(holder) or fold(holder.name.split()[0]) in called
    )


def _uncrowned(name: str) -> str:
    """A ruler's name as it stands behind the title that the table tells him apart by."""
    return name.partition(" ")[2] if name.startswith(_CROWNED) else name


def _grouped(pairs: Iterable[tuple[str, Holder]]) -> dict[str, tuple[Holder, ...]]:
    groups: dict[str, list[Holder]] = defaultdict(list)
    for key, holder in pairs:
        groups[key].append(holder)
    return {key: tuple(group) for key, group in groups.items() if key}


def _short_key(holder: Holder) -> str:
    parsed = parse_name(holder.name)
    if parsed.family_first:
        return _exact(parsed.family)
    return parsed.family_key if parsed.first else family_key(holder.name)


def _exact(family: str) -> str:
    """The key of a family name that is written first: those are short, so letters must agree."""
    return "=" + fold(family)


def _is_ruler(holder: Holder) -> bool:
    return bool(_RULERS & set(holder.office.lower().split()))


@cache
def full_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the holders' names as folded words, by their first word, longest first."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for way in (_uncrowned(way) for holder in holders() for way in _printed_ways(holder)):
        words = tuple(fold(way).split())
        if len(words) > 1:
            found[words[0]].add(words)
    return {first: tuple(sorted(ways, key=len, reverse=True)) for first, ways in found.items()}


def is_common(name: str) -> bool:
    """Return whether the family name of a holder is one that many others bear."""
    return fold(parse_name(name).family).removeprefix("al-") in names().common_surnames


@lru_cache(maxsize=1 << 14)
def named(name: str) -> tuple[Holder, ...]:
    """Return the rows of a full name, in any spelling."""
    return _by_key().get(name_key(name)) or _by_name().get(fold(name), ())


def called(
    short: str, *, year: int | None, code: str | None, office: str | None, around: Iterable[str]
) -> Holder | None:
    """Return the one holder that a bare `short` name can mean, else None.

    `code` and `office` come from a title beside the name, `around` are the countries that the
    brief names. Without a title the year must fit or the country be named, and a family name
    that many share needs both.
    """
    rows, first = _rows(short)
    if not rows and not first:
        return None
    if office and _RULERS & set(office.lower().split()):
        rows += tuple(row for row in first if _is_ruler(row))
    elif fold(short) in names().called_by_first:
        rows += first
    if not rows:
        return None
    countries = set(around)
    if office and {"king", "queen", "emperor", "pope"} & set(office.lower().split()):
        rows = tuple(row for row in rows if _is_ruler(row))
    if code:
        rows = tuple(row for row in rows if row.code == code)
    rows = tuple(
        row
        for row in rows
        if (office and agrees(row, office)) or _believable(row, short, year, countries)
    )
    # Who held the offices of a state comes before other public figures of the name.
    rows = tuple(row for row in rows if row.office != _FIGURE) or rows
    return _only(rows, year, office, countries)


@lru_cache(maxsize=1 << 15)
def _rows(short: str) -> tuple[tuple[Holder, ...], tuple[Holder, ...]]:
    """The rows whose family name a short name can be, and those whose first name."""
    key = family_key(short)
    rows = _by_surname().get(_exact(short), ()) + tuple(
        row for row in _by_surname().get(key, ()) if len(key) > 5 or _same_letters(row, short)
    )
    return rows, _by_first().get(given_key(short), ())


@lru_cache(maxsize=1 << 15)
def may_be_called(short: str) -> bool:
    """Return whether any holder of the table could be called by a short name; cheap."""
    rows, first = _rows(short)
    return bool(rows or first)


def _same_letters(row: Holder, short: str) -> bool:
    """Whether a short surname is the row's letter for letter: "Dhabi" is not Déby."""
    family = fold(parse_name(row.name).family or row.name)
    return family.removeprefix("al-").removeprefix("el-") == fold(short).removeprefix("al-")


def _believable(row: Holder, short: str, year: int | None, countries: set[str]) -> bool:
    near = row.code in countries
    if row.office == _FIGURE and not (near and row.fits(year)):
        return False
    if year is not None and row.first > year + _AHEAD:
        return False  # nobody is called by an office to come
    if row.name.startswith(_CROWNED) and not row.fits(year):
        return False
    if fold(short).removeprefix("al-") in names().common_surnames or len(short) < 4:
        return near and row.fits(year)
    return near or row.fits(year)


def _only(
    rows: Sequence[Holder], year: int | None, office: str | None, countries: set[str]
) -> Holder | None:
    """The one person that the rows are about, after office, year and country had their say."""
    if len(_people(rows)) > 1:
        for better in (
            [row for row in rows if row.fits(year) and office and _is_same_office(row, office)],
            [row for row in rows if row.fits(year)],
            [row for row in rows if row.code in countries],
            [row for row in rows if row.fits(year) and row.code in countries],
            [row for row in rows if row.fits(year) and office and agrees(row, office)],
        ):
            if len(_people(better)) == 1:
                return _best(better, year)
        return None
    return _best(rows, year) if rows else None


def _people(rows: Iterable[Holder]) -> set[str]:
    """The keys of the people that rows are about; the same office in the same years is one's, under
    two names ("Che Guevara", "Ernesto Guevara").
    """
    keys: dict[tuple[str | None, str, int, int], str] = {}
    for row in rows:
        keys.setdefault((row.code, row.office, row.first, row.last), name_key(row.name) or row.name)
    return set(keys.values())


def _best(rows: Sequence[Holder], year: int | None) -> Holder:
    return next((row for row in rows if row.fits(year)), rows[0])


def _is_same_office(row: Holder, office: str) -> bool:
    return row.office.lower() == office.lower()


def agrees(row: Holder, office: str) -> bool:
    """Return whether a printed office may be the row's: they share the word that heads them."""
    printed = {_LONG.get(word, word) for word in office.lower().replace(".", "").split()}
    return bool(printed & set(row.office.lower().split()) & _HEADS)
