"""Dateline in a process of its own, which can be killed at any moment.

The process is forked from this one, where everything is imported already: starting Python anew
would take longer than what is to be killed.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.cli import cli

Work = Callable[[], None]

_STEPS = 100  # of SQLite's machine between two looks


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: killed, or by itself with this code, after so many seconds."""

    killed: bool
    code: int
    seconds: float


def command(library: Path, *words: str) -> Work:
    """Return the work of one command on a library, with what it prints thrown away."""

    def run() -> None:
        cli(["--library", str(library), *words], prog_name="dateline")

    return run


def counting(work: Work, *, kill_at: int | None = None, into: Path | None = None) -> Work:
    """Return `work` with the steps that SQLite takes for it counted, a hundred by a hundred.

    It kills itself (-9) at the step `kill_at`; how many there were is written into a file.
    """

    def run() -> None:
        steps = 0

        def step() -> None:
            nonlocal steps
            steps += 1
            if steps == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

        connect = sqlite3.connect

        def watched(*args: Any, **kwargs: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **kwargs)
            connection.set_progress_handler(step, _STEPS)
            return connection

        vars(sqlite3)["connect"] = watched
        try:
            work()
        finally:
            if into is not None:
                into.write_text(str(steps), encoding="utf-8")

    return run


def run(work: Work, *, kill_after: float | None = None, said: Path | None = None) -> Ended:
    """Run `work` in a process; kill it (-9) after so many seconds unless it has ended.

    What it says on stderr goes to the file `said`.
    """
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        _be(work, said)
    status = _wait(process, kill_after)
    code = os.waitstatus_to_exitcode(status)
    return Ended(code == -signal.SIGKILL, code, time.monotonic() - started)


def _wait(process: int, kill_after: float | None) -> int:
    """Return how the process ended, by itself or killed."""
    if kill_after is None:
        return os.waitpid(process, 0)[1]
    until = time.monotonic() + kill_after
    while time.monotonic() < until:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            return status
        time.sleep(0.0003)
    os.kill(process, signal.SIGKILL)
    return os.waitpid(process, 0)[1]


def _be(work: Work, said: Path | None) -> None:
    """Be the process: never return into the code that was forked."""
    code = 70
    try:
        os.setsid()
        _redirect(said)
        work()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(code)


def _redirect(said: Path | None) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) if said else null
    for number, target in ((0, null), (1, null), (2, out)):
        os.dup2(target, number)
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 - what was there may be a test's
    sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115
