"""The line that says what of a comparison is on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from store.compare.arrangement import Arrangement
from tui.widgets.lane import Lanes
from tui.widgets.lane_page import Sheet


def state_of(lanes: Lanes, order: Arrangement, *, loaded: int, with_reports: bool) -> str:
    """Return what `lanes` show of their sheet, `loaded` being the comments that are there."""
    sheet = lanes.sheet
    if sheet is None or not sheet.order:
        return "There is nothing to compare."
    told = _of_points(sheet, loaded) if lanes.view == "points" else _of_lanes(lanes, order, loaded)
    reports = ["reports too"] if with_reports and lanes.view == "lanes" else []
    back = ["p: back to the lanes"] if lanes.view == "points" else []
    return " · ".join([*told, *reports, f"{lanes.percent} %", *back])


def _of_lanes(lanes: Lanes, order: Arrangement, loaded: int) -> Iterator[str]:
    assert lanes.sheet is not None
    count = len(lanes.sheet.order)
    last = lanes.first + len(lanes.shown)
    shown = f"lane {lanes.lane + 1} of {count}"
    if lanes.is_stacked and lanes.locked:
        shown = f"{count} lanes stacked" if loaded == count else f"{loaded} of {count} lanes"
    elif last - lanes.first < count:
        left, right = "‹ " * (lanes.first > 0), " ›" * (last < count)
        shown += f", {left}{lanes.first + 1}–{last} on the screen{right}"
    yield shown
    yield f"by {order}"
    yield "scroll locked, rows aligned" if lanes.locked else "each lane scrolls alone"


def _of_points(sheet: Sheet, loaded: int) -> Iterator[str]:
    """Say what the points are taken from, which is not always all there is."""
    yield f"{len(sheet.points())} points"
    if loaded < len(sheet.order):
        yield f"of {loaded} of {len(sheet.order):,} comments"
        yield "echo over all" if sheet.echoes is not None else "echo of the others on its way"
