"""A printed name cut into given and family names: order, titles, suffixes, names written first."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.entities.lexicon import given_names, names, offices, title_words
from store.text import fold, slug

ARTICLES = {"al", "el", "ul", "ud", "ad", "ar"}
"""Articles inside a name."""
_SUFFIXES = {
    "jr": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "vi": "vi",
    "2nd": "ii", "3rd": "iii", "4th": "iv",
}  # fmt: skip
# Titles that stand among the given names: "Gordon, Sir John", "Schuyler, Major General Cortlandt".
_TITLES_INSIDE = frozenset(
    """
    sir hadj qari alhaj sardar hafiz don doña général yeoman commander samdech
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
    r"|chief (?:steward|warrant officer|marshal of aviation)|group captain|field marshal"
    r"|yeoman first class|(?:rear|vice) admiral|the honou?rable"
    r"|(?:colonel|major|lieutenant)-general"
    r"|(?:interim|acting)(?= president| prime))\b"
)
_DIN = frozenset({"ad-din", "al-din", "ed-din", "ud-din", "el-din", "ed-dine", "al-deen"})
# One or two syllables as Pinyin, the Korean and the Vietnamese romanisations write them.
_TWO_INITIALS = re.compile(r"[A-Z]\. ?[A-Z]\.")
_SYLLABLES = re.compile(
    r"(?:(?:[zcs]h|[ktpn]h|ng|tr|gi|qu|[b-df-hj-np-tv-z])?[aeiouy]{1,4}(?:n[gh]?|[mkptlrhc])?){1,2}"
)


class Cut(NamedTuple):
    """A name cut into its words, as printed."""

    given: list[str]
    family: list[str]
    suffix: str
    family_first: bool


def cut_name(name: str) -> Cut:
    """Cut a name. Needs no keys of given names, which it takes a twentieth of a second to make."""
    words = words_of(name)
    suffix = ""
    if len(words) > 1 and _is_suffix(words[-1]):
        suffix = _SUFFIXES[slug(words.pop())]
    if is_family_first(words):
        return Cut(words[1:], words[:1], suffix, True)
    at = _family_start(words) if words else 0
    return Cut(words[:at], words[at:], suffix, False)


def _is_suffix(text: str) -> bool:
    """Whether a text is "Jr." or "III"; "J.R." are initials."""
    return slug(text) in _SUFFIXES and not _TWO_INITIALS.fullmatch(text.strip())


def words_of(name: str) -> list[str]:
    """The words in given-then-family order."""
    name = _LONG_RANK.sub(" ", _IN_BRACKETS.sub(" ", name.replace("–", "-"))).strip(" /;,")
    before, comma, after = name.partition(",")
    if comma and not _is_suffix(after):
        if len(before.split()) > 1 and (_any_title(after) or is_family_first(before.split())):
            return words_of(before)  # "Ha Van Lau, Deputy Chief"
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
    if words and all(map(_is_title, words)):
        return True
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


def _parts(word: str) -> list[str]:
    """ "Franz-Josef" as two given names, "Abdul-Rahman" as one."""
    parts = word.split("-")
    known = given_names()
    whole = len(parts) != 2 or not all(fold(part) in known for part in parts)
    return [word] if whole or fold(parts[0]).startswith("abd") else parts


def spell_out(words: list[str]) -> list[str]:
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
        elif word.lower() not in ARTICLES and word.lower().rstrip(".") not in _TITLES_INSIDE:
            spelled += _parts(word.rstrip("."))
    return [*spelled, held] if held else spelled
