"""`dateline undo`: take back the newest act."""

from __future__ import annotations

import click

from tui.options import open_library
from tui.output import tell


@click.command("undo")
def command() -> None:
    """Take back the newest act on briefs: read, star, tag, note, forget, a correction.

    \b
    Example: dateline undo
    """
    with open_library() as library:
        tell(f"taken back: {library.undo()}")
