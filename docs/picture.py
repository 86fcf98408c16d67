"""Draws the pictures for the README: the app itself, on the sample briefs, without a terminal.

Usage: python docs/picture.py FOLDER
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

PICTURES: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    # name: the address to start from, and the keys pressed, at rest after each group
    "browse": ("pair:IR-RU", (("/", *"arms"), ("enter", "enter"))),
    "pairs": ("pairs:", (("j",),)),
    "person": ("person:shoigu", (("p",),)),
    "matrix": ("matrix:", (("n",),)),
    "compare": ("pair:IR-SA", (("c",),)),
}


def main(folder: Path) -> None:
    """Write the pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as scratch,
        Library.open(Path(scratch) / "demo.db", create=True) as library,
    ):
        ingest(library, [sample_briefs()])
        for name, (place, keys) in PICTURES.items():
            picture = asyncio.run(_drawn(library, place, keys))
            lines = _WEB_FONT.sub("", picture).splitlines()
            text = "\n".join(line.rstrip() for line in lines) + "\n"
            (folder / f"{name}.svg").write_text(text, encoding="utf-8")


async def _drawn(library: Library, place: str, keys: tuple[tuple[str, ...], ...]) -> str:
    """Return one screen as SVG."""
    app = DatelineApp(library, place=place)
    async with app.run_test(size=_SIZE) as pilot:
        await _settled(app, pilot)
        for group in keys:
            await pilot.press(*group)
            await _settled(app, pilot)
        return app.export_screenshot(title="Dateline")


async def _settled(app: DatelineApp, pilot: Pilot[None]) -> None:
    """Wait until the threads have answered and the answers are painted."""
    await pilot.pause(0.5)
    await app.workers.wait_for_complete()
    await pilot.pause(0.2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
