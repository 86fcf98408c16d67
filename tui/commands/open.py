"""`dateline open`: the app, at an address or with a query typed."""

from __future__ import annotations

import click

from tui import completing
from tui.acts import is_id
from tui.launch import open_app
from tui.options import FreeWords


@click.command("open", cls=FreeWords)
@click.argument("place", nargs=-1, type=click.UNPROCESSED, shell_complete=completing.places)
def command(place: tuple[str, ...]) -> int:
    """Open the app, at an address or a query.

    Addresses are brief:b4f2k, pair:IR-RU, person:p17, analyst:NAME, country:IR, any other field
    of a query, and the lists: pairs: matrix: people: analysts: marked: is:unread.

    \b
    Example: dateline open pair:IR-RU
    """
    words = " ".join(place)
    return open_app(f"brief:{words}" if is_id(words) else words or None)
