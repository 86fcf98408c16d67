"""Starting programs and weighing them by processor time, which other programs hardly change."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

BARE = (sys.executable, "-c", "pass")
"""The least that a start of Python costs."""
DATELINE = (sys.executable, "-c", "from tui.cli import main; main()")


def environment() -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode, as an installed program has it.

    Without bytecode every start would compile all modules anew; the first start, which nobody
    counts, makes it.
    """
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def load() -> str:
    """Say how busy the machine was during the last minute."""
    return f"Load: {os.getloadavg()[0]:.1f} programs on {os.cpu_count()} processors."


def by_turns(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, float]:
    """Run commands by turns, so that all meet the same noise; return medians, in milliseconds.

    What is measured is the processor time of a whole program, its end included.
    """
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            spent = _processor_time(command)
            if run:  # the first is to warm up
                taken[name].append(spent * 1000)
    return {name: median(times) for name, times in taken.items()}


def _processor_time(command: Sequence[str]) -> float:
    null = subprocess.DEVNULL
    program = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, env=environment())
    _, _, used = os.wait4(program.pid, 0)
    program.returncode = 0  # it was waited for here
    return used.ru_utime + used.ru_stime


def so_far(pid: int) -> float:
    """Return the processor time that a running program has taken so far, in seconds.

    Read from Linux's /proc, whose schedstat counts nanoseconds for every thread; 0 elsewhere.
    """
    threads = Path(f"/proc/{pid}/task")
    spent = 0
    for thread in threads.iterdir() if threads.is_dir() else ():
        try:
            spent += int((thread / "schedstat").read_text().split()[0])
        except OSError:  # it has ended meanwhile
            continue
    return spent / 1e9
