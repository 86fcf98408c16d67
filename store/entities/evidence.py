"""How much speaks for a person: the words of a candidate and the words around it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from store.entities.lexicon import (
    fold_word,
    is_occupation,
    listed_surnames,
    names,
    not_people,
    offices,
)
from store.entities.phrases import Title
from store.entities.printed import is_family_first
from store.entities.runs import Run, Token

_BEFORE = 60
_ARTICLES = frozenset({"a", "an", "the", "one", "another", "his", "her", "their", "my", "our"})
_LAST_PERSON = re.compile(
    r"\b(?:an?|the|one|his|her|their|our|my) (?:[a-z-]+ ){0,2}([a-z-]+)"
    r"(?: (?:in|at|of|from|near)(?: the)?(?: [A-ZÀ-Þ][\w’'-]+| de| del| la)+)?\Z"
)
_PREPOSITIONS = frozenset(
    {"of", "for", "from", "in", "at", "on", "to", "with", "by", "who", "that"}
)


def score(
    text: str, run: Run, classes: list[str], at: int, end: int, title: Title | None,
    repeated: Container[str],
) -> int:  # fmt: skip
    """Return the points for tokens [at, end) of a run: 3 is enough, 2 after a given name."""
    segment = run[at:end]
    family_first = is_family_first([token.text for token in segment])
    points = _shape(segment, classes[at:end], family_first) + _follows(text, segment[-1])
    points += _introduced(text, segment[0].start) or _apposed(text, segment[-1].end)
    if title:
        points += 3 if title.direct or classes[at] in "Ggh" else 1
    called = segment[0] if family_first else segment[-1]
    if fold_word(called.text) in repeated and len(called.text) > 3:
        points += 3 if end - at == 2 else 1
    if at and classes[at - 1] in "IAN":
        points -= 1
    return points - _looks_like_place(text, segment[0].start, classes[at])


def _looks_like_place(text: str, start: int, first: str) -> int:
    """Points off for "in X", "north of X" and "the X"."""
    before = text[max(0, start - 14) : start]
    if not before.endswith(" "):
        return 0
    word = before.rstrip().rpartition(" ")[2].lower()
    return 2 * (word == "the") + 2 * (word in not_people().place_before and first != "G")


def _shape(segment: Run, classes: list[str], family_first: bool) -> int:
    """What the words themselves tell."""
    points = 2 if classes[0] == "G" else int(classes[0] in "gh")
    if family_first:
        points += 2 + segment[1].text.partition("-")[2].islower()
    lower = [token.lower for token in segment]
    if "J" in classes or "bin" in lower or "ibn" in lower:
        points += 2
    if lower[0] in ("umm", "abu") and segment[-1].text[:3] in ("al-", "el-"):
        points += 2
    last = fold_word(segment[-1].text)
    listed = last.replace("-", "") in listed_surnames()
    points += listed or (len(last) > 4 and last.endswith(names().surname_ends))
    if last.startswith(("al-", "el-")) or "X" in classes:
        points += classes[0] != "N" or len(segment) == 2
    if "G" not in classes and len(segment) > 3:
        points -= 1
    return points


def _follows(text: str, last: Token) -> int:
    """3 for a verb of the mind or ", who", 2 for a verb of saying or an age, 1 for any verb."""
    if last.possessive:
        return 0
    after = text[last.end : last.end + 24]
    word = after.lstrip(" ,").partition(" ")[0].rstrip(",.;:”").lower()
    if word in names().thinking:
        return 3
    if word in names().saying or (word.isdigit() and len(word) == 2):
        return 2
    verb = after.startswith(" ") and len(word) > 4 and word.endswith(("ed", "es", "s"))
    verb = verb or (after.startswith(" ") and word in names().doing)
    return int(verb or after.startswith(" of "))


def _introduced(text: str, start: int) -> int:
    """3 for a plain word for a person right before: "the engineer X", "a nurse, X", "named X"."""
    before = text[max(0, start - _BEFORE) : start]
    if before.endswith((" named ", " called ")):
        return 3
    if not before.endswith((" ", ", ")):
        return 0
    if not before.endswith(", "):
        last = before.rstrip().rpartition(" ")[2]
        return 3 * is_occupation(last.lower())
    # "A porter from Durbuk, X": the phrase after the last mark begins with an article; or it ends
    # with one: "… has found his mother, X", "so had a farmer in Durbuk, X".
    phrase = re.split(r"[.;:,()“”\"]", before[:-2])[-1].split()
    if not phrase:
        return 0
    if phrase[0].lower() in _ARTICLES and _tells_a_person(phrase[1:6]):
        return 3
    found = _LAST_PERSON.search(" ".join(phrase))
    return 3 * (found is not None and is_occupation(found[1]))


def is_vessel(text: str, start: int) -> bool:
    """Return whether a plain word for a ship stands before the name at `start`."""
    before = text[max(0, start - 20) : start].rstrip().rpartition(" ")[2]
    return before.lower() in names().vessels


def is_named_after(text: str, start: int, words: str) -> bool:
    """Return whether "the" before a bare name says that a thing bears it: "the Charles de Gaulle",
    "the Admiral Kuznetsov"; people are "the" only with an office or in the plural.
    """
    before = text[max(0, start - 14) : start]
    if before.endswith(("the ", "The ")):
        return not words.endswith("s")
    return before.endswith(("the Admiral ", "The Admiral ", "the Marshal ", "The Marshal "))


def _apposed(text: str, end: int) -> int:
    """3 for "X, a nurse at …"; 0 for "X, a company"."""
    after = text[end : end + _BEFORE]
    if after.startswith(" ("):  # "X (chair), Y (guest, Bergen)"
        inside = after[2:].replace(",", ")").partition(")")[0]
        return 3 * (inside in offices().heads or inside == "guest" or is_occupation(inside))
    if not after.startswith((", a ", ", an ", ", the ", ", his ", ", her ")):
        return 0
    words = re.split(r"[.;:,()“”\"]", after[2:])[0].split()
    return 3 * ("who" in words or _tells_a_person(words[1:5]))


def _tells_a_person(words: Sequence[str]) -> bool:
    """Whether the head of a phrase is a plain word for a person: "crane driver at the port"."""
    for word in words:
        lower = word.lower().strip("’'")
        if lower in offices().heads or is_occupation(lower):
            return True
        if lower in _PREPOSITIONS:
            return False
    return False
