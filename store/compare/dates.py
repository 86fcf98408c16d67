"""Dates named in the prose of a comment: "19 October 2017", "May 10", "October 2017", "1967".

Nothing is completed: a date without a year stays without one. Dates of the byline are read by
ingest, which asks more of them; here a wrong reading would only blur a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.compare.numbers import Mark

_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTHS = {
    **{name[:3]: number for number, name in enumerate(_NAMES, 1)},
    **{name: number for number, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
# "May" and "March" begin sentences as verbs; these words before them say that a month is meant.
_BEFORE_A_MONTH = frozenset({
    "in", "since", "by", "of", "until", "till", "from", "last", "next", "this", "before", "after",
    "early", "mid", "late", "during", "for", "to",
})  # fmt: skip
_BEFORE_A_YEAR = frozenset({
    "in", "since", "by", "of", "until", "till", "from", "before", "after", "during", "to", "and",
    "the", "between", "early", "mid", "late", "than", "through", "around", "spring", "summer",
    "autumn", "fall", "winter", "year", "last", "–", "-",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as precise as printed; offsets [start, end) into the text; unknown parts are None."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def key(self) -> str:
        """The date for comparing: "2017-10-19", "--10-19", "2017-10" or "1967"."""
        if self.month is None:
            return f"{self.year:04d}"
        year = f"{self.year:04d}" if self.year else "-"
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def read_dates(text: str, marks: list[Mark]) -> tuple[list[DateMention], set[int]]:
    """Return the dates among the marks, and the numbers of the marks that they use up."""
    dates: list[DateMention] = []
    used: set[int] = set()
    for at, mark in enumerate(marks):
        if at in used or (mark.kind != "digits" and mark.text not in _MONTHS):
            continue  # nearly all, which can begin no date
        found = _month_at(text, marks, at) or _year_at(marks, at)
        if found is not None:
            date, first, last = found
            if not used.intersection(range(first, last)):
                dates.append(date)
                used.update(range(first, last))
    return dates, used


def _month_at(text: str, marks: list[Mark], at: int) -> tuple[DateMention, int, int] | None:
    """Read the date around a month's name at `at`."""
    mark = marks[at]
    month = _MONTHS.get(mark.text)
    if month is None or not text[mark.start].isupper():
        return None
    first, last = at, at + 1
    if _text(marks, last) == "." and mark.text not in _NAMES:
        last += 1
    day, first = _day_before(marks, at)
    if day is None:
        day, last = _day_after(marks, last)
    year, last = _year_after(marks, last)
    told = day or year or _text(marks, at - 1) in _BEFORE_A_MONTH
    if not told and (mark.text in ("may", "march") or mark.text not in _NAMES):
        return None
    return DateMention(year, month, day, marks[first].start, marks[last - 1].end), first, last


def _day_before(marks: list[Mark], at: int) -> tuple[int | None, int]:
    """Read "19", "19th" or "19th of" before a month."""
    back = at - 1
    if _text(marks, back) == "of":
        back -= 1
    if _text(marks, back) in _ORDINALS:
        back -= 1
    elif back != at - 1:
        return None, at
    day = _whole(marks, back)
    return (day, back) if day is not None and 1 <= day <= 31 else (None, at)


def _day_after(marks: list[Mark], at: int) -> tuple[int | None, int]:
    day = _whole(marks, at)
    if day is None or not 1 <= day <= 31:
        return None, at
    return day, at + (2 if _text(marks, at + 1) in _ORDINALS else 1)


def _year_after(marks: list[Mark], at: int) -> tuple[int | None, int]:
    skip = 1 if _text(marks, at) == "," else 0
    year = _whole(marks, at + skip)
    return (year, at + skip + 1) if _is_year(year) else (None, at)


def _year_at(marks: list[Mark], at: int) -> tuple[DateMention, int, int] | None:
    """Read a year that stands alone, after a word that says so or before a stop."""
    year = _whole(marks, at)
    if not _is_year(year):
        return None
    after = _text(marks, at + 1)
    before = _text(marks, at - 1)
    if before not in _BEFORE_A_YEAR and after.isalpha():
        return None
    if before in ("and", "to", "than", "") and after.isalpha() and after.endswith("s"):
        return None  # "and 2000 soldiers"
    if at and marks[at - 1].kind in ("money", "other") and marks[at - 1].end == marks[at].start:
        return None
    return DateMention(year, None, None, marks[at].start, marks[at].end), at, at + 1


def _whole(marks: list[Mark], at: int) -> int | None:
    if not 0 <= at < len(marks) or marks[at].kind != "digits":
        return None
    text = marks[at].text
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None


def _is_year(year: int | None) -> bool:
    return year is not None and 1800 <= year <= 2100


def _text(marks: list[Mark], at: int) -> str:
    return marks[at].text if 0 <= at < len(marks) else ""
