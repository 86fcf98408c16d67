"""Standing somewhere: places, searching in them, and the way back."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from tui.empty import STILL_LOOKING, lines_for
from tui.messages import (
    Acted,
    Listed,
    Opened,
    PageLoaded,
    PagesWanted,
    Shown,
    Typed,
    Went,
)
from tui.place import (
    ALL,
    ANALYSTS,
    MARKED,
    PAIRS,
    PEOPLE,
    Entry,
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
        self.trail.go(Stand(place, query, query))
        self.settle()

    def settle(self) -> None:
        """Show the place one stands on, as it was left."""
        here = self.here
        self.bar.stand(here.place, here.query)
        self.dossier.show(None)
        self.places.offer_near(())
        self.places.stand(here.place)
        self.about = None
        self.folio.clear()
        self.set_class(here.place.has_page, "-standing")
        if here.place.has_page:
            self.desk.about(here.place)
        self.held = here.brief if here.pane == "reader" else None
        self._ask()
        if here.pane == "reader":
            self.turn(False)
            self.to_reader()
        else:
            self.listing.of_briefs = here.place.kind in ("briefs", "marked")
            self.to_list()

    def _ask(self) -> None:
        here = self.here
        if self._resting is not None:
            self._resting.stop()
        if first := self.desk.first_list():
            self._listed(first)  # at once, so that it is there when the screen is painted first
            return
        marked = tuple(self.listing.marks.values())
        offset = here.cursor // PAGE * PAGE
        self.desk.ask(here.place, here.query, marked, offset=offset)

    @on(Went)
    def _went(self, message: Went) -> None:
        if self.searching:
            self.status.hold(f"all on {message.place.name}, {self._way_back}")
        self.visit(message.place)

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        place = place_of(message.item)
        if place is None:
            return
        # The counts beside the places are those of the search, so it goes along to what they count.
        along = isinstance(message.item, Entry) and place.kind == "briefs" and self.searching
        if self.searching and not along:
            self.status.hold(f"all of {place.name}, {self._way_back}")
        self.visit(place, self.here.query if along else "")

    @property
    def searching(self) -> bool:
        """Whether briefs are searched where one stands."""
        return self.here.place.kind == "briefs" and bool(self.here.query.strip())

    @property
    def _way_back(self) -> str:
        return f"without “{self.here.query.strip()}”; Backspace goes back to it"

    # After acts

    @on(Acted)
    def _acted(self, message: Acted) -> None:
        """Read anew what is shown, without moving."""
        self.status.hold(message.said)
        self.stale = True
        self.remember()
        self._ask()
        self.desk.places(self.here.query if self.searching else "")
        if self.here.place.has_page:
            self.desk.about(self.here.place, anew=True)

    # Searching

    @on(Typed)
    def _typed(self, message: Typed) -> None:
        here = self.here
        here.query, here.cursor, here.top = message.query, 0, 0
        self._ask()

    def drop_search(self) -> None:
        """Be exactly where one was before the search."""
        self.remember()
        self.trail.leave_search()
        self.settle()

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        if message.ticket != self.desk.ticket:
            return
        found = message.found
        if message.refined:
            self._refined(message)
        elif message.ticket == self._shelved:
            self.listing.put(message.offset, found.rows)
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
        if not self._shelved:
            self.post_message(Shown())
        self._shelved = message.ticket
        here = self.here
        self.words = found.words if here.query.strip() else ()
        unsettled = found.answer is not None and not found.answer.settled
        self.listing.empty = STILL_LOOKING if unsettled else lines_for(here.place, here.query)
        self.listing.stock(
            Shelf(found.total, found.rows, message.offset),
            of_briefs=here.place.kind in ("briefs", "marked"),
            searching=here.place.kind == "briefs" and bool(found.words),
            cursor=here.cursor,
            top=here.top,
        )
        self.status.tell(here.place, here.query, found)
        query = here.query if self.searching else ""
        capped = "+" * (found.answer is not None and found.answer.capped)
        self.dossier.answer(f"{found.total:,}{capped}", query.strip())
        if unsettled:
            self._resting = self.set_timer(RESTING, self._refine)
        elif query != self.counted and self.places.display:
            self._resting = self.set_timer(RESTING, lambda: self.desk.places(query))

    def to_places(self) -> None:
        """Give the keys to the places; where they have no pane of their own they take the list's.

        Their counts may be old by then, since they are not made for nobody.
        """
        query = self.here.query if self.searching else ""
        if query != self.counted:
            self.desk.places(query)
        self.add_class("-placing")
        self._focus(self.places)

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
        self.about = message.page
        self.bar.stand(here.place, here.query)
        self.dossier.show(message.page)
        self.places.stand(here.place)
        self.places.offer_near(near(message.page))

    # Keys

    def action_search(self) -> None:
        """Type to search where one stands; the words of before are replaced, or edited."""
        if self.here.query == self.here.entered:
            self.here.before = (self.listing.cursor, self.listing.top)
        self.set_focus(self.bar.input)
        self.bar.input.select_all()

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
        if self.reader.has_focus and self.from_page:
            self.from_page = False
            self.to_page()
        elif self.reader.has_focus or self.folio.has_focus:
            self.to_list()
        elif self.here.query != self.here.entered:
            self.drop_search()
        elif self.trail.at:
            self.remember()
            by_matrix = self.here.by_matrix
            self.trail.back()
            self.settle()
            if by_matrix:
                self.desk.matrix()
        else:
            self.status.say("This is the first place.")

    def action_forward(self) -> None:
        """A place forward again."""
        self.remember()
        if self.trail.forward():
            self.settle()
        else:
            self.status.say("This is the last place.")
