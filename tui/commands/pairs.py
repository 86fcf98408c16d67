"""`dateline pairs`: the country pairs the briefs are about."""

from __future__ import annotations

import click

from store.views import plain
from tui.options import json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.tables import add_pairs


@click.command("pairs")
@click.option("--country", metavar="IR", help="Only pairs with this country, by code or name.")
@click.option("--query", metavar="Q", help="Only over the briefs that a query finds.")
@json_option
@lines_option
def command(country: str | None, query: str | None, as_json: bool, as_lines: bool) -> int:
    """List the country pairs, most briefs first.

    \b
    Example: dateline pairs --country iran
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        pairs = library.pairs(country=country, query=query)
    if as_json:
        print_json({"pairs": plain(pairs)})
    elif as_lines:
        print_json_lines(map(plain, pairs))
    else:
        sheet = new_sheet()
        add_pairs(sheet, pairs)
        show(sheet, narration=[] if pairs else ["no pairs found"])
    return 0 if pairs else 1
