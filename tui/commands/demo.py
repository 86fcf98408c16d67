"""`dateline demo`: the app on the sample briefs, in a library that is thrown away."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tui.launch import need_terminal, run_app


@click.command("demo")
def command() -> int:
    """Open the app on the sample briefs; your own library is not touched.

    \b
    Example: dateline demo
    """
    need_terminal()
    from store.ingest.pipeline import ingest
    from store.library import Library
    from tui.samples import sample_briefs

    samples = sample_briefs()
    with (
        TemporaryDirectory(prefix="dateline-demo-") as folder,
        Library.open(Path(folder) / "demo.db", create=True) as library,
    ):
        ingest(library, [samples])
        return run_app(library)
