"""`dateline list`: the briefs of the library, newest first."""

from __future__ import annotations

import re

import click

from store.views import plain
from tui.options import json_option, limit_option, lines_option, only_one, open_library
from tui.output import new_sheet, print_json, print_json_lines, show
from tui.rows import add_rows, counted

_DATE = re.compile(r"last|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


def _checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter(f"“{value}” is no date; write 2017, 2017-10, 2017-10-20 or last")
    return value


@click.command("list")
@click.option("--unread", is_flag=True, help="Only briefs you have not read.")
@click.option("--starred", is_flag=True, help="Only briefs you starred.")
@click.option("--tag", metavar="T", help="Only briefs with this tag.")
@click.option(
    "--since",
    metavar="DATE",
    callback=_checked,
    help="Only briefs from that date on, or what came in since the last time: --since last.",
)
@limit_option
@json_option
@lines_option
def command(
    unread: bool,
    starred: bool,
    tag: str | None,
    since: str | None,
    limit: int | None,
    as_json: bool,
    as_lines: bool,
) -> int:
    """List the briefs, newest first.

    \b
    Example: dateline list --unread --since 2017-10
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        answer = library.list(unread=unread, starred=starred, tag=tag, since=since, limit=limit)
        if since == "last" and len(answer.results) == answer.total and not library.read_only:
            library.look()
    if as_json:
        print_json(plain(answer))
    elif as_lines:
        print_json_lines(map(plain, answer.results))
    else:
        sheet = new_sheet()
        add_rows(sheet, answer.results)
        show(sheet, narration=[f"{counted(answer, 'brief')}, newest first", *answer.notices])
    return 0 if answer.total else 1
