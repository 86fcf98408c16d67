"""How much speaks for a person: the words of a candidate and the words around it."""

from __future__ import annotations

from collections.abc import Container

from store.entities.lexicon import fold_word, names, not_people
from store.entities.names import is_family_first
from store.entities.phrases import Title
from store.entities.runs import Run, Token


def score(
    text: str, run: Run, classes: list[str], at: int, end: int, title: Title | None,
    repeated: Container[str],
) -> int:  # fmt: skip
    """Return the points for tokens [at, end) of a run: 3 is enough, 2 after a given name."""
    segment = run[at:end]
    points = _shape(segment, classes[at:end]) + _follows(text, segment[-1])
    if title:
        points += 3 if title.direct or classes[at] in "Gg" else 1
    if fold_word(segment[-1].text) in repeated and len(segment[-1].text) > 3:
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


def _shape(segment: Run, classes: list[str]) -> int:
    """What the words themselves tell."""
    words = [token.text for token in segment]
    points = {"G": 2, "g": 1}.get(classes[0], 0)
    if is_family_first(words):
        points += 2
    if "J" in classes or any(token.lower in ("bin", "ibn") for token in segment):
        points += 2
    last = fold_word(words[-1])
    points += len(last) > 4 and last.endswith(names().surname_ends)
    if last.startswith(("al-", "el-")) or "X" in classes:
        points += classes[0] != "N" or len(words) == 2
    if "G" not in classes and len(words) > 3:
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
    is_verb = after.startswith(" ") and len(word) > 4 and word.endswith(("ed", "es", "s"))
    return int(is_verb or after.startswith(" of "))
