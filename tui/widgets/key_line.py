"""The line of keys at the foot, read from the table of commands for the pane that has the keys."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.keys import Command, Where, commands_at, shown_key


class KeyLine(Static):
    """Shows the keys that matter where the focus is; each can be clicked too."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.where: tuple[Where, ...] = ()

    def point(self, *where: Where) -> None:
        """Show the keys of these parts of the app, the most particular first."""
        if where != self.where:
            self.where = where
            self._show()

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self._show()

    def _show(self) -> None:
        parts: list[Content] = []
        room = self.size.width
        for command in self._commands():
            key = shown_key(command.keys[0])
            room -= len(key) + len(command.label) + 3
            if room < 0:
                break
            click = Style.from_meta({"@click": f"screen.run_command('{command.id}')"})
            parts.append(Content.styled(key, Style(bold=True) + click))
            parts.append(Content.styled(f" {command.label}  ", click))
        self.update(Content("").join(parts))

    def _commands(self) -> Iterator[Command]:
        seen: set[str] = set()
        for where in self.where:
            for command in commands_at(where):
                if command.footer and command.id not in seen:
                    seen.add(command.id)
                    yield command
