"""The bar one types into: the place that is searched, and the query."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from store.text import one_line
from tui.messages import Typed
from tui.painting import fit
from tui.place import ALL, Place
from tui.screens.opening import HINT


class QueryBar(Horizontal):
    """Shows the scope and posts every change of the query as it is typed."""

    def compose(self) -> ComposeResult:
        """A label for the place, and the input."""
        yield Static("", id="scope", markup=False)
        yield Input(placeholder=HINT, id="query", compact=True, select_on_focus=False)

    @property
    def input(self) -> Input:
        """The input itself."""
        return self.query_one(Input)

    def stand(self, place: Place, query: str) -> None:
        """Show another place and its query, without posting it as typed."""
        name = "" if place == ALL else f"in {fit(one_line(place.name), 40)} › "
        self.query_one("#scope", Static).update(name)
        with self.prevent(Input.Changed):
            self.input.value = query
            self.input.cursor_position = len(query)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(event.value))
