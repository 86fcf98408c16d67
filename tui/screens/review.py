"""Who is who: two people who may be one side by side, and one key to say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from store.errors import DatelineError
from store.library import Library
from store.text import one_line
from store.views import Candidate
from tui.bindings import bindings_for
from tui.keys import COMMANDS
from tui.review import add_candidate
from tui.sheet import Sheet, Style
from tui.widgets.key_line import KeyLine

_STYLES: dict[Style, str] = {"title": "bold", "heading": "bold", "faint": "$quiet"}
_MARGIN = 4


class ReviewScreen(Screen[bool]):
    """Asks about one candidate after the other; its result is whether anything was decided."""

    BINDINGS = bindings_for("review")

    @dataclass
    class Queued(Message):
        """The queue was read from the library."""

        queue: Sequence[Candidate]

    @dataclass
    class Decided(Message):
        """An answer was written, or could not be: one line to say."""

        line: str
        failed: bool = False

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.queue: Sequence[Candidate] | None = None
        self.at = 0
        self.numbers: list[int] = []
        self._changed = False

    def compose(self) -> ComposeResult:
        """The two people, what was said last, and the keys."""
        with VerticalScroll(id="question"):
            yield Static(markup=False, id="candidate")
        yield Static(markup=False, id="said")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the queue."""
        self.query_one(KeyLine).point("review")
        self._read()

    @work(thread=True)
    def _read(self) -> None:
        self.post_message(self.Queued(self.library.review()))

    @on(Queued)
    def _queued(self, message: Queued) -> None:
        self.queue = message.queue
        self._paint()

    @on(Resize)
    def _resized(self) -> None:
        self._paint()

    def _paint(self) -> None:
        if self.queue is None:
            return
        sheet = Sheet(max(20, self.size.width - _MARGIN))
        if self.at < len(self.queue):
            add_candidate(sheet, self.queue[self.at], f"{self.at + 1} of {len(self.queue)}")
        else:
            sheet.text("Nobody more to decide on. q goes back to the people.")
        lines = [
            Content.assemble(*((p.text, _STYLES.get(p.style, "")) for p in line))
            for line in sheet.lines
        ]
        self.query_one("#candidate", Static).update(Content("\n").join(lines))
        self.query_one("#question").scroll_home(animate=False)

    # Answers

    def action_is_same(self) -> None:
        """They are one person."""
        self._decide(same=True)

    def action_is_different(self) -> None:
        """They are two people."""
        self._decide(same=False)

    def action_decide_later(self) -> None:
        """Go on to the next without an answer."""
        if self.queue is not None and self.at < len(self.queue):
            self.at += 1
            self._paint()

    def _decide(self, *, same: bool) -> None:
        if self.queue is None or self.at >= len(self.queue):
            return
        candidate = self.queue[self.at]
        self.at += 1
        self._paint()
        self._write(candidate.a.id, candidate.b.id, same=same)

    @work(thread=True, exclusive=False)
    def _write(self, a: str, b: str, *, same: bool) -> None:
        try:
            entry = self.library.same(a, b) if same else self.library.different(a, b)
        except DatelineError as error:
            self.post_message(self.Decided(one_line(str(error)), failed=True))
            return
        self.numbers.append(entry.number)
        said = "one person" if same else "two people"
        self.post_message(self.Decided(f"{entry.a} and {entry.b}: {said}. U takes it back."))

    def action_take_back(self) -> None:
        """Take back the last answer and ask again."""
        if not self.numbers:
            self._say("Nothing was decided here yet.")
            return
        self._undo(self.numbers.pop())

    @work(thread=True, exclusive=False)
    def _undo(self, number: int) -> None:
        try:
            entry = self.library.undo_decision(number)
        except DatelineError as error:
            self.post_message(self.Decided(one_line(str(error)), failed=True))
            return
        self.post_message(self.Decided(f"Taken back: {entry.a} and {entry.b}."))
        self.post_message(self.Queued(self.library.review()))
        self.at = 0

    @on(Decided)
    def _decided(self, message: Decided) -> None:
        self._changed = self._changed or not message.failed
        self._say(message.line)

    def _say(self, line: str) -> None:
        self.query_one("#said", Static).update(Content(line))

    # Moving

    def action_down(self) -> None:
        """A line down."""
        self.query_one("#question").scroll_down(animate=False)

    def action_up(self) -> None:
        """A line up."""
        self.query_one("#question").scroll_up(animate=False)

    def action_end_review(self) -> None:
        """Back to the people."""
        self.dismiss(self._changed)

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id (for clicks on the line of keys)."""
        command = next(command for command in COMMANDS if command.id == name)
        await self.app.run_action(name, self.app if "app" in command.where else self)
