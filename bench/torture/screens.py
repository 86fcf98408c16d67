"""Every screen of the app on a library of nasty briefs, key by key, looked at byte by byte."""

from __future__ import annotations

import os
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any

from bench.harness import desk, nasty, processes, watched
from bench.harness.payloads import QUERIES
from bench.harness.seeds import ground, rounds, seed
from store.library import Library
from tui.keys import COMMANDS

TITLE = "Torture: screens full of hostile text"
_ROUNDS = 60
_SECONDS = 240
_BIG = 200_000  # bytes of the largest file: screens show what there is, size is for the readers
_KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "left": "\x1b[D", "right": "\x1b[C", "question_mark": "?",
    "slash": "/", "left_square_bracket": "[", "right_square_bracket": "]", "f1": "\x1bOP",
    "left_curly_bracket": "{", "right_curly_bracket": "}", "ctrl+d": "\x04", "ctrl+u": "\x15",
    "ctrl+p": "\x10", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
}  # fmt: skip
_LEAVING = {"q", "ctrl+q", "ctrl+c", "o", "vertical_line", "|"}  # and what starts other programs


def run() -> str:
    """Open the app on hostile places, press every key there is, and look at what is painted."""
    with ground() as folder:
        library = prepare(folder)
        results = [one_visit(library, seed(), n) for n in range(rounds(_ROUNDS))]
    return told(results)


def told(results: list[dict[str, Any]]) -> str:
    """Return the figures of some visits as text."""
    wrong = [f"* {r['place']}: {r['wrong']}" for r in results if r["wrong"]]
    keys, size = sum(r["keys"] for r in results), sum(r["bytes"] for r in results)
    return (
        f"{'FAILED: ' if wrong else ''}{len(results)} visits of the app to hostile briefs, people,"
        f" pairs and queries, {keys:,} keys pressed, {size / 1e6:.1f} MB painted: {len(wrong)}"
        " tracebacks, smuggled escapes or hangs.\n" + "".join(f"{line}\n" for line in wrong)
    )


def prepare(folder: Path) -> Path:
    """Make a library of nasty briefs and return it."""
    nasty.write(folder / "files", seed(), big=_BIG)
    desk.used_library(folder / "warm")
    path, said = folder / "library.db", folder / "said"
    ended = processes.run(
        processes.command(path, "ingest", "--jobs", "1", str(folder / "files")), said=said
    )
    assert ended.code in (0, 1), said.read_text(errors="replace")[-1000:]
    return path


def one_visit(library: Path, seed: int, number: int) -> dict[str, Any]:
    """Open the app somewhere, press keys, leave it."""
    random = Random(f"{seed}-{number}")
    place = next(islice(_places(library, random), number % 40, None))
    keys = [*_presses(random), "\x1b", "\x1b", "\x11"]

    def work() -> None:
        os.environ["TERM"] = "xterm-256color"
        processes.command(library, "open", "--", place)()

    columns = random.choice((60, 80, 100, 120, 160))
    seen = watched.under_terminal(work, seconds=_SECONDS, keys=keys, columns=columns)
    wrong = watched.payload_in(seen.raw)
    if seen.code is None:
        wrong = wrong or "does not end"
    elif seen.code or b"Traceback" in seen.raw:
        wrong = wrong or f"exit {seen.code}: {ascii(seen.raw.decode(errors='replace'))[-600:]}"
    return {"place": ascii(place)[:80], "keys": len(keys), "bytes": len(seen.raw), "wrong": wrong}


def _places(library: Path, random: Random) -> Any:
    with Library.open(library) as opened:
        rows = [f"brief:{row.id}" for row in opened.list().results]
        people = [f"person:{person.id}" for person in opened.people(limit=100)]
        pairs = [f"pair:{pair.pair}" for pair in opened.pairs()]
    random.shuffle(rows)
    random.shuffle(people)
    queries = [q.replace("\0", "") for q in QUERIES if q.strip()]
    for some in zip(cycle(rows), cycle(people), cycle(pairs), cycle(queries), strict=False):
        yield from some


def _presses(random: Random) -> list[str]:
    every = [key for command in COMMANDS for key in command.keys if key not in _LEAVING]
    typed = random.choice(QUERIES)[:30].translate(dict.fromkeys(range(32)))
    chosen = [_KEYS.get(key, key if len(key) == 1 else "") for key in random.sample(every, 14)]
    return [*(key for key in chosen if key), "\x1b", "/", *typed[:12], "\r", "j", "\r"]
