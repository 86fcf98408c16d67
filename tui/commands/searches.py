"""`dateline searches`: saved searches, and what came in since they were looked at."""

from __future__ import annotations

import click

from store.views import plain
from tui import completing
from tui.options import FreeWords, json_option, open_library
from tui.output import new_sheet, print_json, show, tell


@click.group("searches", invoke_without_command=True)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> int | None:
    """List the saved searches; save one with `save NAME QUERY`, drop it with `drop NAME`.

    \b
    A saved search is used as saved:NAME, alone or inside a query, another saved one among them.
    Example: dateline searches save caspian pair:IR-RU caspian
    """
    if ctx.invoked_subcommand is not None:
        return None
    with open_library() as library:
        found = library.searches()
    if as_json:
        print_json({"searches": plain(found)})
        return 0 if found else 1
    sheet = new_sheet()
    header = ("name", "briefs", "new", "query")
    sheet.table(header, [(s.name, f"{s.total:,}", f"{s.new:,}", s.query) for s in found])
    none = "no saved searches; save one with: dateline searches save NAME QUERY"
    show(sheet, narration=[] if found else [none])
    return 0 if found else 1


@command.command("save", cls=FreeWords)
@click.argument("name")
@click.argument(
    "query", nargs=-1, required=True, type=click.UNPROCESSED, shell_complete=completing.query
)
def save(name: str, query: tuple[str, ...]) -> None:
    """Save a query under a name, in place of an older one."""
    with open_library() as library:
        kept = library.save_search(name, " ".join(query))
    tell(f"saved as saved:{kept}")


@command.command("drop")
@click.argument("name", shell_complete=completing.saved)
def drop(name: str) -> None:
    """Drop a saved search; the briefs stay."""
    with open_library() as library:
        library.drop_search(name)
    tell(f"dropped {name}")
