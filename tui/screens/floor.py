"""What the behaviours of the browse screen share: the desk, the trail and the panes."""

from __future__ import annotations

from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from store.library import Library
from store.views import Row
from tui.desk import Desk
from tui.folios import Page
from tui.folios.lines import Spot
from tui.lists import Found
from tui.place import Stand, Trail
from tui.widgets.dossier import Dossier
from tui.widgets.folio import Folio
from tui.widgets.listing import Listing
from tui.widgets.places import Places
from tui.widgets.prompt import Prompt
from tui.widgets.query_bar import QueryBar
from tui.widgets.reader import Reader
from tui.widgets.status_line import StatusLine


class Floor(Screen[None]):
    """The panes by name, and who to ask."""

    bar = query_one(QueryBar)
    status = query_one(StatusLine)
    places = query_one("#places", Places)
    listing = query_one("#list", Listing)
    dossier = query_one("#dossier", Dossier)
    reader = query_one("#reader", Reader)
    folio = query_one("#folio", Folio)
    prompt = query_one(Prompt)

    def __init__(
        self, library: Library, first: Found | None = None, classes: str | None = None
    ) -> None:
        super().__init__(classes=classes)
        self.library = library
        self.desk = Desk(self, library, first)
        self.trail = Trail()
        self.words: tuple[str, ...] = ()
        self.stale = False  # whether the brief on the screen may have been changed
        self.about: Page | None = None
        self.spot: Spot | None = None
        self.wanted: str | None = None
        self.held: str | None = None  # a brief to open instead of the one under the cursor
        self.counted = ""  # the query that the counts beside the places belong to
        self.from_page = False  # whether the brief was opened from a line of a page
        self.opening: str | None = None  # a brief that is opened and may count as read when it came

    @property
    def here(self) -> Stand:
        """Where the reader stands."""
        return self.trail.here

    @property
    def row(self) -> Row | None:
        """The brief under the cursor of the list, if it is one."""
        item = self.listing.item
        return item if isinstance(item, Row) else None

    def remember(self) -> None:
        """Note on the trail exactly where one is."""
        here = self.here
        here.cursor, here.top = self.listing.cursor, self.listing.top
        here.pane = "list"
        if self.reader.has_focus and self.reader.brief is not None:
            here.pane, here.brief, here.line = "reader", self.reader.brief.id, self.reader.line
        elif self.folio.has_focus:
            here.pane, here.line = "page", self.folio.cursor

    def pass_on(self) -> None:
        """A key was pressed, or the mouse: what was said before it is over."""
        self.status.pass_on()

    def want(self, identity: str) -> None:
        """Ask for a brief to be shown."""
        self.wanted = identity
        self.desk.brief(identity, self.words, None if self.stale else self.reader.brief)

    def turn(self, paging: bool) -> None:
        """Show the page in the pane of the brief, or the brief."""
        self.set_class(paging, "-paging")

    def to_list(self) -> None:
        """Give the keys to the list."""
        self.remove_class("-reading")
        # What stands to the right belongs to the row under the cursor, whatever was there before.
        if self.listing.of_briefs or self.folio.page is not None:
            self.turn(not self.listing.of_briefs)
        self.from_page = False
        self._focus(self.listing)

    def to_page(self) -> None:
        """Give the keys to the page; on a narrow screen it takes the list's room."""
        self.turn(True)
        self.add_class("-reading")
        self._focus(self.folio)

    def to_reader(self) -> None:
        """Give the keys to the brief; on a narrow screen it takes the list's room."""
        self.add_class("-reading")
        self._focus(self.reader)

    def _focus(self, pane: Widget) -> None:
        # At once if possible. What is hidden yet, on a narrow screen, must be laid out before.
        if pane.focusable:
            self.set_focus(pane)
        else:
            pane.focus()
