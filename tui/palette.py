"""The palette: every command that is possible now, and the themes, found by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.keys import commands
from tui.themes import THEMES

Offer = tuple[str, str, Callable[[], object]]
"""What to show, a line of help, and what to do."""


class CommandsProvider(Provider):
    """Offers the table of commands and the themes."""

    def _offers(self) -> Iterator[Offer]:
        run = getattr(self.screen, "action_run_command", None)
        if run is not None:
            for command in commands():
                if set(command.where) & {"app", "browse", "list", "reader"}:
                    name = f"{command.label} ({command.shown})"
                    yield name[0].upper() + name[1:], command.help, partial(run, command.id)
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
