"""Country against country: into the matrix of pairs where one was in it, and out to a pair."""

from __future__ import annotations

from textual import on

from store.library import Library
from tui.lists import Found
from tui.matrix import MatrixStand
from tui.messages import PairsLoaded
from tui.place import Place
from tui.screens.standing import Standing


class Crossing(Standing):
    """Opens the matrix and goes where it leads."""

    def __init__(
        self, library: Library, first: Found | None = None, classes: str | None = None
    ) -> None:
        super().__init__(library, first, classes)
        self._matrix = MatrixStand()  # so that it begins where one was

    def action_matrix(self) -> None:
        """Country against country."""
        self.desk.matrix()

    @on(PairsLoaded)
    def _pairs_loaded(self, message: PairsLoaded) -> None:
        from tui.screens.matrix import MatrixScreen

        self.app.push_screen(MatrixScreen(self.library, message.pairs, self._matrix), self._go)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            before = self.trail.at
            self.visit(place)
            self.here.by_matrix = self.trail.at > before
