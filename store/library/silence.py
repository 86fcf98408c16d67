"""What has gone quiet: how long nothing was written, and who alone still writes."""

from __future__ import annotations

import calendar
import datetime as dt
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class _Dated(Protocol):
    @property
    def last(self) -> str | None:
        """The newest date, as precise as printed."""


Dated = TypeVar("Dated", bound=_Dated)


def days_since(date: str, today: dt.date | None = None) -> int:
    """Return the days since a date (a month or year ends on its last day); 0 for the future."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    month = month or 12
    day = day or calendar.monthrange(year, month)[1]
    today = today or dt.datetime.now().astimezone().date()
    return max(0, (today - dt.date(year, month, day)).days)


def since_newest(dates: Iterable[str | None]) -> int | None:
    """Return the days since the newest of some dates; None if there is none."""
    last = max((date for date in dates if date), default=None)
    return days_since(last) if last else None


def quiet(rows: Iterable[Dated], days: int) -> tuple[Dated, ...]:
    """Return those with nothing for so many days, the longest quiet first.

    What has no date at all is left out: nothing can be said of it.
    """
    dated = [(days_since(row.last), row) for row in rows if row.last]
    silent = [(since, row) for since, row in dated if since >= days]
    silent.sort(key=lambda pair: -pair[0])
    return tuple(row for _, row in silent)


def sole_institutions(db: sqlite3.Connection, pairs: Sequence[str] = ()) -> dict[str, str]:
    """Return the pairs that one institution alone covers, with its name; of all pairs or some.

    A brief of which no institution is known may be anybody's, so its pairs are not among them.
    """
    where = f"WHERE p.pair IN ({', '.join('?' * len(pairs))})" if pairs else ""
    found = db.execute(
        "SELECT p.pair, min(i.name) FROM brief_pair p JOIN entry e ON e.brief = p.brief"
        " LEFT JOIN brief_analyst a ON a.brief = p.brief"
        f" LEFT JOIN institution i ON i.id = a.institution {where} GROUP BY p.pair"
        " HAVING count(DISTINCT i.id) = 1 AND count(i.id) = count(*)",
        list(pairs),
    )
    return {str(pair): str(name) for pair, name in found}
