"""`dateline stats`: the library in numbers."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, open_library
from tui.output import new_sheet, print_json, show


@click.command("stats")
@json_option
def command(as_json: bool) -> None:
    """Count what the library holds.

    \b
    Example: dateline stats
    """
    with open_library() as library:
        stats = library.stats()
    if as_json:
        print_json(plain(stats))
        return
    sheet = new_sheet()
    names = ("briefs", "versions", "sources", "people", "pairs")
    rows = [(name, f"{getattr(stats, name):,}") for name in names]
    span = f"{stats.first} to {stats.last}" if stats.first else "none dated"
    rows += [("dates", span), ("size", f"{stats.bytes / 1e6:,.1f} MB")]
    sheet.table((), rows)
    show(sheet)
