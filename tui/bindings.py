"""From the table of commands to Textual's bindings, and key sequences such as `g g`."""

from __future__ import annotations

from collections.abc import Container
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from tui.keys import Where, commands_at


def bindings_for(where: Where, *, first: Container[str] = ()) -> list[BindingType]:
    """Return the bindings of one part of the app; the action of each is the command's id.

    The commands in `first` act before the focused widget sees the key.
    """
    return [
        Binding(
            key,
            command.id,
            command.label,
            show=command.footer,
            tooltip=command.help,
            priority=command.id in first,
        )
        for command in commands_at(where)
        for key in command.keys
        if " " not in key
    ]


class SequenceKeys(Widget):
    """A widget that knows its key sequences: mix in and set `SEQUENCES`.

    The first key of a sequence waits for the second; any other key forgets it and acts as ever.
    """

    SEQUENCES: ClassVar[dict[str, str]] = {}
    _waiting = ""

    async def on_key(self, event: Key) -> None:
        """Catch the keys of a sequence before the bindings see them."""
        key = event.character or event.key
        pressed = f"{self._waiting} {key}".strip()
        self._waiting = ""
        if action := self.SEQUENCES.get(pressed):
            event.stop()
            await self.run_action(action)
        elif any(keys.startswith(f"{key} ") for keys in self.SEQUENCES):
            event.stop()
            self._waiting = key
