"""The way out: JSON and sheets to stdout, narration to stderr, nothing that steers a terminal.

A human on a terminal gets colour (rich, unless NO_COLOR) and the pager; a pipe gets plain text.
Rich is imported only in the first case, so that scripts do not wait for it; nothing else is before
it is needed, since every command starts with this module.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from tui.sheet import Line, Sheet

View = TypeVar("View")

_READABLE = 100  # cells: longer lines are hard to read however wide the terminal is
_PIPED = 80

# What json.dumps leaves as it is but a terminal may act on, or cannot be encoded: DEL and the C1
# controls, invisible and bidi characters, line separators, lone surrogates (odd file names).
_UNSAFE = (
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)

_COLOURS = {
    "plain": "",
    "title": "bold",
    "heading": "bold cyan",
    "comment": "yellow",
    "faint": "dim",
    "hit": "bold green",
    "warning": "bold red",
}


def tell(text: str) -> None:
    """Say one line to the human, on stderr."""
    from store.text import clean

    line = clean(text).replace("\n", " ").rstrip()
    print(f"dateline: {line}", file=sys.stderr, flush=True)


def new_sheet() -> Sheet:
    """Return an empty sheet as wide as is readable on this terminal, 80 cells in a pipe."""
    from tui.sheet import Sheet

    if not sys.stdout.isatty():
        return Sheet(_PIPED)
    import shutil

    return Sheet(min(shutil.get_terminal_size((_PIPED, 24)).columns, _READABLE))


def show(sheet: Sheet, *, narration: Sequence[str] = (), paged: bool = True) -> None:
    """Print a sheet: coloured and (unless not `paged`) paged on a terminal, plain in a pipe.

    The narration stands above it on a terminal, and on stderr in a pipe, where stdout is data.
    """
    if not sys.stdout.isatty():
        for text in narration:
            tell(text)
        _write("".join(f"{_plain(line)}\n" for line in sheet.lines))
        return
    from tui.sheet import Sheet

    head = Sheet(sheet.width)
    for text in narration:
        head.text(text, first=" " * (len(text) - len(text.lstrip())))
    head.blank()
    text = _coloured([*head.lines, *sheet.lines])
    if paged:
        _page(text)
    else:
        _write(text)


def show_one(
    view: View,
    add: Callable[[Sheet, View], object],
    *,
    as_json: bool,
    narration: Sequence[str] = (),
) -> None:
    """Print one view: as JSON, or as the sheet that `add` makes of it."""
    if as_json:
        from store.views import plain

        print_json(plain(view))
        return
    sheet = new_sheet()
    add(sheet, view)
    show(sheet, narration=narration)


def print_json(value: Any) -> None:
    """Print one object, marked with the number of the schema; indented on a terminal."""
    _write(_json({"schema": 1, **value}, indent=2 if sys.stdout.isatty() else None))


def print_json_lines(values: Iterable[Any]) -> None:
    """Print one object a line."""
    for value in values:
        _write(_json(value))


def print_text(text: str) -> None:
    """Print a document as it is, but for what could steer a terminal."""
    from store.text import clean

    _write(clean(text))


def write_lines(lines: Iterable[str]) -> None:
    """Write lines as they come, without what could steer a terminal; a reader may leave."""
    from store.text import clean

    for line in lines:
        if not _write(clean(line)):
            return


def drop_stdout() -> None:
    """Send what is still to be printed nowhere: the reader of the pipe has gone."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def _json(value: Any, indent: int | None = None) -> str:
    import json
    import re

    utf8 = (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(value, ensure_ascii=not utf8, indent=indent)
    # Outside its strings JSON is plain ASCII, so whatever matches stands inside a string.
    return re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _write(text: str) -> bool:
    """Write to stdout and return whether a reader is there; one who left (`| head`) is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_stdout()
        return False
    return True


def _plain(line: Line) -> str:
    return "".join(piece.text for piece in line).rstrip()


def _coloured(lines: Iterable[Line]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(), force_terminal=True, markup=False, highlight=False, emoji=False
    )
    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((piece.text, _COLOURS[piece.style]) for piece in line))
            console.print(text, soft_wrap=True)
    return captured.get()


def _page(text: str) -> None:
    """Show `text` in $PAGER, by default less; print it where there is no pager."""
    import shlex
    import shutil
    import subprocess

    command = shlex.split(os.environ.get("PAGER", "less"))
    if not command or not shutil.which(command[0]):
        _write(text)
        return
    pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=_pager_environment())
    try:
        pager.communicate(text.encode(errors="replace"))
    except (BrokenPipeError, KeyboardInterrupt):
        # Ctrl-C belongs to the pager, which stays on screen until it is left.
        _wait(pager)


def _wait(pager: Any) -> None:
    while True:
        try:
            pager.wait()
            return
        except KeyboardInterrupt:
            continue


def _pager_environment() -> dict[str, str]:
    """Return the environment with less told to quit on one screen and to show colours."""
    less = os.environ.get("LESS", "FRX")
    return {**os.environ, "LESS": less if "R" in less else f"{less} -R"}
