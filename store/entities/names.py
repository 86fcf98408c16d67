"""When two spellings are one person's name: by structure, never by a similarity ratio.

The family name must have the same sound skeleton and the given names must be equal, spellings of
one name (`data/given_names.txt`) or have the same skeleton. The skeletons come from the
romanisation systems named in `store.text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from store.entities.lexicon import (
    given_names,
    listed_surnames,
    names,
    offices,
    title_words,
)
from store.entities.patronymics import bare_consonants, fathers_name
from store.entities.romanisations import same_written_first
from store.text import fold, skeleton, slug

_BIN = {"bin": "bin", "ibn": "bin", "ben": "ben", "bint": "bint"}
_ARTICLES = {"al", "el", "ul", "ud", "ad", "ar"}
# Small words that are dropped or kept at will: "von der Leyen" and "Leyen".
_SMALL = _ARTICLES | set(
    "von van der den de du da do dos das del di la las los le ter zu y".split()  # noqa: SIM905
)
_SUFFIXES = {
    "jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "vi": "vi",
    "2nd": "ii", "3rd": "iii", "4th": "iv",
}  # fmt: skip
# Titles that stand among the given names: "Gordon, Sir John", "Schuyler, Major General Cortlandt".
_TITLES_INSIDE = frozenset(
    """
    sir hadj don doña général yeoman commander samdech
    general captain colonel major lieutenant admiral rear vice chief count hon rt haji hajji
    mullah maulavi mawlawi seyed sayed sayyid ato prince president minister ambassador emir
    sheikh shaikh shaykh private president-elect chancellor-elect senator gen col lt
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]\.?")
_IN_BRACKETS = re.compile(r"[(“\"][^)”\"(“]{1,40}[)”\"]")
_LONG_RANK = re.compile(
    r"(?i)\b(?:marshal of the (?:royal air force|soviet union)|admiral of the fleet|army general"
    r"|general of the army|air (?:chief )?marshal|general de brigade|technical sergeant"
    r"|chief steward|(?:colonel|major|lieutenant)-general"
    r"|(?:interim|acting)(?= president| prime))\b"
)
_DIN = frozenset({"ad-din", "al-din", "ed-din", "ud-din", "el-din", "ed-dine", "al-deen"})
_BELARUSIAN = re.compile(r"(?<=[bcdfghklmnprstvz])(?:[aoe]u|enka)\Z")
_WHOLE_ALIAS = re.compile(r"\(([^()][^() ]*+ [^()]++)\)\Z")
_ABD = re.compile(r"abd[aeiou]?[lrsdnz]?")
# One or two syllables as Pinyin, the Korean and the Vietnamese romanisations write them.
_SYLLABLES = re.compile(
    r"(?:(?:[zcs]h|[ktpn]h|ng|tr|gi|qu|[b-df-hj-np-tv-z])?[aeiouy]{1,4}(?:n[gh]?|[mkptlrhc])?){1,2}"
)


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
    return " ".join(_cut(name).family)


def same_person(a: str, b: str) -> bool:
    """Return whether two full names may be one person's by the structure of the names.

    True for equal keys, for a name inside a longer one ("Javad Zarif" in "Mohammad Javad
    Zarif"), for initials that agree with further names and for one differing letter in a long
    surname. A bare surname is never enough. What stands in brackets is taken as another name.
    """
    if a[-1:] == ")" or b[-1:] == ")":
        same = any(_same(x, y) for x in _with_alias(a) for y in _with_alias(b))
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


def _with_alias(name: str) -> tuple[str, ...]:
    """A name, and the one that stands in brackets behind it if it is a whole one."""
    inside = _WHOLE_ALIAS.search(name) if name[-1:] == ")" else None
    return (name, inside[1]) if inside else (name,)


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
    if not _suffixes_agree(one, two):
        return False
    if one.family_key == two.family_key:
        return _given_agree(one.given, two.given)
    if _vowels_apart(one.family_key, two.family_key) and min(len(one.given), len(two.given)) > 1:
        return _given_agree(one.given, two.given)
    if _double_surname(one, two) or _double_surname(two, one):
        return True
    exact = (one.first, one.middle) == (two.first, two.middle)
    return exact and one_letter_apart(one.family_key, two.family_key, least=6)


def _same_father(one: ParsedName, two: ParsedName) -> bool:
    """Whether first name, patronymic and the consonants of the family name agree."""
    if min(len(one.given), len(two.given)) < 2 or not one.given[1].father:
        return False
    return (
        one.given[1].father == two.given[1].father
        and _is_one(one.given[0], two.given[0])
        and bare_consonants(slug(one.family)) == bare_consonants(slug(two.family))
    )


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
        return False
    if len(short) > 1 and len(long) > 1 and long[1].letter != short[1].letter:
        initials = long[1].initial or short[1].initial
        if initials:
            return False
    rest = iter(long[1:])
    return all(any(_is_one(name, other) for other in rest) for name in short[1:])


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
    cut = _cut(name)
    family = " ".join(cut.family)
    if cut.family_first:
        return ParsedName(family, slug(family), slug("".join(cut.given)), (), cut.suffix, True)
    given = [name for name in map(_given, _spell_out(cut.given)) if name.key]
    if len(given) > 1 and given[0].key == given_key("Mohammad") and given[1].key in _seconds():
        given = given[1:]
    first, *middle = [name.key for name in given] or [""]
    return ParsedName(
        family, family_key(family), first, tuple(middle), cut.suffix, False, tuple(given)
    )


