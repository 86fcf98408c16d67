"""What a capitalised word can be: a name, a country, a title, an institution, a plain word."""

from __future__ import annotations

from functools import lru_cache

from store.entities.gazetteer import gazetteer
from store.entities.geography import country_of, country_of_pair
from store.entities.lexicon import (
    fold_word,
    given_names,
    listed_given_names,
    names,
    not_people,
    offices,
    title_words,
)
from store.entities.printed import is_family_first
from store.entities.runs import Run

# The classes of a token: G given name, g one that is also a place or word, h one that is only
# listed, J initial, X particle, N anything else that may be a name; C country, T title,
# I institution, L start of a place name, P plain word, A acronym, D with digits.
NAMES = "GghJXN"
_NAMES_TOO = frozenset({"islam", "din", "uddin"})
_CONTRACTIONS = ("’ll", "'ll", "’re", "'re", "’ve", "'ve", "n’t", "n't", "’m", "'m", "’d", "'d")


@lru_cache(maxsize=1 << 16)
def token_class(printed: str, capitals: bool = False) -> str:
    """Return the class of a capitalised word, one letter."""
    lower = printed.lower().replace(".", "")
    if any(c.isdigit() for c in printed):
        return "D"
    if country_of(printed.title() if capitals else printed):
        return "C"
    if len(lower) == 1 or (printed[-1] == "." and len(lower) < 4):
        return "L" if lower in not_people().place_starts else "J"
    if lower.endswith(_CONTRACTIONS):
        return "P"
    return _word_class(printed, lower, capitals)


def _word_class(printed: str, lower: str, capitals: bool) -> str:
    known = offices()
    out = not_people()
    if printed == "Un":  # Kim Jong Un, not the UN
        return "N"
    lower = lower.removeprefix("then-").removeprefix("ex-")
    if lower in title_words() or lower in known.modifiers or lower in known.rank_modifiers:
        return "T"
    if capitals and lower in names().particles:
        return "X"
    if lower in out.institution:
        return "I"
    if lower in out.plain:
        return "P"
    if lower in out.place_starts:
        return "L"
    if _is_pair(printed, lower):
        return "C"
    folded = fold_word(printed).replace("-", "")
    if folded in names().ambiguous:
        return "g"
    parts = fold_word(printed).split("-")
    if folded in given_names() or (len(parts) > 1 and all(p in given_names() for p in parts)):
        return "G"
    if printed.isupper() and 2 <= len(printed) <= 6 and not capitals:
        return "A"
    if folded in listed_given_names():
        return "h"
    return "N"


def _is_pair(printed: str, lower: str) -> bool:
    """Whether a hyphenated word holds a country: "Moscow-Tehran", "Saudi-led"."""
    if "-" not in printed or lower.startswith(("al-", "el-")):
        return False
    return any(country_of(part) for part in printed.split("-"))


def token_classes(run: Run, capitals: bool) -> list[str]:
    """Return the class of every token; a country may be a given name here (Israel, Chad)."""
    classes = ["X" if token.particle else token_class(token.text, capitals) for token in run]
    if len(run) > 2 and classes[0] in "Nh" and run[0].lower in offices().occupations:
        classes[0] = "T"  # "Vaccinator Jean-Baptiste Muhindo works …"
    if "A" in classes:
        _read_shouted(run, classes)
    if len(run) > 2 and run[-1].lower in _NAMES_TOO and classes[-2] in "NGhJ":
        classes[-1] = "N"  # "S. M. Ariful Islam"
    before = run[0].text
    for at in range(len(run) - 1):
        after = run[at + 1].text
        if country_of_pair(before, after):
            classes[at] = classes[at + 1] = "C"
        if classes[at] in "PGgC":
            _read_pair(run, classes, at)
        before = after
    return classes


def _read_shouted(run: Run, classes: list[str]) -> None:
    """ "José DE LA PUENTE": small words in capitals inside a surname in capitals are its own."""
    for at in range(1, len(run) - 1):
        small = run[at].text.isupper() and run[at].lower in names().particles
        if small and (classes[at - 1] in "GgXJN") and run[at + 1].text.isupper():
            classes[at] = "X"
    for at in range(1, len(run)):
        if classes[at] == "A" and classes[at - 1] == "X" and len(run[at].text) > 3:
            classes[at] = "N"


def _read_pair(run: Run, classes: list[str], at: int) -> None:
    """Mend the classes of two words that say together what neither says alone."""
    token, kind = run[at], classes[at]
    if token.text == "Jan" and classes[at + 1] in "NX" and not token.possessive:
        classes[at] = "G"
    if classes[at] == "P" and _is_family_before(run, at):
        classes[at] = "N"
    if _is_placed_surname(run, classes, at):
        classes[at + 1] = "N"
    named = kind == "C" and classes[at + 1] in "Nh" and not token.possessive
    if named and (fold_word(token.text) in names().ambiguous or _is_addressed(run, at)):
        classes[at] = "g"


def _is_addressed(run: Run, at: int) -> bool:
    """Whether a place stands right behind a form of address: "Dr. Washington Ibarra"."""
    return at > 0 and run[at - 1].lower in offices().honorifics and at + 2 >= len(run)


def _is_family_before(run: Run, at: int) -> bool:
    """Whether a plain word is a family name written first: "Oh Eun-sook", "Do Thi Hoa"."""
    if fold_word(run[at].text) not in names().family_first or run[at].possessive:
        return False
    given = run[at + 1].text
    if given in ("Thi", "Van") and at + 2 < len(run):
        return True
    first, hyphen, second = given.partition("-")
    return (
        bool(hyphen)
        and first.istitle()
        and second.islower()
        and is_family_first([run[at].text, given])
    )


def _is_placed_surname(run: Run, classes: list[str], at: int) -> bool:
    """Whether a place after a given name is its surname: "Michael Jordan", "Irving Berlin"."""
    last, given = run[at + 1], run[at]
    if classes[at] not in "Gg" or classes[at + 1] != "C" or given.possessive or at + 2 < len(run):
        return False
    if last.start - given.end != 1:
        return False
    return last.text in gazetteer().rules.family or _is_double(last.text)


def _is_double(printed: str) -> bool:
    """Whether a place is only half of a double surname: "Eleanor Washington-Pike"."""
    parts = printed.split("-")
    return len(parts) == 2 and parts[1][:1].isupper() and not all(map(country_of, parts))
