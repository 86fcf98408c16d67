"""Shares of a whole that prose gives in words: "a third of", "four fifths", "one in seven".

They are read as percentages, so that "three quarters" can be held against "60 percent".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from store.compare.numbers import Mark, Number

_PARTS_WORDS = (
    "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_PARTS = {
    **{word: number for number, word in enumerate(_PARTS_WORDS, 2)},
    **{f"{word}s": number for number, word in enumerate(_PARTS_WORDS, 2)},
    "halves": 2, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
_ONE = frozenset({"a", "an", "one"})
# "A third of it" is a share, "a third round" is none.
_AFTER_A_PART = frozenset({"of", "the", "its", "their", "his", "her", "to", "more", "less", "as"})
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "decades"})
_MOST = 1000  # "one in 2017" is a year
_AFTER_HALF = frozenset({"of", "the", "its", "their", "his", "her", "that"})


class Share(NamedTuple):
    """A share in percent; it covers the marks [first, last)."""

    percent: float
    first: int
    last: int


NumberAt = Callable[[list[Mark], int], Number | None]


def read_shares(marks: list[Mark], number_at: NumberAt) -> list[Share]:
    """Return the shares among the marks, in order; `number_at` reads a number."""
    found: list[Share] = []
    for at, mark in enumerate(marks):
        if mark.text in _PARTS or ("-" in mark.text and _tells_a_part(mark.text)):
            share = _part_at(marks, at)
        elif mark.text == "in":
            share = _in_every_at(marks, at, number_at)
        else:
            continue  # nearly all
        if share is not None and (not found or share.first >= found[-1].last):
            found.append(share)
    return found


def _tells_a_part(text: str) -> bool:
    return text.rpartition("-")[2] in _PARTS


def _part_at(marks: list[Mark], at: int) -> Share | None:
    """Read the share whose denominator stands at `at`: "two thirds", "two-thirds", "half the"."""
    count, _, part = marks[at].text.rpartition("-")
    following = marks[at + 1].text if at + 1 < len(marks) else "."
    first = at
    if not count and at:
        count, first = marks[at - 1].text, at - 1
    many = _COUNTS.get(count, 0)
    if part in ("half", "halves") and not many:
        return Share(50.0, at, at + 1) if following in _AFTER_HALF else None
    plural = part.endswith("s")
    ends = following in _AFTER_A_PART or not following.isalpha()
    if (plural and many > 1) or (not plural and count in _ONE and ends):
        share = 100 * max(many, 1) / _PARTS[part]
        return Share(share, first, at + 1) if share <= 100 else None
    return None


_COUNTS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1
    )
}
_COUNTS["a"] = _COUNTS["an"] = 1


def _in_every_at(marks: list[Mark], at: int, number_at: NumberAt) -> Share | None:
    """Read "one in seven", "sixty-two in every hundred", "one dollar in five" around "in"."""
    every = at + 1 < len(marks) and marks[at + 1].text == "every"
    after = at + 1 + every
    whole = _hundred(marks, after) or number_at(marks, after)
    if whole is None or marks[after].text in _ONE or not 2 <= whole.high <= _MOST:
        return None
    following = marks[whole.last].text if whole.last < len(marks) else "."
    if following in _TIMES:
        return None
    for first in (at - 1, at - 2):
        part = _whole_at(marks, first, number_at)
        if part is None or part.high >= whole.high or part.last not in (at, at - 1):
            continue
        direct = part.last == at or every
        if direct or not following.isalpha() or following in _AFTER_A_PART:
            return Share(100 * part.high / whole.high, first, whole.last)
    return None


def _whole_at(marks: list[Mark], at: int, number_at: NumberAt) -> Number | None:
    if at >= 0 and marks[at].text == "one":
        return Number(1.0, 1.0, at, at + 1, scaled=False)
    return number_at(marks, at) if at >= 0 else None


def _hundred(marks: list[Mark], at: int) -> Number | None:
    if at < len(marks) and marks[at].text == "hundred":
        return Number(100.0, 100.0, at, at + 1, scaled=False)
    return None