class _Cut(NamedTuple):
    """A name cut into its words, as printed."""

    given: list[str]
    family: list[str]
    suffix: str
    family_first: bool


def _cut(name: str) -> _Cut:
    """Cut a name. Needs no keys of given names, which it takes a twentieth of a second to make."""
    words = _words(name)
    suffix = ""
    if len(words) > 1 and slug(words[-1]) in _SUFFIXES:
        suffix = _SUFFIXES[slug(words.pop())]
    if is_family_first(words):
        return _Cut(words[1:], words[:1], suffix, True)
    at = _family_start(words) if words else 0
    return _Cut(words[:at], words[at:], suffix, False)


def _given(word: str) -> Given:
    folded = slug(word)
    return Given(given_key(word), skeleton(folded), folded[:1], fathers_name(folded))


@lru_cache(maxsize=1)
def _seconds() -> frozenset[str]:
    return frozenset(given_key(word) for word in names().compound_seconds)


def _words(name: str) -> list[str]:
    """The words in given-then-family order."""
    name = _LONG_RANK.sub(" ", _IN_BRACKETS.sub(" ", name.replace("–", "-")))
    before, comma, after = name.partition(",")
    if comma and slug(after) not in _SUFFIXES:
        if len(before.split()) > 1 and (_any_title(after) or is_family_first(before.split())):
            return _words(before)  # "Ha Van Lau, Deputy Chief"
        after, _, tail = after.strip().partition(",")
        after = f"{after} {tail}" if slug(tail) in _SUFFIXES else after
        family, given = before.split(), _without_titles(after.split(), 1)
        if is_family_first(family + given):
            return family + given  # "Park, Chung Hee"
        if len(given) > 1 and slug(given[-1]) in _SUFFIXES:
            return [*given[:-1], *family, given[-1]]
        while given and given[-1].rstrip("-–").lower() in names().particles:
            family.insert(0, given.pop())
        return given + family
    words = _without_titles(name.replace(",", " ").split(), 2)
    if is_family_first(words):
        return words
    capitals = [w for w in words if len(w) > 2 and w.isupper() and not _INITIAL.fullmatch(w)]
    if capitals and len(capitals) < len(words) and words[0] in capitals and not _ends_upper(words):
        return [w for w in words if w not in capitals] + capitals
    return words


def _without_titles(words: list[str], least: int) -> list[str]:
    at = 0
    while len(words) - at > least and _is_title(words[at]):
        at += 1
    return words[at:]


def _any_title(text: str) -> bool:
    """Whether a title and no given name stands behind the comma."""
    words = text.split()
    return len(words) > 1 and any(_is_title(w) for w in words[:3]) and not _is_title(words[0])


def _is_title(word: str) -> bool:
    lower = word.lower().rstrip(".")
    if word[-1:] == "." and len(lower) > 2 and lower in title_words():
        return True
    known = lower in title_words() or lower in offices().rank_modifiers or lower == "prime"
    return known and slug(word) not in given_names()


def _ends_upper(words: list[str]) -> bool:
    return len(words[-1]) > 2 and words[-1].isupper()


def is_family_first(words: list[str]) -> bool:
    """Return whether the words read as a Chinese, Korean or Vietnamese name, surname first."""
    if not 2 <= len(words) <= 4 or fold(words[0]) not in names().family_first:
        return False
    known = given_names()
    rest = [part for word in words[1:] for part in fold(word).split("-") if part]
    if words[1].isupper() and not words[0].isupper():
        return False
    if fold(words[0]) in known and any(fold(word) in known for word in words[1:]):
        return False
    return 1 <= len(rest) <= 3 and all(_SYLLABLES.fullmatch(part) for part in rest)


def _family_start(words: list[str]) -> int:
    """Where the family name begins: its particles belong to it."""
    cut = len(words) - 1
    upper = [i for i, word in enumerate(words) if len(word) > 2 and word.isupper()]
    if upper and upper[0] > 0 and len(upper) == len(words) - upper[0]:
        cut = upper[0]
    while cut > 0 and words[cut - 1].lower().rstrip("-–") in names().particles:
        cut -= 1
    return cut


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


def _parts(word: str) -> list[str]:
    """ "Franz-Josef" as two given names, "Abdul-Rahman" as one."""
    parts = word.split("-")
    known = given_names()
    whole = len(parts) != 2 or not all(fold(part) in known for part in parts)
    return [word] if whole or fold(parts[0]).startswith("abd") else parts


def _spell_out(words: list[str]) -> list[str]:
    """Initials one by one, "Abdul Rahman" as one word, articles dropped."""
    spelled: list[str] = []
    held = ""
    for word in words:
        if word.lower() in _DIN:
            word = "Eddin"
        if held:
            word = held + re.sub(r"(?i)^[ae]l[-–]", "", word)
            held = ""
        if fold(word) in {"abd", "abdul", "abdel", "abdol", "abdal"}:
            held = "Abdul"
        elif _INITIAL.fullmatch(word):
            spelled += [letter for letter in word if letter != "."]
        elif word.lower() not in _ARTICLES and word.lower().rstrip(".") not in _TITLES_INSIDE:
            spelled += _parts(word.rstrip("."))
    return [*spelled, held] if held else spelled
