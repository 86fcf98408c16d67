"""What the lanes hold and where they stand: which fit, how they are laid out, how they scroll.

Only the lanes on the screen are laid out, so a comparison of a thousand comments opens like one
of two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.message import Message
from textual.widget import Widget

from tui.bindings import SequenceKeys
from tui.widgets.lane_page import (
    GAP,
    Line,
    Place,
    Sheet,
    aligned,
    own,
    points,
    stacked,
)

NARROWEST = 36
"""Cells that a lane takes at least; below two such lanes they are stacked."""

View = Literal["lanes", "points"]
HEAD = 5  # lines over the lanes: the header of each, and a rule


class LaneStands(SequenceKeys, Widget):
    """Holds a sheet; `lane` is the one that keys go to, `locked` tells if all scroll together."""

    @dataclass
    class Moved(Message):
        """What is on the screen changed: lanes, place, view or lock."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self.lane = 0
        self.first = 0
        self.locked = True
        self.view: View = "lanes"
        self._top = 0
        self._left_at = 0
        self._tops: dict[str, int] = {}
        self._lines: list[Line] = []
        self._own: dict[str, list[Line]] = {}

    # What it shows

    def show(self, sheet: Sheet) -> None:
        """Show a sheet; the lane and the paragraph at the top stay if they are still there."""
        kept = self.focused_id
        self.sheet = sheet
        if kept in sheet.order:
            self.lane = sheet.order.index(kept)
        self._lay_out()

    def set_locked(self, locked: bool) -> None:
        """Scroll all lanes together, rows aligned, or each lane on its own."""
        at = self._place_at_top()
        self.locked = locked
        self._lay_out()
        if at is not None:
            self._go_to(at)

    def set_view(self, view: View) -> None:
        """Show the lanes or the points, each where it was left."""
        if view == self.view:
            return
        self.view = view
        self._top, self._left_at = self._left_at, self._top
        self._lines = []
        self._lay_out()

    @property
    def focused_id(self) -> str:
        """The brief of the lane that keys go to; "" without a sheet."""
        return self.sheet.order[self.lane] if self.sheet and self.sheet.order else ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The briefs whose lanes are on the screen."""
        return self.sheet.order[self.first : self.first + self.fitting] if self.sheet else ()

    @property
    def fitting(self) -> int:
        """How many lanes fit side by side."""
        room = (self.size.width + len(GAP)) // (NARROWEST + len(GAP))
        count = len(self.sheet.order) if self.sheet else 0
        return max(1, min(room, count))

    @property
    def is_stacked(self) -> bool:
        """Whether only one lane fits, so that rows stand one under the other."""
        return self.fitting == 1 and self.sheet is not None and len(self.sheet.order) > 1

    @property
    def percent(self) -> int:
        """How far down the lines on the screen are: 0 at the top, 100 at the end."""
        last = self._last()
        return round(100 * self._standing() / last) if last else 100

    def _width(self) -> int:
        return (self.size.width - len(GAP) * (self.fitting - 1)) // self.fitting

    def _lay_out(self) -> None:
        if self.sheet is None or not self.size.width:
            return
        at = self._place_at_top() if self._standing() else None
        self._keep_lane_in_sight()
        width = self._width()
        self._own = {}
        if self.view == "points":
            self._lines = points(self.sheet, self.size.width)
        elif not self.locked:
            self._own = {id_: own(self.sheet, id_, width) for id_ in self.shown}
        elif self.is_stacked:
            self._lines = stacked(self.sheet, self.size.width)
        else:
            self._lines = aligned(self.sheet, self.shown, width)
        if at is not None and self.view == "lanes" and self.locked:
            self._go_to(at)
        self._stand_at(self._standing())

    def _keep_lane_in_sight(self) -> None:
        count = len(self.sheet.order) if self.sheet else 0
        self.lane = max(0, min(self.lane, count - 1))
        self.first = max(self.lane - self.fitting + 1, min(self.first, self.lane))
        self.first = max(0, min(self.first, count - self.fitting))

    # Moving

    def move_lane(self, step: int) -> None:
        """Give the keys to another lane; the strip of lanes follows."""
        if self.sheet is None:
            return
        before, first = self.lane, self.first
        self.lane = max(0, min(self.lane + step, len(self.sheet.order) - 1))
        self._keep_lane_in_sight()
        if self.first != first:
            self._lay_out()
        if self.is_stacked and self.locked and self.lane != before:
            self._go_to_lane()
        self.refresh()
        self.post_message(self.Moved())

    def move(self, lines: int) -> None:
        """Scroll by lines: all lanes, or the one that has the keys."""
        self._stand_at(self._standing() + lines)

    @property
    def page(self) -> int:
        """Lines of text on the screen."""
        return max(1, self.size.height - self._head())

    def action_top(self) -> None:
        """To the top."""
        self._stand_at(0)

    def action_bottom(self) -> None:
        """To the end."""
        self._stand_at(self._last())

    def _standing(self) -> int:
        return self._top if self._together() else self._tops.get(self.focused_id, 0)

    def _stand_at(self, line: int) -> None:
        line = max(0, min(line, self._last()))
        if self._together():
            self._top = line
        else:
            self._tops[self.focused_id] = line
        self.refresh()
        self.post_message(self.Moved())

    def _last(self) -> int:
        lines = self._lines if self._together() else self._own.get(self.focused_id, [])
        return max(0, len(lines) - self.page)

    def _together(self) -> bool:
        return self.locked or self.view == "points"

    def _place_at_top(self) -> Place | None:
        """Return the paragraph that stands at the top, to be found again after a new layout."""
        lines = self._lines if self._together() else self._own.get(self.focused_id, [])
        for line in reversed(lines[: self._standing() + 1]):
            if line.places:
                return line.places[0]
        return None

    def _go_to(self, place: Place) -> None:
        lines = self._lines if self._together() else self._own.get(self.focused_id, [])
        at = next((n for n, line in enumerate(lines) if place in line.places), None)
        if at is not None:
            wanted = at - 1 if at and lines[at - 1].wide else at
            self._stand_at(0 if wanted <= 1 else wanted)

    def _go_to_lane(self) -> None:
        id_ = self.focused_id
        place = next((p for line in self._lines for p in line.places if p[0] == id_), None)
        if place is not None:
            self._go_to(place)

    def _head(self) -> int:
        return 0 if self.view == "points" or (self.is_stacked and self.locked) else HEAD
