"""A row of bars for counts by month; a month with nothing is a dot, so a gap is seen as one."""

from __future__ import annotations

from collections.abc import Mapping

BARS = "▁▂▃▄▅▆▇█"
GAP = "·"


def months(first: str, last: str) -> list[str]:
    """Return all months from "2017-10" to "2018-02", both included."""
    start, end = _number(first), _number(last)
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]


def spark(by_month: Mapping[str, int], width: int) -> str:
    """Return the counts as bars, `width` at most: many months are taken together as one bar."""
    dated = sorted(month for month in by_month if len(month) == 7)
    if not dated or width < 1:
        return ""
    counts = [by_month.get(month, 0) for month in months(dated[0], dated[-1])]
    step = -(-len(counts) // width)
    sums = [sum(counts[i : i + step]) for i in range(0, len(counts), step)]
    most = max(sums)
    return "".join(BARS[(n * len(BARS) - 1) // most] if n else GAP for n in sums)


def _number(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * 12 + int(number) - 1
