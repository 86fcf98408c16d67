"""The palette: every command that is possible now, saved searches and themes, found by name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.keys import commands
from tui.themes import THEMES

if TYPE_CHECKING:
    from store.library import Library

Offer = tuple[str, str, Callable[[], object]]
"""What to show, a line of help, and what to do."""


class CommandsProvider(Provider):
    """Offers the table of commands, the saved searches and the themes."""

    _saved: tuple[str, ...] = ()

    async def startup(self) -> None:
        """Ask, in a thread, what searches are saved."""
        library: Library | None = getattr(self.app, "library", None)
        if library is not None:
            self._saved = await asyncio.to_thread(library.saved_names)

    def _offers(self) -> Iterator[Offer]:
        run = getattr(self.screen, "action_run_command", None)
        if run is not None:
            for command in commands():
                if set(command.where) & {"app", "browse", "list", "reader"}:
                    name = f"{command.label} ({command.shown})"
                    yield name[0].upper() + name[1:], command.help, partial(run, command.id)
        visit = getattr(self.screen, "visit", None)
        if visit is not None and self._saved:
            from tui.place import saved_place  # late: before the first paint nobody needs it

            for saved in self._saved:
                go = partial(visit, saved_place(saved))
                yield f"Saved search: {saved}", "Show what it finds.", go
        for theme in THEMES:
            name = theme.name.removeprefix("dateline-")
            yield f"Theme: {name}", f"Wear the {name} theme.", partial(self._wear, theme.name)

    def _wear(self, theme: str) -> None:
        self.app.theme = theme

    async def discover(self) -> Hits:
        """Everything, in the order of the table."""
        for name, help_line, run in self._offers():
            yield DiscoveryHit(name, run, help=help_line)

    async def search(self, query: str) -> Hits:
        """What matches the query, best first."""
        matcher = self.matcher(query)
        for name, help_line, run in self._offers():
            if (score := matcher.match(f"{name} {help_line}")) > 0:
                yield Hit(score, matcher.highlight(name), run, text=name, help=help_line)
