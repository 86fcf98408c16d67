"""The line of keys at the foot, read from the table of commands for the pane that has the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.keys import Command, Where, commands_at, shown_key

SOMETIMES = frozenset({
    "next_hit", "compare", "page", "marked", "back", "leave", "widen", "copy", "cite", "follow",
})  # fmt: skip
"""Commands, by id, that do nothing yet at the first list."""

TYPING: frozenset[Where] = frozenset({"query", "prompt", "picker"})
"""Parts of the app in which printed keys are letters."""


class KeyLine(Static):
    """Shows the keys that matter where the focus is; each can be clicked too."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.where: tuple[Where, ...] = ()
        self.idle: AbstractSet[str] = frozenset()
        self.typing = False

    def point(self, *where: Where) -> None:
        """Show the keys of these parts of the app, the most particular first."""
        if where != self.where:
            self.where = where
            self.draw()

    def pass_over(self, idle: AbstractSet[str], *, typing: bool = False) -> None:
        """Leave out the commands, by id, that would do nothing just now.

        While `typing`, that is so of the printed keys that else work everywhere.
        """
        if (idle, typing) != (self.idle, self.typing):
            self.idle, self.typing = frozenset(idle), typing
            self.draw()

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self.draw()

    def draw(self) -> None:
        """As many keys as fit, and at the end those that work everywhere."""
        typing = self.typing or bool(TYPING.intersection(self.where))
        keys = keys_in(self.where, self.size.width, self.idle, typing=typing)
        self.update(Content("").join(map(_content, keys)), layout=False)


Piece = tuple[str, bool, str | None]
"""A text, whether it is a key, and the id of the command it belongs to."""


def keys_in(
    places: Sequence[Where],
    width: int,
    idle: AbstractSet[str] = frozenset(),
    *,
    typing: bool = False,
) -> list[Piece]:
    """Return as many keys of some parts of the app as fit, and at the end those of everywhere.

    The commands in `idle`, by id, would do nothing just now and are left out; so are the keys of
    everywhere while `typing`, when they are but letters.
    """
    last = [] if typing else [_pieces(command) for command in _commands(("app",))]
    room = width - sum(map(_width, last))
    shown: list[list[Piece]] = []
    # The sort is stable: of one rank, those of the most particular part stay first.
    for command in sorted(_commands(places), key=lambda command: command.footer):
        pieces = _pieces(command)
        if command.id not in idle and _width(pieces) <= room:
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
