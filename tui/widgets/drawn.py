"""A view that draws its own lines, as cheaply as typing wants it."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
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

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # What the layout thinks is inside is always another size than `virtual_size`, and would
        # have the scrollbar drawn anew with every key that is typed anywhere.
        return super()._size_updated(size, self.virtual_size, container_size, layout)

    def stretch(self, size: Size) -> None:
        """Be so large inside.

        As an assignment to `virtual_size`, but for the layout of the whole screen, which that asks
        for: what changes is the scrollbar, for which the room is kept.
        """
        if size == self.virtual_size:
            return
        before = self._thumb()
        self.set_reactive(Widget.virtual_size, size)
        if before and before == self._thumb() and self.show_vertical_scrollbar:
            self.vertical_scrollbar.set_reactive(ScrollBar.window_virtual_size, size.height)
        else:
            self._scroll_update(size)

    def _thumb(self) -> int:
        """The length of the scrollbar's thumb as it is drawn, in eighths of a cell; 0 without."""
        height, inside = self.container_size.height, self.virtual_size.height
        return round(8 * max(1.0, height * height / inside)) if inside > height else 0
