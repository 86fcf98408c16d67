"""A list of any length that draws only the lines on the screen.

Nothing is mounted for a row: a hundred thousand rows cost what twenty do. Rows come from a
`Shelf`; a painter turns one row into its lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui.bindings import SequenceKeys
from tui.messages import Opened, PagesWanted, Pointed
from tui.page import hanging
from tui.painting import strip
from tui.shelf import Shelf
from tui.widgets.drawn import Drawn
from tui.widgets.look import STYLES, Look, Painter


class LineList(SequenceKeys, Drawn, can_focus=True):
    """A virtual list with a cursor. `row_height` is the same for all its rows."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--cursor", *(f"line--{name}" for name in STYLES)}
    opens_at_once: ClassVar[bool] = False
    """Whether one click opens a row; else it chooses it, and a second one opens."""
    # Only the two rows that change are drawn anew: a held key must not repaint all over ssh.
    cursor: reactive[int] = reactive(0, init=False, always_update=False, repaint=False)

    def __init__(self, painter: Painter, *, pane: str) -> None:
        super().__init__(id=pane)
        self.painter = painter
        self.shelf: Shelf[Any] = Shelf(0)
        self.row_height = 1
        self.empty: Sequence[str] = ()
        self._painted: dict[tuple[int, bool], list[Strip]] = {}

    # What it shows

    def lay(self, shelf: Shelf[Any], row_height: int, cursor: int = 0, top: float = 0) -> None:
        """Show another shelf, with the cursor on a row and a row at the top of the screen."""
        self.shelf = shelf
        self.row_height = row_height
        self._stretch()
        self.scroll_to(y=round(top * row_height), animate=False, force=True)
        self.set_reactive(LineList.cursor, self.validate_cursor(cursor))
        self._reveal()
        self._point()
        self.call_after_refresh(self._tell_scrollbar)

    def _tell_scrollbar(self) -> None:
        # A scrollbar that was not shown yet when the list was scrolled has not heard of it.
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y

    def repaint(self) -> None:
        """Draw all rows anew, and ask for those that are on the screen but not here."""
        self._painted.clear()
        self.refresh()
        self._want()

    @property
    def item(self) -> Any:
        """The row under the cursor, or None."""
        return self.shelf.get(self.cursor) if self.shelf.total else None

    @property
    def top(self) -> float:
        """The first row on the screen; a fraction of it may be above the edge."""
        return self.scroll_offset.y / self.row_height

    @property
    def cells(self) -> int:
        """The width that is left beside the scrollbar."""
        return self.scrollable_content_region.width

    @property
    def rows_on_screen(self) -> int:
        """How many whole rows fit."""
        return max(1, self.size.height // self.row_height)

    def selectable(self, item: object) -> bool:
        """Whether the cursor may stand on a row (headings say no)."""
        return True

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the screen."""
        line = y + int(self.scroll_offset.y)
        row, part = divmod(line, self.row_height)
        if self.shelf.total == 0:
            return self._empty_line(y)
        if row >= self.shelf.total:
            return Strip.blank(self.cells, self.ground)
        return self._row(row)[part]

    def _row(self, row: int) -> list[Strip]:
        key = (row, row == self.cursor)
        if key not in self._painted:
            if len(self._painted) > 500:
                self._painted.clear()
            self._painted[key] = self._paint(row)
        return self._painted[key]

    def _paint(self, row: int) -> list[Strip]:
        width = self.cells
        on = row == self.cursor
        base = self.get_component_rich_style("line--cursor") if on else self.ground
        item = self.shelf.get(row)
        look = Look(width - 1, self.row_height, self.look_styles)
        lines = [[("  …", look.styles["quiet"])]] if item is None else self.painter(item, look)
        # The bar says where the cursor is without any colour, and whether keys go here.
        bar = ("▌" if self.has_focus else "▏") if on else " "
        edge = self.look_styles["mark"]
        strips = [strip([(bar, edge), *pieces], width, base) for pieces in lines]
        blank = strip([(bar, edge)], width, base)
        return (strips + [blank] * self.row_height)[: self.row_height]

    @property
    def look_styles(self) -> Mapping[str, Style]:
        """The styles by name, to be laid over the row's own."""
        return {
            name: self.get_component_rich_style(f"line--{name}", partial=True) for name in STYLES
        }

    def _empty_line(self, y: int) -> Strip:
        width = self.cells
        lines = [part for line in self.empty for part in hanging(line, width - 3)]
        at = y - min(2, max(0, (self.size.height - len(lines)) // 2))
        text = lines[at] if 0 <= at < len(lines) else ""
        if not text:
            return Strip.blank(width, self.ground)
        name = "strong" if at == 0 else "quiet"
        style = self.get_component_rich_style(f"line--{name}", partial=True)
        return strip([(f"  {text}", style)], width, self.ground)

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row that is there."""
        return max(0, min(cursor, self.shelf.total - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows that changed and tell who is under the cursor now."""
        for row in (old, new):
            self._painted.pop((row, True), None)
            self._painted.pop((row, False), None)
            self.refresh_lines(row * self.row_height, self.row_height)
        self._reveal()
        self._point()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the pages that come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """The bar of the cursor tells where the keys go, so it must be drawn anew."""
        super().watch_has_focus(_has_focus)
        self._painted.clear()
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Rows are as wide as the list, so all are drawn anew; the cursor stays in sight."""
        self._stretch()
        self._reveal()

    def notify_style_update(self) -> None:
        """A theme changed: what was painted is stale."""
        super().notify_style_update()
        self._painted.clear()

    def action_down(self) -> None:
        """One row down."""
        self._step(1, 1)

    def action_up(self) -> None:
        """One row up."""
        self._step(-1, 1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._step(1, max(1, self.rows_on_screen // 2))

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._step(-1, max(1, self.rows_on_screen // 2))

    def action_page_down(self) -> None:
        """A screen down."""
        self._step(1, self.rows_on_screen)

    def action_page_up(self) -> None:
        """A screen up."""
        self._step(-1, self.rows_on_screen)

    def action_top(self) -> None:
        """To the first row."""
        self._step(-1, self.shelf.total)

    def action_bottom(self) -> None:
        """To the last row."""
        self._step(1, self.shelf.total)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.item is not None:
            self.post_message(Opened(self.item))

    def on_click(self, event: Click) -> None:
        """A click chooses a row, a second one opens it where the first has not."""
        row = (event.y + int(self.scroll_offset.y)) // self.row_height
        if row >= self.shelf.total:
            return
        if row == self.cursor and event.chain > 1 and not self.opens_at_once:
            self.action_open()
        elif self.selectable(self.shelf.get(row)):
            self.cursor = row
            if self.opens_at_once:
                self.action_open()

    def _step(self, step: int, count: int) -> None:
        cursor = self.validate_cursor(self.cursor + step * count)
        # Headings are passed over, onward if possible, else back to where one came from.
        for direction in (step, -step):
            row = cursor
            while 0 <= row < self.shelf.total:
                if self.selectable(self.shelf.get(row)):
                    self.cursor = row
                    return
                row += direction

    def _reveal(self) -> None:
        height = self.row_height
        first, last = self.cursor * height, (self.cursor + 1) * height
        view = max(self.size.height, height)
        at = int(self.scroll_offset.y)
        if first < at:
            # A heading just above the first row is shown with it.
            self.scroll_to(y=0 if self.cursor <= 1 else first, animate=False, force=True)
        elif last > at + view:
            self.scroll_to(y=last - view, animate=False, force=True)

    def _stretch(self) -> None:
        self.stretch(Size(self.cells, self.shelf.total * self.row_height))
        self._painted.clear()
        self.refresh()
        self._want()

    def _want(self) -> None:
        top = int(self.top)
        first, last = top - self.rows_on_screen, top + 2 * self.rows_on_screen
        if offsets := self.shelf.missing(first, last):
            self.post_message(PagesWanted(tuple(offsets)))

    def _point(self) -> None:
        self.post_message(Pointed(self.item))
