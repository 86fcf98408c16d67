"""What a command costs to start, counted in starts of Python itself."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.programs import BARE, DATELINE, by_turns, load
from bench.results import table
from store.ingest.pipeline import ingest
from store.library import Library
from tui.samples import sample_briefs

TITLE = "Starting a command"
_RUNS = 15


def run() -> str:
    """Start what is typed most on the sample briefs, side by side with Python and click."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "samples.db"
        with Library.open(path, create=True) as library:
            ingest(library, [sample_briefs()])
            brief = library.list(limit=1).results[0].id
        dateline = (*DATELINE, "--library", str(path))
        taken = by_turns(
            {
                "python -c pass": BARE,
                "python -c 'import click'": (*BARE[:2], "import click"),
                "dateline --version": (*dateline, "--version"),
                "dateline completion bash": (*dateline, "completion", "bash"),
                "dateline list": (*dateline, "list"),
                "dateline show": (*dateline, "show", brief),
                "dateline search iran": (*dateline, "search", "iran"),
                "dateline search iran --json": (*dateline, "search", "iran", "--json"),
                "dateline search shoigo, which is corrected": (*dateline, "search", "shoigo"),
                "dateline search pair:iran-russia": (*dateline, "search", "pair:iran-russia"),
            },
            _RUNS,
        )
    bare = taken["python -c pass"]
    rows = [(name, spent, spent / bare) for name, spent in taken.items()]
    return (
        table(("program", "processor ms", "to Python"), rows)
        + f"\nMedians of {_RUNS} starts taken by turns on the sample briefs, with bytecode at hand,"
        " as installed programs have it; files are in memory. Wanted: a search within 14 times"
        f" `python -c pass`. {load()}\n"
    )
