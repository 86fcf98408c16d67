"""Standing somewhere: places, searching in them, and the way back."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from tui.empty import STILL_LOOKING, lines_for
from tui.messages import Listed, Opened, PageLoaded, PagesWanted, Typed, Went
from tui.place import (
    ALL,
    ANALYSTS,
    MARKED,
    PAIRS,
    PEOPLE,
    Place,
    Stand,
    place_of,
)
from tui.screens.floor import Floor
from tui.shelf import PAGE, Shelf
from tui.widgets.places import near

RESTING = 0.2
"""Seconds without a key after which a list that was only sorted quickly is ranked."""


class Standing(Floor):
    """Goes to places, searches in them, and finds back to the very row."""

    _shelved = 0
    _resting: Timer | None = None

    # Going

    def visit(self, place: Place, query: str = "") -> None:
        """Stand somewhere new."""
        self.remember()
        if place == self.here.place and query == self.here.query:
            return
        self.trail.go(Stand(place, query))
        self.settle()

    def remember(self) -> None:
        """Note on the trail exactly where one is."""
        here = self.here
        here.cursor, here.top = self.listing.cursor, self.listing.top
        here.pane = "reader" if self.reader.has_focus else "list"
        here.brief = self.reader.brief.id if self.reader.brief else None
        here.line = self.reader.line

    def settle(self) -> None:
        """Show the place one stands on, as it was left."""
        here = self.here
        self.bar.stand(here.place, here.query)
        self.dossier.show(None)
        self.places.offer_near(())
        self.places.stand(here.place)
        standing = bool(here.place.pair or here.place.person)
        self.set_class(standing, "-standing")
        if standing:
            self.desk.about(here.place)
        self._ask()
        if here.pane == "list":
            self.to_list()
        else:
            self.to_reader()

    def _ask(self) -> None:
        here = self.here
        if self._resting is not None:
            self._resting.stop()
        marked = tuple(self.listing.marks.values())
        offset = here.cursor // PAGE * PAGE
        self.desk.ask(here.place, here.query, marked, offset=offset)

    @on(Went)
    def _went(self, message: Went) -> None:
        self.visit(message.place)

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        if place := place_of(message.item):
            self.visit(place)

    # Searching

    @on(Typed)
    def _typed(self, message: Typed) -> None:
        here = self.here
        here.query, here.cursor, here.top = message.query, 0, 0
        self._ask()

    def drop_search(self) -> None:
        """Be exactly where one was before the search."""
        here = self.here
        here.query = ""
        here.cursor, here.top = here.before
        self.settle()

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        if message.ticket != self.desk.ticket:
            return
        found = message.found
        if message.refined:
            self._refined(message)
        elif message.ticket == self._shelved:
            self.listing.shelf.put(message.offset, found.rows)
            self.listing.repaint()
        else:
            self._shelve(message)

    def _refined(self, message: Listed) -> None:
        """Show the true order, unless the reader is on their way through the other one."""
        if self.listing.cursor == 0 and self.listing.top == 0:
            self.desk.quick = False
            self._shelve(message)

    def _refine(self) -> None:
        self.desk.refine(self.here.place, self.here.query)

    def _shelve(self, message: Listed) -> None:
        """Show a list from its start, and rank it when the fingers rest if that was put off."""
        found = message.found
        self._shelved = message.ticket
        here = self.here
        self.words = found.words if here.query.strip() else ()
        unsettled = found.answer is not None and not found.answer.settled
        self.listing.empty = STILL_LOOKING if unsettled else lines_for(here.place, here.query)
        self.listing.stock(
            Shelf(found.total, found.rows, message.offset),
            of_briefs=here.place.kind in ("briefs", "marked"),
            searching=here.place.kind == "briefs" and bool(here.query.strip()),
            cursor=here.cursor,
            top=here.top,
        )
        self.status.tell(here.place, here.query, found)
        if unsettled:
            self._resting = self.set_timer(RESTING, self._refine)

    @on(PagesWanted)
    def _pages_wanted(self, message: PagesWanted) -> None:
        for offset in message.offsets:
            self.desk.page(self.here.place, self.here.query, offset)

    @on(PageLoaded)
    def _page_loaded(self, message: PageLoaded) -> None:
        here = self.here
        if message.place != here.place:
            return
        here.place = place_of(message.page) or here.place
        self.bar.stand(here.place, here.query)
        self.dossier.show(message.page)
        self.places.stand(here.place)
        self.places.offer_near(near(message.page))

    # Keys

    def action_search(self) -> None:
        """Type to search where one stands."""
        if not self.here.query:
            self.here.before = (self.listing.cursor, self.listing.top)
        self.set_focus(self.bar.input)

    def action_briefs(self) -> None:
        """All briefs."""
        self.visit(ALL)

    def action_pairs(self) -> None:
        """All pairs."""
        self.visit(PAIRS)

    def action_people(self) -> None:
        """All people."""
        self.visit(PEOPLE)

    def action_analysts(self) -> None:
        """All analysts."""
        self.visit(ANALYSTS)

    def action_marked(self) -> None:
        """The marked briefs."""
        self.visit(MARKED)

    def action_who_is_who(self) -> None:
        """Ask about names that may be one person's."""
        from tui.screens.review import ReviewScreen  # late: it is seldom wanted

        self.remember()
        self.app.push_screen(ReviewScreen(self.library), self._after_review)

    def _after_review(self, changed: bool | None) -> None:
        if changed:
            self.settle()
            self.desk.places()

    def action_widen(self) -> None:
        """The same search in the whole library."""
        if self.here.place == ALL:
            self.status.say("This is the whole library already.")
        else:
            self.visit(ALL, self.here.query)

    def action_back(self) -> None:
        """From the brief to the list, from a search to where it began, or a place back."""
        if self.reader.has_focus:
            self.to_list()
        elif self.here.query:
            self.drop_search()
        elif self.trail.at:
            self.remember()
            self.trail.back()
            self.settle()
        else:
            self.status.say("This is the first place.")

    def action_forward(self) -> None:
        """A place forward again."""
        self.remember()
        if self.trail.forward():
            self.settle()
        else:
            self.status.say("This is the last place.")
