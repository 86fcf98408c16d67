"""What several subcommands share: options, arguments, and the door to the chosen library."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.output import tell

if TYPE_CHECKING:
    from store.library import Library

_Command = TypeVar("_Command", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout.")
lines_option = click.option("--jsonl", "as_lines", is_flag=True, help="One JSON object a line.")
quiet_option = click.option(
    "--quiet-for",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Only those with nothing for so many days, counted from today.",
)
limit_option = click.option("--limit", type=click.IntRange(min=1), help="At most so many.")


def briefs_argument(*, required: bool = True) -> Callable[[_Command], _Command]:
    """The briefs a command is for: ids, or a query that finds them; `named_briefs` reads it."""
    from tui import completing

    return click.argument(
        "briefs",
        nargs=-1,
        required=required,
        metavar="ID…|QUERY" if required else "[ID…|QUERY]",
        type=click.UNPROCESSED,
        shell_complete=completing.briefs_or_query,
    )


def chosen_library() -> Path:
    """Return the path of the library asked for: --library, DATELINE_LIBRARY, or the default."""
    return library_of(click.get_current_context())


def library_of(ctx: click.Context) -> Path:
    """Return the path of the library that a context asks for, as `chosen_library`."""
    given: Path | None = ctx.find_root().params.get("library")
    if given is not None:
        return Path(given).expanduser()
    from tui.locations import default_library

    return default_library()


def open_library(*, create: bool = False) -> Library:
    """Open the library asked for; raises a LibraryError if it cannot be used."""
    from store.library import Library

    library = Library.open(chosen_library(), create=create)
    if create:  # whoever writes much is told of a folder where a library may be damaged
        from store.library.folders import doubt

        if risk := doubt(library.path):
            tell(risk)
    return library


def only_one(**given: Any) -> None:
    """Raise a usage error if more than one of these options was given."""
    names = [f"--{name}" for name, value in given.items() if value]
    if len(names) > 1:
        raise click.UsageError(f"{' and '.join(names)} exclude each other")


class FreeWords(click.Command):
    """A command whose words may begin with a dash: `-syria` leaves Syria out.

    A word with two dashes is still an option, and a mistake if there is none by that name.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["context_settings"] = {"ignore_unknown_options": True}
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse as usual, but refuse an unknown option before it is taken for a word."""
        known = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        for arg in takewhile(lambda arg: arg != "--", args):
            name = arg.partition("=")[0]
            if name.startswith("--") and name not in known:
                raise click.NoSuchOption(name, possibilities=_near(name, known), ctx=ctx)
        return super().parse_args(ctx, args)


def _near(name: str, known: set[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, sorted(known))
