"""The list in the middle: briefs, pairs, people or analysts, with marks for comparing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual.events import Resize
from textual.message import Message

from store.views import Row
from tui.bindings import bindings_for
from tui.messages import Field
from tui.painting import Piece
from tui.shelf import Shelf
from tui.widgets.lines import LineList
from tui.widgets.look import Look
from tui.widgets.rows import height_of, is_long, paint, reason_of

_TALL = 24  # lines of a list from which on long titles may take two each


class Listing(LineList):
    """A list that knows what its rows look like and which briefs are marked."""

    BINDINGS = bindings_for("list")
    WHERE = "list"

    class MarksChanged(Message):
        """A brief was marked or unmarked."""

    def __init__(self, *, pane: str) -> None:
        self.marks: dict[str, Row] = {}
        self.searching = False
        self.of_briefs = True
        self.reasoned = False
        self.long = False
        super().__init__(self._paint_row, pane=pane)

    def _paint_row(self, item: object, look: Look) -> Sequence[Sequence[Piece]]:
        return paint(
            item, look, self.marks.__contains__, searching=self.searching, reasoned=self.reasoned
        )

    def stock(
        self, shelf: Shelf[object], *, of_briefs: bool, searching: bool, cursor: int, top: float
    ) -> None:
        """Show rows of one kind; briefs found by a search take a line more."""
        self.of_briefs, self.searching = of_briefs, searching
        self._look_through(shelf)
        self.lay(shelf, self._height(), cursor, top)

    def put(self, offset: int, rows: Sequence[object]) -> None:
        """Show more rows of the list; why they were found is said from now on if that differs."""
        self.shelf.put(offset, rows)
        self.reasoned = self.reasoned or self._reasons_differ(self.shelf)
        self.repaint()

    def _look_through(self, shelf: Shelf[object]) -> None:
        """See what the rows at hand need: lines for long titles, and reasons that differ."""
        self.reasoned = self._reasons_differ(shelf)
        self.long = self.size.height >= _TALL and any(
            is_long(row, self.cells - 1) for _, row in shelf.here() if isinstance(row, Row)
        )

    def _reasons_differ(self, shelf: Shelf[object]) -> bool:
        rows = (row for _, row in shelf.here() if isinstance(row, Row))
        return len({reason_of(row) for row in rows}) > 1

    def _height(self) -> int:
        return height_of(self.cells - 1, self.searching, long=self.long) if self.of_briefs else 1

    def on_resize(self, event: Resize) -> None:
        """A wider list needs fewer lines a row."""
        self._look_through(self.shelf)
        if self.row_height != self._height():
            self.lay(self.shelf, self._height(), self.cursor, self.top)
        super().on_resize(event)

    def change(self, ids: Iterable[str], field: Field, value: bool) -> None:
        """Show briefs as read or unread, starred or not."""
        wanted = set(ids)
        self.marks.update(
            (id_, _with(row, field, value)) for id_, row in self.marks.items() if id_ in wanted
        )
        for index, row in list(self.shelf.here()):
            if isinstance(row, Row) and row.id in wanted:
                self.shelf.swap(index, _with(row, field, value))
        self.repaint()

    def mark_only(self, rows: Iterable[Row]) -> None:
        """Mark these briefs and no others."""
        marks = {row.id: row for row in rows}
        self.marks.clear()
        self.marks.update(marks)
        self.repaint()
        self.post_message(self.MarksChanged())

    def action_mark(self) -> None:
        """Mark the brief under the cursor, or unmark it, and go on to the next."""
        row = self.item
        if not isinstance(row, Row):
            return
        if self.marks.pop(row.id, None) is None:
            self.marks[row.id] = row
        self.repaint()
        self.action_down()
        self.post_message(self.MarksChanged())


def _with(row: Row, field: Field, value: bool) -> Row:
    return replace(row, read=value) if field == "read" else replace(row, starred=value)
