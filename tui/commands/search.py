"""`dateline search`: the briefs that answer to a query, in their true order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from store.search.query import parse, saved_name
from store.views import plain
from tui import completing
from tui.options import FreeWords, json_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.rows import add_rows, counted

if TYPE_CHECKING:
    from store.views import Correction, SearchAnswer, Sort

_SORTS: tuple[Sort, ...] = ("best", "newest", "oldest")
_ORDERS = {"best": "best first", "newest": "newest first", "oldest": "oldest first"}


@click.command("search", cls=FreeWords)
@click.argument(
    "query", nargs=-1, required=True, type=click.UNPROCESSED, shell_complete=completing.query
)
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@click.option(
    "--sort", type=click.Choice(_SORTS), default="best", show_default=True, help="Which order."
)
@click.option("--exact", is_flag=True, help="Search the words as written, correcting none.")
@click.option("--explain", is_flag=True, help="Also say how the query was understood.")
@json_option
@lines_option
def command(
    query: tuple[str, ...],
    limit: int,
    sort: Sort,
    exact: bool,
    explain: bool,
    as_json: bool,
    as_lines: bool,
) -> int:
    """Search the briefs; words may be misspelt, and -word leaves briefs out.

    \b
    Example: dateline search shoigu in:comment -turkey date:2017
    """
    only_one(json=as_json, jsonl=as_lines)
    text = " ".join(query)
    with open_library() as library:
        answer = library.search(text, limit=limit, sort=sort, exact=exact)
        if parse(text).root is None:
            answer = replace(answer, notices=(*answer.notices, "nothing asked: every brief"))
        explained = library.explain(text) if explain else []
        if (name := saved_name(text)) and not library.read_only:
            library.look_at_search(name)
    if as_json:
        print_json({**plain(answer), **({"explain": explained} if explain else {})})
    elif as_lines:
        print_json_lines(map(plain, answer.results))
    else:
        sheet = new_sheet()
        add_rows(sheet, answer.results)
        show(sheet, narration=[*_narration(answer), *_understood(explained)])
    return 0 if answer.total else 1


def _narration(answer: SearchAnswer) -> list[str]:
    found = f"{counted(answer, 'brief')}, {_ORDERS[answer.order]}"
    head = found if answer.total else f"nothing found for {answer.query}"
    return [head, *map(_corrected, answer.corrections), *answer.notices]


def _understood(explained: list[str]) -> list[str]:
    """Return the explanation without its notes, which the answer brings itself."""
    lines = [f"  {line}" for line in explained if not line.startswith("note: ")]
    return ["understood as", *lines] if lines else []


def _corrected(correction: Correction) -> str:
    return f"“{correction.word}” was also searched as {', '.join(correction.to)}"
