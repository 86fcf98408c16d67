"""What the behaviours of the browse screen share: the desk, the trail and the panes."""

from __future__ import annotations

from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from store.library import Library
from store.views import Row
from tui.desk import Desk
from tui.place import Stand, Trail
from tui.widgets.dossier import Dossier
from tui.widgets.listing import Listing
from tui.widgets.places import Places
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

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.desk = Desk(self, library)
        self.trail = Trail()
        self.words: tuple[str, ...] = ()

    @property
    def here(self) -> Stand:
        """Where the reader stands."""
        return self.trail.here

    @property
    def row(self) -> Row | None:
        """The brief under the cursor of the list, if it is one."""
        item = self.listing.item
        return item if isinstance(item, Row) else None

    def to_list(self) -> None:
        """Give the keys to the list."""
        self.remove_class("-reading")
        self._focus(self.listing)

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
