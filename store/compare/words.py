"""The words of a paragraph as comparing needs them: cut, folded to a stem, weighed.

How telling a word is comes from two open lists beside this file, not from counting the compared
texts: with a handful of paragraphs at hand, counting cannot tell "brigade" from "begin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from store.text import fold

FAINT = 0.2
"""What a word of the list of common words weighs; any other weighs 1, a stop word nothing."""

# Runs of letters and digits, joined by single hyphens, apostrophes or dots ("F-35", "U.S.").
_TOKEN = re.compile(r"[^\W_]++(?:[-‑'’.][^\W_]++)*+")
_POSSESSIVE = ("'s", "’s")
_DERIVATIONS = (
    "ization", "ations", "ation", "ments", "ment", "ness", "ions", "ion", "ally", "als", "al",
    "ity", "ly", "iz", "or", "er",
)  # fmt: skip
_SPELLINGS = (("isation", "ization"), ("our", "or"), ("tre", "ter"), ("ence", "ense"))
_SHORTEST = 4  # letters that must remain of a word when an ending is taken off


class Token(NamedTuple):
    """A word of a text: offsets [start, end), the form for comparing, its stem."""

    start: int
    end: int
    folded: str
    stem: str


def tokens(text: str) -> list[Token]:
    """Return the words of `text` in order; hyphened words without digits come apart."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        whole = match.group()
        if whole.isalpha():
            found.append(Token(*match.span(), *_read(whole)))
            continue
        for start, end in _parts(whole, match.start()):
            folded = fold(_bare(text[start:end]))
            if folded:
                found.append(Token(start, end, folded, stem(folded)))
    return found


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, str]:
    """Return a word as it is compared, and its stem: most words of a text come again and again."""
    folded = fold(word)
    return folded, stem(folded)


@lru_cache(maxsize=20_000)
def weight(folded: str) -> float:
    """Return how telling a folded word is by itself: 0, `FAINT` or 1."""
    if folded in _stop_words() or len(folded) < 2:
        return 0.0
    return FAINT if stem(folded) in _common_stems() else 1.0


def is_common(stemmed: str) -> bool:
    """Whether a stem is that of a common word."""
    return stemmed in _common_stems()


@lru_cache(maxsize=20_000)
def stem(folded: str) -> str:
    """Return the stem that inflections and simple derivations of a folded word share.

    "withdrawals", "withdrawal" and "withdraw" give the same; so do "defence" and "defense". A
    word that holds a digit is kept as it is.
    """
    if not folded.isalpha():
        return folded
    word = _uninflected(folded)
    for printed, plain in _SPELLINGS:
        if word.endswith(printed) or (printed == "our" and "our" in word[2:]):
            word = word.replace(printed, plain)
    word = _underived(_without_e(word))
    if word.endswith("at") and len(word) > 6:  # "negotiat-e", "negotiat-or"
        word = word[:-2]
    word = _without_e(word)
    word = word[:-1] + "i" if word.endswith("y") and len(word) > 2 else word
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


def _without_e(word: str) -> str:
    while word.endswith("e") and len(word) > _SHORTEST:
        word = word[:-1]
    return word


def _uninflected(word: str) -> str:
    """Take off a plural, a past tense or a participle; a silent e stays for `stem` to drop."""
    if word.endswith(("ies", "ied")) and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("ed") and len(word) > 4:
        return word[:-1]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return _uninflected(word[:-1]) if word.endswith("ings") else word[:-1]
    return word[:-3] if word.endswith("ing") and len(word) > 5 else word


def _underived(word: str) -> str:
    ending = next((e for e in _DERIVATIONS if word.endswith(e)), "")
    return word.removesuffix(ending) if len(word) - len(ending) >= _SHORTEST else word


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word


def _parts(word: str, start: int) -> Iterator[tuple[int, int]]:
    if any(c.isdigit() for c in word) or "." in word or ("-" not in word and "‑" not in word):
        yield start, start + len(word)
        return
    at = start
    for part in re.split("[-‑]", word):
        yield at, at + len(part)
        at += len(part) + 1


def word_lines(name: str) -> list[list[str]]:
    """Return the lines of a list in `data` as words; "#" begins a comment."""
    text = resources.files("store.compare").joinpath("data", name).read_text("utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return [line for line in lines if line]


def _word_list(name: str) -> frozenset[str]:
    return frozenset(word for line in word_lines(name) for word in line)


@cache
def _stop_words() -> frozenset[str]:
    return _word_list("stop_words.txt")


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _word_list("common_words.txt"))
