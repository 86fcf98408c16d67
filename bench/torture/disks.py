"""A disk that is full, in the middle of any command: one clear line, and nothing half there."""

from __future__ import annotations

import resource
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from bench.harness import processes
from bench.harness.acts import Act
from bench.harness.processes import Work
from bench.harness.seeds import ground, rounds, through
from bench.results import table
from bench.torture.crashes import Ground
from store import schema

TITLE = "Torture: full disks"
_ROUNDS = 300
_PAGE = 8192
_ROOM = 24  # pages beyond what is there: less than the larger acts need


def run() -> str:
    """Fill the disk at random moments in every act and tell what became of it."""
    with ground() as folder:
        field = Field(folder)
        results = through("disks", rounds(_ROUNDS), field.round)
    return told(results)


def told(results: list[dict[str, Any]]) -> str:
    """Return the figures of some rounds as a table, and every failure in words."""
    wrong = [f"* round {r['round']}, {r['act']}: {r['wrong']}" for r in results if r["wrong"]]
    full = Counter(r["act"] for r in results if r["full"])
    tried = Counter(r["act"] for r in results)
    rows = [(act, tried[act], full[act]) for act in sorted(tried)]
    lines = "\n".join(["", *wrong]) if wrong else ""
    return (
        f"{'FAILED: ' if wrong else ''}{full.total():,} disks ran full in {len(results):,} rounds,"
        f" {len(wrong)} failures. Each time it was said in one line, the doctor found nothing,"
        f" nothing was half there, and with room the command completed.{lines}\n\n"
        + table(("act", "rounds", "ran full"), rows)
    )


class Field(Ground):
    """As for crashes, but the disk ends where the process would be killed."""

    def round(self, seed: int, number: int) -> dict[str, Any]:
        """Let the disk run full in one act, look, make room, let it complete."""
        random = Random(f"{seed}-{number}")
        by_pages = random.random() < 0.5

        def disturb(act: Act, library: Path) -> tuple[bool, str]:
            size = library.stat().st_size
            if by_pages:
                work = _pages(act.work(library), size // _PAGE + random.randrange(_ROOM))
            else:
                work = _bytes(act.work(library), int(size * random.uniform(0, 1.1)))
            said = library.with_name("said")
            ended = processes.run(work, said=said)
            text = said.read_text(errors="replace")
            wrong = "" if ended.code in (0, 3) else f"exit {ended.code}: {text[-500:]}"
            if ended.code == 3 and ("\n" in text.strip() or "full" not in text):
                wrong = f"not said in one clear line: {text[-500:]}"
            return ended.code == 3, wrong

        full, result = self.disturbed(number, disturb)
        return {**result, "full": full}


def _pages(work: Work, most: int) -> Work:
    """SQLite itself says that the disk is full, once the library has so many pages."""

    def run() -> None:
        vars(schema)["WRITER_PRAGMAS"] = (*schema.WRITER_PRAGMAS, f"max_page_count={most}")
        work()

    return run


def _bytes(work: Work, most: int) -> Work:
    """The system refuses to make any file, journals and copies too, larger than so."""

    def run() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        work()

    return run
