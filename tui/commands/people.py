"""`dateline people`: the people named in the briefs, and the ledger of who is who."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from store.errors import InputError
from store.text import counted
from store.views import LedgerEntry, PersonRow, plain
from tui import completing
from tui.options import (
    json_option,
    limit_option,
    lines_option,
    only_one,
    open_library,
    quiet_option,
)
from tui.output import new_sheet, print_json, print_json_lines, show, tell
from tui.review import ask
from tui.sheet import Piece
from tui.tables import years

_FILE = click.Path(path_type=Path, dir_okay=False)


class _People(click.Group):
    """A group whose first word may also be a name to look for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take anything that is no subcommand for the list's own words and options."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["TEXT", *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand, or the list."""
        return listing if cmd_name == "TEXT" else super().get_command(ctx, cmd_name)


@click.group("people", cls=_People, subcommand_metavar="[TEXT] [--limit N] | COMMAND")
def command() -> None:
    """List the people named, most briefs first; with TEXT, those whose name is like it.

    Names that may be one person's are decided by you: review asks, same and different say it at
    once, undo takes a decision back.

    \b
    Example: dateline people shoigu
    """


@click.command("people")
@click.argument("text", nargs=-1, shell_complete=completing.people)
@quiet_option
@limit_option
@json_option
@lines_option
def listing(
    text: tuple[str, ...], quiet_for: int | None, limit: int | None, as_json: bool, as_lines: bool
) -> int:
    """List the people named, most briefs first; with TEXT, those whose name is like it.

    \b
    Example: dateline people shoigu
    """
    only_one(json=as_json, jsonl=as_lines)
    with open_library() as library:
        people = library.people(" ".join(text), limit=limit, quiet_for=quiet_for)
    if as_json:
        print_json({"people": plain(people)})
    elif as_lines:
        print_json_lines(map(plain, people))
    else:
        sheet = new_sheet()
        header = ("id", "name", "country", "briefs", "years", "rank, office")
        sheet.table(header, [_cells(person) for person in people])
        show(sheet, narration=[] if people else ["nobody found by that name"])
    return 0 if people else 1


def _cells(person: PersonRow) -> tuple[str, ...]:
    office = ", ".join(part for part in (person.rank, person.office) if part)
    when = years(person.first, person.last)
    name = person.name + (" (?)" if person.partial else "")
    return (person.id, name, person.country or "?", str(person.briefs), when, office)


@command.command("same")
@click.argument("a")
@click.argument("b")
@json_option
def same(a: str, b: str, as_json: bool) -> None:
    """Say that two names or ids are one person.

    \b
    Example: dateline people same p17 "Sergei Shoigu"
    """
    with open_library() as library:
        _told(library.same(a, b), as_json)


@command.command("different")
@click.argument("a")
@click.argument("b")
@json_option
def different(a: str, b: str, as_json: bool) -> None:
    """Say that two names or ids are two people: they part, and review asks no more.

    \b
    Example: dateline people different p17 p23
    """
    with open_library() as library:
        _told(library.different(a, b), as_json)


@command.command("undo")
@click.argument("number", type=click.IntRange(min=1))
@json_option
def undo(number: int, as_json: bool) -> None:
    """Take back a decision by its number in the ledger.

    \b
    Example: dateline people undo 3
    """
    with open_library() as library:
        entry = library.undo_decision(number)
    if as_json:
        print_json(plain(entry))
    else:
        tell(f"taken back: {_words(entry)}")


def _told(entry: LedgerEntry, as_json: bool) -> None:
    if as_json:
        print_json(plain(entry))
    else:
        tell(f"{_words(entry)}; “dateline people undo {entry.number}” takes it back")


def _words(entry: LedgerEntry) -> str:
    return f"{entry.a} and {entry.b} are {'one person' if entry.act == 'same' else 'two people'}"


@command.command("review")
@limit_option
@json_option
def review(limit: int | None, as_json: bool) -> None:
    """Ask about names that may be one person's: y same, n different, l later, q enough.

    Without a terminal they are only listed.

    \b
    Example: dateline people review
    """
    with open_library() as library:
        candidates = library.review(limit=limit)
        if as_json:
            print_json({"candidates": plain(candidates)})
        else:
            ask(library, candidates)


@command.command("ledger")
@click.option("--export", "target", type=_FILE, help="Write the ledger into a file.")
@click.option("--import", "given", type=_FILE, help="Add the decisions of an exported ledger.")
@json_option
def ledger(target: Path | None, given: Path | None, as_json: bool) -> None:
    """List every decision on who is who, with its evidence; take the ledger along.

    \b
    Example: dateline people ledger --export people.json
    """
    only_one(**{"export": target, "import": given})
    with open_library() as library:
        if given is not None:
            added = library.import_ledger(_loaded(given))
            tell(f"{counted(added, 'decision')} added")
        elif target is not None:
            text = json.dumps(library.export_ledger(), ensure_ascii=False, indent=1)
            target.write_text(f"{text}\n", encoding="utf-8")
        elif as_json:
            print_json({"ledger": plain(library.ledger())})
        else:
            _list(library.ledger())


def _loaded(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"{file}: not an exported ledger ({error})") from None


def _list(entries: Sequence[LedgerEntry]) -> None:
    sheet = new_sheet()
    for entry in entries:
        undone = f", taken back {entry.undone[:10]}" if entry.undone else ""
        sheet.text(f"{entry.number}. {_words(entry)} · {entry.created[:10]}{undone}", rest="   ")
        if entry.evidence:
            sheet.text(Piece(entry.evidence, "faint"), first="   ")
    show(sheet, narration=[] if entries else ["no decisions yet; “dateline people review” asks"])
