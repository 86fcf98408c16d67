"""Reading: the brief under the cursor, its hits, and laying briefs side by side."""

from __future__ import annotations

from functools import partial

from textual import on

from store.views import Row
from tui.messages import BriefLoaded, Explained, HitsRanOut, Opened, Pointed
from tui.place import Entry
from tui.screens.floor import Floor


class Reading(Floor):
    """Shows what the cursor is on, and acts on it."""

    _jump = 0

    @on(Pointed)
    def _pointed(self, message: Pointed) -> None:
        if isinstance(message.item, Entry):
            return  # the pane of places has a cursor of its own
        if self.held is not None and message.item is not None:
            self.want(self.held)
            self.held = None
            self.to_reader()
        elif self.reader.has_focus and self.reader.brief is not None and not self._jump:
            self.want(self.reader.brief.id)  # the list was read anew under the reader's eyes
        elif isinstance(message.item, Row):
            self.want(message.item.id)
            if not self.folio.has_focus:
                self.turn(False)
        else:
            self.wanted = None
            self.reader.hint("No brief is chosen.")

    @on(BriefLoaded)
    def _brief_loaded(self, message: BriefLoaded) -> None:
        if message.brief.id != self.wanted:
            return
        self.stale = False
        here = self.here
        line = here.line if here.pane == "reader" and here.brief == message.brief.id else 0
        self.reader.show(message.brief, message.hits, line)
        if self._jump:
            self.reader.walk_hits(self._jump)
            self._jump = 0
        if self.spot is not None and self.spot.brief == message.brief.id:
            self.reader.pick_paragraph(self.spot.paragraph)
            self.spot = None
        if self.opening == message.brief.id and not message.brief.read:
            self.desk.set_read([message.brief.id], True, quietly=True)
        self.opening = None

    @on(Opened)
    def _opened_brief(self, message: Opened) -> None:
        if isinstance(message.item, Row):
            self.from_page = False
            self.turn(False)
            self.to_reader()
            if self.reader.brief is not None and self.reader.brief.id == message.item.id:
                self.reader.start_at_hit()
            elif self.words:
                self._jump = 1
            if not message.item.read:
                self.desk.set_read([message.item.id], True, quietly=True)

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

    # Side by side

    def action_compare(self) -> None:
        """Lay the marked briefs side by side, or all on the pair, person or analyst."""
        from tui.screens.compare import CompareScreen

        marks, place = tuple(self.listing.marks), self.here.place
        if len(marks) >= 2:
            load = partial(self.library.compare, marks)
            self.app.push_screen(CompareScreen(self.library, load=load))
        elif not marks and place.has_page:
            query = place.scope if place.analyst or place.country else None
            listing = partial(
                self.library.comments_on, pair=place.pair, person=place.person, query=query
            )
            title = f"Side by side · {place.name}"
            self.app.push_screen(CompareScreen(self.library, listing=listing, title=title))
        else:
            self.status.say("Mark two briefs or more with Space, then press c to compare them.")

    # How a query was understood

    def action_explain(self) -> None:
        """Say how the query was understood."""
        self.desk.explain(self.here.place, self.here.query)

    @on(Explained)
    def _explained(self, message: Explained) -> None:
        from tui.screens.leaflet import explanation

        self.app.push_screen(explanation(message.query, message.lines))
