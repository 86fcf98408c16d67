"""Readers and a writer on one library: nobody waits for long, nobody sees half a batch."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

from bench.harness import desk, processes
from bench.harness.seeds import ground, rounds
from bench.results import table
from store.library import Library
from store.library.checking import examine

TITLE = "Torture: two readers and an ingest together"
_ROUNDS = 20
_BATCH = 4  # sources a batch, so that there are many commits to be seen
_QUERIES = ("iran", "pair:IR-RU", "in:comment likely", "shoigu", "date:2017..2019", "is:unread")


def run() -> str:
    """Let two readers look while an ingest, tags and a backup go on; tell what they saw."""
    results = []
    with ground() as folder:
        for number in range(rounds(_ROUNDS)):
            results.append(one_round(folder / str(number)))
            shutil.rmtree(folder / str(number))
    return told(results)


def told(results: list[dict[str, Any]]) -> str:
    """Return the figures of some rounds as text."""
    wrong = [f"* {line}" for r in results for line in r["wrong"]]
    looks, states = sum(r["looks"] for r in results), sum(r["states"] for r in results)
    longest = max((r["longest"] for r in results), default=0.0)
    rows = [("looks at the library", looks), ("different states seen", states)]
    return (
        f"{'FAILED: ' if wrong else ''}{len(results)} rounds, {len(wrong)} failures. The longest"
        f" any reader waited for an answer was {longest:.2f} s.\n\n"
        + "".join(f"{line}\n" for line in wrong)
        + table(("what", "count"), rows)
    )


def one_round(place: Path) -> dict[str, Any]:
    """Take briefs in, tag and back up, with two readers beside it."""
    path = desk.used_library(place)
    desk.incoming(place / "incoming")
    stop = place / "stop"
    readers = [_start(_reading(path, stop, place / f"seen{n}")) for n in range(2)]
    try:
        codes = [
            processes.run(work, said=place / "said").code
            for work in (
                _in_small_batches(path, place / "commits"),
                processes.command(path, "tag", "country:IR", "+together"),
                processes.command(path, "backup", str(place / "copy.db")),
            )
        ]
    finally:
        stop.touch()
        ends = [os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) for reader in readers]
    wrong = [f"exit codes {codes} {ends}"] * any((*codes, *ends))
    seen = [_seen(place / f"seen{n}") for n in range(2)]
    committed = {int(n) for n in (place / "commits").read_text().split()}
    strange = {n for counts, _, _ in seen for n in counts} - committed
    wrong += [f"a state that was never committed: {sorted(strange)} briefs"] * bool(strange)
    for library in (path, place / "copy.db"):
        wrong += [str(finding) for finding in examine(library).findings]
    return {
        "looks": sum(looks for _, looks, _ in seen),
        "states": len({n for counts, _, _ in seen for n in counts}),
        "longest": max(longest for _, _, longest in seen),
        "wrong": wrong,
    }


def _start(work: processes.Work) -> int:
    process = os.fork()
    if process:
        return process
    code = 70
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def _in_small_batches(path: Path, commits: Path) -> processes.Work:
    """An ingest that writes down how many briefs there are after each commit, and before."""

    def work() -> None:
        from store.ingest import pipeline

        vars(pipeline)["_BATCH_BRIEFS"] = _BATCH
        with Library.open(path) as library, commits.open("w") as log:
            log.write(f"{library.stats().briefs} ")
            options = pipeline.Options(jobs=1)
            for _ in pipeline.ingest_items(library, [path.with_name("incoming")], options):
                log.write(f"{library.stats().briefs} ")

    return work


def _reading(path: Path, stop: Path, out: Path) -> processes.Work:
    """An app's reader: lists, searches and opens briefs until it is told to stop."""

    def work() -> None:
        counts: set[int] = set()
        longest, looks = 0.0, 0
        with Library.open(path) as library:
            while not stop.exists():
                started = time.monotonic()
                listed = library.list()
                counts.add(listed.total)
                assert len(listed.results) == listed.total
                query = _QUERIES[looks % len(_QUERIES)]
                for row in library.search(query, limit=3).results:
                    assert library.brief(row.id).title == row.title
                longest, looks = max(longest, time.monotonic() - started), looks + 1
        out.write_text(f"{longest} {looks} {' '.join(map(str, counts))}")

    return work


def _seen(file: Path) -> tuple[set[int], int, float]:
    longest, looks, *counts = file.read_text().split() if file.exists() else ("0", "0")
    return {int(n) for n in counts}, int(looks), float(longest)
