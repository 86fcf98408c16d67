"""The page of a pair, country, person or analyst, beside a list of them or where one stands."""

from __future__ import annotations

from textual import on

from store.views import AnalystRow, PairRow, PersonRow
from tui.folios.lines import Decided, FolioLine, Spot
from tui.messages import Opened, PageLoaded, Pointed, Wrote
from tui.place import place_of
from tui.screens.floor import Floor


class Paging(Floor):
    """Turns the pane of the brief into the page of a place, and back."""

    @on(Pointed)
    def _pointed_at_place(self, message: Pointed) -> None:
        if isinstance(message.item, (PairRow, PersonRow, AnalystRow)):
            place = place_of(message.item)
            if place is not None and not self.reader.has_focus:
                self.desk.about(place)

    @on(PageLoaded)
    def _page_came(self, message: PageLoaded) -> None:
        here, arriving = self.here, self.folio.page is None
        line = here.line if arriving and here.pane == "page" else 0
        if message.place == place_of(self.listing.item):
            self.folio.show(message.page, line)
            self.turn(not self.reader.has_focus)
        elif place_of(message.page) == here.place and here.pane == "page":
            self.folio.show(message.page, line)
            if arriving:
                self.to_page()
        elif self.folio.page is not None and place_of(message.page) == place_of(self.folio.page):
            self.folio.show(message.page)

    @on(Wrote)
    def _page_is_old(self, message: Wrote) -> None:
        """A page tells which briefs are read, so it is read anew."""
        place = place_of(self.folio.page)
        if message.field == "read" and place is not None:
            self.desk.about(place, anew=True)

    @on(Opened)
    def _opened_decision(self, message: Opened) -> None:
        if isinstance(message.item, FolioLine) and isinstance(message.item.goes, Decided):
            decided = message.item.goes
            self.prompt.ask(
                f"Take back that {decided.said}? (y/n)",
                lambda text: self._take_back(decided) if text.strip().lower() == "y" else None,
                hint="U undoes acts; this one may be older",
            )

    def _take_back(self, decided: Decided) -> None:
        self.desk.act(
            f"taken back: {decided.said}", lambda: self.library.undo_decision(decided.number)
        )

    @on(Opened)
    def _opened_line(self, message: Opened) -> None:
        if isinstance(message.item, FolioLine) and isinstance(message.item.goes, Spot):
            self.remember()
            self.from_page = True
            self.spot = message.item.goes
            self.opening = self.spot.brief
            self.want(self.spot.brief)
            self.turn(False)
            self.to_reader()

    def action_page(self) -> None:
        """Show the page of where one stands or what is chosen, or the brief again."""
        if self.folio.has_focus and self.listing.of_briefs:
            self.to_list()
        elif self.folio.display and self.folio.page is not None:
            self.to_page()
        elif self.about is not None and place_of(self.about) == self.here.place:
            self.folio.show(self.about)
            self.to_page()
        else:
            self.status.say("Pages are of a pair, a country, a person or an analyst: 2, 3 and 4.")
