"""From the table of commands to Textual's bindings, and key sequences such as `g g`."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from tui.keys import COMMANDS, Where, sequences_at

_NEVER = "no-key"  # a name that no terminal sends


def bindings_for(where: Where, *, first: Container[str] = ()) -> list[BindingType]:
    """Return the bindings of one part of the app; the action of each is the command's id.

    The commands in `first` act before the focused widget sees the key.
    """
    return [
        Binding(
            _listed(command.keys),
            command.id,
            command.label,
            id=command.id,  # by which the reader's own keys take the place of these
            show=command.footer,
            tooltip=command.help,
            priority=command.id in first,
        )
        for command in COMMANDS
        if where in command.where
    ]


def keymap_of(keys: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return the reader's own keys in the form that Textual lays over the bindings."""
    keymap = {name: _listed(several) or _NEVER for name, several in keys.items()}
    # Side by side has bindings of its own, named after the same commands.
    own = {f"compare.{name.replace('_', '-')}": listed for name, listed in keymap.items()}
    back = {"compare.back": keymap["end_compare"]} if "end_compare" in keymap else {}
    return {**keymap, **own, **back}


def _listed(keys: Sequence[str]) -> str:
    """Keys as Textual lists them; sequences are caught elsewhere."""
    return ",".join("comma" if key == "," else key for key in keys if " " not in key)


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
            await self.run_action(action)
        elif any(keys.startswith(f"{key} ") for keys in sequences):
            event.stop()
            self._waiting = key
