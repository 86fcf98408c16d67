"""The value of a `date:` field: a date, a range, or a comparison.

Accepted: `2017`, `2017-10`, `2017-10-20` (also with "/" or "." and one-digit months and days, and
`20171020`), `A..B`, `A..`, `..B`, `>A`, `>=A`, `<A`, `<=A`. A bound is ISO and only as precise as
typed: "2017" as a first bound means its first day, as a last bound its last day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from store.ingest.months import MONTHS

Bounds = tuple[str | None, str | None]
"""First and last date, both inclusive; None is an open end."""

_DATE = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_COMPARED = re.compile(r"(>=|<=|=>|=<|[<>≥≤=])(.*)", re.DOTALL)
_DASHES = str.maketrans("‐‑‒–—−", "------")
_UNFINISHED = re.compile(r"[0-9<>=≥≤./ -]*")
_REST = ("1", "01", "001", "0001", "-1", "-01", "1-01", "0", "2000", ".2000")
_WRITTEN = re.compile(
    r"(?:(?P<before>[0-9]{1,2})\.? +)?(?P<month>[^\W\d_]{3,10})\.?(?: +(?P<after>[0-9]{1,2}))?"
    r",? +(?P<year>[0-9]{4})"
)


def bounds(value: str) -> Bounds | None:
    """Return the bounds that the value of a `date:` field means, None if it is no date.

    The first bound may be later than the last if they were typed so.
    """
    value = value.translate(_DASHES).replace("…", "..").strip()
    compared = _COMPARED.fullmatch(value)
    if compared:
        return _compared(compared[1], compared[2].strip())
    start, dots, end = value.partition("..")
    if not dots:
        exact = iso(value)
        return (exact, exact) if exact else None
    first, last = iso(start.strip()), iso(end.lstrip(".").strip())
    unread = (start.strip() and not first) or (end.lstrip(".").strip() and not last)
    return None if unread or not (first or last) else (first, last)


def unfinished(value: str) -> bool:
    """Return whether a value that is no date may become one when more of it is typed."""
    value = value.translate(_DASHES)
    if _UNFINISHED.fullmatch(value) is None:
        return False
    return not value or any(bounds(value + rest) for rest in _REST)


def iso(text: str) -> str | None:
    """Return a date as "2017", "2017-10" or "2017-10-20"; None if there is no such date."""
    found = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    parts = found.groups() if found else _named(text)
    if parts is None:
        return None
    year, month, day = (int(part) if part else None for part in parts)
    assert year is not None  # the patterns have no date without a year
    if year == 0 or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        return None
    return _joined(year, month, day)


def _named(text: str) -> tuple[str, str, str | None] | None:
    """Year, month and day of "Oct 2017", "20 October 2017" or "October 20, 2017"."""
    found = _WRITTEN.fullmatch(text.lower())
    month = MONTHS.get(found["month"]) if found else None
    if found is None or month is None or (found["before"] and found["after"]):
        return None
    return found["year"], str(month), found["before"] or found["after"]


def _compared(sign: str, text: str) -> Bounds | None:
    limit = iso(text)
    if limit is None:
        return None
    if sign == "=":
        return limit, limit
    if "=" in sign or sign in "≥≤":
        return (limit, None) if sign[0] in ">≥" or sign == "=>" else (None, limit)
    near = _neighbour(limit, 1 if sign == ">" else -1)
    if near is None:
        return None
    return (near, None) if sign == ">" else (None, near)


def _neighbour(text: str, step: int) -> str | None:
    """The year, month or day just before or after, None beyond the calendar's ends."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        try:
            return (date(*parts) + timedelta(days=step)).isoformat()
        except OverflowError:
            return None
    if len(parts) == 1:
        return _joined(parts[0] + step, None, None) if 1 <= parts[0] + step <= 9999 else None
    months = parts[0] * 12 + parts[1] - 1 + step
    year, month = divmod(months, 12)
    return _joined(year, month + 1, None) if 1 <= year <= 9999 else None


def _joined(year: int, month: int | None, day: int | None) -> str:
    text = f"{year:04}"
    if month is not None:
        text += f"-{month:02}"
    return text + f"-{day:02}" if day is not None else text
