"""The lanes: as many comments side by side as fit, scrolled together or each on its own.

Only the lines on the screen are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.strip import Strip

from tui.painting import fit_pieces, strip
from tui.widgets.lane_page import GAP, Line, Piece, header
from tui.widgets.lane_stands import HEAD, LaneStands

_WHEEL = 3  # lines that one notch of the mouse wheel moves


class Lanes(LaneStands, can_focus=True):
    """Shows a sheet of lanes, and takes the mouse."""

    DEFAULT_CSS = """
    Lanes { height: 1fr; background: $background; color: $foreground; }
    Lanes .lane--quiet { color: $quiet; }
    Lanes .lane--strong { text-style: bold; }
    Lanes .lane--code { color: $code; }
    Lanes .lane--mark { color: $comment; text-style: bold; }
    Lanes .lane--report { color: $report; }
    Lanes .lane--comment { color: $comment; text-style: bold; }
    Lanes .lane--guess { color: $guess; text-style: italic; }
    Lanes .lane--rule { color: $rule; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"lane--{name}"
        for name in ("quiet", "strong", "code", "mark", "report", "comment", "guess", "rule")
    }
    WHERE = "compare"

    # Events

    def on_resize(self, _event: Resize) -> None:
        """As many lanes as now fit."""
        self._lay_out()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll what is under the mouse."""
        self._wheel(event.x, _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll what is under the mouse."""
        self._wheel(event.x, -_WHEEL)

    def on_click(self, event: Click) -> None:
        """A click gives the keys to a lane."""
        self.move_lane(self._lane_at(event.x) - self.lane)

    def _wheel(self, x: int, lines: int) -> None:
        if not self._together():
            self.move_lane(self._lane_at(x) - self.lane)
        self.move(lines)

    def _lane_at(self, x: int) -> int:
        return self.first + min(x // (self._width() + len(GAP)), self.fitting - 1)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the screen."""
        if self.sheet is None or not self.sheet.order:
            return Strip.blank(self.size.width, self.rich_style)
        if y < self._head():
            return self._header_line(y)
        y -= self._head()
        if self._together():
            at = self._top + y
            return self._line(self._lines[at]) if at < len(self._lines) else self._blank()
        columns = []
        for id_ in self.shown:
            at = self._tops.get(id_, 0) + y
            lines = self._own.get(id_, [])
            columns.append(lines[at].parts[0] if at < len(lines) else ())
        return self._across(columns)

    def _header_line(self, y: int) -> Strip:
        assert self.sheet is not None
        width = self._width()
        if y == HEAD - 1:
            return self._styled([("─" * self.size.width, "rule")], self.size.width)
        focused = self.focused_id
        columns = [
            header(self.sheet.row(id_), width, focused=id_ == focused)[y] for id_ in self.shown
        ]
        return self._across(columns)

    def _line(self, line: Line) -> Strip:
        if line.wide:
            return self._styled(line.parts[0], self.size.width)
        return self._across(line.parts)

    def _across(self, columns: Iterable[Iterable[Piece]]) -> Strip:
        width = self._width()
        strips: list[Strip] = []
        for number, pieces in enumerate(columns):
            if number:
                strips.append(self._styled([(GAP, "rule")], len(GAP)))
            strips.append(self._styled(pieces, width))
        return Strip.join(strips).adjust_cell_length(self.size.width, self.rich_style)

    def _styled(self, pieces: Iterable[Piece], width: int) -> Strip:
        styled = [(text, self._style(name)) for text, name in pieces]
        return strip(fit_pieces(styled, width), width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"lane--{name}", partial=True) if name else Style()

    def _blank(self) -> Strip:
        return Strip.blank(self.size.width, self.rich_style)
