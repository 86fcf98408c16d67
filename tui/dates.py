"""Days as people speak of them."""

from __future__ import annotations

import datetime as dt

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7


def day_in_words(day: str, today: dt.date | None = None) -> str:
    """Return an ISO day as one would say it: "yesterday", "Friday", else the date itself."""
    then = dt.date.fromisoformat(day)
    days = ((today or dt.datetime.now().astimezone().date()) - then).days
    if days in (0, 1):
        return ("earlier today", "yesterday")[days]
    return _DAYS[then.weekday()] if 1 < days < _WEEK else day
