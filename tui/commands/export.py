"""`dateline export`: briefs for other programs, or for another library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tui.acts import named_briefs
from tui.options import FreeWords, briefs_argument, open_library
from tui.output import write_lines

if TYPE_CHECKING:
    from store.library import Library
    from store.views import BriefView

FORMATS = ("markdown", "jsonl", "csv")


@click.command("export", cls=FreeWords)
@briefs_argument(required=False)
@click.option(
    "--to", "form", type=click.Choice(FORMATS), default="markdown", show_default=True,
    help="jsonl goes back in through ingest; csv is for spreadsheets.",
)  # fmt: skip
def command(briefs: tuple[str, ...], form: str) -> None:
    """Print briefs for other programs: by id, by a query, or all of them.

    \b
    Example: dateline export pair:IR-RU --to csv > briefs.csv
    """
    with open_library() as library:
        ids = named_briefs(library, briefs or ("",))
        write_lines(_lines(form, _views(library, ids)))


def _views(library: Library, ids: Iterable[str]) -> Iterator[BriefView]:
    return (library.brief(identity) for identity in ids)


def _lines(form: str, views: Iterator[BriefView]) -> Iterator[str]:
    if form == "jsonl":
        from store.export import jsonl

        return jsonl.lines(views)
    if form == "csv":
        from store.export import spreadsheet

        return spreadsheet.lines(views)
    from store.export import documents

    return documents.lines(views)
