"""The `dateline` command: finds the subcommand and turns whatever went wrong into one line.

Exit codes: 0 found or done, 1 nothing found or an input failed, 2 usage, 3 the library cannot
be used, 130 stopped with Ctrl-C. A subcommand returns its own code (None is 0).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from store import __version__
from store.errors import DatelineError, LibraryError
from tui.commands import NAMES, SECTIONS
from tui.completing import VARIABLE
from tui.output import drop_stdout, tell

_WHOLE = 1000  # characters: a sentence of help is wrapped, never cut short


class Commands(click.Group):
    """The group whose subcommands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all subcommands, importing none."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one subcommand, None if there is none by that name."""
        if cmd_name not in NAMES:
            return None
        found = import_module(f"tui.commands.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; an unknown one is a usage error that names the nearest."""
        name = args[0]
        if name not in NAMES and not name.startswith("-"):
            ctx.fail(f"there is no command “{name}”{_hint(name, args)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands under their headings."""
        width = max(map(len, NAMES))
        for heading, names in SECTIONS.items():
            found = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(n.ljust(width), c.get_short_help_str(_WHOLE)) for n, c in found if c]
            with formatter.section(heading):
                formatter.write_dl(rows)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run and exit; every expected error is one line on stderr."""
        kwargs["standalone_mode"] = False
        run = partial(super().main, *args, **kwargs)
        sys.exit(_complete(run) if VARIABLE in os.environ else _answer(run))


def _complete(run: Callable[[], Any]) -> int:
    """Answer a shell's TAB key: whatever goes wrong, it is told nothing and shown nothing."""
    with Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere), suppress(Exception):
        run()
    return 0


def _hint(name: str, args: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, NAMES, n=3)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; to search: dateline search {' '.join(args)}"


def _answer(run: Callable[[], Any]) -> int:
    """Return the exit code of `run()`, having told what went wrong."""
    try:
        return int(run() or 0)
    except click.ClickException as error:
        tell(_usage_line(error))
        return error.exit_code
    except DatelineError as error:
        tell(str(error))
        return error.exit_code
    except click.Abort:
        tell("stopped")
        return 130
    except BrokenPipeError:
        drop_stdout()
        return 0
    except OSError as error:
        tell(f"{error.filename or 'system'}: {error.strerror or error}")
        return 1
    except Exception as error:
        if not _from_sqlite(error):
            raise
        tell(f"the library cannot be used: {error}")
        return LibraryError.exit_code


def _usage_line(error: click.ClickException) -> str:
    text = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{text} (see {context.command_path} --help)" if context else text


def _from_sqlite(error: Exception) -> bool:
    """Whether the database engine raised it, told without importing the engine."""
    return type(error).__module__ == "sqlite3"


@click.group(cls=Commands, invoke_without_command=True, context_settings={"max_content_width": 100})
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    envvar="DATELINE_LIBRARY",
    show_envvar=True,
    metavar="PATH",
    help="The library file; by default one in your user data folder.",
)
@click.version_option(__version__, message="dateline %(version)s")
@click.pass_context
def cli(ctx: click.Context, library: Path | None) -> int:
    """Read, search and compare analyst briefs; without a command, open the app.

    \b
    Example: dateline ingest ~/briefs && dateline
    """
    if ctx.invoked_subcommand is not None:
        return 0
    from tui.launch import open_app

    return open_app()


def main() -> None:
    """Be the `dateline` program."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows "?" in its place rather than a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli(prog_name="dateline")
