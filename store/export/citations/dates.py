"""Dates of citations in words and figures, as precise as they were printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def in_american(date: Sequence[int]) -> str:
    """Return "October 20, 2017", "October 2017", "2017", or "n.d." for no date."""
    if not date:
        return "n.d."
    year, *rest = date
    if not rest:
        return str(year)
    month = _MONTHS[rest[0] - 1]
    return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"


def parts_of(day: dt.date) -> tuple[int, int, int]:
    """Return a day as year, month and day."""
    return day.year, day.month, day.day
