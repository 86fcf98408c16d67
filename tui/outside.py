"""Other programs: an editor for a note, a viewer for a source, a command to pipe a brief into.

None of them is started through a shell.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from store.errors import UsageError
from store.text import clean, one_line

MOST = 1_000_000
"""Characters of a command's output that are shown."""

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command that a brief was piped into printed, and its exit code."""

    command: str
    code: int
    output: str


def pipe(command: str, text: str) -> Ran:
    """Run a command with a text as its input; there is no shell, so `>` and `|` mean nothing.

    Raises `UsageError` for a command that cannot be started or takes more than a minute.
    """
    words = words_of(command)
    try:
        done = subprocess.run(
            words, input=text.encode(), check=False, timeout=_SECONDS,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    except FileNotFoundError:
        raise UsageError(f"there is no program “{one_line(words[0])}”") from None
    except PermissionError:
        raise UsageError(f"“{one_line(words[0])}” may not be run") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"“{one_line(words[0])}” was stopped after {_SECONDS:.0f} s") from None
    output = clean(done.stdout.decode(errors="replace"))
    return Ran(command, done.returncode, output[:MOST])


def words_of(command: str) -> list[str]:
    """Split a command as a shell would, without a shell. Raises `UsageError`."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageError(f"“{one_line(command)}”: {str(error).lower()}") from None
    if not words:
        raise UsageError("no command was given")
    return words


def edited(text: str) -> str:
    """Have the user edit a text in $VISUAL or $EDITOR; return what it became.

    The terminal must be free. Raises `UsageError` if there is no editor or it failed.
    """
    command = words_of(os.environ.get("VISUAL") or os.environ.get("EDITOR") or _first("nano", "vi"))
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "note.txt"
        path.write_text(text, encoding="utf-8")
        _run([*command, str(path)])
        return path.read_text(encoding="utf-8", errors="replace")


def viewer(path: Path) -> tuple[list[str], bool]:
    """Return the command that shows a file, and whether it needs the terminal for itself."""
    if sys.platform == "darwin":
        return ["open", str(path)], False
    if sys.platform == "win32":
        return ["explorer", str(path)], False
    desktop = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if desktop and shutil.which("xdg-open"):
        return ["xdg-open", str(path)], False
    return [*words_of(os.environ.get("PAGER") or _first("less", "more")), str(path)], True


def show(command: list[str], *, wait: bool) -> None:
    """Start a viewer, and wait for its end if it has the terminal. Raises `UsageError`."""
    if wait:
        _run(command)
        return
    try:
        subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"{command[0]}: {error.strerror or error}") from None


def is_link(source: str) -> bool:
    """Whether a source is an address that a browser may open: http and https only."""
    return source.startswith(("http://", "https://"))


def _run(command: list[str]) -> None:
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise UsageError(f"{command[0]}: {error.strerror or error}") from None
    if code:
        raise UsageError(f"{command[0]} ended with {code}; nothing was changed")


def _first(*programs: str) -> str:
    return next((p for p in programs if shutil.which(p)), programs[-1])
