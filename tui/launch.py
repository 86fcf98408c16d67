"""Opens the app, where there is a terminal to open it on."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from store.errors import UsageError
from tui.options import chosen_library

if TYPE_CHECKING:
    from pathlib import Path

    from store.library import Library


def need_terminal() -> None:
    """Raise UsageError unless a human sits at a terminal. The app is painted on stderr."""
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        raise UsageError("the app needs a terminal; `dateline --help` lists what works without")


def open_app(place: str | None = None) -> int:
    """Open the app on the chosen library, at an address or a query; return its exit code."""
    need_terminal()
    return run_app(partial(_opened, chosen_library()), place)


def _opened(path: Path) -> Library:
    from store.library import Library

    return Library.open(path, create=True)


def run_app(opener: Callable[[], Library], place: str | None = None) -> int:
    """Run the app until it is left, on the library that `opener` opens; return its exit code.

    Raises what the opener raised.
    """
    gc.disable()  # until the first list is there: a twentieth of the start is looking for garbage
    from rich.console import Console

    from tui.app import DatelineApp
    from tui.locations import config_file

    few = Console(force_terminal=True).color_system in (None, "standard")
    _end_with_the_terminal()
    app = DatelineApp(opener, place=place, settings=config_file(), few_colours=few)
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.library is not None:  # None: left before it was open
        with app.library as library:
            end_look(library)
    return app.return_code or 0


def end_look(library: Library) -> None:
    """Tell what is new from here on; another that is writing just now keeps nobody from leaving."""
    from store.errors import LibraryBusy

    if not library.read_only:
        with contextlib.suppress(LibraryBusy):
            library.look()


def _end_with_the_terminal() -> None:
    """Let a hang-up end the app even where it was started with hang-ups ignored (nohup, tmux).

    Without a terminal Textual would read the end of its input for ever, at full speed. Nothing is
    lost: whatever was done stands in the library already.
    """
    if hasattr(signal, "SIGHUP"):  # Windows has none
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
