"""The page of a pair, a person or an analyst, in the pane of the brief: every line leads on."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from textual.events import Resize

from tui.bindings import bindings_for
from tui.folios import Page, lines_of
from tui.folios.lines import FolioLine
from tui.painting import PLAIN, Piece, fit_pieces, flat
from tui.place import place_of
from tui.shelf import Shelf
from tui.widgets.lines import LineList
from tui.widgets.look import Look


class Folio(LineList):
    """Shows a page; opening a line posts it as `Opened`."""

    BINDINGS = bindings_for("page")
    WHERE = "page"

    def __init__(self, *, pane: str) -> None:
        super().__init__(_paint, pane=pane)
        self.page: Page | None = None
        self._asked: tuple[int, int] | None = None  # a line, and the cursor that came of it

    def show(self, page: Page, line: int = 0) -> None:
        """Show a page, with the cursor on a line; the same page read anew, where the cursor was."""
        before, self.page = self.page, page
        if before is None or place_of(before) != place_of(page):
            self._turn(line)
            self._asked = (line, self.cursor)
        else:
            self._turn_again()
            self._asked = None

    def _turn_again(self) -> None:
        """Lay the page anew; lines may be more or fewer, the cursor stays on what it was on."""
        at, part = self.shelf.get(self.cursor), self._part(self.cursor)
        self._turn(0 if self._is_first() else self.cursor)
        for row, line in self.shelf.here():
            if at is not None and at.goes and line.goes == at.goes and self._part(row) == part:
                self.cursor = row
                return

    def _part(self, row: int) -> str:
        """The heading that a line stands under."""
        above = (self.shelf.get(at) for at in range(row, -1, -1))
        return next((each.pieces[0][0] for each in above if each and _is_heading(each)), "")

    def clear(self) -> None:
        """Show nothing, until a page comes."""
        self.page = None
        self.lay(Shelf(0), 1)

    def _turn(self, cursor: int) -> None:
        if self.page is None:
            return
        lines = list(lines_of(self.page, max(20, self.cells - 2)))
        self.lay(Shelf(len(lines), lines), 1, self._near(lines, cursor), self.top if cursor else 0)

    def _near(self, lines: list[FolioLine], cursor: int) -> int:
        """The nearest line from the cursor on that leads somewhere."""
        return next((at for at, line in enumerate(lines) if at >= cursor and line.goes), 0)

    def _point(self) -> None:
        """Tell nobody: a brief is chosen in the list, not here."""

    def _reveal(self) -> None:
        """With the first line that leads somewhere, all that stands above it is shown."""
        super()._reveal()
        if self._is_first() and self.cursor < self.size.height:
            self.scroll_to(y=0, animate=False, force=True)

    def _is_first(self) -> bool:
        """Whether no line above the cursor leads anywhere."""
        return not any(self.selectable(self.shelf.get(row)) for row in range(self.cursor))

    def selectable(self, item: object) -> bool:
        """Only what leads somewhere can be chosen."""
        return isinstance(item, FolioLine) and item.goes is not None

    def on_resize(self, event: Resize) -> None:
        """Wrap anew."""
        super().on_resize(event)
        # What was laid while it was hidden had no width yet: the line asked for was another one.
        if self._asked is not None and self._asked[1] == self.cursor:
            self._turn(self._asked[0])
            self._asked = (self._asked[0], self.cursor)
        else:
            self._turn_again()


def _is_heading(line: FolioLine) -> bool:
    return bool(line.pieces) and line.pieces[0][1] == "code" and line.goes is None


def _paint(line: FolioLine, look: Look) -> list[list[Piece]]:
    return [fit_pieces(list(_pieces(line, look)), look.width)]


def _pieces(line: FolioLine, look: Look) -> Iterator[Piece]:
    for text, name in line.pieces:
        style: Style = look.styles[name] if name else PLAIN
        yield flat(text), style
