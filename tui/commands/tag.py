"""`dateline tag`: tags on briefs."""

from __future__ import annotations

import re

import click

from store.errors import UsageError
from tui import completing
from tui.acts import named_briefs
from tui.options import FreeWords, open_library
from tui.output import tell

# A tag is what follows the sign; "-word" may be part of a query, so tags come after the briefs.
_SIGNED = re.compile(r"[+-](?=\S)")


@click.command("tag", cls=FreeWords)
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="ID…|QUERY +TAG -TAG",
    shell_complete=completing.tags_after_briefs,
)
def command(words: tuple[str, ...]) -> None:
    """Put tags on briefs and take tags away, by id or by a query that finds them.

    \b
    Example: dateline tag b4f2k +arms -unsorted
    """
    named = list(words)
    add: list[str] = []
    remove: list[str] = []
    while named and _SIGNED.match(named[-1]):
        sign, name = named[-1][0], named.pop()[1:]
        (add if sign == "+" else remove).insert(0, name)
    if not (add or remove) or not named:
        raise UsageError("write the briefs first, then +tag or -tag: dateline tag b4f2k +arms")
    with open_library() as library:
        ids = named_briefs(library, named)
        library.tag(ids, add, remove)
    tell(f"{len(ids):,} tagged {' '.join([*(f'+{t}' for t in add), *(f'-{t}' for t in remove)])}")
