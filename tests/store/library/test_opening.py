"""Opening a library: what is refused, why, and that a refused file is left as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from store import schema
from store.errors import LibraryForeign, LibraryMissing, LibraryNewer, LibraryReadOnly
from store.library import Library


def test_no_library_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="dateline ingest"):
        Library.open(tmp_path / "none.db")
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.parametrize("content", [b"not a database at all " * 50, b"x"])
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(LibraryForeign):
        Library.open(path, create=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "zotero.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE items (id INTEGER)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(LibraryForeign, match="left alone"):
        Library.open(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_and_left_alone(library_path: Path) -> None:
    newer = sqlite3.connect(library_path)
    newer.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    newer.commit()
    newer.close()
    before = library_path.read_bytes()
    with pytest.raises(LibraryNewer, match="update Dateline"):
        Library.open(library_path)
    assert library_path.read_bytes() == before


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryForeign):
        Library.open(tmp_path)


def test_opening_an_up_to_date_library_runs_no_migration(library_path: Path) -> None:
    before = library_path.stat().st_mtime_ns
    with Library.open(library_path) as library:
        assert library.stats().briefs > 0
    assert library_path.stat().st_mtime_ns == before


def test_the_index_agrees_with_the_briefs_and_can_be_rebuilt(library: Library) -> None:
    with library.writing() as db:
        db.execute("INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")
        before = db.execute("SELECT rowid FROM ft WHERE ft MATCH 'moscow'").fetchall()
        db.execute("INSERT INTO ft(ft) VALUES ('rebuild')")
        assert db.execute("SELECT rowid FROM ft WHERE ft MATCH 'moscow'").fetchall() == before


def test_the_vocabulary_is_what_the_index_holds(library: Library) -> None:
    with library.writing() as db:
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ft, col)")
        indexed = db.execute(
            "SELECT DISTINCT term FROM words WHERE col != 'facets' ORDER BY term"
        ).fetchall()
        kept = db.execute("SELECT term FROM vocab ORDER BY term").fetchall()
    assert kept == indexed


def test_a_failed_write_leaves_nothing_behind(library: Library) -> None:
    def fail_halfway() -> None:
        with library.writing() as db:
            db.execute("UPDATE brief SET public = 'x' || public")
            raise RuntimeError

    before = library.stats()
    with pytest.raises(RuntimeError):
        fail_halfway()
    assert library.stats() == before
    assert library.list(limit=1).results[0].id.startswith("b")


def test_a_read_only_library_opens_and_refuses_writes(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write anywhere, so the refusal is asked of SQLite itself.
    monkeypatch.setattr(schema, "WRITER_PRAGMAS", ("query_only=1",))
    with Library.open(library_path) as library:
        row = library.list(limit=1).results[0]
        with pytest.raises(LibraryReadOnly):
            library.set_starred([row.id], True)
