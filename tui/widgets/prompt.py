"""The line at the foot that asks for something: a tag, a note, a command, a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Input, Static

from store.text import fold, one_line
from tui.bindings import bindings_for
from tui.painting import fit

Answer = Callable[[str], None]
Complete = Callable[[str], Iterable[str]]
"""Gives whole texts that what was typed so far may become, the likeliest first."""


class Prompt(Vertical):
    """Hidden until it asks; Enter answers, Esc asks no more, Tab completes."""

    BINDINGS = bindings_for("prompt", first=("cancel", "complete", "write_elsewhere"))

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self._answer: Answer | None = None
        self._elsewhere: Answer | None = None
        self._complete: Complete | None = None
        self._offered: list[str] = []
        self._before: Widget | None = None
        self._hint = ""

    def compose(self) -> ComposeResult:
        """What may be meant, the question, and the input."""
        yield Static("", id="offers", markup=False)
        with Horizontal():
            yield Static("", id="asked", markup=False)
            yield Input(id="answer", compact=True, select_on_focus=False)

    def ask(
        self,
        question: str,
        answer: Answer,
        *,
        value: str = "",
        hint: str = "",
        complete: Complete | None = None,
        elsewhere: Answer | None = None,
    ) -> None:
        """Ask a question; `answer` is called with what was typed, unless Esc was pressed.

        `elsewhere` is called with it for the key that writes in an editor.
        """
        self._answer, self._complete, self._elsewhere = answer, complete, elsewhere
        self._before = self.screen.focused
        self.query_one("#asked", Static).update(Content(f"{question} "))
        self.display = True
        with self.prevent(Input.Changed):
            self.input.value = value
        self.input.cursor_position = len(value)
        self._hint = hint
        self._offer()
        # What is hidden yet must be laid out before it can have the keys.
        self.call_after_refresh(self.input.focus)
        self.screen.set_focus(self.input)

    def on_resize(self) -> None:
        """What may be meant is cut to the width."""
        self._offer()

    @property
    def writes_elsewhere(self) -> bool:
        """Whether what is asked for can be written in the editor."""
        return self._elsewhere is not None

    @property
    def completes(self) -> bool:
        """Whether what is typed can be completed."""
        return self._complete is not None

    @property
    def input(self) -> Input:
        """The input itself."""
        return self.query_one(Input)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._offer()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        # Enter comes through the input, so that over a slow line it never overtakes the letters.
        event.stop()
        self.action_answer()

    def _offer(self) -> None:
        typed = self.input.value
        self._offered = list(self._complete(typed))[:12] if self._complete else []
        said = [text.split()[-1] if text.split() else text for text in self._offered]
        line = "  ".join(one_line(text) for text in said) or self._hint
        self.query_one("#offers", Static).update(Content(fit(line, max(20, self.size.width - 2))))

    def _done(self) -> str:
        self.display = False
        before, self._before = self._before, None
        try:
            self.screen.set_focus(before)
        except NoMatches:  # what had the keys has gone meanwhile
            self.screen.set_focus(None)
        return self.input.value

    def action_answer(self) -> None:
        """Answer with what is typed."""
        text, answer = self._done(), self._answer
        if answer is not None:
            answer(text)

    def action_cancel(self) -> None:
        """Ask no more."""
        self._done()

    def action_complete(self) -> None:
        """Complete what is typed as far as it is certain, or to the first offer."""
        if not self._offered:
            return
        common = _common(self._offered)
        longer = len(common) > len(self.input.value)
        self.input.value = common if longer else self._offered[0]
        self.input.cursor_position = len(self.input.value)

    def action_write_elsewhere(self) -> None:
        """Write on in the editor, where that is possible."""
        if self._elsewhere is not None:
            elsewhere = self._elsewhere
            elsewhere(self._done())


def completing_words(known: Iterable[str], signs: str = "") -> Complete:
    """Return a completion of the last word typed by known words; `signs` may stand before it."""
    words = list(known)

    def complete(typed: str) -> Iterable[str]:
        before, _, last = typed.rpartition(" ")
        sign = last[:1] if last[:1] and last[0] in signs else ""
        start = fold(last[len(sign) :])
        head = f"{before} " if before else ""
        return [f"{head}{sign}{word}" for word in words if fold(word).startswith(start)]

    return complete


def _common(texts: list[str]) -> str:
    """What all texts begin with."""
    first, last = min(texts), max(texts)
    at = next((i for i, c in enumerate(first) if i >= len(last) or last[i] != c), len(first))
    return first[:at]
