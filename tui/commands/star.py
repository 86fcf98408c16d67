"""`dateline star`: stars on briefs."""

from __future__ import annotations

import click

from tui.acts import named_briefs
from tui.options import FreeWords, briefs_argument, open_library
from tui.output import tell


@click.command("star", cls=FreeWords)
@briefs_argument()
@click.option("--off", is_flag=True, help="Take the star away.")
def command(briefs: tuple[str, ...], off: bool) -> None:
    """Star briefs, by id or by a query that finds them.

    \b
    Example: dateline star b4f2k
    """
    with open_library() as library:
        ids = named_briefs(library, briefs)
        library.set_starred(ids, not off)
    tell(f"{len(ids):,} {'no longer starred' if off else 'starred'}")
