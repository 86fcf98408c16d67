"""Ingest that is stopped in the middle: the library stays sound, the same command goes on."""

from __future__ import annotations

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tui.running import dateline
from tests.writing import brief_text, save

_FILES = 120
_PATIENCE = 120.0  # seconds: only a broken program ever takes as long
# Small batches, so that there is always a next one to be stopped in.
_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "import store.ingest.pipeline as p; p._BATCH_BRIEFS = 20;"
    "from tui.cli import main; main()"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(_FILES):
        report = f"Ferry {number} went to pier {number * 7919}, and its captain told nobody of it."
        save(tmp_path / "in", f"{number:03}.txt", brief_text(f"Ferry {number}", report=report))
    return tmp_path / "in"


def briefs_in(library: Path) -> int:
    if not library.exists():
        return 0
    try:
        with contextlib.closing(sqlite3.connect(library)) as db:
            return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


@pytest.mark.parametrize(
    ("sign", "jobs"), [(signal.SIGKILL, "1"), (signal.SIGINT, "1"), (signal.SIGINT, "2")]
)
def test_a_stopped_ingest_goes_on_without_repeating(
    folder: Path, tmp_path: Path, sign: signal.Signals, jobs: str
) -> None:
    library = tmp_path / "library.db"
    command = [sys.executable, "-c", _PROGRAM, "--library", str(library)]
    with subprocess.Popen(
        [*command, "ingest", "--jobs", jobs, str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        until = time.monotonic() + _PATIENCE
        while briefs_in(library) == 0 and process.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        process.send_signal(sign)
        _, said = process.communicate(timeout=_PATIENCE)
    kept = briefs_in(library)
    assert 0 < kept <= _FILES
    if sign == signal.SIGINT and process.returncode != 0:  # it may just have finished
        assert (process.returncode, said.strip()) == (130, "dateline: stopped")
    with contextlib.closing(sqlite3.connect(library)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        db.execute("INSERT INTO ft (ft, rank) VALUES ('integrity-check', 1)")
    rest = json.loads(dateline("ingest", "--json", str(folder), library=library).stdout)
    assert (rest["unchanged"], rest["added"], rest["revised"]) == (kept, _FILES - kept, 0)
    assert briefs_in(library) == _FILES
