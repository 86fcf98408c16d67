"""One line under the bar: how much was found, in which order, and what was guessed."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from store.text import one_line
from store.views import Row
from tui.lists import Found
from tui.place import ALL, Place
from tui.widgets.rows import reason_of

_ORDER = {"best": "best first", "newest": "newest first", "oldest": "oldest first"}


class StatusLine(Static):
    """Says what the list shows, in plain words."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.said = ""
        self._held = ""
        self._news = ""
        self._of_all = False
        self._marked = 0
        self._told: tuple[str, ...] = ()
        self._passing = False

    def hold(self, text: str) -> None:
        """Show a line now, and before whatever is told of the next list."""
        self.say(text)
        self._held = self.said

    def say(self, text: str) -> None:
        """Show any line; it stays until the next key, or until the list changes."""
        self._passing = True
        self._show(text)

    def pass_on(self) -> None:
        """A key was pressed: what was said is over, unless it waits for the next list."""
        if self._passing and not self._held:
            self._retell()

    def _show(self, text: str) -> None:
        self.said = one_line(text)
        self.update(Content(self.said), layout=False)

    def announce(self, news: str) -> None:
        """Show what is new behind what is told of all briefs, now and whenever it is told."""
        self._news = news
        if self._of_all and not self._passing:
            self._retell()

    def mark(self, count: int) -> None:
        """Show how many briefs are marked, since acts are done on them wherever one is."""
        self._marked = count
        held, self._held = self._held, ""
        self._retell(held)

    def tell(self, place: Place, query: str, found: Found) -> None:
        """Show what was found at a place for a query."""
        held, self._held = self._held, ""
        self._of_all = place == ALL and not query.strip()
        self._told = tuple(_parts(place, query, found))
        self._retell(held)

    def _retell(self, held: str = "") -> None:
        marked = f"✓ {self._marked:,} marked" if self._marked else ""
        news = self._news if self._of_all else ""
        self._passing = bool(held)
        self._show(" · ".join(part for part in (held, marked, *self._told, news) if part))


def _parts(place: Place, query: str, found: Found) -> list[str]:
    answer = found.answer
    if answer is None:
        order = "in the order marked" if place.kind == "marked" else "most briefs first"
        return [f"{found.total:,} {place.kind}", order]
    number = f"{found.total:,}{'+' * answer.capped}"
    order = _ORDER[answer.order if query else "newest"]
    if query.strip() and not answer.settled:
        order = "titles first, then the newest"
    parts = [f"{number} brief{'' if found.total == 1 else 's'}", order]
    parts += [f"{c.word} → {', '.join(c.to)}" for c in answer.corrections]
    return [*parts, *_completed(found), *(answer.notices if query else ())]


def _completed(found: Found) -> list[str]:
    """What all were found by, where that is the beginning of a word; rows say it if they differ."""
    reasons = {reason_of(row) for row in found.rows if isinstance(row, Row)}
    how, _, what = next(iter(reasons), "").partition(" ")
    return [f"all by “{what}…”"] if len(reasons) == 1 and how == "prefix" else []
