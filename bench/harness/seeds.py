"""What a run is made of: its seed, its length, and how far it came before it was stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_cache_path


def seed() -> int:
    """Return the seed of this run: SEED, or 1."""
    return int(os.environ.get("SEED", "1"))


def rounds(default: int) -> int:
    """Return how many rounds to run: ROUNDS, or what the chapter takes as enough."""
    return int(os.environ.get("ROUNDS", str(default)))


@contextmanager
def ground() -> Iterator[Path]:
    """Give a folder for a run, in memory where there is such a place: fsync costs nothing there.

    A kill loses what a process had in hand, never what it had written, wherever that is.
    """
    memory = Path("/dev/shm")
    with TemporaryDirectory(
        prefix="dateline-torture-", dir=memory if memory.is_dir() else None
    ) as folder:
        yield Path(folder)


@dataclass(slots=True)
class Run:
    """A run of numbered rounds whose results so far are kept in a file of their own."""

    file: Path
    results: dict[str, Any] = field(default_factory=dict)

    def left(self, count: int) -> Iterator[int]:
        """Yield the numbers of the rounds that have no result yet."""
        return (n for n in range(count) if str(n) not in self.results)

    def keep(self, number: int, result: Any) -> None:
        """Keep a round's result, so that it is not run again."""
        self.results[str(number)] = result
        self.file.parent.mkdir(parents=True, exist_ok=True)
        part = self.file.with_suffix(".part")
        part.write_text(json.dumps(self.results), encoding="utf-8")
        part.replace(self.file)

    def forget(self) -> None:
        """Drop what was kept: the run is whole, the next one begins anew."""
        self.file.unlink(missing_ok=True)


def resumed(name: str, number: int) -> Run:
    """Return the run of this name and seed, with the results that a stopped one left."""
    file = user_cache_path("dateline") / "torture" / f"{name}-{number}.json"
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Run(file, kept)


def through(name: str, count: int, one: Callable[[int, int], Any]) -> list[Any]:
    """Run `one(seed, number)` for every round that is left and return all rounds' results."""
    run = resumed(name, seed())
    for number in run.left(count):
        run.keep(number, one(seed(), number))
    results = [run.results[str(n)] for n in range(count)]
    run.forget()
    return results
