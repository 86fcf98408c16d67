"""`dateline refresh`: who and where, extracted again with today's rules."""

from __future__ import annotations

import click

from tui.options import json_option, open_library
from tui.output import print_json, tell
from tui.progress import ProgressLine


@click.command("refresh")
@json_option
def command(as_json: bool) -> None:
    """Extract people, countries and pairs of every brief again; every decision is kept.

    \b
    Example: dateline refresh
    """
    from store.library.refresh import refresh

    with open_library() as library, ProgressLine() as line:
        changed = refresh(library, lambda done, total: line.update(f"{done:,} of {total:,} briefs"))
        total = library.stats().briefs
    if as_json:
        print_json({"briefs": total, "changed": changed})
    else:
        tell(f"{changed:,} of {total:,} briefs read otherwise than before")
