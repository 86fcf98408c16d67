"""`dateline pairs`: the country pairs the briefs are about."""

from __future__ import annotations

import click

from store.views import plain
from tui import completing
from tui.matrix import as_plain, matrix_of
from tui.options import json_option, lines_option, only_one, open_library, quiet_option
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.tables import add_matrix, add_pairs


@click.command("pairs")
@click.option(
    "--country",
    metavar="IR",
    shell_complete=completing.countries,
    help="Only pairs with this country, by code or name.",
)
@click.option(
    "--query",
    metavar="Q",
    shell_complete=completing.query,
    help="Only over the briefs that a query finds.",
)
@click.option("--matrix", is_flag=True, help="As a table of country against country.")
@quiet_option
@click.option("--single-source", is_flag=True, help="Only pairs that one institution alone covers.")
@json_option
@lines_option
def command(
    country: str | None, query: str | None, matrix: bool, quiet_for: int | None,
    single_source: bool, as_json: bool, as_lines: bool,
) -> int:  # fmt: skip
    """List the country pairs, most briefs first; or those that have gone quiet.

    \b
    Example: dateline pairs --country iran --quiet-for 365
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        pairs = library.pairs(
            country=country, query=query, quiet_for=quiet_for, single_source=single_source
        )
    if as_json:
        laid = {"matrix": as_plain(matrix_of(pairs))} if matrix else {}
        print_json({"pairs": plain(pairs), **laid})
    elif as_lines:
        print_json_lines(map(plain, pairs))
    else:
        sheet = new_sheet()
        if matrix:
            add_matrix(sheet, matrix_of(pairs))
        else:
            add_pairs(sheet, pairs)
        show(sheet, narration=[] if pairs else ["no pairs found"])
    return 0 if pairs else 1
