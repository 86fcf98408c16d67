"""Reading: the brief under the cursor, its hits, its star, and laying briefs side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from store.views import AnalystRow, BriefView, Comparison, PairRow, PersonRow, Row
from tui.messages import BriefLoaded, Explained, HitsRanOut, Opened, Pointed, Wrote
from tui.place import Entry
from tui.screens.floor import Floor


class Reading(Floor):
    """Shows what the cursor is on, and acts on it."""

    _jump = 0
    _wanted: str | None = None
    held: str | None = None
    """A brief to open instead of the first row, when the app was started at one."""

    @on(Pointed)
    def _pointed(self, message: Pointed) -> None:
        if isinstance(message.item, Row):
            self._wanted = self.held or message.item.id
            self.desk.brief(self._wanted, self.words, self.reader.brief)
            if self.held:
                self.held = None
                self.to_reader()
        elif not isinstance(message.item, Entry):
            self._wanted = None
            self.reader.hint(_hint(message.item))

    @on(BriefLoaded)
    def _brief_loaded(self, message: BriefLoaded) -> None:
        if message.brief.id != self._wanted:
            return
        here = self.here
        line = here.line if here.brief == message.brief.id else 0
        self.reader.show(message.brief, message.hits, line)
        if self._jump:
            self.reader.walk_hits(self._jump)
            self._jump = 0

    @on(Opened)
    def _opened_brief(self, message: Opened) -> None:
        if isinstance(message.item, Row):
            self.to_reader()
            if not message.item.read:
                self.desk.set_read([message.item.id], True)

    # Hits

    def action_next_hit(self) -> None:
        """To the next hit."""
        self._walk(1)

    def action_previous_hit(self) -> None:
        """To the hit before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if self.words:
            self.reader.walk_hits(step)
        else:
            self.status.say("There is no search to walk through; / starts one.")

    @on(HitsRanOut)
    def _hits_ran_out(self, message: HitsRanOut) -> None:
        row = self.listing.cursor + message.step
        if 0 <= row < self.listing.shelf.total:
            self._jump = message.step
            self.listing.cursor = row
        else:
            self.status.say("That was the last hit." if message.step > 0 else "That was the first.")

    # Marks

    def action_star(self) -> None:
        """Star the brief, or take the star away."""
        if row := self._chosen():
            self.desk.set_starred([row.id], not row.starred)

    def action_toggle_read(self) -> None:
        """Call the brief read or unread."""
        if row := self._chosen():
            self.desk.set_read([row.id], not row.read)

    def _chosen(self) -> Row | BriefView | None:
        chosen = self.reader.brief if self.reader.has_focus else self.row
        if chosen is None:
            self.status.say("No brief is chosen.")
        return chosen

    @on(Wrote)
    def _wrote(self, message: Wrote) -> None:
        self.listing.change(message.ids, message.field, message.value)
        self.reader.change(message.ids, message.field, message.value)
        self.places.count(message.field, len(message.ids) if message.value else -len(message.ids))

    # Side by side

    def action_compare(self) -> None:
        """Lay the marked briefs side by side, or all on the pair or person stood on."""
        load = self._comparison()
        if load is None:
            self.status.say("Mark two briefs or more with Space, then press c to compare them.")
            return
        from tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self.library, load=load))

    def _comparison(self) -> Callable[[], Comparison] | None:
        marks = tuple(self.listing.marks)
        place = self.here.place
        if len(marks) >= 2:
            return partial(self.library.compare, marks)
        if not marks and place.pair:
            return partial(self.library.compare, pair=place.pair)
        if not marks and place.person:
            return partial(self.library.compare, person=place.person)
        return None

    # How a query was understood

    def action_explain(self) -> None:
        """Say how the query was understood."""
        self.desk.explain(self.here.query)

    @on(Explained)
    def _explained(self, message: Explained) -> None:
        from tui.screens.leaflet import explanation

        self.app.push_screen(explanation(message.query, message.lines))


def _hint(item: object) -> str:
    """What may be done with a row that is no brief."""
    match item:
        case PairRow(names=names):
            return f"Enter stands on {'–'.join(names)}: its briefs, people and months."
        case PersonRow(name=name):
            return f"Enter stands on {name}: briefs, offices and company."
        case AnalystRow(name=name):
            return f"Enter stands on the briefs of {name}."
    return "No brief is chosen."
