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
            self.draw()

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self.draw()

    def draw(self) -> None:
        """As many keys as fit, and at the end always those that work everywhere."""
        last = Content("").join(_key(command) for command in self._commands(("app",)))
        room = self.size.width - last.cell_length
        parts: list[Content] = []
        for command in self._commands(self.where):
            part = _key(command)
            room -= part.cell_length
            if room < 0:
                room += part.cell_length
                break
            parts.append(part)
        self.update(Content("").join([*parts, Content(" " * room), last]))

    def _commands(self, places: tuple[Where, ...]) -> Iterator[Command]:
        seen: set[str] = set()
        for where in places:
            for command in commands_at(where):
                if command.footer and command.keys and command.id not in seen:
                    seen.add(command.id)
                    yield command


def _key(command: Command) -> Content:
    click = Style.from_meta({"@click": f"screen.run_command('{command.id}')"})
    key = Content.styled(shown_key(command.keys[0]), Style(bold=True) + click)
    return key.append(Content.styled(f" {command.label}  ", click))
