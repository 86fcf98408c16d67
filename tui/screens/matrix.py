"""Country against country: the matrix of pairs, sorted, filtered as one types, and walked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Input, Static

from store.library import Library
from store.views import PairRow
from tui.bindings import bindings_for
from tui.called import called
from tui.keys import Where, commands_at
from tui.matrix import Matrix, MatrixStand, matrix_of
from tui.place import Place, pair_place
from tui.widgets.grid import Grid
from tui.widgets.key_line import KeyLine
from tui.widgets.sparkline import spark


class MatrixScreen(Screen[Place | None]):
    """Answers with the place of the pair that was chosen, or None.

    It begins at `stand`, and keeps in it where one is.
    """

    BINDINGS = bindings_for("matrix_screen", first=("to_matrix",))
    AUTO_FOCUS = "Grid"

    def __init__(
        self, library: Library, pairs: Sequence[PairRow], stand: MatrixStand | None = None
    ) -> None:
        super().__init__()
        self.library = library
        self.pairs = pairs
        self.stand = stand or MatrixStand()

    def compose(self) -> ComposeResult:
        """The filter, the pair under the cursor, the matrix, the keys."""
        filtered = self.stand.filter
        yield Input(filtered, placeholder="/ only countries called …", compact=True)
        yield Static("", id="pair-line", markup=False)
        yield Grid()
        yield KeyLine()

    @property
    def grid(self) -> Grid:
        """The matrix."""
        return self.query_one(Grid)

    def on_mount(self) -> None:
        """Show the pairs as they were left."""
        self._lay(self.stand.codes)
        self.query_one(KeyLine).point("matrix", "matrix_screen")

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """In the filter keys are letters, but for the one that leads out of it."""
        typing = self.query_one(Input).has_focus
        lettered = {c.id for at in _PARTS for c in commands_at(at)} - {"to_matrix"}
        self.query_one(KeyLine).pass_over(lettered if typing else {"to_matrix"}, typing=typing)

    def _lay(self, at: tuple[str, str] | None = None) -> None:
        self.grid.empty = "No pair of countries is called so." if self.pairs else "No pairs yet."
        self.grid.lay(self.matrix(), at)

    def matrix(self) -> Matrix:
        """The matrix of the pairs that the filter lets through."""
        typed = self.query_one(Input).value
        kept = called(typed, self.pairs, lambda pair: f"{pair.pair} {' '.join(pair.names)}")
        return matrix_of(kept, self.stand.sort)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.stand.filter = event.value
        self._lay()

    @on(Grid.Moved)
    def _moved(self) -> None:
        self.stand.codes = self.grid.codes
        self.query_one("#pair-line", Static).update(Content(self._told()))

    def _told(self) -> str:
        matrix, grid = self.grid.matrix, self.grid
        if not matrix.codes:
            return ""
        one, two = (matrix.names[matrix.codes[at]] for at in (grid.row, grid.column))
        order = "most briefs first" if self.stand.sort == "briefs" else "by name"
        pair = matrix.at(grid.row, grid.column)
        if grid.row == grid.column:
            return f"{one}: {matrix.total(grid.row):,} in all its pairs · {order}"
        if pair is None:
            return f"{one}–{two}: no brief on both · {order}"
        dates = f"{pair.first or '?'} to {pair.last or '?'}"
        shape = spark(pair.by_month, 24)
        counts = f"{pair.briefs:,} briefs, {pair.comments:,} with comment"
        return f"{'–'.join(pair.names)}: {counts} · {dates} {shape} · {order}"

    @on(Grid.Chosen)
    def _chosen(self) -> None:
        pair = self.grid.matrix.at(self.grid.row, self.grid.column)
        if pair is not None:
            self.dismiss(pair_place(pair.pair, pair.names))
        else:
            self.query_one("#pair-line", Static).update(
                Content("No brief is on both; n goes to the next pair that has one.")
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter and Esc lead out of the filter only where the keys are in it."""
        typing = self.query_one(Input).has_focus
        return typing if action == "to_matrix" else True

    def action_filter(self) -> None:
        """Type to keep only some countries."""
        self.set_focus(self.query_one(Input))

    def action_to_matrix(self) -> None:
        """Back from the filter to the matrix."""
        self.set_focus(self.grid)

    def action_sort(self) -> None:
        """By the number of briefs, or by name."""
        self.stand.sort = "name" if self.stand.sort == "briefs" else "briefs"
        self._lay()

    def action_leave_matrix(self) -> None:
        """Back to the list of pairs; first out of the filter."""
        if self.query_one(Input).value:
            self.query_one(Input).value = ""
        else:
            self.dismiss(None)

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id (for clicks on the line of keys)."""
        owner: Grid | MatrixScreen = self if hasattr(self, f"action_{name}") else self.grid
        await self.app.run_action(name, self.app if name in _EVERYWHERE else owner)


_PARTS: tuple[Where, ...] = ("matrix", "matrix_screen")
_EVERYWHERE = ("help", "palette", "quit")
