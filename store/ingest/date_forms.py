"""The forms a printed date takes, each with how it is read; nothing missing is ever completed.

A missing year or day stays missing. "03/04/2017" keeps only its year, and says why.
Of a range the last day is taken, since a brief is written when its period is over, and that
is said too. A two-digit year is read as 1969..2068, as POSIX does. Years outside 1500..2199
are not read: "1396/07/28" is a date of the Persian calendar.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.brief import Confidence
from store.ingest.months import MONTHS


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text.

    `iso` is as precise as printed ("2017-10-20", "2017-10", "2017"), None if not even a year is
    known. `text` is what was printed and `start`, `end` its place. `problem` says what is wrong
    with it (ambiguous, without a year, a range), None if nothing is.
    """

    iso: str | None
    text: str
    start: int
    end: int
    confidence: Confidence = "sure"
    reason: str = ""
    problem: str | None = None

    @property
    def precise(self) -> bool:
        """Whether the day is known."""
        return self.iso is not None and len(self.iso) == 10


_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern for some words that looks at every letter only once."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names):
        by_letter.setdefault(name[:1], []).append(name[1:])
    ends = "" in by_letter
    branches = [first + _any_of(rest) for first, rest in by_letter.items() if first]
    if not branches:
        return ""
    inside = f"(?:{'|'.join(branches)})"
    return f"{inside}?" if ends else inside


_MONTH = f"{_NO_LETTER_BEFORE}({_any_of(MONTHS)}){_NO_LETTER_AFTER}\\.?"
_NO_NUMBER = "".join(f"(?<!{word} )" for word in ("no", r"no\.", "nr", r"nr\.", "issue", "number"))
_DAY = _NO_NUMBER + r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?!\d)"
_YEAR = r"((?:1[5-9]|20|21)\d\d)(?!\d)"
_SHORT_YEAR = r"((?:1[5-9]|20|21)\d\d|['’]?\d\d)(?!\d)(?! ?[a-z%])"
_GAP = r"[ ,]{0,3}"
_OF = r"(?: of| de)?(?:-|[ ,]{0,3})"  # not " - ": "Comment 14 - May 2020"
_TO = r" {0,2}(?:-|–|—|to|through|until|and|bis|/) {0,2}"


def _two_digits(year: str) -> int:
    digits = int(year.lstrip("'’"))
    if len(year.lstrip("'’")) == 4:
        return digits
    return digits + (1900 if digits >= 69 else 2000)


def _dated(match: re.Match[str], year: str, month: int, day: int) -> Dated | None:
    """Build a date from printed parts; of an impossible one only the month is kept."""
    number = _two_digits(year)
    if not 1 <= month <= 12:
        return None
    text, start, end = match[0].strip(" ,"), *match.span()
    if not 1 <= day <= calendar.monthrange(number, month)[1]:
        problem = f"“{text}” has no such day"
        return Dated(f"{number}-{month:02}", text, start, end, "guess", "no such day", problem)
    iso = f"{number}-{month:02}-{day:02}"
    if len(year) == 4:
        return Dated(iso, text, start, end)
    return Dated(iso, text, start, end, "likely", f"two-digit year read as {number}")


def _month_of(name: str) -> int:
    return MONTHS[name.lower()]


def _range(found: Dated | None) -> Dated | None:
    if found is None:
        return None
    problem = f"“{found.text}” is a range; its end was taken"
    return replace(found, confidence="likely", reason="end of a range", problem=problem)


def _numeric(match: re.Match[str]) -> Dated | None:
    """Read 9/15/2009 and 15.9.2009; where both orders make a date only the year is kept."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if mark != "/" and len(year) != 4:  # 10.1.12 is a version or a chapter, not a date
        return None
    if first > 12 or first == second:
        return _dated(match, year, second, first)
    if second > 12:
        return _dated(match, year, first, second)
    if not (first and second):
        return None
    months = calendar.month_name
    problem = f"“{match[0]}” may be {first} {months[second]} or {second} {months[first]}"
    number = str(_two_digits(year))
    return Dated(number, match[0], *match.span(), "guess", "day and month ambiguous", problem)


def _by_month(match: re.Match[str], year: str, month: int) -> Dated | None:
    if not 1 <= month <= 12:
        return None
    text = match[0].strip(" ,")
    return Dated(f"{year}-{month:02}", text, *match.span(), "sure", "no day printed")


def _compact(match: re.Match[str]) -> Dated | None:
    found = _dated(match, match[1], int(match[2]), int(match[3]))
    if found is None or not found.precise:
        return None
    problem = f"“{found.text}” may be an issue number"
    return replace(found, confidence="guess", reason="eight digits in a row", problem=problem)


def _no_year(match: re.Match[str]) -> Dated | None:
    text = match[0].strip(" ,.")
    problem = f"“{text}” has no year"
    return Dated(None, text, *match.span(), "guess", "no year printed", problem)


class Form(NamedTuple):
    """One form of a date: its pattern, how a match is read, and whether it names the month."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Dated | None]
    named: bool


