"""Kill -9 at random moments; what is committed stays, nothing is half there, all goes on."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import gettempdir
from typing import Any

from bench.harness import desk, processes, states
from bench.harness.acts import Act, acts, one_schema_ahead
from bench.harness.processes import Ended
from bench.harness.seeds import ground, rounds, through
from bench.harness.states import State
from bench.results import table
from store.errors import DatelineError
from store.library import Library
from store.library.checking import examine

TITLE = "Torture: crashes"
_KILLS = 1200


def run() -> str:
    """Kill every act in turn and tell how often, and what did not survive."""
    with ground() as folder:
        results = through("crashes", rounds(_KILLS), Ground(folder).round)
    return told(results)


def told(results: list[dict[str, Any]]) -> str:
    """Return the figures of some rounds as a table, and every failure in words."""
    kills = Counter(r["act"] for r in results if r["killed"])
    seen = Counter((r["act"], r["found"]) for r in results if r["killed"])
    failures = [f"* round {r['round']}, {r['act']}: {r['wrong']}" for r in results if r["wrong"]]
    rows = [
        (act, kills[act], seen[act, "before"], seen[act, "between"], seen[act, "after"])
        for act in sorted(kills)
    ]
    head = ("killed", "times", "nothing kept", "some batches kept", "all kept")
    kept = (
        "After each the library opened, the doctor found nothing, what had been committed and all"
        " that the reader had done was there, nothing was half there, and the same command"
        " completed."
    )
    if failures:
        kept = "\n".join(failures)
    summary = (
        f"{'FAILED: ' if failures else ''}{kills.total():,} kills in {len(results):,} rounds,"
        f" {len(failures)} failures. {kept}\n\n"
    )
    return summary + table(head, rows)


@dataclass(frozen=True, slots=True)
class _Whole:
    """An act that nobody killed: seconds, steps of SQLite, and what it left."""

    seconds: float
    steps: int
    after: State


class Ground:
    """Where rounds take place: a used library, and for each act how long it takes and its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._place = folder / "place"  # always the same one: sources are known by their paths
        self._base = folder / "base"
        desk.used_library(self._place)
        desk.incoming(self._place / "incoming")
        shutil.copytree(self._place, self._base)
        self._befores: dict[Path | None, State] = {}
        self._acts = acts()
        self._ends: dict[str, _Whole] = {}

    def round(self, seed: int, number: int) -> dict[str, Any]:
        """Kill one act at one moment, look, let it complete, look again."""
        random = Random(f"{seed}-{number}")

        def kill(act: Act, library: Path) -> tuple[bool, str]:
            return self._kill(act, library, self._whole(act), random).killed, ""

        killed, result = self.disturbed(number, kill)
        return {**result, "killed": killed}

    def disturbed(
        self, number: int, disturb: Callable[[Act, Path], tuple[bool, str]]
    ) -> tuple[bool, dict[str, Any]]:
        """Let an act be disturbed, look at what it left, let it complete, look again.

        `disturb` says whether it was, and what was wrong with how the act took it.
        """
        act = self._acts[number % len(self._acts)]
        after = self._whole(act).after
        library = self._fresh(act)
        disturbed, wrong = disturb(act, library)
        result = {"round": number, "act": act.name, "found": "", "wrong": wrong}
        try:
            with one_schema_ahead() if act.name == "migration" else nullcontext():
                result["found"] = self._look(act, library, after)
                self._complete(act, library, after)
        except (AssertionError, DatelineError, sqlite3.Error) as error:
            result["wrong"] = f"{wrong} {type(error).__name__}: {error}"
        if result["wrong"]:
            kept = Path(gettempdir()) / f"dateline-torture-failed-{number}"
            shutil.copytree(library.parent, kept, dirs_exist_ok=True)
        return disturbed, result

    def _kill(self, act: Act, library: Path, whole: _Whole, random: Random) -> Ended:
        """Kill at a random step of SQLite's, or (one time in three) at a random moment."""
        if whole.steps and random.random() < 2 / 3:
            at = random.randint(1, whole.steps)
            return processes.run(processes.counting(act.work(library), kill_at=at))
        return processes.run(act.work(library), kill_after=random.uniform(0, whole.seconds))

    def _whole(self, act: Act) -> _Whole:
        """How long the act takes undisturbed, and what it leaves."""
        if act.name not in self._ends:
            library = self._fresh(act)
            said, steps = library.with_name("said"), library.with_name("steps")
            ended = processes.run(processes.counting(act.work(library), into=steps), said=said)
            assert ended.code == 0, f"{act.name} fails undisturbed: {said.read_text()}"
            after = states.state_of(library)
            self._ends[act.name] = _Whole(ended.seconds, int(steps.read_text()), after)
        return self._ends[act.name]

    def _fresh(self, act: Act) -> Path:
        shutil.rmtree(self._place)
        shutil.copytree(self._base, self._place)
        library = self._place / "library.db"
        if act.begins_with is not None:
            shutil.copy(act.begins_with, library)
        if act.begins_with not in self._befores:
            self._befores[act.begins_with] = states.state_of(library)
        return library

    def _look(self, act: Act, library: Path, after: State) -> str:
        """Check what is there after the kill; return how much of the act was kept."""
        before = self._befores[act.begins_with]
        health = examine(library)
        assert health.sound, f"the doctor finds {health.findings}"
        if act.writes:
            _check_copy(library.with_name(f"{library.name}.{act.writes}"), before)
        now = states.state_of(library)
        if now == before:
            return "before"
        if now == after:
            return "after"
        assert not act.whole, f"half there: {states.difference(now, before)}"
        _check_between(before, now, after)
        return "between"

    def _complete(self, act: Act, library: Path, after: State) -> None:
        if states.state_of(library) != after or act.writes:
            said = library.with_name("said")
            ended = processes.run(act.work(library), said=said)
            assert ended.code == 0, f"does not complete: {said.read_text()[-500:]}"
            now = states.state_of(library)
            assert now == after, f"completes otherwise: {states.difference(now, after)}"
        health = examine(library)
        assert health.sound, f"after completing the doctor finds {health.findings}"
        with Library.open(library) as opened:  # and migrated, if it was not
            assert opened.list(limit=1).total > 0, "nothing is listed"


def _check_between(before: State, now: State, after: State) -> None:
    """Every brief is as it was or as it will be, and the reader's own is all there."""
    for name in states.READERS_OWN:
        assert now.get(name) == before.get(name), f"the reader's own changed: {name}"
    old, new = states.briefs_of(before), states.briefs_of(after)
    for brief, row in states.briefs_of(now).items():
        assert row in (old.get(brief), new.get(brief)), f"brief {brief} is half there"
    gone = old.keys() - states.briefs_of(now).keys()
    assert not gone, f"briefs that were there are gone: {gone}"


def _check_copy(copy: Path, before: State) -> None:
    """A copy is whole or not there."""
    if copy.exists():
        assert states.state_of(copy) == before, f"the copy is not whole: {copy.name}"
