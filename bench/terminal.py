"""A terminal of a given size with a program in it, of which every byte is counted."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager


class Terminal:
    """The program's side of a terminal is its own; `read` and `send` are what a reader does."""

    def __init__(self, main: int, program: int) -> None:
        self._main = main
        self.program = program
        """The number of the process."""

    def come(self, seconds: float) -> bytes:
        """Return what has come within so many seconds, as soon as there is anything."""
        ready = select.select([self._main], [], [], seconds)[0]
        return os.read(self._main, 1 << 16) if ready else b""

    def read(self, quiet: float, patience: float = 60.0) -> bytes:
        """Return what is written until nothing has come for `quiet` seconds."""
        seen = b""
        end = time.monotonic() + patience
        while time.monotonic() < end and (part := self.come(quiet)):
            seen += part
        return seen

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._main, keys.encode())


@contextmanager
def running(
    command: Sequence[str], size: tuple[int, int], env: Mapping[str, str]
) -> Iterator[Terminal]:
    """Start a program on a terminal of so many columns and rows; kill it at the end."""
    main, child = pty.openpty()
    columns, rows = size
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    program = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=child, env=env, start_new_session=True
    )
    os.close(child)
    try:
        yield Terminal(main, program.pid)
    finally:
        program.kill()
        program.wait()
        os.close(main)
