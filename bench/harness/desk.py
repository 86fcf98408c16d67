"""What the runs work on: a library somebody has used, and briefs that are still to come in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from store.ingest.pipeline import Options, ingest
from store.library import Library
from tui.samples import sample_briefs

KNOWN = 12  # sample briefs that are in the library already
_FILES = 24
_MORE = "\n\nOfficials in both capitals said late on Friday that a second round would follow.\n"


def incoming(folder: Path) -> Path:
    """Fill a folder with briefs: known ones, changed ones, and new ones. Return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(_samples()):
        text = file.read_text(encoding="utf-8")
        if number < KNOWN and number % 3 == 0:
            text = text.rstrip("\n") + _MORE
        (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def used_library(folder: Path) -> Path:
    """Make a library in which briefs are starred, tagged, noted, corrected and forgotten."""
    known = folder / "incoming"
    known.mkdir(parents=True)
    for file in list(_samples())[:KNOWN]:
        shutil.copy(file, known)
    path = folder / "library.db"
    with Library.open(path, create=True) as library:
        ingest(library, [known], Options(jobs=1))
        ids = [row.id for row in library.list().results]
        library.set_starred(ids[::2], True)
        library.set_read(ids[::3], True)
        library.tag(ids[::4], ["arms", "later"])
        for brief in ids[::5]:
            library.note(brief, f"a note on {brief}")
        library.fix(ids[1], "date", "2019-03-04")
        library.forget(ids[2:4])
    return path


def _samples() -> Iterator[Path]:
    return iter(sorted(p for p in sample_briefs().rglob("*") if p.is_file())[:_FILES])
