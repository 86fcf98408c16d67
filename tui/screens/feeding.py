"""Taking briefs in from inside the app, with progress, and a way to stop."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from store.text import one_line
from tui.messages import Acted, Ingested, Ingesting
from tui.screens.mending import Mending

if TYPE_CHECKING:
    from store.views import IngestReport

_OFFERED = 200  # entries of a folder that completion looks at


class Feeding(Mending):
    """Asks for a path and reads what is there."""

    def action_ingest(self) -> None:
        """Read files and folders into the library."""
        if self.desk.feeding:
            self.desk.stop_feeding()
            self.status.say("Stopping after what is being read now.")
            return
        self.prompt.ask(
            "Read in which file or folder?", self._ingest,
            hint="Tab completes; i again stops while it is running", complete=_paths,
        )  # fmt: skip

    def _ingest(self, text: str) -> None:
        if text.strip():
            self.desk.ingest(Path(text.strip()).expanduser())

    @on(Ingesting)
    def _ingesting(self, message: Ingesting) -> None:
        done = message.done
        self.status.say(
            f"Reading {done.files_done:,} of {done.files_total:,} · {done.briefs:,} briefs ·"
            f" {one_line(done.current)} · i stops"
        )

    @on(Ingested)
    def _ingested(self, message: Ingested) -> None:
        from tui.screens.leaflet import intake

        self.post_message(Acted(_summary(message.report, stopped=message.stopped)))
        if message.report.failed or message.report.skipped:
            self.app.push_screen(intake(message.report))


def _summary(report: IngestReport, *, stopped: bool) -> str:
    counts = {
        "added": report.added, "revised": report.revised, "unchanged": report.unchanged,
        "skipped": report.skipped, "failed": report.failed,
    }  # fmt: skip
    told = ", ".join(f"{n:,} {what}" for what, n in counts.items() if n)
    if stopped:
        return f"stopped: {told}" if told else "stopped before anything was read"
    return told or "nothing to read there"


def _paths(typed: str) -> Iterable[str]:
    """Files and folders that what is typed may become; hidden ones only when asked for."""
    head, slash, start = typed.rpartition("/")
    folder = Path(f"{head}{slash}").expanduser() if slash else Path()
    try:
        entries = sorted(folder.iterdir())[:_OFFERED] if typed else []
    except OSError:
        return
    for path in entries:
        if path.name.startswith(start) and (start.startswith(".") or path.name[0] != "."):
            yield f"{head}{slash}{path.name}{'/' if path.is_dir() else ''}"
