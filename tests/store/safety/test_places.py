"""Where a library is: read-only files and folders, synced and network folders, a vanished file."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store import schema
from store.errors import LibraryMissing, LibraryNewer, LibraryReadOnly
from store.library import Library
from store.library.checking import examine
from store.library.folders import doubt
from tests.store.safety.damage import execute
from tests.tui.running import dateline

NOBODY = 65534


def as_somebody_else(act: Callable[[], None]) -> None:
    """Run `act` in a process that may write only what everybody may: root may write anywhere."""
    process = os.fork()
    if process == 0:
        try:
            if os.getuid() == 0:
                os.setuid(NOBODY)
            act()
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


@pytest.fixture
def shared(library_path: Path) -> Iterator[Path]:
    """The sample library in a folder that everybody can reach (pytest's own are private)."""
    with TemporaryDirectory(prefix="dateline-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copy(library_path, Path(folder) / "library.db"))


@pytest.mark.parametrize("folder_mode", [0o755, 0o777, 0o555])
def test_a_file_that_cannot_be_written_opens_for_reading(shared: Path, folder_mode: int) -> None:
    shared.chmod(0o444)
    shared.parent.chmod(folder_mode)

    def read_and_try_to_write() -> None:
        with Library.open(shared) as library:
            assert library.read_only
            row = library.search("moscow", limit=1).results[0]
            assert library.brief(row.id).title == row.title
            with pytest.raises(LibraryReadOnly, match="can be read but not written"):
                library.set_starred([row.id], True)
        assert examine(shared).sound

    as_somebody_else(read_and_try_to_write)
    shared.parent.chmod(0o755)


def test_an_old_library_that_cannot_be_written_is_refused(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared.chmod(0o444)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)

    def open_it() -> None:
        with pytest.raises(LibraryReadOnly, match="older Dateline"):
            Library.open(shared)

    as_somebody_else(open_it)


def test_a_newer_library_with_commits_still_in_its_journal_stays_as_it_was(
    library_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "newer"
    folder.mkdir()
    with Library.open(library_path) as library, library.writing() as db:
        db.execute("INSERT INTO meta VALUES ('from', 'the future')")
        db.execute(f"PRAGMA user_version={schema.VERSION + 1}")
        db.execute("COMMIT")
        for part in library_path.parent.glob("library.db*"):
            shutil.copy(part, folder)
        db.execute(f"PRAGMA user_version={schema.VERSION}")
        db.execute("BEGIN")
    before = {name: (folder / name).read_bytes() for name in ("library.db", "library.db-wal")}
    assert before["library.db-wal"]
    with pytest.raises(LibraryNewer):
        Library.open(folder / "library.db")
    assert before == {name: (folder / name).read_bytes() for name in before}


def test_a_library_that_vanished_takes_no_writes(library: Library) -> None:
    row = library.list(limit=1).results[0]
    library.path.rename(library.path.with_name("elsewhere.db"))
    with pytest.raises(LibraryMissing, match="moved, removed or replaced"):
        library.set_starred([row.id], True)
    assert not library.path.exists()


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Dropbox/briefs", "Dropbox"),
        ("OneDrive - Pinewater Institute", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_synced_folder_is_warned_of(tmp_path: Path, folder: str, program: str) -> None:
    path = tmp_path / folder / "library.db"
    assert program in (doubt(path) or "")
    told = dateline("ingest", "-", library=path, stdin="A title\n\nA paragraph of text.")
    assert program in told.stderr


def test_a_folder_with_the_mark_of_a_sync_program_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert "Syncthing" in (doubt(tmp_path / "deep" / "library.db") or "")


def test_a_network_folder_is_warned_of(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/export /mnt/team\\040share nfs4 rw 0 0\n"
        "//nas/home /mnt/nas cifs rw 0 0\n"
    )
    assert "nfs4" in (doubt(Path("/mnt/team share/briefs/library.db"), mounts) or "")
    assert "cifs" in (doubt(Path("/mnt/nas/library.db"), mounts) or "")
    assert doubt(Path("/home/me/library.db"), mounts) is None


def test_an_ordinary_folder_is_not(library_path: Path) -> None:
    assert doubt(library_path) is None
    execute(library_path, "PRAGMA quick_check")
