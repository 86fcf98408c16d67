"""A page laid over the screen: all keys and signs, or how a query was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.text import one_line
from store.views import IngestReport, VersionDiff
from tui.bindings import bindings_for
from tui.keys import TITLES, Where, commands_at
from tui.outside import Ran
from tui.painting import flat
from tui.sheet import Sheet

_WIDE = 80  # cells of the text on a page

_SIGNS = (
    ("●", "not read yet"),
    ("★", "starred"),
    ("✓", "marked for comparing"),
    ("¶", "has a comment: the analyst's own judgement"),
    ("──", "a report: what is said to have happened"),
    ("━━ ┃", "a comment, with a bar at its side"),
    ("·", "in the bars of months: a month with nothing"),
)

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


class Leaflet(ModalScreen[None]):
    """Shows lines that can be scrolled; q and Esc close it."""

    BINDINGS = bindings_for("leaflet")
    AUTO_FOCUS = "#sheet"

    def __init__(self, lines: Sequence[Content]) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        """One sheet."""
        with VerticalScroll(id="sheet"):
            yield Static(Content("\n").join(self.lines), markup=False)

    def action_down(self) -> None:
        """A line down."""
        self.query_one("#sheet").scroll_down(animate=False)

    def action_up(self) -> None:
        """A line up."""
        self.query_one("#sheet").scroll_up(animate=False)


def all_keys(here: Sequence[Where] = ()) -> Leaflet:
    """The page of all keys and signs, from the table of commands; those of `here` come first."""
    return Leaflet(list(_key_lines(here)))


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


def _key_lines(here: Sequence[Where]) -> Iterator[Content]:
    yield Content.styled("Keys of Dateline", "bold")
    for where in dict.fromkeys([*here, *TITLES]):
        title = TITLES[where]
        commands = commands_at(where)
        if not commands:
            continue
        yield Content("")
        yield Content.styled(title, "bold $code")
        for command in commands:
            yield Content.assemble((f"  {command.shown:<16}", "bold"), command.help)
    yield Content("")
    yield Content.styled("Signs", "bold $code")
    for sign, meaning in _SIGNS:
        yield Content.assemble((f"  {sign:<16}", "bold"), meaning)
