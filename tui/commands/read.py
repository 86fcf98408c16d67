"""`dateline read`: which briefs count as read."""

from __future__ import annotations

import click

from tui import completing
from tui.acts import named_briefs
from tui.options import FreeWords, open_library
from tui.output import tell


@click.command("read", cls=FreeWords)
@click.argument(
    "briefs",
    nargs=-1,
    required=True,
    metavar="ID…|QUERY",
    type=click.UNPROCESSED,
    shell_complete=completing.briefs_or_query,
)
@click.option("--off", is_flag=True, help="Call them unread again.")
def command(briefs: tuple[str, ...], off: bool) -> None:
    """Call briefs read, by id or by a query that finds them.

    \b
    Example: dateline read date:2016
    """
    with open_library() as library:
        ids = named_briefs(library, briefs)
        library.set_read(ids, not off)
    tell(f"{len(ids):,} {'unread' if off else 'read'}")
