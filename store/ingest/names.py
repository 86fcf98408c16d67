"""Whether a piece of a byline can be the name of a person, and lists of names taken apart."""

from __future__ import annotations

import re

from store.ingest.affiliations import is_institution, is_role
from store.ingest.months import MONTHS, WEEKDAYS
from store.text import fold

_LONGEST = 80
_PARTICLES = frozenset((
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "la", "le", "van",
    "von", "zu", "zur", "af", "av", "al", "el", "bin", "ibn", "bint", "ben", "abu", "ould", "e",
    "y", "ter", "ten", "ul", "ur", "ol", "i",
))  # fmt: skip
_SUFFIX = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.? ?d|m\.? ?d|m\.? ?a|b\.? ?a|esq|mp|mep|ret|usa|usn|usmc)\.?",
    re.IGNORECASE,
)
_ODD = re.compile(r"[\d_:;!?/\\|@#$%&*+=<>{}\[\]]")
# Words that head a line of print, never a person.
_NOT_NAMES = frozenset((
    "brief", "briefing", "report", "update", "policy", "analysis", "commentary", "comment",
    "summary", "background", "weekly", "daily", "monthly", "issue", "volume", "vol", "no",
    "number", "special", "edition", "series", "paper", "outlook", "monitor", "bulletin",
    "digest", "situation", "room", "hotel", "air", "force", "one", "page", "photo", "read",
    "more", "share", "print", "release", "statement", "gaggle", "conference", "and", "or",
    "the", "a", "an", "in", "on", "at", "to", "for", "from", "with", "of", "is", "are", "was",
    "were", "has", "have", "will", "this", "that", "these", "those", "his", "her", "its",
    "their", "after", "before", "as", "by", "but", "if", "not", "when", "why", "how", "what",
    "who", "executive", "key", "latest", "end", "image", "source", "war", "wars", "treaty", "list",
    "watch", "desk", "file", "files", "papers", "more", "than", "there", "since", "while", "under",
    "it",
    "assessment", "campaign", "situations", "developments", "trends", "countries", "forecast",
    "preview", "toplines",
    "they", "he", "she", "we", "our", "until", "once", "two", "three", "four", "five", "six",
))  # fmt: skip
# Months that are given names or ranks as well ("June Osgood", "Mei Lin", "Maj. Brand").
_MONTH_NAMES = frozenset((
    "april", "may", "june", "jan", "jun", "august", "maj", "maja", "mart", "mei", "mai", "nisan",
    "avgust",
))  # fmt: skip
_DATE_WORDS = (MONTHS.keys() | WEEKDAYS) - _MONTH_NAMES
_AND = re.compile(r" (?:and|und|et|y|with|&) |(?<=,)(?:and|&) ")


def is_name(text: str, *, single: bool = False) -> bool:
    """Whether `text` is formed like a person's name; `single` allows one word ("Reuters")."""
    text = text.strip()
    if not text or len(text) > _LONGEST or _ODD.search(text):
        return False
    parts = text.replace(",", " ").split()
    if len(parts) > 7 or (len(parts) < 2 and not single):
        return False
    if parts[0].lower().strip(".") in _DATE_WORDS:
        return False
    capitals = [w for w in parts if not _is_particle(w)]
    return len(capitals) >= (1 if single else 2) and all(map(_is_name_word, capitals))


def _is_particle(word: str) -> bool:
    return word.lower() in _PARTICLES and word[0].islower()


def _is_name_word(word: str) -> bool:
    bare = word.lower().strip(".,")
    if len(bare) > 1 and bare in _NOT_NAMES:
        return False
    letters = word.lstrip("\"“”'‘’`´ʻʿ(")
    first = letters[:1]
    if not first.isalpha():
        return False
    return not first.islower() or letters.lower().startswith(("al-", "el-", "ash-", "d'", "d’"))


def split_names(text: str) -> list[str]:
    """Return the names in "A", "A and B", "A, B, and C", "A,B & C", with suffixes kept on."""
    names: list[str] = []
    for item in _AND.sub(", ", text).split(","):
        name = item.strip(" ;.,") if not item.rstrip().endswith(".") else item.strip(" ;,")
        if names and _SUFFIX.fullmatch(name):
            names[-1] = f"{names[-1]}, {name}"
        elif name:
            names.append(name)
    return names


def are_names(text: str) -> bool:
    """Whether `text` is one name or a list of names, with neither a role nor a house in it."""
    names = split_names(text)
    if not names or is_role(text) or is_institution(text):
        return False
    return all(is_name(name, single=len(names) > 1) for name in names)


def starts_sentence(word: str) -> bool:
    """Whether a capitalised word behind a name rather begins a sentence ("The", "President")."""
    bare = word.lower().strip(".,")
    return (len(bare) > 1 and (bare in _NOT_NAMES or is_role(word))) or word.lower() == "a"


def is_given_name(word: str) -> bool:
    """Whether `word` is a known given name."""
    from store.entities.lexicon import given_names  # late: a list of some size, seldom needed

    return fold(word).replace("-", "") in given_names()
