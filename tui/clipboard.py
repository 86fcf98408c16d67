"""Copying: with the desktop's own tool, into tmux, through the terminal (OSC 52), into a file.

Which of them was used is said, because none can say whether the other side took the text.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from store.text import clean

_OSC52_LIMIT = 74_994
"""Bytes of text that every terminal which knows OSC 52 takes (xterm: 100,000 of base64)."""

IN_TMUX = "into tmux"
"""How it was copied: into tmux's buffer, and from there on to the terminal if that takes copies."""
HANDED = "through the terminal"
"""How it was copied: handed to the terminal, which never says whether it took it."""

# Sequences from inside tmux come to nothing as it is set at first: `set-clipboard external` takes
# none from programs, `allow-passthrough off` hands none on. Before 3.2 it knew no -w.
_TMUX = (["tmux", "load-buffer", "-w", "-"], ["tmux", "load-buffer", "-"])
_SECONDS = 3.0
_NO_TERMINAL = ("", "dumb", "linux")  # the Linux console swallows OSC 52 without effect


def copy(text: str, write: Callable[[str], object] | None, folder: Path) -> str:
    """Copy a text and say how: "with wl-copy", `IN_TMUX`, `HANDED`, "into FILE".

    `write` sends an escape sequence to the terminal, if there is one; `folder` takes the file.
    Raises OSError when not even a file can be written.
    """
    text = clean(text)
    for command in _native():
        if _took(command, text):
            return f"with {command[0]}"
    if os.environ.get("TMUX") and any(_took(command, text) for command in _TMUX):
        return IN_TMUX
    data = text.encode()
    if write is not None and _speaks_osc52() and len(data) <= _OSC52_LIMIT:
        write(_osc52(data))
        return HANDED
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "copied.txt"
    path.write_text(text, encoding="utf-8")
    return f"into {path}"


def _native() -> Iterator[list[str]]:
    """The clipboard tools of this desktop that are installed; over ssh there is no desktop."""
    if sys.platform == "darwin":
        offered = [["pbcopy"]]
    elif sys.platform == "win32" or "WSL_DISTRO_NAME" in os.environ:
        offered = [["clip.exe"]]
    else:
        offered = []
        if os.environ.get("WAYLAND_DISPLAY"):
            offered.append(["wl-copy"])
        if os.environ.get("DISPLAY"):
            offered += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    yield from (command for command in offered if shutil.which(command[0]))


def _took(command: list[str], text: str) -> bool:
    # clip.exe reads UTF-16; the others read UTF-8.
    data = text.encode("utf-16" if command[0] == "clip.exe" else "utf-8")
    try:
        done = subprocess.run(
            command, input=data, check=False, timeout=_SECONDS,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _speaks_osc52() -> bool:
    return os.environ.get("TERM", "") not in _NO_TERMINAL


def _osc52(data: bytes) -> str:
    sequence = f"\x1b]52;c;{base64.b64encode(data).decode()}\x07"
    if os.environ.get("TMUX"):
        # tmux hands on what is wrapped so, each ESC in it doubled.
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if os.environ.get("STY"):  # GNU screen
        return f"\x1bP{sequence}\x1b\\"
    return sequence
