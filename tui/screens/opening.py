"""What is painted first: the frame of the app, before the library and the screens are there."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.key_line import SOMETIMES, keys_in

HINT = "/ search"
"""What the query bar says while it is empty."""
HORIZONTAL = [(0, "-one"), (60, "-stacked"), (100, "-two"), (120, "-three")]
"""From which width on the panes stand how; the widths of the panes themselves are app.tcss's."""
VERTICAL = [(0, "-short"), (30, "-tall")]
"""From which height on there is room to spare."""

_PLACES, _LIST, _BRIEF = 25, 5, 6  # cells of the places, shares of list and brief side by side
_ABOVE, _BELOW = 4, 5  # shares of list and brief one above the other
_LATE = 0.5  # seconds after which one wonders what is going on
_OPENING = "Opening the library …"


class Opening(Screen[None]):
    """Holds the frame. Imports nothing that takes time, and mounts nothing but one widget."""

    class Painted(Message):
        """The frame stands on the terminal."""

    def compose(self) -> ComposeResult:
        """The frame alone."""
        yield Frame()

    def on_mount(self) -> None:
        """Tell when it is painted; say what is done if that takes long."""
        self.call_after_refresh(self.post_message, self.Painted())
        self.set_timer(_LATE, self.query_one(Frame).explain)


class Frame(Widget):
    """The bar, the rules between the panes and the keys, where the browse screen will have them."""

    DEFAULT_CSS = """
    Frame {
        width: 1fr; height: 1fr;
        & .frame--bar { color: $text-disabled; background: $panel; }
        & .frame--quiet { color: $quiet; }
        & .frame--rule { color: $rule; }
        & .frame--keys { color: $quiet; background: $panel; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "frame--bar", "frame--quiet", "frame--rule", "frame--keys",
    }  # fmt: skip
    _status = ""

    def explain(self) -> None:
        """Say what is being done."""
        self._status = _OPENING
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the frame."""
        width, height = self.size
        if y == 0:
            return self._line(f" {HINT}", "bar")
        if y == 1:
            return self._line(f" {self._status}", "quiet")
        if y == height - 1:
            return self._keys(width)
        return self._line(rules(width, height - 3)[y - 2], "rule")

    def _line(self, text: str, name: str) -> Strip:
        style = self._style(name)
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)

    def _keys(self, width: int) -> Strip:
        style = self._style("keys")
        bold = style + Style(bold=True)
        pieces = keys_in(("list", "browse"), width - 2, SOMETIMES)
        segments = [Segment(text, bold if key else style) for text, key, _ in pieces]
        return Strip([Segment(" ", style), *segments]).adjust_cell_length(width, style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"frame--{name}")


def standing_at(size: Size) -> tuple[str, str]:
    """Return how the panes stand on a terminal of this size: the classes of the browse screen."""
    across = next(name for least, name in reversed(HORIZONTAL) if size.width >= least)
    return across, next(name for least, name in reversed(VERTICAL) if size.height >= least)


def rules(width: int, height: int) -> list[str]:
    """Return the lines of the panes' area: nothing but the rules between the panes."""
    layout, _ = standing_at(Size(width, height))
    if layout == "-stacked":
        above = height * _ABOVE // (_ABOVE + _BELOW)
        return ["▔" * width if y == above else "" for y in range(height)]
    if layout == "-one":
        return [""] * height
    places = _PLACES if layout == "-three" else 0
    middle = (width - places) * _LIST // (_LIST + _BRIEF)
    return [("▕".rjust(places) if places else "") + " " * middle + "▏"] * height
