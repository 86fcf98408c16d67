"""`dateline demo`: the app on the sample briefs, in a library that is thrown away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from tui.launch import need_terminal, run_app
from tui.samples import sample_briefs

if TYPE_CHECKING:
    from store.library import Library


@click.command("demo")
def command() -> int:
    """Open the app on the sample briefs; your own library is not touched.

    \b
    Example: dateline demo
    """
    need_terminal()
    samples = sample_briefs()
    with TemporaryDirectory(prefix="dateline-demo-") as folder:
        return run_app(partial(_library, Path(folder) / "demo.db", samples))


def _library(path: Path, samples: Path) -> Library:
    from store.ingest.pipeline import Options, ingest
    from store.library import Library

    library = Library.open(path, create=True)
    # In this process: the app holds the terminal, so others cannot be started from here.
    ingest(library, [samples], Options(jobs=1))
    return library