def _form(pattern: str, read: Callable[[re.Match[str]], Dated | None]) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE), read, _MONTH in pattern)


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
          "x": 10, "xi": 11, "xii": 12}  # fmt: skip
_FULL = (
    _form(
        f"{_MONTH}{_GAP}{_DAY}(?:{_GAP}{_YEAR})?{_TO}{_MONTH}{_GAP}{_DAY}{_GAP}{_YEAR}",
        lambda m: _range(_dated(m, m[6], _month_of(m[4]), int(m[5]))),
    ),
    _form(
        f"{_DAY}{_OF}{_MONTH}(?:{_GAP}{_YEAR})?{_TO}{_DAY}{_OF}{_MONTH}{_OF}{_YEAR}",
        lambda m: _range(_dated(m, m[6], _month_of(m[5]), int(m[4]))),
    ),
    _form(
        f"{_MONTH}{_GAP}{_DAY}{_TO}{_DAY}{_GAP}{_YEAR}",
        lambda m: _range(_dated(m, m[4], _month_of(m[1]), int(m[3]))),
    ),
    _form(
        f"{_DAY}{_TO}{_DAY}{_OF}{_MONTH}{_OF}{_YEAR}",
        lambda m: _range(_dated(m, m[4], _month_of(m[3]), int(m[2]))),
    ),
    _form(
        r"(?<![\d/.-])((?:1[5-9]|20|21)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)",
        lambda m: _dated(m, m[1], int(m[3]), int(m[4])),
    ),
    _form(  # Sat May 14 18:30:00 UTC 2016
        f"{_MONTH} {{1,2}}{_DAY} \\d\\d:\\d\\d(?::\\d\\d)?(?: [A-Z]{{2,5}})? {_YEAR}",
        lambda m: _dated(m, m[3], _month_of(m[1]), int(m[2])),
    ),
    _form(  # 4.V.2012
        r"(?<![\d/.-])(\d{1,2})([./ -]) ?([IVX]{1,4})\2 ?((?:1[5-9]|20|21)\d\d)(?!\d)",
        lambda m: _dated(m, m[4], _ROMAN.get(m[3].lower(), 0), int(m[1])),
    ),
    _form(
        r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:1[5-9]|20|21)\d\d|\d\d)(?![\d/])", _numeric
    ),
    _form(
        f"{_MONTH}{_GAP}{_DAY}{_GAP}((?:1[5-9]|20|21)\\d\\d|['’]\\d\\d)(?!\\d)",
        lambda m: _dated(m, m[3], _month_of(m[1]), int(m[2])),
    ),
    _form(
        f"{_DAY}{_OF}{_MONTH}{_OF}{_SHORT_YEAR}",
        lambda m: _dated(m, m[3], _month_of(m[2]), int(m[1])),
    ),
    _form(
        f"(?:{_NO_LETTER_BEFORE}[ZOPR] )?"  # the precedence of a cable
        f"(?<!\\d)(\\d\\d)\\d{{4}}Z {{0,2}}{_MONTH} {{0,2}}(\\d{{4}}|\\d\\d)(?!\\d)",
        lambda m: _dated(m, m[3], _month_of(m[2]), int(m[1])),
    ),
)  # fmt: skip
_MONTHLY = (
    _form(
        f"{_MONTH}(?:{_OF}{_YEAR})?{_TO}{_MONTH}{_OF}{_YEAR}",
        lambda m: _range(_by_month(m, m[4], _month_of(m[3]))),
    ),
    _form(f"{_MONTH}{_OF}{_YEAR}", lambda m: _by_month(m, m[2], _month_of(m[1]))),
    _form(
        r"(?<![\d/.-])(\d{1,2})[-/]((?:19|20|21)\d\d)(?![\d/-])",
        lambda m: _by_month(m, m[2], int(m[1])),
    ),
    _form(
        r"(?<![\d/.-])((?:19|20|21)\d\d)-(\d\d)(?![\d/-])",
        lambda m: _by_month(m, m[1], int(m[2])),
    ),
)  # fmt: skip
_LOOSE = (
    _form(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)", _compact),
    _form(f"{_MONTH}{_GAP}{_DAY}(?:{_TO}{_DAY})?", _no_year),
    _form(f"{_DAY}(?:{_TO}{_DAY})?{_OF}{_MONTH}", _no_year),
)

# From the fullest to the poorest: the day, the month, and what is only like a date.
FORMS = (_FULL, _MONTHLY, _LOOSE)
