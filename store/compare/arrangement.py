"""The order of lanes: by date or by analyst."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from store.views import Comparison, Row

Arrangement = Literal["date", "analyst"]

_Key = Callable[[Row], tuple[str, str, str]]


def arranged_ids(briefs: Sequence[Row], by: Arrangement) -> tuple[str, ...]:
    """Return the ids of briefs by date, oldest first, or by the analyst's last name."""
    return tuple(row.id for row in sorted(briefs, key=_KEYS[by]))


def arranged(comparison: Comparison, by: Arrangement) -> Comparison:
    """Return the comparison with its briefs and lanes in another order; nothing else changes."""
    order = arranged_ids(comparison.briefs, by)
    briefs = {row.id: row for row in comparison.briefs}
    lanes = {lane.id: lane for lane in comparison.lanes}
    return replace(
        comparison,
        briefs=tuple(briefs[id_] for id_ in order),
        lanes=tuple(lanes[id_] for id_ in order if id_ in lanes),
    )


def _by_date(row: Row) -> tuple[str, str, str]:
    # A brief without a date comes last, as it does in lists.
    return row.date or "9999", ", ".join(row.authors), row.id


def _by_analyst(row: Row) -> tuple[str, str, str]:
    names = ", ".join(row.authors)
    return names.rpartition(" ")[2].casefold() or "\uffff", row.date or "9999", row.id


_KEYS: Mapping[Arrangement, _Key] = {"date": _by_date, "analyst": _by_analyst}
