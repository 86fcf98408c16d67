"""The keys that scroll what a comparison shows, lanes and points alike."""

from __future__ import annotations

from textual.screen import Screen

from tui.widgets.lane import Lanes


class LaneMoves(Screen[None]):
    """Scrolls the lanes by a line, half a screen, a screen, or to an end."""

    @property
    def lanes(self) -> Lanes:
        """The lanes."""
        return self.query_one(Lanes)

    def action_down(self) -> None:
        """A line down."""
        self.lanes.move(1)

    def action_up(self) -> None:
        """A line up."""
        self.lanes.move(-1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self.lanes.move(max(1, self.lanes.page // 2))

    def action_half_up(self) -> None:
        """Half a screen up."""
        self.lanes.move(-max(1, self.lanes.page // 2))

    def action_page_down(self) -> None:
        """A screen down."""
        self.lanes.move(self.lanes.page)

    def action_page_up(self) -> None:
        """A screen up."""
        self.lanes.move(-self.lanes.page)

    def action_read_on(self) -> None:
        """A screen down, as in a text."""
        self.action_page_down()

    def action_read_back(self) -> None:
        """A screen up, as in a text."""
        self.action_page_up()

    def action_top(self) -> None:
        """To the top."""
        self.lanes.action_top()

    def action_bottom(self) -> None:
        """To the end."""
        self.lanes.action_bottom()
