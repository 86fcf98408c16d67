"""Taking something along: copies, citations, the source, and the text for another program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import SuspendNotSupported

from store.errors import UsageError
from tui import outside
from tui.clipboard import HANDED, IN_TMUX, copy
from tui.locations import state_folder
from tui.messages import Cited, Piped
from tui.screens.acting import Acting
from tui.screens.picker import Choice, Picker

if TYPE_CHECKING:
    from store.views import BriefView

_SHOWN = 40  # characters of a copied text that are shown in the status line

_SAID = {
    IN_TMUX: "Copied {what} into tmux, and to the clipboard if your terminal lets tmux: {shown}",
    HANDED: "Handed {what} to the terminal; if it is not in the clipboard, the terminal takes no"
    " copies from programs: {shown}",
}
"""What is said of a copy, for the ways that cannot tell whether the clipboard has it."""


class Taking(Acting):
    """Copies, cites, opens and pipes the brief that is chosen."""

    # Copying

    def action_copy(self) -> None:
        """Copy the passage: the paragraph picked out, what the search found, or the title.

        It is always of the brief that is read or under the cursor, whatever is marked.
        """
        if self.reader.has_focus and self.reader.brief is not None:
            what = f"the passage of {self.this_one(self.reader.brief.id, self.reader.paragraph)}"
            self._copy(self.reader.passage(), what)
        elif (row := self.row) is not None:
            text = row.snippet.text if row.snippet else f"{row.title} (brief:{row.id})"
            part = "the passage found in" if row.snippet else "the title of"
            self._copy(text, f"{part} {self.this_one(row.id)}")
        else:
            self.status.say("No brief is chosen.")

    def action_cite(self) -> None:
        """Copy the citations of the briefs; of a paragraph picked out, the citation of that."""
        paragraph = self.reader.paragraph if self.reader.has_focus else None
        if ids := self.chosen(one=paragraph is not None):
            of = self.told(ids) if paragraph is None else self.this_one(ids[0], paragraph)
            self.desk.cite(ids, f"the citation{'s' * (len(ids) != 1)} of {of}", paragraph)

    @on(Cited)
    def _cited(self, message: Cited) -> None:
        self._copy(message.text, message.what)

    def _copy(self, text: str, what: str) -> None:
        # The driver's own way to the terminal: Textual's copying knows neither tmux nor tools.
        driver = self.app._driver
        write = driver.write if driver is not None and not self.app.is_headless else None
        try:
            how = copy(text, write, state_folder())
        except OSError as error:
            self.status.say(f"Could not be copied: {error.strerror or error}")
            return
        start = " ".join(text[: 2 * _SHOWN].split())
        shown = start if len(start) <= _SHOWN else f"{start[:_SHOWN]}…"
        self.status.say(
            _SAID.get(how, "Copied {what} {how}: {shown}").format(what=what, how=how, shown=shown)
        )

    # The source

    def action_open_source(self) -> None:
        """Open what the brief was read from; of several sources, one is chosen."""
        brief = self._shown()
        if brief is None:
            return
        sources = [source.path for source in brief.sources]
        if not sources:
            self.status.say("No source of this brief is known.")
        elif len(sources) == 1:
            self._open(sources[0])
        else:
            choices = [Choice(s.path, s.path, f"version {s.version}") for s in brief.sources]
            picker = Picker("Open which source?", choices)
            self.app.push_screen(picker, lambda path: self._open(path) if path else None)

    def _open(self, source: str) -> None:
        if outside.is_link(source):
            self.app.open_url(source)
            self.status.say(f"Opened {source}")
            return
        path = Path(source)
        if not path.is_file():
            self.status.say(f"{source} is not there any more; the text is kept here.")
            return
        command, needs_terminal = outside.viewer(path)
        try:
            if needs_terminal:
                with self.app.suspend():
                    outside.show(command, wait=True)
            else:
                outside.show(command, wait=False)
        except SuspendNotSupported:
            self.status.say(f"No viewer can be opened here; the source is {source}")
        except UsageError as error:
            self.status.say(str(error))
        else:
            self.status.say(f"Opened {source}")

    # Other programs

    def action_pipe(self) -> None:
        """Give the texts of the briefs to another program and show what it answers."""
        if ids := self.chosen():
            self.prompt.ask(
                f"Pipe {self.told(ids)} into:", partial(self._pipe, ids),
                hint="a program and its arguments, as wc -w; no shell is used",
            )  # fmt: skip

    def _pipe(self, ids: Sequence[str], command: str) -> None:
        if command.strip():
            self.desk.pipe(command, ids)

    @on(Piped)
    def _piped(self, message: Piped) -> None:
        from tui.screens.leaflet import output_of

        self.app.push_screen(output_of(message.ran))

    def _shown(self) -> BriefView | None:
        """The brief on the screen, if one is chosen."""
        brief = self.reader.brief
        if brief is None or not (self.reader.has_focus or self.row):
            self.status.say("No brief is chosen.")
            return None
        return brief
