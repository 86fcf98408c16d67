"""Months: how many briefs fall into each, and which between them have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def count(dates: Iterable[str | None]) -> dict[str, int]:
    """Count briefs by month, oldest first; a date that names no month is left out."""
    known = Counter(date[:7] for date in dates if date and len(date) >= 7)
    return dict(sorted(known.items()))


def gaps(by_month: Iterable[str]) -> tuple[str, ...]:
    """Return the months without a brief between the first and the last that has one."""
    numbers = {number_of(month) for month in by_month}
    if not numbers:
        return ()
    span = range(min(numbers), max(numbers))
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in span if n not in numbers)


def number_of(month: str) -> int:
    """Return how many months a month ("2017-10") is after year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
