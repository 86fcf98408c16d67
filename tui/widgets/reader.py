"""The brief, to be read: report and comment apart, hits and names marked, both walkable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.strip import Strip

from tui.bindings import SequenceKeys, bindings_for
from tui.hits import Hit
from tui.messages import Field, HitsRanOut, Went
from tui.page import Line, lines_of, wrap
from tui.painting import flat, strip
from tui.place import Place
from tui.widgets.drawn import Drawn
from tui.widgets.page_paint import STYLES, Laid, names_of, on_line, pieces_of

if TYPE_CHECKING:
    from store.views import BriefView

FIRST = 4_000
"""Lines laid out at once: some 300 kB of text, in 10 ms. The rest follows in slices."""


class Reader(SequenceKeys, Drawn, can_focus=True):
    """Shows one brief; posts where the reader wants to go."""

    BINDINGS = bindings_for("reader")
    WHERE = "reader"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in STYLES}

    def __init__(self, *, pane: str) -> None:
        super().__init__(id=pane)
        self.brief: BriefView | None = None
        self.hits: Sequence[Hit] = ()
        self.names: Sequence[tuple[Hit, Place]] = ()
        self.hit: int | None = None
        self.name_at: int | None = None
        self.paragraph: int | None = None
        self._lines: list[Line] = []
        self._more: Iterator[Line] = iter(())
        self._width = 0
        self.nothing = ""

    # What it shows

    def hint(self, text: str) -> None:
        """Show no brief, but a line that says what could be done."""
        self.nothing = text
        self.show(None)

    def show(self, brief: BriefView | None, hits: Sequence[Hit] = (), line: int = 0) -> None:
        """Show a brief from a line on; the same brief keeps its place and only changes hits."""
        before, self.brief, self.hits, self.hit = self.brief, brief, hits, None
        same = brief is not None and before is not None and brief.id == before.id
        if not same or brief != before:
            self.names = names_of(brief) if brief else ()
            self.name_at = None
            at = self.line if same else line
            self._lay()
            self.scroll_to(y=at, animate=False, force=True)
        if not same:
            self.paragraph = None
        self.refresh()

    def change(self, ids: Iterable[str], field: Field, value: bool) -> None:
        """Take note that briefs were read or starred; the text is not drawn anew for it."""
        brief = self.brief
        if brief is not None and brief.id in ids:
            read = value if field == "read" else brief.read
            starred = value if field == "starred" else brief.starred
            self.brief = replace(brief, read=read, starred=starred)

    @property
    def line(self) -> int:
        """The first line on the screen."""
        return int(self.scroll_offset.y)

    def _lay(self) -> None:
        self._width = self.scrollable_content_region.width
        self._lines = []
        self._more = lines_of(self.brief, self._width) if self.brief else iter(())
        self._grow(FIRST)

    def _grow(self, count: int) -> None:
        fresh = list(islice(self._more, count))
        in_sight = len(self._lines) < self.line + self.size.height
        self._lines += fresh
        self.stretch(Size(self._width, len(self._lines)))
        if in_sight:
            self.refresh()
        if len(fresh) == count:
            self.set_timer(0.01, lambda: self._grow(FIRST // 2))

    def _all_lines(self) -> list[Line]:
        self._lines += self._more
        self.stretch(Size(self._width, len(self._lines)))
        return self._lines

    def on_resize(self, _event: Resize) -> None:
        """Wrap anew, with the same passage at the top."""
        if self.scrollable_content_region.width == self._width or not self.size.width:
            return
        top = self._lines[self.line] if self.line < len(self._lines) else None
        at = self.line
        self._lay()
        if top is not None and top.paragraph > 0:
            at = self._line_of((top.paragraph, top.start, 0))
        self.scroll_to(y=at, animate=False, force=True)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw the line `y` of the screen."""
        at = y + self.line
        width = self.size.width
        if self.brief is None:
            hint = ["", *(self.nothing[start:end] for start, end in wrap(self.nothing, width - 4))]
            text = f"  {flat(hint[y])}" if y < len(hint) else ""
            return strip([(text, self._style("quiet"))], width, self.ground)
        if at >= len(self._lines):
            return Strip.blank(width, self.ground)
        line = self._lines[at]
        picked = self.paragraph is not None and line.paragraph == self.paragraph
        pieces = pieces_of(line, self._marks(line), self._style, picked=picked)
        return strip(pieces, width, self.ground)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"page--{name}", partial=True)

    def _marks(self, line: Line) -> list[Laid]:
        """The names and then the hits that touch a line."""
        names = [
            (place, "person" if to.person else "country", self.name_at == index)
            for index, (place, to) in on_line(self.names, line, lambda name: name[0])
        ]
        hits = on_line(self.hits, line, lambda hit: hit)
        return names + [(place, "hit", self.hit == index) for index, place in hits]

    # Moving

    def action_down(self) -> None:
        """One line down."""
        self._move(1)

    def action_up(self) -> None:
        """One line up."""
        self._move(-1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._move(self.size.height // 2)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._move(-(self.size.height // 2))

    def action_page_down(self) -> None:
        """A screen down, with two lines kept for the eye."""
        self._move(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """A screen up, with two lines kept for the eye."""
        self._move(-max(1, self.size.height - 2))

    action_read_on = action_page_down
    action_read_back = action_page_up

    def action_top(self) -> None:
        """To the title."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """To the last line."""
        self.scroll_to(y=len(self._all_lines()), animate=False)

    def _move(self, lines: int) -> None:
        self.scroll_to(y=self.line + lines, animate=False)

    def _line_of(self, place: Hit) -> int:
        """The line on which a place of the text stands."""
        key = (place[0], place[1])
        own = [(i, x) for i, x in enumerate(self._all_lines()) if x.paragraph >= 0]
        at = bisect_right(own, key, key=lambda pair: (pair[1].paragraph, pair[1].start))
        return own[max(0, at - 1)][0] if own else 0

    def _show_place(self, place: Hit) -> None:
        line = self._line_of(place)
        if not self.line <= line < self.line + self.size.height - 1:
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False)
        self.refresh()

    # Paragraphs

    def action_next_paragraph(self) -> None:
        """Pick out the next paragraph, at first the one at the top of the screen."""
        self._pick_paragraph(1)

    def action_previous_paragraph(self) -> None:
        """Pick out the paragraph before."""
        self._pick_paragraph(-1)

    def _pick_paragraph(self, step: int) -> None:
        self.pick_paragraph(self.paragraph + step if self.paragraph else self._top_paragraph())

    def pick_paragraph(self, number: int) -> None:
        """Pick out a paragraph by its number in reading order, if there is one."""
        last = max((line.paragraph for line in self._all_lines()), default=0)
        if 1 <= number <= last:
            self.paragraph = number
            self._show_place((number, 0, 0))

    def _top_paragraph(self) -> int:
        return next((x.paragraph for x in self._lines[self.line :] if x.paragraph > 0), 0)

    def passage(self) -> str:
        """The text of the paragraph picked out, or of that of the current hit, or on top."""
        brief = self.brief
        if brief is None:
            return ""
        texts = [brief.title, *(p for section in brief.sections for p in section.paragraphs)]
        if self.paragraph:
            return texts[self.paragraph]
        return texts[self.hits[self.hit][0] if self.hit is not None else self._top_paragraph()]

    # Hits and names

    def walk_hits(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, or say that there is none in this brief."""
        at = self._beyond(self.hit, self.hits, step)
        if at is None:
            self.post_message(HitsRanOut(step))
            return
        self.hit = at
        self._show_place(self.hits[at])

    def start_at_hit(self) -> None:
        """Show the first hit, unless one is looked at already."""
        if self.hits and self.hit is None:
            self.walk_hits(1)

    def action_next_entity(self) -> None:
        """Pick out the next person or country."""
        self._walk_names(1)

    def action_previous_entity(self) -> None:
        """Pick out the person or country before."""
        self._walk_names(-1)

    def action_follow(self) -> None:
        """Go to the person or country that is picked out."""
        if self.name_at is not None:
            self.post_message(Went(self.names[self.name_at][1]))

    def _walk_names(self, step: int) -> None:
        at = self._beyond(self.name_at, [place for place, _ in self.names], step)
        if at is not None:
            self.name_at = at
            self._show_place(self.names[at][0])

    def _beyond(self, at: int | None, places: Sequence[Hit], step: int) -> int | None:
        """The next index after `at`; with none yet, the first place from the top line on."""
        if at is not None:
            return at + step if 0 <= at + step < len(places) else None
        if not places:
            return None
        if step < 0:
            return len(places) - 1
        top = next((x for x in self._lines[self.line :] if x.paragraph >= 0), None)
        first = bisect_left(places, (top.paragraph, top.start, 0)) if top else 0
        return first if first < len(places) else 0
