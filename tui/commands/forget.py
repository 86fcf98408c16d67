"""`dateline forget`: briefs out of every view."""

from __future__ import annotations

import click

from tui.acts import named_briefs
from tui.options import FreeWords, briefs_argument, open_library
from tui.output import tell


@click.command("forget", cls=FreeWords)
@briefs_argument()
def command(briefs: tuple[str, ...]) -> None:
    """Forget briefs: they leave every view, and the same text is skipped when it comes again.

    “dateline undo” brings them back, and so does “dateline ingest --again”.

    \b
    Example: dateline forget b4f2k
    """
    with open_library() as library:
        ids = named_briefs(library, briefs)
        library.forget(ids)
    tell(f"{len(ids):,} forgotten; “dateline undo” brings them back")
