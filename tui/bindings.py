"""From the table of commands to Textual's bindings, and key sequences such as `g g`."""

from __future__ import annotations

from collections.abc import Container
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from tui.keys import COMMANDS, Where, commands, sequences_at


def bindings_for(where: Where, *, first: Container[str] = ()) -> list[BindingType]:
    """Return the bindings of one part of the app; the action of each is the command's id.

    The commands in `first` act before the focused widget sees the key. The keys are those of the
    table as it comes; `keymap` tells Textual what the reader has changed.
    """
    return [
        Binding(
            key,
            command.id,
            command.label,
            show=bool(command.footer),
            tooltip=command.help,
            priority=command.id in first,
            id=command.id,  # by which the reader's own keys take the place of these
        )
        for command in COMMANDS
        if where in command.where
        for key in command.keys
        if " " not in key
    ]


def keymap() -> dict[str, str]:
    """Return the keys of all commands that the reader has changed, as Textual wants them told."""
    return {
        now.id: ",".join(map(_told, now.keys)) or f"unbound-{now.id}"
        for now, then in zip(commands(), COMMANDS, strict=True)
        if now.keys != then.keys
    }


def _told(key: str) -> str:
    # Commas part the keys. A sequence has a name that no key has: nothing else may stand there.
    return "comma" if key == "," else key.replace(" ", "-then-")


class SequenceKeys(Widget):
    """A widget that knows its key sequences: mix in and set `WHERE`.

    The first key of a sequence waits for the second; any other key forgets it and acts as ever.
    """

    WHERE: ClassVar[Where] = "list"
    _waiting = ""

    async def on_key(self, event: Key) -> None:
        """Catch the keys of a sequence before the bindings see them."""
        key = event.character or event.key
        pressed = f"{self._waiting} {key}".strip()
        self._waiting = ""
        sequences = sequences_at(self.WHERE)
        if action := sequences.get(pressed):
            event.stop()
            await self._run(action)
        elif any(keys.startswith(f"{key} ") for keys in sequences):
            event.stop()
            self._waiting = key

    async def _run(self, action: str) -> None:
        """Run a command on the nearest of the widget, its screen and the app that has it."""
        for node in self.ancestors_with_self:
            if hasattr(node, f"action_{action}"):
                await self.app.run_action(action, node)
                return
