"""Backups: whole, checked, safe while the library is in use, and never over something else."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from store import schema
from store.errors import LibraryError, UsageError
from store.library import Library
from store.library.checking import examine
from tests.store.safety.damage import execute, page_of, tear
from tests.tui.running import dateline


def test_a_backup_is_the_library(library: Library, tmp_path: Path) -> None:
    row = library.list(limit=1).results[0]
    library.note(row.id, "remember")
    done = library.backup(tmp_path / "copy.db")
    with Library.open(tmp_path / "copy.db") as copy:
        assert copy.list() == library.list()
        assert copy.brief(row.id) == library.brief(row.id)
        assert done.briefs == copy.stats().briefs
    assert examine(tmp_path / "copy.db").sound


def test_a_backup_while_others_write_is_of_one_moment(library: Library, tmp_path: Path) -> None:
    ids = [row.id for row in library.list().results]
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            library.tag(ids, [f"t{number}"])  # all briefs have a tag, or none has

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            library.backup(tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with sqlite3.connect(tmp_path / f"{number}.db") as copy:
            counts = {r[0] for r in copy.execute("SELECT count(*) FROM tag GROUP BY tag")}
        copy.close()
        assert counts <= {len(ids)}
        assert examine(tmp_path / f"{number}.db").sound


def test_an_older_backup_is_replaced(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    library.backup(target)
    library.forget([library.list(limit=1).results[0].id])
    library.backup(target)
    with Library.open(target) as copy:
        assert copy.stats().briefs == library.stats().briefs
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("copy")) == ["copy.db"]


def test_nothing_else_is_overwritten(library: Library, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("ten years of work")
    (tmp_path / "empty").touch()
    for target in (tmp_path / "thesis.txt", tmp_path / "empty", tmp_path, library.path):
        with pytest.raises((UsageError, LibraryError)):
            library.backup(target)
    assert (tmp_path / "thesis.txt").read_text() == "ten years of work"


def test_a_damaged_library_is_not_backed_up_over_a_good_copy(
    library_path: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    with Library.open(library_path) as library:
        library.backup(target)
    before = target.read_bytes()
    tear(library_path, page_of(library_path, "entry"))
    with Library.open(library_path) as library, pytest.raises(LibraryError, match="doctor"):
        library.backup(target)
    assert target.read_bytes() == before
    assert list(tmp_path.glob("*.part*")) == []


def test_a_folder_that_is_not_there_is_said(library_path: Path, tmp_path: Path) -> None:
    done = dateline("backup", str(tmp_path / "no" / "copy.db"), library=library_path)
    assert done.exit_code == 3
    assert "copy.db" in done.stderr or "no" in done.stderr


def test_the_command_tells_what_it_wrote(library_path: Path, tmp_path: Path) -> None:
    done = dateline("backup", str(tmp_path / "copy.db"), "--json", library=library_path)
    told = json.loads(done.stdout)
    assert told["bytes"] == (tmp_path / "copy.db").stat().st_size
    with Library.open(library_path) as library:
        assert told["briefs"] == library.stats().briefs


@pytest.fixture
def _next_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Dateline that is one schema ahead of this one."""
    real = schema.migrate

    def migrate(connection: sqlite3.Connection) -> None:
        ahead = schema.VERSION
        real(connection)
        connection.execute("ALTER TABLE brief ADD COLUMN later TEXT")
        connection.execute(f"PRAGMA user_version={ahead}")

    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "migrate", migrate)


@pytest.mark.usefixtures("_next_schema")
def test_an_old_library_is_backed_up_before_it_is_migrated(library_path: Path) -> None:
    with Library.open(library_path) as library:
        briefs = library.stats().briefs
    kept = library_path.with_name(f"library.db.schema-{schema.VERSION - 1}")
    with sqlite3.connect(kept) as copy:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION - 1
        assert copy.execute("SELECT count(*) FROM entry").fetchone()[0] == briefs
    copy.close()


@pytest.mark.usefixtures("_next_schema")
def test_without_room_for_a_backup_nothing_is_migrated(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    monkeypatch.setattr("store.library.backups._copy", full)
    before = library_path.read_bytes()
    with pytest.raises(LibraryError, match="No space left"):
        Library.open(library_path)
    assert library_path.read_bytes() == before


def test_every_past_schema_is_kept_as_a_fixture() -> None:
    kept = Path(__file__).parent / "past_schemas"
    for number in range(1, schema.VERSION):
        assert (kept / f"{number}.db").exists(), f"keep a small library of schema {number}"


def test_a_copy_opens_where_nothing_can_be_written(library: Library, tmp_path: Path) -> None:
    library.backup(tmp_path / "copy.db")
    with sqlite3.connect(f"file:{tmp_path / 'copy.db'}?mode=ro&immutable=1", uri=True) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    copy.close()
    execute(tmp_path / "copy.db", "PRAGMA quick_check")
