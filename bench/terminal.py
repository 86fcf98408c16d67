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

    def __init__(self, main: int) -> None:
        self._main = main

    def read(self, quiet: float, patience: float = 60.0) -> bytes:
        """Return what is written until nothing has come for `quiet` seconds."""
        seen = b""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not select.select([self._main], [], [], quiet)[0]:
                break
            seen += os.read(self._main, 1 << 16)
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
        yield Terminal(main)
    finally:
        program.kill()
        program.wait()
        os.close(main)
