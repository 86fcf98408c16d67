"""A short list laid over the screen, to choose one thing from; typing narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.text import one_line
from tui.bindings import bindings_for
from tui.called import called
from tui.messages import Opened
from tui.painting import PLAIN, Piece, both_ends
from tui.shelf import Shelf
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import LineList
from tui.widgets.look import Look


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it is called, what stands to its right, and what is chosen.

    `also` is what else it may be called by one who types, though it is not shown.
    """

    name: str
    value: Any
    about: str = ""
    also: str = ""


class Picker(ModalScreen[Any]):
    """Answers with the value of the choice, or None for Esc."""

    BINDINGS = bindings_for("picker", first=("pick_none", "pick_next", "pick_previous"))
    AUTO_FOCUS = "Input"

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.head = title
        self.choices = choices
        self._narrowed_by = ""

    def compose(self) -> ComposeResult:
        """A title, the filter, the choices."""
        with Vertical(id="picker"):
            yield Static(Content(one_line(self.head)), id="picker-title", markup=False)
            yield Input(placeholder="type to narrow", compact=True)
            yield LineList(_paint, pane="choices")
        # Over the one of the screen below, whose keys are letters here.
        yield KeyLine()

    @property
    def rows(self) -> LineList:
        """The list of choices."""
        return self.query_one(LineList)

    def on_mount(self) -> None:
        """Show all choices, and the keys that work among them."""
        self.query_one(KeyLine).point("picker")
        self.rows.styles.height = min(len(self.choices), 18) or 1
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        self._narrowed_by = typed
        found = called(typed, self.choices, lambda c: f"{c.name} {c.about} {c.also}")
        self.rows.empty = ("Nothing is called so.",)
        self.rows.lay(Shelf(len(found), found), 1)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        # Enter comes through the input, so that over a slow line it never overtakes the letters.
        event.stop()
        if event.value != self._narrowed_by:
            self._narrow(event.value)
        self.action_pick()

    def action_pick(self) -> None:
        """Take the choice under the cursor."""
        item = self.rows.item
        if item is not None:
            self.dismiss(item.value)

    def action_pick_none(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_pick_next(self) -> None:
        """To the next choice."""
        self.rows.action_down()

    def action_pick_previous(self) -> None:
        """To the choice before."""
        self.rows.action_up()

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id (for clicks on the line of keys)."""
        await self.app.run_action(name, self)

    @on(Opened)
    def _clicked(self, event: Opened) -> None:
        event.stop()
        self.action_pick()


def _paint(choice: Choice, look: Look) -> list[list[Piece]]:
    about = [(f" {one_line(choice.about)} ", look.styles["quiet"])] if choice.about else []
    return [both_ends([(f" {one_line(choice.name)}", PLAIN)], about, look.width)]
