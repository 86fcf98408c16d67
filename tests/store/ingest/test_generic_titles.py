"""Generic titles: eighty press briefings are eighty briefs, and stay so."""

from __future__ import annotations

from pathlib import Path

from store.ingest.pipeline import Options, ingest
from store.library import Library


def test_press_briefings_do_not_collapse(real: Path, empty: Library) -> None:
    folder = real / "texts" / "press-briefings"
    first = ingest(empty, [folder], Options(jobs=1))
    assert (first.added, first.revised, first.unchanged, first.failed) == (80, 0, 0, 0)
    again = ingest(empty, [folder], Options(jobs=1))
    assert (again.added, again.revised, again.unchanged) == (0, 0, 80)
