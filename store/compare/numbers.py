"""Numbers as prose prints them: "1,960", "forty-four", "half a million", "12bn", "10 to 20".

`read_numbers` cuts a text into marks and finds the runs of marks that are one number or one
range. What is counted or measured, and whether it is a date, is decided elsewhere.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(
    r"(?P<money>(?<![A-Za-z])(?:US|A|C|AU|CA|NZ|HK|S)\$|[$€£¥₽₹₺₪₩])"
    r"|(?P<digits>\d++(?:[.,]\d++)*+)"
    r"|(?P<word>[^\W\d_]++(?:['’][^\W_]++|[-‑](?=[^\W_])[^\W_]++|\.(?=[^\W\d_])[^\W_]++)*+)"
    r"|(?P<other>[^\s])"
)
_SMALL_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_SMALL = {word: number for number, word in enumerate(_SMALL_WORDS)}
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS, 2)}
_FIRST_WORDS = frozenset({*_SMALL, *_TENS, "half", "a", "an"})
_SCALES = {
    "hundred": 100.0, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "million": 1e6,
    "m": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "bln": 1e9, "trillion": 1e12,
    "tn": 1e12, "trn": 1e12,
}  # fmt: skip
# Scales only when they follow digits: "12bn", "5 m".
_LETTER_SCALES = frozenset({"k", "m", "mn", "mln", "bn", "bln", "tn", "trn"})
_RANGE_WORDS = frozenset({"to", "or", "–", "-", "—", "and"})


class Mark(NamedTuple):
    """A piece of text between blanks: offsets [start, end), what it is, its lower-case text."""

    start: int
    end: int
    kind: str
    text: str


class Number(NamedTuple):
    """A number or a range (`low` < `high`); it covers the marks [first, last)."""

    low: float
    high: float
    first: int
    last: int
    scaled: bool


def marks_of(text: str) -> list[Mark]:
    """Return the words, digit groups, currency signs and other signs of `text`, in order."""
    even = text.replace("‑", "-")  # as long as before, so offsets stay true
    return [
        Mark(*m.span(), m.lastgroup or "other", m.group().lower()) for m in _MARK.finditer(even)
    ]


def read_numbers(marks: list[Mark]) -> list[Number]:
    """Return the numbers and ranges among the marks, in order; a bare "one" is no number."""
    found: list[Number] = []
    at = 0
    while at < len(marks):
        number = _range_at(marks, at) if _may_begin(marks[at]) else None
        if number is None:
            at += 1
            continue
        at = number.last
        lonely = number.last - number.first == 1 and marks[number.first].text == "one"
        if not lonely:
            found.append(number)
    return found


def _may_begin(mark: Mark) -> bool:
    """Whether a number can begin here: nine of ten marks are plain words, which cannot."""
    return mark.kind == "digits" or mark.text in _FIRST_WORDS or "-" in mark.text


def _range_at(marks: list[Mark], at: int) -> Number | None:
    first = number_at(marks, at)
    if first is None or first.last + 1 >= len(marks):
        return first
    joint = marks[first.last].text
    if joint not in _RANGE_WORDS or (joint == "and" and not _is(marks, at - 1, "between")):
        return first
    after = first.last + 1
    if marks[after].kind == "money" and after + 1 < len(marks):
        after += 1
    second = number_at(marks, after)
    if second is None:
        return first
    # "3 to 5 million": the scale is said once, for both.
    scale = second.high / _unscaled(marks, second) if second.scaled and not first.scaled else 1
    low = first.low * scale
    if low >= second.high:
        return first
    return Number(low, second.high, first.first, second.last, first.scaled or second.scaled)


def _unscaled(marks: list[Mark], number: Number) -> float:
    plain = _simple_at(marks, number.first)
    return plain[0] if plain is not None and plain[0] else number.high


def number_at(marks: list[Mark], at: int) -> Number | None:
    """Read one number, no range: a simple one and its scales, or "a million", "half a million"."""
    start = at
    value = 1.0
    if _is(marks, at, "half") and _is(marks, at + 1, "a", "an"):
        value, at = 0.5, at + 2
    elif _is(marks, at, "a", "an"):
        at += 1
    else:
        simple = _simple_at(marks, at)
        if simple is None:
            return None
        value, at = simple
        if [mark.text for mark in marks[at : at + 3]] == ["and", "a", "half"]:
            value, at = value + 0.5, at + 3
    total, last = _scale(marks, value, at)
    if last == at and _is(marks, start, "a", "an", "half"):
        return None
    return Number(total, total, start, last, last > at)


def _simple_at(marks: list[Mark], at: int) -> tuple[float, int] | None:
    """Read digits or a number word below a hundred; return its value and the next mark."""
    if at >= len(marks):
        return None
    mark = marks[at]
    if mark.kind == "digits":
        glued = at > 0 and marks[at - 1].end == mark.start and marks[at - 1].kind == "word"
        return None if glued else (_digits(mark.text), at + 1)
    if mark.kind != "word":
        return None
    tens, _, ones = mark.text.partition("-")
    if ones and tens in _TENS and 0 < _SMALL.get(ones, 0) < 10:
        return float(_TENS[tens] + _SMALL[ones]), at + 1
    if mark.text in _SMALL:
        return float(_SMALL[mark.text]), at + 1
    if mark.text not in _TENS:
        return None
    following = _SMALL.get(marks[at + 1].text, 0) if at + 1 < len(marks) else 0
    together = 0 < following < 10
    return float(_TENS[mark.text] + following * together), at + 1 + together


def _digits(text: str) -> float:
    """Read "1,960", "3.3" or "1.234.567"; a comma before one or two last digits is a decimal."""
    *front, last = re.split("[.,]", text)
    if not front:
        return float(text)
    thousands = all(len(group) == 3 for group in (*front[1:], last)) and len(front[0]) <= 3
    if thousands and ("," in text or len(front) > 1):
        return float("".join((*front, last)))
    return float("".join(front) + "." + last)


def _scale(marks: list[Mark], value: float, at: int) -> tuple[float, int]:
    """Multiply by the scale words from `at` on ("two hundred and fifty thousand")."""
    total, current = 0.0, value
    while at < len(marks) and (size := _scale_at(marks, at)):
        at += 1
        if size >= 1000:
            total, current = total + current * size, 0.0
        else:
            current *= size
        rest = _rest_at(marks, at)
        if rest is None:
            break
        current, at = current + rest[0], rest[1]
    return total + current, at


def _scale_at(marks: list[Mark], at: int) -> float:
    size = _SCALES.get(marks[at].text, 0.0)
    if marks[at].text in _LETTER_SCALES and (at == 0 or marks[at - 1].kind != "digits"):
        return 0.0
    return size


def _rest_at(marks: list[Mark], at: int) -> tuple[float, int] | None:
    """Read what is added after a scale word: "[two hundred] and fifty", never digits."""
    if _is(marks, at, "and"):
        at += 1
        if _simple_at(marks, at) is None:
            return None
    if at < len(marks) and marks[at].kind == "word" and marks[at].text != "one":
        scale_next = at < len(marks) and marks[at].text in _SCALES
        return (0.0, at) if scale_next else _simple_at(marks, at)
    return None


def _is(marks: list[Mark], at: int, *texts: str) -> bool:
    return 0 <= at < len(marks) and marks[at].text in texts
