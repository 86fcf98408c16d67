"""`dateline read`: which briefs count as read."""

from __future__ import annotations

import click

from tui.acts import named_briefs
from tui.options import FreeWords, briefs_argument, open_library
from tui.output import tell


@click.command("read", cls=FreeWords)
@briefs_argument()
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
