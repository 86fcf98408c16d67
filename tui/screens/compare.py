"""Side by side: the comments of several briefs in lanes, rows and points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from store.compare.arrangement import Arrangement, arranged_ids
from store.errors import DatelineError, Interrupted
from store.library import Library
from store.text import one_line
from store.views import BriefView, Comparison, Point, Row
from tui.bindings import bindings_for
from tui.screens.lane_moves import LaneMoves
from tui.screens.lane_state import state_of
from tui.widgets.key_line import KeyLine
from tui.widgets.lane import Lanes
from tui.widgets.lane_page import Sheet

_AT_ONCE = 8
"""Comments that are laid side by side at once; of more, those round the lane one is in."""


_OF_LANES = frozenset({"lane_left", "lane_right", "lock", "reports", "order"})
"""What means nothing among the points."""


class CompareScreen(LaneMoves):
    """Lays briefs side by side; `load` is called in a thread and gives the comparison."""

    DEFAULT_CSS = """
    CompareScreen { background: $background; color: $foreground; }
    CompareScreen #place { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    CompareScreen #state { height: 1; padding: 0 1; color: $quiet; }
    """
    AUTO_FOCUS = "Lanes"
    BINDINGS = bindings_for("compare")

    @dataclass
    class Compared(Message):
        """The comparison is there."""

        comparison: Comparison

    @dataclass
    class Listed(Message):
        """All briefs there are to compare are known; their comments are loaded when reached."""

        rows: tuple[Row, ...]

    @dataclass
    class Reported(Message):
        """The reports of some lanes are there."""

        briefs: Mapping[str, BriefView]

    @dataclass
    class Echoed(Message):
        """The passages that several of all the briefs share are there."""

        points: tuple[Point, ...]

    @dataclass
    class Failed(Message):
        """The library could not answer; `line` says why."""

        line: str

    def __init__(
        self,
        library: Library,
        *,
        load: Callable[[], Comparison] | None = None,
        listing: Callable[[], tuple[Row, ...]] | None = None,
        title: str = "Side by side",
    ) -> None:
        super().__init__()
        self.library = library
        self.load = load
        self.listing = listing
        self.place = title
        self.rows: Mapping[str, Row] = {}
        self.comparison: Comparison | None = None
        self.order: Arrangement = "date"
        self.reports: dict[str, BriefView] = {}
        self.with_reports = False
        self.echoes: tuple[Point, ...] | None = None
        self._wanted: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Where one is, the lanes, what is shown, the keys."""
        yield Static(Content(one_line(self.place)), id="place", markup=False)
        yield Lanes()
        yield Static("Comparing…", id="state", markup=False)
        yield KeyLine()

    def say(self, text: str) -> None:
        """Show one line over the keys."""
        self.query_one("#state", Static).update(Content(one_line(text)))

    # Asking the library

    def on_mount(self) -> None:
        """Ask for the comparison."""
        self.query_one(KeyLine).point("compare")
        if self.listing is not None:
            listing = self.listing
            self._start("compare", "list the comments", lambda: self.Listed(listing()))
        elif self.load is not None:
            load = self.load
            self._start("compare", "compare", lambda: self.Compared(load()))

    def _start(self, group: str, what: str, work: Callable[[], Message]) -> None:
        self.run_worker(
            lambda: self._work(what, work),
            group=group,
            description=what,
            exclusive=True,
            thread=True,
            exit_on_error=False,
        )

    def _work(self, what: str, work: Callable[[], Message]) -> None:
        """Do the work in this thread and post what came of it."""
        worker = get_current_worker()
        while not worker.is_cancelled:
            try:
                message = work()
            except Interrupted:
                continue  # meant for a search that was under way; this question is still wanted
            except DatelineError as error:
                message = self.Failed(str(error))
            except Exception as error:  # a thread must never die in silence
                message = self.Failed(f"Could not {what}: {type(error).__name__}: {error}")
            if not worker.is_cancelled:
                self.post_message(message)
            return

    @on(Listed)
    def _listed(self, message: Listed) -> None:
        self.rows = {row.id: row for row in message.rows}
        if len(self.rows) < 2:
            self.say("Comparing takes two briefs or more with a comment on it.")
            return
        self.comparison = Comparison(message.rows, (), (), (), total=len(message.rows))
        self._show()

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self.comparison = message.comparison
        self.rows = {**{row.id: row for row in message.comparison.briefs}, **self.rows}
        self._show()
        if self.with_reports:
            self._fetch_reports()

    @on(Reported)
    def _reported(self, message: Reported) -> None:
        first = not self.reports
        self.reports = {**self.reports, **message.briefs}
        self._show()
        if first:
            self.lanes.action_top()  # the reports stand over the comments

    @on(Echoed)
    def _echoed(self, message: Echoed) -> None:
        self.echoes = message.points
        self._show()

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self.say(message.line)

    # What is shown

    def _show(self) -> None:
        if self.comparison is None:
            return
        order = arranged_ids(list(self.rows.values()), self.order)
        reports = self.reports if self.with_reports else {}
        self.lanes.show(Sheet(self.comparison, order, reports, self.rows, self.echoes))

    @on(Lanes.Moved)
    def _moved(self) -> None:
        if self.comparison is not None:
            loaded, reports = len(self.comparison.lanes), self.with_reports
            self.say(state_of(self.lanes, self.order, loaded=loaded, with_reports=reports))
            points = self.lanes.view == "points"
            self.query_one(KeyLine).pass_over(_OF_LANES if points else frozenset())
            self._load_what_is_reached()

    def _load_what_is_reached(self) -> None:
        """Ask for the comments of the lanes on the screen and some beside them, if any is missing.

        What comes into sight while lanes are on their way is asked for in their place.
        """
        sheet, lanes = self.lanes.sheet, self.lanes
        if self.listing is None or sheet is None or all(map(sheet.is_loaded, lanes.shown)):
            return
        beside = max(_AT_ONCE - len(lanes.shown), 0) // 2
        first = max(0, min(lanes.first - beside, len(sheet.order) - _AT_ONCE))
        wanted = sheet.order[first : max(first + _AT_ONCE, lanes.first + len(lanes.shown))]
        if wanted != self._wanted:
            self._wanted = wanted
            what = f"compare {len(wanted)} briefs"
            self._start("compare", what, lambda: self.Compared(self.library.compare(wanted)))

    # Acts

    def action_lane_left(self) -> None:
        """To the lane on the left."""
        if self._among_lanes():
            self.lanes.move_lane(-1)

    def action_lane_right(self) -> None:
        """To the lane on the right."""
        if self._among_lanes():
            self.lanes.move_lane(1)

    def _among_lanes(self) -> bool:
        """Whether lanes are shown; among the points, what changes only lanes says so instead."""
        if self.lanes.view == "points":
            self.say("That changes the lanes; p goes back to them. Points are of all comments.")
            return False
        return True

    def action_lock(self) -> None:
        """Scroll all lanes together with rows aligned, or each lane on its own."""
        if self._among_lanes():
            self.lanes.set_locked(not self.lanes.locked)

    def action_points(self) -> None:
        """The points, or back to the lanes."""
        self.lanes.set_view("lanes" if self.lanes.view == "points" else "points")
        if self.listing is not None and self.echoes is None and self.lanes.view == "points":
            ids = list(self.rows)
            self._start("echoes", "find echoes", lambda: self.Echoed(self.library.echoes(ids)))

    def action_reports(self) -> None:
        """Show the reports over the comments too, or only the comments."""
        if not self._among_lanes():
            return
        self.with_reports = not self.with_reports
        if self.with_reports:
            self._fetch_reports()
        self._show()
        if self.with_reports:
            self.lanes.action_top()

    def _fetch_reports(self) -> None:
        """Ask for the reports of the loaded lanes that are not at hand."""
        if self.comparison is None:
            return
        ids = [lane.id for lane in self.comparison.lanes if lane.id not in self.reports]
        if ids:
            self._start("reports", "read the reports", lambda: self._read(ids))

    def _read(self, ids: list[str]) -> Message:
        return self.Reported({id_: self.library.brief(id_) for id_ in ids})

    def action_order(self) -> None:
        """Lanes by analyst, or by date."""
        if self._among_lanes():
            self.order = "analyst" if self.order == "date" else "date"
            self._show()

    async def action_run_command(self, name: str) -> None:
        """Run a command by its id (for clicks on the line of keys)."""
        await self.app.run_action(name, self if hasattr(self, f"action_{name}") else self.app)

    def action_end_compare(self) -> None:
        """Back to where the comparison was asked for; from the points back to the lanes."""
        if self.lanes.view == "points":
            self.lanes.set_view("lanes")
        else:
            self.dismiss()
