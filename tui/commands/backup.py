"""`dateline backup`: a checked copy of the library."""

from __future__ import annotations

from pathlib import Path

import click

from store.views import plain
from tui.options import json_option, open_library
from tui.output import print_json, tell


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Copy the library, marks and notes included, to FILE, and check the copy.

    Safe while Dateline is running. FILE may be an older backup: it is replaced once the new one
    is whole. To restore it, put it in the library's place, or name it with --library.

    \b
    Example: dateline backup ~/backups/briefs.db
    """
    with open_library() as library:
        done = library.backup(file.expanduser())
    if as_json:
        print_json(plain(done))
    else:
        tell(f"{done.briefs:,} briefs in {done.file}, {done.bytes / 1e6:,.1f} MB, checked")
