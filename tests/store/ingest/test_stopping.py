"""An ingest that is stopped keeps what was read, and the same ingest goes on from there."""

from __future__ import annotations

from pathlib import Path

from store.ingest.pipeline import Options, Progress, Stopped, ingest
from store.library import Library
from tests.writing import brief_text, save


def test_what_was_read_before_a_stop_is_kept(empty: Library, tmp_path: Path) -> None:
    for n in range(6):
        report = f"Ferry {n} went to pier {n * 7919}, and its captain told nobody of it."
        save(tmp_path / "in", f"{n}.txt", brief_text(f"A ferry at pier {n}", report=report))

    def stop_at_three(done: Progress) -> None:
        if done.files_done == 3:
            raise Stopped

    first = ingest(empty, [tmp_path / "in"], Options(jobs=1), stop_at_three)
    assert (first.added, len(first.items)) == (3, 3)
    rest = ingest(empty, [tmp_path / "in"], Options(jobs=1))
    assert (rest.unchanged, rest.added) == (3, 3)
