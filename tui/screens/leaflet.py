"""A page laid over the screen: how a query was understood, what changed, what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from store.text import fold, one_line
from store.views import IngestReport, VersionDiff
from tui.bindings import SequenceKeys, bindings_for
from tui.keys import commands_at
from tui.outside import Ran
from tui.painting import flat
from tui.sheet import Sheet
from tui.widgets.key_line import KeyLine

WIDEST = 88
"""Cells of a page with its frame, as app.tcss has it; fewer on a narrower screen."""
_WIDE = 80  # cells of the text on a page
_FINDING = "only lines with …   Enter goes to them, Esc shows all again"
_NO_LINE = "No line has that."

_QUERIES = (
    ("iran sanctions", "briefs with all the words; the last may be unfinished"),
    ('"arms deal"', "the words next to each other"),
    ("a OR b   -word   (…)", "either; without; together"),
    ("in:comment likely", "only what analysts judge; in:report, in:title too"),
    ("pair:iran-russia", "on two countries; country:IR on one"),
    ("person:…  by:…  at:…", "on a person; by an analyst; at an institution"),
    ("date:2017-10..2018", "in a span of time; date:2017, date:>2017-06 too"),
    ("is:unread", "not read yet; is:starred too"),
)


class Leaflet(SequenceKeys, ModalScreen[None]):
    """Shows lines that can be scrolled and searched; q and Esc close it.

    `words` are those by which each line is found, else what stands in it.
    """

    BINDINGS = bindings_for("leaflet")
    WHERE = "leaflet"
    AUTO_FOCUS = "#sheet"

    def __init__(self, lines: Sequence[Content], words: Sequence[str] | None = None) -> None:
        super().__init__()
        self.lines = lines
        self.words_of = words or [line.plain for line in lines]

    def compose(self) -> ComposeResult:
        """What to look for, hidden until it is wanted; one sheet; and its keys."""
        yield Input(placeholder=_FINDING, id="find", compact=True)
        with VerticalScroll(id="sheet"):
            yield Static(Content("\n").join(self.lines), markup=False)
        # Over the one of the screen below, whose keys do nothing here.
        yield KeyLine()

    def on_mount(self) -> None:
        """Tell the keys."""
        self.find.display = False
        self.query_one(KeyLine).point("leaflet")

    @property
    def find(self) -> Input:
        """Where one types what to look for."""
        return self.query_one("#find", Input)

    @property
    def sheet(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#sheet", VerticalScroll)

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """While one types, keys are letters."""
        typing = self.find.has_focus
        idle = {command.id for command in commands_at("leaflet")} if typing else set[str]()
        self.query_one(KeyLine).pass_over(idle, typing=typing)

    # Looking for something

    def action_find_line(self) -> None:
        """Type to keep only the lines with some words."""
        self.find.display = True
        self.set_focus(self.find)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        kept = list(_holding(event.value, self.lines, self.words_of))
        self.sheet.query_one(Static).update(Content("\n").join(kept) if kept else Content(_NO_LINE))
        self.sheet.scroll_home(animate=False)

    @on(Input.Submitted)
    def _found(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.sheet)

    async def action_dismiss(self, result: None = None) -> None:
        """Show all lines again where only some are shown; else close the page."""
        if not self.find.display:
            await super().action_dismiss(result)
            return
        self.find.value = ""
        self.find.display = False
        self.set_focus(self.sheet)

    # Moving

    def action_down(self) -> None:
        """A line down."""
        self.sheet.scroll_down(animate=False)

    def action_up(self) -> None:
        """A line up."""
        self.sheet.scroll_up(animate=False)

    def action_half_down(self) -> None:
        """Half a page down."""
        self._go(self.sheet.size.height // 2)

    def action_half_up(self) -> None:
        """Half a page up."""
        self._go(-self.sheet.size.height // 2)

    def action_page_down(self) -> None:
        """A page down."""
        self._go(self.sheet.size.height)

    def action_page_up(self) -> None:
        """A page up."""
        self._go(-self.sheet.size.height)

    action_read_on, action_read_back = action_page_down, action_page_up

    def _go(self, lines: int) -> None:
        self.sheet.scroll_relative(y=lines, animate=False)

    def action_top(self) -> None:
        """To the first line."""
        self.sheet.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the last line."""
        self.sheet.scroll_end(animate=False)

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id (for clicks on the line of keys)."""
        await self.app.run_action(name, self if hasattr(self, f"action_{name}") else self.app)


def _holding(typed: str, lines: Sequence[Content], words_of: Sequence[str]) -> Iterator[Content]:
    """The lines with all the words typed, each part of them under its heading."""
    words = fold(typed).split()
    heading: Content | None = None
    for line, told in zip(lines, words_of, strict=True):
        indented = line.plain.startswith(" ")
        if words and not indented:
            heading = line
        if all(word in fold(told) for word in words):
            if indented and heading is not None:
                yield heading
                heading = None
            yield line


def explanation(query: str, lines: Sequence[str]) -> Leaflet:
    """The page that says how a query was understood."""
    head = f"“{one_line(query)}” was understood as" if query.strip() else "No query is typed."
    return Leaflet(
        [
            Content.styled(head, "bold"),
            *(Content(f"  {one_line(line)}") for line in lines),
            Content(""),
            Content.styled("What can be asked", "bold $code"),
            *(_pair_of(asked, meaning) for asked, meaning in _QUERIES),
        ]
    )


def output_of(ran: Ran) -> Leaflet:
    """The page that shows what a program answered."""
    return Leaflet(
        [
            Content.styled(f"{one_line(ran.command)} ended with {ran.code}", "bold"),
            Content(""),
            *(Content(flat(line)) for line in ran.output.splitlines()),
        ]
    )


def changes(diff: VersionDiff) -> Leaflet:
    """The page that says what changed between two versions of a brief."""
    from tui.edits import add_edits

    sheet = Sheet(_WIDE)
    add_edits(sheet, diff)
    lines = [Content("".join(piece.text for piece in line)) for line in sheet.lines]
    return Leaflet([Content.styled("What changed", "bold"), Content(""), *lines])


def intake(report: IngestReport) -> Leaflet:
    """The page that says which sources were not taken in, and why."""
    lines = [Content.styled("Not taken in", "bold"), Content("")]
    for item in report.items:
        if item.status != "ok":
            lines.append(Content(f"{item.status:<8} {one_line(item.source)}"))
            lines.append(Content.styled(f"         {one_line(item.error or '')}", "$quiet"))
        lines += [
            Content(f"skipped  {one_line(brief.title)}: was forgotten")
            for brief in item.briefs
            if brief.status == "skipped"
        ]
    return Leaflet(lines)


def _pair_of(left: str, right: str) -> Content:
    return Content.assemble((f"  {left:<26}", "bold"), right)
