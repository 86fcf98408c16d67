"""A command under a terminal of its own, and what of its bytes a terminal would act upon."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.harness.payloads import ESCAPES, INVISIBLE
from bench.harness.processes import Work

_QUIET = 0.4  # seconds without anything new: the program waits
_ALLOWED = re.compile(r"\x1b\[[0-9;]*m|\x1b\[K|\r?\n|\r(?=[^\r\n\x1b]*\x1b\[K)")
_ACTED_UPON = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f" + "".join(INVISIBLE.values()) + "\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a command printed, its exit code, and None in its place if it had to be killed."""

    raw: bytes
    code: int | None
    seconds: float

    def wrong(self) -> str:
        """Say what is wrong with it: a traceback, a raw escape, no end. Empty if nothing is."""
        if self.code is None:
            return f"does not end within {self.seconds:.0f} s"
        if self.code not in (0, 1, 2, 3):
            return f"exit code {self.code}"
        if b"Traceback (most recent call last)" in self.raw:
            return f"a traceback: {self.raw[-400:]!r}"
        return raw_escape(self.raw)


def raw_escape(raw: bytes) -> str:
    """Return the first thing in printed bytes that a terminal would act upon, "" for nothing.

    Colours and the line that is painted over in place are Dateline's own.
    """
    text = _ALLOWED.sub("", raw.decode(errors="replace"))
    found = _ACTED_UPON.search(text)
    if not found:
        return ""
    near = text[max(0, found.start() - 20) : found.end() + 20]
    return f"raw {found[0]!r} in {near!r}"


def payload_in(raw: bytes) -> str:
    """Return the name of a hostile escape that stands in the bytes of a full screen, "" if none.

    A full screen is made of escapes, so only those that a brief tried to smuggle in count.
    """
    text = raw.decode(errors="replace")
    for name, payload in ESCAPES.items():
        if "PWN" in payload and payload[0] in "\x1b\x90\x9b\x9d" and payload in text:
            return f"the escape {name}"
    found = re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]", text)
    return f"raw {found[0]!r}" if found else ""


def under_terminal(
    work: Work, *, seconds: float, keys: Sequence[str] = (), columns: int = 100
) -> Seen:
    """Run `work` in a process under a terminal; kill it after so many seconds.

    Each of the `keys` is pressed once nothing new was painted for a moment.
    """
    started = time.monotonic()
    process, main = pty.fork()
    if process == 0:
        _be(work)
    fcntl.ioctl(main, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    raw = _read(main, started + seconds, list(reversed(keys)))
    took = time.monotonic() - started
    if took >= seconds:
        os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    os.close(main)
    code = None if took >= seconds else os.waitstatus_to_exitcode(status)
    return Seen(raw, code, took)


def _read(main: int, until: float, keys: list[str]) -> bytes:
    """Read until the program has gone, pressing the last of `keys` whenever it is quiet."""
    parts: list[bytes] = []
    while time.monotonic() < until:
        ready, _, _ = select.select([main], [], [], _QUIET)
        if not ready:
            if parts and keys:
                os.write(main, keys.pop().encode())
            continue
        try:
            data = os.read(main, 1 << 16)
        except OSError:  # what Linux says when the other end is closed
            break
        if not data:
            break
        parts.append(data)
    return b"".join(parts)


def _be(work: Work) -> None:
    code = 70
    try:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - what was there may be a test's
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
        work()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)
