"""The line of keys at the foot, read from the table of commands for the pane that has the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
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
        self.update(Content("").join(map(_content, keys_in(self.where, self.size.width))))


Piece = tuple[str, bool, str | None]
"""A text, whether it is a key, and the id of the command it belongs to."""


def keys_in(places: Sequence[Where], width: int) -> list[Piece]:
    """Return as many keys of some parts of the app as fit, and at the end those of everywhere."""
    last = [_pieces(command) for command in _commands(("app",))]
    room = width - sum(map(_width, last))
    shown: list[list[Piece]] = []
    for pieces in map(_pieces, _commands(places)):
        if _width(pieces) > room:
            break
        room -= _width(pieces)
        shown.append(pieces)
    shown.append([(" " * room, False, None)])
    return [piece for pieces in (*shown, *last) for piece in pieces]


def _commands(places: Sequence[Where]) -> Iterator[Command]:
    seen: set[str] = set()
    for where in places:
        for command in commands_at(where):
            if command.footer and command.keys and command.id not in seen:
                seen.add(command.id)
                yield command


def _pieces(command: Command) -> list[Piece]:
    return [
        (shown_key(command.keys[0]), True, command.id),
        (f" {command.label}  ", False, command.id),
    ]


def _width(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(text) for text, _, _ in pieces)


def _content(piece: Piece) -> Content:
    text, is_key, command = piece
    style = Style(bold=True) if is_key else Style()
    if command:
        style += Style.from_meta({"@click": f"screen.run_command('{command}')"})
    return Content.styled(text, style)
