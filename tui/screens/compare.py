"""Side by side: the comments of several briefs in lanes, rows and points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from store.errors import DatelineError, Interrupted
from store.library import Library
from store.text import one_line
from store.views import BriefView, Comparison, Row
from tui.keys import shown_key
from tui.widgets.lane import Lanes
from tui.widgets.lane_page import Sheet

Order = Literal["date", "analyst"]


class CompareScreen(Screen[None]):
    """Lays briefs side by side; `load` is called in a thread and gives the comparison."""

    DEFAULT_CSS = """
    CompareScreen { background: $background; color: $foreground; }
    CompareScreen #place { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    CompareScreen #state { height: 1; padding: 0 1; color: $quiet; }
    CompareScreen #keys { height: 1; padding: 0 1; background: $panel; color: $quiet; }
    """
    AUTO_FOCUS = "Lanes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "lane_left", "lane left", id="compare.lane-left"),
        Binding("l,right", "lane_right", "lane right", id="compare.lane-right"),
        Binding("j,down", "down", "down", id="compare.down", show=False),
        Binding("k,up", "up", "up", id="compare.up", show=False),
        Binding("ctrl+d", "half_down", "half down", id="compare.half-down", show=False),
        Binding("ctrl+u", "half_up", "half up", id="compare.half-up", show=False),
        Binding("space,pagedown", "page_down", "read on", id="compare.page-down"),
        Binding("b,pageup", "page_up", "page up", id="compare.page-up", show=False),
        Binding("home", "top", "top", id="compare.top", show=False),
        Binding("G,end", "bottom", "bottom", id="compare.bottom", show=False),
        Binding("z", "lock", "scroll lock", id="compare.lock"),
        Binding("p", "points", "points", id="compare.points"),
        Binding("R", "reports", "reports", id="compare.reports"),
        Binding("A", "order", "by analyst/date", id="compare.order"),
        Binding("q,escape,backspace,[", "back", "back", id="compare.back"),
    ]

    @dataclass
    class Compared(Message):
        """The comparison is there."""

        comparison: Comparison

    @dataclass
    class Reported(Message):
        """The reports of all lanes are there."""

        briefs: Mapping[str, BriefView]

    @dataclass
    class Failed(Message):
        """The library could not answer; `line` says why."""

        line: str

    def __init__(
        self, library: Library, *, load: Callable[[], Comparison], title: str = "Side by side"
    ) -> None:
        super().__init__()
        self.library = library
        self.load = load
        self.place = title
        self.comparison: Comparison | None = None
        self.order: Order = "date"
        self.reports: Mapping[str, BriefView] = {}
        self.with_reports = False

    def compose(self) -> ComposeResult:
        """Where one is, the lanes, what is shown, the keys."""
        yield Static(Content(one_line(self.place)), id="place", markup=False)
        yield Lanes()
        yield Static("Comparing…", id="state", markup=False)
        yield Static(_keys(self.BINDINGS), id="keys", markup=False)

    @property
    def lanes(self) -> Lanes:
        """The lanes."""
        return self.query_one(Lanes)

    def say(self, text: str) -> None:
        """Show one line over the keys."""
        self.query_one("#state", Static).update(Content(one_line(text)))

    # Asking the library

    def on_mount(self) -> None:
        """Ask for the comparison."""
        self._start("compare", "compare", lambda: self.Compared(self.load()))

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

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self.comparison = message.comparison
        self._show()

    @on(Reported)
    def _reported(self, message: Reported) -> None:
        self.reports = message.briefs
        self._show()
        self.lanes.action_top()  # the reports stand over the comments

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        self.say(message.line)

    # What is shown

    def _show(self) -> None:
        if self.comparison is None:
            return
        order = tuple(row.id for row in sorted(self.comparison.briefs, key=_KEYS[self.order]))
        reports = self.reports if self.with_reports else {}
        self.lanes.show(Sheet(self.comparison, order, reports))

    @on(Lanes.Moved)
    def _moved(self) -> None:
        if self.comparison is not None:
            self.say(" · ".join(self._state(self.lanes, self.comparison)))

    def _state(self, lanes: Lanes, comparison: Comparison) -> list[str]:
        count = len(comparison.lanes)
        if lanes.view == "points":
            return [
                f"{len(comparison.points)} points",
                f"{lanes.percent} %",
                "p: back to the lanes",
            ]
        if count == 0:
            return ["There is nothing to compare."]
        last = lanes.first + len(lanes.shown)
        shown = f"lane {lanes.lane + 1} of {count}"
        if lanes.is_stacked and lanes.locked:
            shown = f"{count} lanes stacked"
        elif last - lanes.first < count:
            left, right = "‹ " * (lanes.first > 0), " ›" * (last < count)
            shown += f", {left}{lanes.first + 1}–{last} on the screen{right}"
        return [
            shown,
            f"by {self.order}",
            "scroll locked, rows aligned" if lanes.locked else "each lane scrolls alone",
            *(["reports too"] if self.with_reports else []),
            f"{lanes.percent} %",
        ]

    # Acts

    def action_lane_left(self) -> None:
        """To the lane on the left."""
        self.lanes.move_lane(-1)

    def action_lane_right(self) -> None:
        """To the lane on the right."""
        self.lanes.move_lane(1)

    def action_down(self) -> None:
        """A line down."""
        self.lanes.move(1)

    def action_up(self) -> None:
        """A line up."""
        self.lanes.move(-1)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self.lanes.move(max(1, self.lanes.page // 2))

    def action_half_up(self) -> None:
        """Half a screen up."""
        self.lanes.move(-max(1, self.lanes.page // 2))

    def action_page_down(self) -> None:
        """A screen down."""
        self.lanes.move(self.lanes.page)

    def action_page_up(self) -> None:
        """A screen up."""
        self.lanes.move(-self.lanes.page)

    def action_top(self) -> None:
        """To the top."""
        self.lanes.action_top()

    def action_bottom(self) -> None:
        """To the end."""
        self.lanes.action_bottom()

    def action_lock(self) -> None:
        """Scroll all lanes together with rows aligned, or each lane on its own."""
        self.lanes.set_locked(not self.lanes.locked)

    def action_points(self) -> None:
        """The points, or back to the lanes."""
        self.lanes.set_view("lanes" if self.lanes.view == "points" else "points")

    def action_reports(self) -> None:
        """Show the reports over the comments too, or only the comments."""
        self.with_reports = not self.with_reports
        if self.with_reports and not self.reports and self.comparison is not None:
            ids = [lane.id for lane in self.comparison.lanes]
            self._start("reports", "read the reports", lambda: self._read(ids))
        self._show()
        if self.with_reports:
            self.lanes.action_top()

    def _read(self, ids: list[str]) -> Message:
        return self.Reported({id_: self.library.brief(id_) for id_ in ids})

    def action_order(self) -> None:
        """Lanes by analyst, or by date."""
        self.order = "analyst" if self.order == "date" else "date"
        self._show()

    def action_back(self) -> None:
        """Back to where the comparison was asked for; from the points back to the lanes."""
        if self.lanes.view == "points":
            self.lanes.set_view("lanes")
        else:
            self.dismiss()


def _by_date(row: Row) -> tuple[str, str, str]:
    # A brief without a date comes last, as it does in lists.
    return row.date or "9999", ", ".join(row.authors), row.id


def _by_analyst(row: Row) -> tuple[str, str, str]:
    names = ", ".join(row.authors)
    return names.rpartition(" ")[2].casefold() or "\uffff", row.date or "9999", row.id


_KEYS: Mapping[Order, Callable[[Row], tuple[str, str, str]]] = {
    "date": _by_date,
    "analyst": _by_analyst,
}


def _keys(bindings: list[BindingType]) -> Content:
    """The line of keys at the foot: the first key of every command worth a place there."""
    parts: list[Content] = []
    for binding in bindings:
        if isinstance(binding, Binding) and binding.show:
            key = shown_key(binding.key.split(",")[0])
            parts += [Content.styled(key, "bold"), Content(f" {binding.description}  ")]
    return Content("").join(parts)
