"""The first screen: places, the list and the brief, side by side as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus
from textual.geometry import Size
from textual.widget import Widget

from store.errors import DatelineError
from store.library import Library
from tui.bindings import bindings_for
from tui.keys import COMMANDS, Where
from tui.lists import Found, fetch
from tui.messages import Failed, Listed, PageLoaded, PlacesLoaded, Pointed
from tui.place import ALL, MARKED, MATRIX_ADDRESS, Place, Stand, start_of
from tui.screens.crossing import Crossing
from tui.screens.feeding import Feeding
from tui.screens.narrowing import Narrowing
from tui.screens.opening import HORIZONTAL, VERTICAL, standing_at
from tui.screens.paging import Paging
from tui.screens.reading import Reading
from tui.widgets.dossier import Dossier
from tui.widgets.folio import Folio
from tui.widgets.key_line import KeyLine
from tui.widgets.listing import Listing
from tui.widgets.places import Places
from tui.widgets.prompt import Prompt
from tui.widgets.query_bar import QueryBar
from tui.widgets.reader import Reader
from tui.widgets.status_line import StatusLine


class BrowseScreen(Crossing, Reading, Paging, Narrowing, Feeding):
    """Composes the panes and moves the focus between them; its bases do the rest.

    `first` is the list at `address` if it is known already, `size` that of the terminal: with both
    the screen is styled and painted once, not thrice.
    """

    # Going into the bar and out of it act at once: of keys that arrive together (over a slow line,
    # say) the later ones must already meet the new focus.
    BINDINGS = [  # noqa: RUF012  (as Textual declares it)
        *bindings_for("query", first=("to_results", "leave_query")),
        *bindings_for("browse", first=("search",)),
    ]
    CSS_PATH = Path(__file__).parent.parent / "app.tcss"  # as the app names it, so it is read once
    HORIZONTAL_BREAKPOINTS = HORIZONTAL
    VERTICAL_BREAKPOINTS = VERTICAL
    AUTO_FOCUS = "#list"

    def __init__(
        self,
        library: Library,
        address: str | None = None,
        *,
        first: Found | None = None,
        size: Size | None = None,
    ) -> None:
        super().__init__(library, first, " ".join(standing_at(size)) if size else None)
        self.address = address
        place, query, brief = beginning(address)
        self.trail.stands[0] = Stand(place, query, pane="reader" if brief else "list", brief=brief)
        self.opening = brief

    def compose(self) -> ComposeResult:
        """The bar, the status, three panes and the keys."""
        yield QueryBar()
        yield StatusLine()
        with Horizontal(id="panes"):
            yield Places(pane="places")
            with Vertical(id="middle"):
                yield Dossier(pane="dossier")
                yield Listing(pane="list")
            with Vertical(id="right"):
                yield Reader(pane="reader")
                yield Folio(pane="folio")
        yield Prompt()
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask for the first list at once, for the places when it has been painted."""
        self.settle()
        if self.address == MATRIX_ADDRESS:
            self.desk.matrix()
        self.call_after_refresh(self.desk.places)
        self.call_after_refresh(self.desk.news)
        self.call_after_refresh(self.desk.warm)

    def on_unmount(self) -> None:
        """Let no search outlive the screen."""
        self.library.interrupt()

    @on(PlacesLoaded)
    def _places_loaded(self, message: PlacesLoaded) -> None:
        self.counted = message.query
        self.places.offer(message.entries, searching=bool(message.query))

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self.app.notify(message.line, severity="error", markup=False)

    # Focus

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """The foot shows the keys of the pane that has them."""
        part = self._part()
        if part != "prompt":
            self.set_class(self.reader.has_focus or self.folio.has_focus, "-reading")
            self.set_class(self.places.has_focus, "-placing")
        typing = part in ("query", "prompt")
        self.query_one(KeyLine).point(*((part,) if typing else (part, "browse")))
        self._tell_idle()

    @on(Listed)
    @on(Pointed)
    @on(PageLoaded)
    @on(Listing.MarksChanged)
    def _something_came(self) -> None:
        # The bases deal with it first.
        self.call_later(self._tell_idle)

    def _tell_idle(self) -> None:
        """The foot leaves out what would do nothing just now."""
        self.query_one(KeyLine).pass_over({key for key, use in self._uses() if not use})

    def _uses(self) -> Iterator[tuple[str, bool]]:
        """Commands of the foot that are of use only sometimes, and whether they are now."""
        here, marks = self.here, len(self.listing.marks)
        in_list, searching = self.listing.has_focus, bool(here.query.strip())
        brief = self.listing.of_briefs or self.reader.has_focus
        yield "next_hit", bool(self.words)
        yield "compare", marks >= 2 or (not marks and here.place.has_page)
        yield "page", here.place.has_page or self.folio.page is not None
        yield "marked", marks > 0 and here.place != MARKED
        yield "back", not in_list or searching or self.trail.at > 0
        yield "leave", not in_list or searching
        yield "widen", searching and here.place != ALL
        yield "include", self.listing.of_briefs
        yield "copy", self.reader.has_focus
        yield "cite", self.reader.has_focus or marks > 0
        yield "follow", self.reader.name_at is not None
        yield "write_elsewhere", self.prompt.writes_elsewhere
        yield "complete", self.prompt.completes
        yield from ((act, brief or marks > 0) for act in ("star", "toggle_read", "tag", "note"))

    def _part(self) -> Where:
        parts: dict[Widget, Where] = {
            self.places: "places", self.reader: "reader", self.folio: "page",
        }  # fmt: skip
        if self.bar.input.has_focus:
            return "query"
        if self.prompt.input.has_focus:
            return "prompt"
        return parts.get(self.focused, "list") if self.focused else "list"

    def _panes(self) -> list[Widget]:
        return [self.places, self.listing, self.folio if self.folio.display else self.reader]

    def _go_pane(self, step: int, *, around: bool = False) -> None:
        panes = self._panes()
        at = panes.index(self.focused) if self.focused in panes else 0
        to = (at + step) % len(panes) if around else max(0, min(at + step, len(panes) - 1))
        if panes[to] is self.reader:
            self.to_reader()
        elif panes[to] is self.folio:
            self.to_page()
        elif panes[to] is self.listing:
            self.to_list()
        else:
            self.to_places()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the bar a "/" is a letter, and Enter and Esc lead out of it; elsewhere not so."""
        typing = self.bar.input.has_focus
        if action in ("to_results", "leave_query"):
            return typing
        return not (typing or self.prompt.display) if action == "search" else True

    def action_to_results(self) -> None:
        """To the results."""
        self.to_list()

    def action_leave_query(self) -> None:
        """To the list; the results stay."""
        self.to_list()

    def action_next_pane(self) -> None:
        """To the next pane, around."""
        self._go_pane(1, around=True)

    def action_left(self) -> None:
        """To the pane on the left."""
        self._go_pane(-1)

    def action_right(self) -> None:
        """To the pane on the right."""
        self._go_pane(1)

    def action_leave(self) -> None:
        """To the list; from the list, out of the search, also one that came along to the place."""
        if self.reader.has_focus and self.from_page:
            self.from_page = False
            self.to_page()
        elif not self.listing.has_focus:
            self.to_list()
        elif self.here.query != self.here.entered:
            self.drop_search()
        elif self.searching:
            self.visit(self.here.place)

    def action_close(self) -> None:
        """Back; at the first screen, quit."""
        if not self.listing.has_focus or self.here.query != self.here.entered or self.trail.at:
            self.action_back()
        else:
            self.app.exit()

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id, wherever it belongs (for the palette and clicks)."""
        command = next(command for command in COMMANDS if command.id == name)
        part = self._part()
        where = part if part in command.where else command.where[0]
        owners = {"list": self.listing, "reader": self.reader, "places": self.places}
        owners["page"] = self.folio
        owner = owners.get(where) or self
        await self.app.run_action(name, self.app if where == "app" else owner)


def beginning(address: str | None) -> tuple[Place, str, str | None]:
    """Where one stands first at an address: (place, query, id of a brief to open)."""
    return start_of(None if address == MATRIX_ADDRESS else address)


def first_list(library: Library, address: str | None) -> Found | None:
    """Return the first list at an address, None where it cannot be had; runs in a thread."""
    place, query, _ = beginning(address)
    try:
        return fetch(library, place, query, quick=True)
    except DatelineError:
        return None  # the screen asks again, and tells
