"""Running the command line in tests: in this process, or under a terminal of its own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tui.cli import cli

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>78])"
)
_PATIENCE = 60.0  # seconds: only a broken program ever takes as long


def dateline(*args: str, library: Path | None = None, stdin: str | bytes = "") -> Result:
    """Run one command in this process; stdout and stderr stand apart in the result."""
    place = ["--library", str(library)] if library else []
    return CliRunner().invoke(cli, [*place, *args], input=stdin, prog_name="dateline")


def program() -> list[str]:
    """The start of a command line that runs Dateline in a process of its own."""
    return [sys.executable, "-c", "from tui.cli import main; main()"]


class Terminal:
    """A program under a terminal; `text` is what it printed so far, without escapes."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], columns: int) -> None:
        self.raw = ""
        self._main, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process: subprocess.Popen[Any] = subprocess.Popen(
            command, stdin=child, stdout=child, stderr=child, env=env, start_new_session=True
        )
        os.close(child)

    @property
    def text(self) -> str:
        return _ESCAPES.sub("", self.raw)

    def wait_for(self, text: str) -> None:
        """Return once `text` was printed; fail if the program ends or hangs before."""
        until = time.monotonic() + _PATIENCE
        while text not in self.text:
            assert time.monotonic() < until, f"{text!r} never came: {self.text[-2000:]!r}"
            assert self._read(), f"ended without {text!r}: {self.text[-2000:]!r}"

    def press(self, keys: str) -> None:
        os.write(self._main, keys.encode())

    def exit_code(self) -> int:
        """Read to the end and return the program's exit code."""
        until = time.monotonic() + _PATIENCE
        while self._read():
            assert time.monotonic() < until, f"does not end: {self.text[-2000:]!r}"
        return self.process.wait(_PATIENCE)

    def _read(self) -> bool:
        """Read what there is; False once the program has gone."""
        ready, _, _ = select.select([self._main], [], [], 0.2)
        if not ready:
            return True
        try:
            data = os.read(self._main, 1 << 16)
        except OSError:  # what Linux says when the other end is closed
            return False
        self.raw += data.decode(errors="replace")
        return bool(data)

    def hang_up(self) -> int:
        """Take the terminal away and return the exit code of the program, which has to end."""
        os.close(self._main)
        self._main = -1
        return self.process.wait(_PATIENCE)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        if self._main >= 0:
            os.close(self._main)


@contextlib.contextmanager
def terminal(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, columns: int = 120
) -> Iterator[Terminal]:
    """Run a command under a terminal and end it afterwards, whatever happened."""
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "PAGER", "LESS")}
    shown = Terminal(command, {**clean, "TERM": "xterm-256color", **(env or {})}, columns)
    try:
        yield shown
    finally:
        shown.close()
