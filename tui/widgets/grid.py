"""The matrix on the screen: a cell a pair, walked with the keys, drawn line by line."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.text import one_line
from tui.bindings import SequenceKeys, bindings_for
from tui.matrix import Matrix
from tui.painting import PLAIN, Piece, padded, strip

CELL = 5
"""Cells of a column: a shade, a count of up to 999, and a blank."""

_HEAD = 1  # lines of codes above the rows
_ROOMY = 10  # cells from which on the margin holds names
_STYLES = ("quiet", "code", "count", "cursor", "strong")


class Grid(SequenceKeys, ScrollView, can_focus=True):
    """Shows a matrix; the codes of the columns and the names of the rows stay in sight."""

    BINDINGS = bindings_for("matrix")
    WHERE = "matrix"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in _STYLES}

    class Moved(Message):
        """The cursor came to another cell."""

    class Chosen(Message):
        """The pair under the cursor is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()
        self.row = 0
        self.column = 0
        self.empty = ""

    def lay(self, matrix: Matrix, at: tuple[str, str] | None = None) -> None:
        """Show another matrix, with the cursor on two countries if they are in it.

        Without `at`, these are the two that it is on now.
        """
        before = at or self.codes
        self.matrix = matrix
        places = {code: at for at, code in enumerate(matrix.codes)}
        self.row = places.get(before[0], 0)
        self.column = places.get(before[1], min(1, max(0, len(matrix.codes) - 1)))
        self._stretch()

    def _stretch(self) -> None:
        size = len(self.matrix.codes)
        # A column more, since whole columns are scrolled and the last one must come into sight too.
        self.virtual_size = Size(self.margin_width + (size + 1) * CELL, _HEAD + size)
        self._went()

    def on_resize(self) -> None:
        """The names take more or less room; the cursor stays in sight."""
        self.scroll_to(x=0, y=0, animate=False, force=True)
        self._stretch()

    @property
    def codes(self) -> tuple[str, str]:
        """The codes of the two countries the cursor is on."""
        codes = self.matrix.codes
        return (codes[self.row], codes[self.column]) if codes else ("", "")

    @property
    def margin_width(self) -> int:
        """Cells of the names on the left; only codes where there is little room."""
        return 22 if self.size.width >= 76 else 5

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line: the head, a country, or nothing."""
        width = self.size.width
        row = y - _HEAD + int(self.scroll_offset.y)
        if not self.matrix.codes:
            text = f"  {self.empty}" if y == 0 else ""
            return strip([(text, self._style("quiet"))], width, self.rich_style)
        if y < _HEAD:
            return strip(self._head(), width, self.rich_style)
        if row >= len(self.matrix.codes):
            return Strip.blank(width, self.rich_style)
        return strip(self._line(row), width, self.rich_style)

    def _columns(self) -> range:
        first = int(self.scroll_offset.x) // CELL
        count = max(1, (self.size.width - self.margin_width) // CELL)
        return range(first, min(len(self.matrix.codes), first + count))

    def _head(self) -> list[Piece]:
        beyond = padded(self._beyond(), self.margin_width - 1)
        pieces: list[Piece] = [(beyond, self._style("quiet")), (" ", PLAIN)]
        for column in self._columns():
            here = self._style("cursor") if column == self.column else self._style("code")
            pieces.append((f"{self.matrix.codes[column]:>{CELL - 1}}", here))
            pieces.append((" ", PLAIN))
        return pieces

    def _beyond(self) -> str:
        """Where the matrix goes on, and for how many countries if there is room to say it."""
        size, columns = len(self.matrix.codes), self._columns()
        first = int(self.scroll_offset.y)
        counts = {
            "←": columns.start, "→": size - columns.stop,
            "↑": first, "↓": size - first - max(1, self.size.height - _HEAD),
        }  # fmt: skip
        more = {sign: count for sign, count in counts.items() if count > 0}
        if self.margin_width < _ROOMY:
            return "".join(more)
        told = " ".join(f"{count:,} {sign}" for sign, count in more.items())
        return f"more {told}" if 0 < len(told) < self.margin_width - len("more ") else told

    def _line(self, row: int) -> list[Piece]:
        code = self.matrix.codes[row]
        name = f"{code} " if self.margin_width < _ROOMY else one_line(self.matrix.names[code])
        style = self._style("cursor") if row == self.row else self._style("strong")
        pieces: list[Piece] = [(padded(name, self.margin_width - 1), style), (" ", PLAIN)]
        for column in self._columns():
            on = (row, column) == (self.row, self.column)
            pieces.append((self._cell(row, column), self._style("cursor" if on else "count")))
            pieces.append((" ", PLAIN))
        return pieces

    def _cell(self, row: int, column: int) -> str:
        if row == column:
            return "\\".rjust(CELL - 1)
        pair = self.matrix.at(row, column)
        if pair is None:
            return "·".rjust(CELL - 1)
        return f"{self.matrix.shade(pair.briefs)}{_short(pair.briefs):>{CELL - 2}}"

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"grid--{name}", partial=True)

    # Moving

    def action_down(self) -> None:
        """A country down."""
        self.move(1, 0)

    def action_up(self) -> None:
        """A country up."""
        self.move(-1, 0)

    def action_cell_left(self) -> None:
        """A country to the left."""
        self.move(0, -1)

    def action_cell_right(self) -> None:
        """A country to the right."""
        self.move(0, 1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self.move(max(1, self.size.height // 2), 0)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self.move(-max(1, self.size.height // 2), 0)

    def action_page_down(self) -> None:
        """A screen down."""
        self.move(max(1, self.size.height - _HEAD), 0)

    def action_page_up(self) -> None:
        """A screen up."""
        self.move(-max(1, self.size.height - _HEAD), 0)

    def action_top(self) -> None:
        """To the first country."""
        self.move(-len(self.matrix.codes), 0)

    def action_bottom(self) -> None:
        """To the last country."""
        self.move(len(self.matrix.codes), 0)

    def action_open(self) -> None:
        """Stand on the pair under the cursor."""
        self.post_message(self.Chosen())

    def action_next_pair(self) -> None:
        """To the next cell that has briefs, row by row."""
        size = len(self.matrix.codes)
        here = self.row * size + self.column
        for step in range(1, size * size):
            row, column = divmod((here + step) % (size * size), size)
            if self.matrix.at(row, column):
                self.row, self.column = row, column
                self._went()
                return

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor as far as there are countries."""
        last = len(self.matrix.codes) - 1
        self.row = max(0, min(self.row + rows, last))
        self.column = max(0, min(self.column + columns, last))
        self._went()

    def _went(self) -> None:
        if not self.size.area:
            return  # not laid out yet
        x, y = self.column * CELL, self.row
        view = Size(self.size.width - self.margin_width, self.size.height - _HEAD)
        left, top = self.scroll_offset.x, self.scroll_offset.y
        left = min(left, x) if x < left else max(left, x + CELL - view.width // CELL * CELL)
        top = min(top, y) if y < top else max(top, y + 1 - view.height)
        self.scroll_to(x=left, y=top, animate=False, force=True)
        self.refresh(Region(0, 0, self.size.width, self.size.height))
        self.post_message(self.Moved())

    def on_click(self, event: Click) -> None:
        """A click chooses a cell, a second one opens it."""
        column = (event.x - self.margin_width) // CELL + int(self.scroll_offset.x) // CELL
        row = event.y - _HEAD + int(self.scroll_offset.y)
        if event.y < _HEAD or event.x < self.margin_width:
            return
        if (row, column) == (self.row, self.column) and event.chain > 1:
            self.action_open()
        else:
            self.move(row - self.row, column - self.column)


def _short(count: int) -> str:
    """A count in three cells: 999, 1k, 24k."""
    return str(count) if count < 1000 else f"{min(99, count // 1000)}k"
