"""Nasty files into a library, and out of it by every command: what is let in, and what gets out."""

from __future__ import annotations

import os
import resource
from collections import Counter
from pathlib import Path
from typing import Any

from bench.harness import desk, every_command, nasty, processes, watched
from bench.harness.processes import Work
from bench.harness.seeds import ground, rounds, seed
from bench.results import table
from store.ingest.parsing import UNFORESEEN
from store.ingest.pipeline import Options, ingest
from store.library import Library
from store.library.checking import examine

TITLE = "Torture: hostile files"
_EACH = 12  # command lines for each command
_SECONDS = 120  # of processor for one file or command: only one that hangs takes as long
_MEMORY = 4 << 30  # bytes of address space


def run() -> str:
    """Take in every nasty file by itself and all together, then run every command on them."""
    with ground() as folder:
        files = folder / "files"
        count = nasty.write(files, seed())
        outside = _tree(folder)
        desk.used_library(folder / "alone")  # and everything is loaded before processes are forked
        alone = [one_file(path, folder) for path in _paths(files)]
        library = together(files, folder)
        said = [one_command(library, words) for words in
                every_command.lines(library, seed(), rounds(_EACH))]  # fmt: skip
        strays = sorted(_tree(folder) - outside - {"library.db"})
        health = examine(library)
    wrong = [x["wrong"] for x in (*alone, *said) if x["wrong"]]
    wrong += [f"a file outside: {name}" for name in strays]
    wrong += [str(finding) for finding in health.findings]
    return told(count, alone, said, wrong)


def told(
    count: int, alone: list[dict[str, Any]], said: list[dict[str, Any]], wrong: list[str]
) -> str:
    """Return the figures as text."""
    ends = Counter(x["status"] for x in alone)
    slowest = max(alone, key=lambda x: x["seconds"])
    largest = max(alone, key=lambda x: x["megabytes"])
    rows = [(status, ends[status]) for status in sorted(ends)]
    failed = "FAILED: " if wrong else ""
    lines = "".join(f"* {line}\n" for line in wrong)
    return (
        f"{failed}{count:,} nasty files and {len(said):,} command lines under a terminal, on a"
        f" library of them all: {len(wrong)} tracebacks, raw escapes, hangs or strays.\n{lines}\n"
        f"Slowest file: {slowest['name']}, {slowest['seconds']:.1f} s of processor. Most memory:"
        f" {largest['name']}, {largest['megabytes']:,} MB.\n\n" + table(("files", "count"), rows)
    )


def one_file(path: Path, folder: Path) -> dict[str, Any]:
    """Take one file into a library, in a process with limits of time and memory."""
    place = folder / "alone"
    out, said = place / "out", place / "said"
    out.unlink(missing_ok=True)
    ended = processes.run(_limited(_taking_in(path, place, out)), said=said)
    name = ascii(path.name)
    result = {"name": name, "status": "no answer", "seconds": 0.0, "megabytes": 0, "wrong": ""}
    if ended.code != 0 or not out.exists():
        result["wrong"] = f"{name}: exit {ended.code}, {said.read_text(errors='replace')[-300:]}"
        return result
    status, seconds, megabytes = out.read_text().split()
    return {**result, "status": status, "seconds": float(seconds), "megabytes": int(megabytes)}


def _taking_in(path: Path, place: Path, out: Path) -> Work:
    def work() -> None:
        before = resource.getrusage(resource.RUSAGE_SELF)
        with Library.open(place / "library.db") as library:
            report = ingest(library, [path], Options(jobs=1))
        after = resource.getrusage(resource.RUSAGE_SELF)
        status = report.items[0].status if report.items else "skipped"
        for item in report.items:
            assert UNFORESEEN not in (item.error or ""), item.error
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        out.write_text(f"{status} {seconds:.3f} {after.ru_maxrss // 1024}")

    return work


def together(files: Path, folder: Path) -> Path:
    """Take all files into one library and return it."""
    path = folder / "library.db"
    ended = processes.run(
        processes.command(path, "ingest", "--jobs", "1", str(files)), said=folder / "alone" / "said"
    )
    assert ended.code in (0, 1), (folder / "alone" / "said").read_text(errors="replace")[-1000:]
    return path


def one_command(library: Path, words: list[str]) -> dict[str, Any]:
    """Run one command line under a terminal and look at its bytes."""
    place = library.parent / "alone"

    def work() -> None:
        os.chdir(place)  # where a command that writes a file writes it
        os.environ.update({"PAGER": "cat", "TERM": "xterm-256color"})
        processes.command(library, *words)()

    seen = watched.under_terminal(_limited(work), seconds=2 * _SECONDS)
    wrong = seen.wrong()
    return {"words": words, "wrong": f"{ascii(words)[:300]}: {wrong}" if wrong else ""}


def _limited(work: Work) -> Work:
    """Let a process be ended that takes too much time or memory."""

    def run() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        work()

    return run


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))


def _tree(folder: Path) -> set[str]:
    """The names in a folder, but for journals and what runs write there on purpose."""
    names = {path.name for path in folder.iterdir()}
    return {n for n in names if not n.endswith(("-wal", "-shm")) and n not in ("alone", "files")}
