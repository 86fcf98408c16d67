"""When two spellings are one person's name: by structure, never by a similarity ratio.

The family name must have the same sound skeleton and the given names must be equal, spellings of
one name or of the same skeleton; what `printed` and `names` tell of a name is compared here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from store.entities.lexicon import given_names, listed_surnames
from store.entities.names import (
    Given,
    ParsedName,
    consonants,
    given_key,
    name_key,
    one_letter_apart,
    parse_name,
)
from store.entities.patronymics import bare_consonants
from store.entities.romanisations import same_written_first
from store.text import fold, slug

_SONS = frozenset({"bin", "ban", "ibn"})  # the skeletons of bin, ben and ibn
_OTHERWISE = re.compile(r"[(“]|\ba\.?k\.?a\b")
_WHOLE_ALIAS = re.compile(r"\(([^()][^() ]*+ [^()]++)\)\Z")
_WORD_ALIAS = re.compile(r"[^\s,()]{1,40}+ [(“]([A-Z][\w’'-]+)[)”]")
_KNOWN_AS = re.compile(r",? \(?a\.?k\.?a\.? ")


def same_person(a: str, b: str) -> bool:
    """Return whether two full names may be one person's by the structure of the names.

    True for equal keys, for a name inside a longer one ("Javad Zarif" in "Mohammad Javad
    Zarif"), for initials that agree with further names and for one differing letter in a long
    surname. A bare surname is never enough. What stands in brackets is taken as another name.
    """
    if _OTHERWISE.search(a) or _OTHERWISE.search(b):
        same = any(_same(x, y) for x in _ways(a) for y in _ways(b))
    else:
        same = _same(a, b)
    return same or (("-" in a or "-" in b) and _same(_apart(a), _apart(b)))


def _apart(name: str) -> str:
    """A name in which the halves of a double surname are two words: "Lopez-Portillo, Jose"."""
    family, comma, given = name.partition(",")
    return family.replace("-", " ") + comma + given if comma else name


def _is_turned(a: str, b: str) -> bool:
    """Whether one name is the other without its comma: "Scheel, Walter" and "Scheel Walter".

    Not where the family name is also a given name: "Ali Hassan" and "Hassan Ali" are two men.
    """
    one, two = (a, b) if "," in a else (b, a)
    if "," not in one or "," in two:
        return False
    family = one.partition(",")[0]
    if any(fold(word) in given_names() for word in family.split()):
        return False
    return sorted(fold(one.replace(",", " ")).split()) == sorted(fold(two).split())


def _ways(name: str) -> tuple[str, ...]:
    """A name; what stands behind "a.k.a."; what stands in brackets, if that is a whole name, or
    else in place of the word before: "Kollek, Theodor (Teddy)", "Chow (Chou) Shu-kai".
    """
    known_as = _KNOWN_AS.split(name)
    if len(known_as) > 1 and "(" not in known_as[0]:
        return tuple(known_as)
    ways = [name]
    inside = _WHOLE_ALIAS.search(name)
    if inside:
        ways.append(inside[1])
    ways += [name[: m.start()] + m[1] + name[m.end() :] for m in _WORD_ALIAS.finditer(name)]
    return tuple(ways)


def _same(a: str, b: str) -> bool:
    one, two = parse_name(a), parse_name(b)
    if _is_turned(a, b):
        return True
    if one.suffix and one.suffix == two.suffix and not one.first and not two.first:
        return one.family_key == two.family_key  # "King Mohammed VI"
    if not one.first or not two.first or one.family_first != two.family_first:
        return False
    if name_key(a) == name_key(b):
        return True
    if one.family_first:
        return same_written_first((one.family_key, one.first), (two.family_key, two.first))
    if _same_father(one, two):
        return True
    return _suffixes_agree(one, two) and _same_parts(one, two)


def _same_parts(one: ParsedName, two: ParsedName) -> bool:
    """Whether the family names are spellings of one and the given names agree as they must."""
    if one.family_key == two.family_key or _glued(one, two) or _glued(two, one):
        return _given_agree(one.given, two.given)
    if _vowels_apart(one.family_key, two.family_key) and min(_weight(one), _weight(two)) > 1:
        return _given_agree(one.given, two.given)
    if _french(one, two) and _given_agree(one.given, two.given):
        return True
    if _first_of_two(one, two) or _first_of_two(two, one):
        return True
    if _double_surname(one, two) or _double_surname(two, one):
        return True
    exact = (one.first, one.middle) == (two.first, two.middle)
    if not exact and (min(len(one.given), len(two.given)) < 2 or one.first != two.first):
        return False
    near = one_letter_apart(one.family_key, two.family_key, least=6)
    return near and (exact or _given_agree(one.given, two.given))


def _same_father(one: ParsedName, two: ParsedName) -> bool:
    """Whether first name, patronymic and the consonants of the family name agree."""
    if min(len(one.given), len(two.given)) < 2 or not one.given[1].father:
        return False
    return (
        one.given[1].father == two.given[1].father
        and (
            _is_one(one.given[0], two.given[0])
            or bare_consonants(one.given[0].bones) == bare_consonants(two.given[0].bones)
        )
        and bare_consonants(slug(one.family)) == bare_consonants(slug(two.family))
    )


def _weight(name: ParsedName) -> int:
    """How many names are given; "Abd al-Hadi" are two."""
    return len(name.given) + any(given.key.startswith("abd") for given in name.given[:1])


def _glued(one: ParsedName, two: ParsedName) -> bool:
    """Whether `one` has its article or particle glued to the surname: "Alzahrani", "DePoix"."""
    glued, apart = slug(one.family), slug(two.family)
    if glued == apart and " " in two.family:
        return True
    return len(apart) > 4 and one.family_key == f"al{two.family_key}" and glued.startswith("al")


def _french(one: ParsedName, two: ParsedName) -> bool:
    """Whether one surname has the French "ch" where the other has "sh": "Cheikha", "Sheikha"."""
    a, b = one.family_key, two.family_key
    if "ch" not in f"{one.family}{two.family}".lower() or len(a) < 4:
        return False
    return a.replace("c", "s") == b.replace("c", "s")


def _first_of_two(one: ParsedName, two: ParsedName) -> bool:
    """Whether `two` bears the first of the two surnames of "Roa y García, Raúl"."""
    words = [word for word in one.family.split() if word.lower() not in ("y", "e", "de", "da")]
    if len(words) < 2 or len(words[0]) < 3 or not one.given or one.given[0].initial:
        return False
    first = parse_name(f"X {words[0]}").family_key
    return first == two.family_key and _given_agree(one.given, two.given)


def _double_surname(one: ParsedName, two: ParsedName) -> bool:
    """Whether `two` bears the first of two surnames of `one`: "Rafael Caldera Rodriguez"."""
    if len(one.given) < 2 or len(two.given) > len(one.given) - 1:
        return False
    inner = one.given[-1]
    if inner.initial or inner.key in _classes() or inner.bones != two.family_key:
        return False
    return slug(one.family) in listed_surnames() and _given_agree(one.given[:-1], two.given)


def _vowels_apart(a: str, b: str) -> bool:
    """Whether two surnames differ in vowels alone; they need two given names that agree."""
    same = consonants(a)
    return len(same) > 2 and same == consonants(b) and a[:1] == b[:1]


def _suffixes_agree(one: ParsedName, two: ParsedName) -> bool:
    return not (one.suffix and two.suffix) or one.suffix == two.suffix


def _given_agree(one: tuple[Given, ...], two: tuple[Given, ...]) -> bool:
    """Same first name and no contradiction in the further ones, or a dropped "Mohammad"."""
    one, two = _without_sons(one), _without_sons(two)
    long, short = sorted((one, two), key=len)[::-1]
    mohammad = {given_key("Mohammad"), given_key("Mehmet")}
    if long[0].key in mohammad and len(long) > 1 and short[0].key not in mohammad:
        long = long[1:]
    if "".join(g.bones for g in long) == "".join(g.bones for g in short):
        return True  # "Hamid Reza" and "Hamidreza"
    while long[0].initial and len(long) > 1 and not short[0].initial:
        if long[0].letter == short[0].letter:
            break
        long = long[1:]  # "P. Kenneth" is called Kenneth
    long, short = sorted((long, short), key=len)[::-1]
    first, other = long[0], short[0]
    if first.initial or other.initial:
        return _initials_carry(long, short)
    if not _is_one(first, other):
        return _called_by_second(long, short)
    if len(short) > 1 and len(long) > 1 and long[1].letter != short[1].letter:
        initials = long[1].initial or short[1].initial
        if initials:
            return False
    rest = iter(long[1:])
    return all(any(_is_one(name, other) for other in rest) for name in short[1:])


def _called_by_second(long: tuple[Given, ...], short: tuple[Given, ...]) -> bool:
    """Whether "Thomas Woodrow" is called Woodrow: a given name too rare for a namesake."""
    return (
        len(short) == 1
        and len(long) == 2
        and short[0].key not in _classes()
        and short[0].key == long[1].key
        and not long[0].initial
    )


def _without_sons(given: tuple[Given, ...]) -> tuple[Given, ...]:
    """Given names without "bin" between them, which is printed or left out at will."""
    kept = tuple(name for at, name in enumerate(given) if not at or name.key not in _SONS)
    return kept if kept else given


def _initials_carry(long: tuple[Given, ...], short: tuple[Given, ...]) -> bool:
    """A first name by its letter alone needs a second one that agrees: "J. G." and "John G."."""
    pairs = list(zip(long, short, strict=False))
    return len(pairs) > 1 and all(_is_one(a, b) for a, b in pairs)


def _is_one(a: Given, b: Given) -> bool:
    """Whether two given names may be one: an initial, spellings of one name, or nearly so.

    Two names that are known and differ are two; so are two of other letters.
    """
    if a.initial or b.initial:
        return a.letter == b.letter
    if a.father and b.father:
        return a.father == b.father
    if a.key == b.key or a.bones == b.bones:
        return True
    if a.key in _classes() and b.key in _classes():
        return False
    near = consonants(a.bones)
    if len(near) > 2 and near == consonants(b.bones) and a.bones[0] == b.bones[0]:
        return True
    return one_letter_apart(a.bones, b.bones, least=6)


@lru_cache(maxsize=1)
def _classes() -> frozenset[str]:
    return frozenset(slug(known) for known in given_names().values())
