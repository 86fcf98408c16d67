"""`dateline compare`: the comments of several briefs side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from store.views import Comparison, plain
from tui import completing
from tui.options import json_option, only_one, open_library
from tui.output import new_sheet, print_json, print_text, show

if TYPE_CHECKING:
    from store.library import Library

_MOST = 24  # comments laid side by side unless more are asked for


@click.command("compare")
@click.argument("ids", nargs=-1, metavar="[ID ID…]", shell_complete=completing.briefs)
@click.option(
    "--query", metavar="Q", shell_complete=completing.query, help="All briefs that a query finds."
)
@click.option(
    "--pair", metavar="P", shell_complete=completing.pairs, help="All briefs on a country pair."
)
@click.option(
    "--person", metavar="P", shell_complete=completing.people, help="All briefs that name a person."
)
@click.option("--by", type=click.Choice(["date", "analyst"]), help="The order of the lanes.")
@click.option("--echo", is_flag=True, help="Only the passages that several briefs share.")
@click.option("--limit", type=click.IntRange(min=2), help=f"At most so many; {_MOST} if not said.")
@click.option("--markdown", is_flag=True, help="The sheet as Markdown.")
@click.option("--html", is_flag=True, help="The sheet as one page for a browser or a printer.")
@json_option
def command(
    ids: tuple[str, ...],
    query: str | None,
    pair: str | None,
    person: str | None,
    by: Literal["date", "analyst"] | None,
    echo: bool,
    limit: int | None,
    markdown: bool,
    html: bool,
    as_json: bool,
) -> int:
    """Lay the comments of several briefs side by side, and say what they share.

    Lanes stand by date, the oldest first; briefs named by ID as they are given.

    \b
    Example: dateline compare b4f2k b7xq3
             dateline compare --pair IR-RU --html > sheet.html
    """
    only_one(json=as_json, markdown=markdown, html=html)
    subject = {"query": query, "pair": pair, "person": person}
    _check(ids, [name for name, value in subject.items() if value])
    with open_library() as library:
        comparison = _echoed(library, ids, subject, limit) if echo else None
        if comparison is None:
            comparison = library.compare(ids, limit=limit or _MOST, **subject)
    order = by or (None if ids else "date")
    if order is not None:
        from store.compare.arrangement import arranged

        comparison = arranged(comparison, order)
    _print(comparison, "json" if as_json else "markdown" if markdown else "html" if html else "")
    return 0 if comparison.points or not echo else 1


def _check(ids: tuple[str, ...], others: list[str]) -> None:
    """Raise a usage error unless exactly one way of saying what to compare was used."""
    if bool(ids) + len(others) != 1 or len(ids) == 1:
        raise click.UsageError("give two IDs or more, or one of --query, --pair, --person")


def _echoed(
    library: Library, ids: tuple[str, ...], subject: dict[str, str | None], limit: int | None
) -> Comparison:
    """Return a comparison that holds nothing but the echoes, over all briefs there are."""
    rows = () if ids else library.comments_on(**subject)
    chosen = list(ids) or [row.id for row in rows]
    points = library.echoes(chosen[:limit])
    held = {side.id for point in points for side in point.sides}
    briefs = library.rows([id_ for id_ in chosen if id_ in held])
    return Comparison(briefs, (), (), points, total=len(chosen[:limit]))


def _print(comparison: Comparison, form: str) -> None:
    if form == "json":
        print_json(plain(comparison))
    elif form == "markdown":
        from store.export.comparison import to_markdown

        print_text(to_markdown(comparison))
    elif form == "html":
        from store.export.comparison_page import to_html

        print_text(to_html(comparison))
    else:
        from tui.comparison import add_comparison, told

        sheet = new_sheet()
        add_comparison(sheet, comparison)
        show(sheet, narration=told(comparison))
