"""Draws the picture for the README: the app itself, on the sample briefs, without a terminal.

Usage: python docs/picture.py FILE.svg
"""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from store.ingest.pipeline import ingest
from store.library import Library
from tui.app import DatelineApp
from tui.samples import sample_briefs

_SIZE = (120, 36)
# Textual's SVG fetches its font from the web; a picture should not.
_WEB_FONT = re.compile(r"@font-face \{[^}]*\}")


def main(target: Path) -> None:
    """Write the picture to `target`."""
    with (
        TemporaryDirectory() as folder,
        Library.open(Path(folder) / "demo.db", create=True) as library,
    ):
        ingest(library, [sample_briefs()])
        picture = asyncio.run(_drawn(library))
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = _WEB_FONT.sub("", picture).splitlines()
    target.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")


async def _drawn(library: Library) -> str:
    """Return the screen as SVG: a search within a pair, the first brief found opened."""
    app = DatelineApp(library, place="pair:IR-RU")
    async with app.run_test(size=_SIZE) as pilot:
        await _settled(app, pilot)
        await pilot.press("/", *"arms")
        await _settled(app, pilot)
        await pilot.press("enter", "enter")
        await _settled(app, pilot)
        return app.export_screenshot(title="Dateline")


async def _settled(app: DatelineApp, pilot: Pilot[None]) -> None:
    """Wait until the threads have answered and the answers are painted."""
    await pilot.pause(0.5)
    await app.workers.wait_for_complete()
    await pilot.pause()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
