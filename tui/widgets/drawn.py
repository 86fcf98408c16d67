"""A view that draws its own lines, as cheaply as typing wants it."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget


class Drawn(ScrollView):
    """Gives lines their ground, and grows and shrinks without a new layout of the screen."""

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The view's own style: every line wants it, so it is made out once for each paint."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines."""
        self._ground = None
        return super().render_lines(crop)

    def stretch(self, size: Size) -> None:
        """Be so large inside.

        As an assignment to `virtual_size`, but for the layout of the whole screen, which that asks
        for: what changes is the scrollbar, for which the room is kept.
        """
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
