"""The doctor: each kind of damage is found and named, and what can be made again is mended."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from store.errors import LibraryError, LibraryMissing, LibraryNewer
from store.library import Library
from store.library.checking import examine
from store.library.mending import rebuild
from tests.store.safety.damage import execute, page_of, tear
from tests.tui.running import dateline

_FT = "title, byline, report, comment, facets"
# What was done to the library, what the doctor calls it, and where it says that it is.
MENDABLE = {
    "index rows deleted": (
        f"INSERT INTO ft (ft, rowid, {_FT}) SELECT 'delete', row, {_FT} FROM entry LIMIT 3",
        "missing index rows", "3 briefs",
    ),
    "an index's own rows deleted": (
        "DELETE FROM ft_docsize WHERE id IN (SELECT row FROM entry LIMIT 1)",
        "missing index rows", "1 brief",
    ),
    "index entries of no brief": (
        "INSERT INTO ft (rowid, title) VALUES (5, 'nobody wrote this')",
        "broken full-text index", "ft",
    ),
    "index emptied": ("DELETE FROM ft_data WHERE id > 10", "broken full-text index", "ft"),
    "part of the index gone": ("DROP TABLE ft_idx", "broken full-text index", "ft_idx"),
    "settings of the index gone": ("DROP TABLE ft_config", "broken full-text index", "ft_config"),
    "index gone": ("DROP TABLE ft", "broken full-text index", "ft"),
    "facets of no brief": (
        "INSERT INTO brief_country VALUES ('IR', 999999, 1, 1, '')",
        "orphan facets", "brief_country, 1 row",
    ),
    "people of a brief gone": (
        "DELETE FROM brief_person WHERE brief = (SELECT max(brief) FROM brief_person)",
        "facets unlike the facts", "1 brief",
    ),
    "a word miscounted": (
        "UPDATE vocab SET briefs = briefs + 1 WHERE term = 'moscow'", "wrong counts", "moscow",
    ),
    "paragraphs miscounted": (
        "UPDATE entry SET comments = 99 WHERE brief = 2", "wrong counts", "1 brief",
    ),
    "versions miscounted": (
        "UPDATE brief SET version = 7 WHERE id = 5", "wrong counts", "versions of 1 brief",
    ),
    "a brief out of order": (
        "UPDATE entry SET row = 1000000 WHERE brief = 4", "wrong order", "1 brief",
    ),
}  # fmt: skip


def test_a_sound_library_is_sound(library_path: Path) -> None:
    assert examine(library_path).findings == ()


@pytest.mark.parametrize("harm", MENDABLE)
def test_damage_to_what_is_derived_is_named_and_mended(library_path: Path, harm: str) -> None:
    with Library.open(library_path) as library:
        before = library.search("moscow", exact=True), library.people(), library.stats().briefs
    statement, what, where = MENDABLE[harm]
    execute(library_path, statement)
    findings = examine(library_path).findings
    assert [f for f in findings if f.what == what and where in f.where], findings
    rebuild(library_path)
    assert examine(library_path).findings == ()
    with Library.open(library_path) as library:
        after = library.search("moscow", exact=True), library.people(), library.stats().briefs
    assert after == before


@pytest.mark.parametrize("table", ["entry", "ft_data", "brief_person", "note_brief"])
def test_a_torn_page_is_found_and_the_briefs_never_rebuilt_over_it(
    library_path: Path, table: str
) -> None:
    with Library.open(library_path) as library:
        for row in library.list().results:
            library.note(row.id, "x" * 500)
    tear(library_path, page_of(library_path, table))
    findings = examine(library_path).findings
    assert any(f.what == "torn page" and "--recover" in f.mend for f in findings), findings
    before = library_path.read_bytes()
    if table == "entry":
        with pytest.raises(LibraryError, match="--recover NEW"):
            rebuild(library_path)
        assert library_path.read_bytes() == before


def test_missing_rows_of_an_ordinary_index_are_found_and_mended(library_path: Path) -> None:
    for sql in ("sql || ' WHERE brief > 5'", "replace(sql, ' WHERE brief > 5', '')"):
        execute(  # an index filled as a partial one, and then said to be whole
            library_path,
            "PRAGMA writable_schema=1",
            f"UPDATE sqlite_master SET sql = {sql} WHERE name = 'brief_pair_brief'",
        )
        if "||" in sql:
            execute(library_path, "REINDEX brief_pair_brief")
    found = [f.where for f in examine(library_path).findings if f.what == "missing index rows"]
    assert found == ["index brief_pair_brief"]
    rebuild(library_path)
    assert examine(library_path).sound


def test_a_text_that_was_changed_behind_the_library_is_found(library_path: Path) -> None:
    execute(library_path, "UPDATE entry SET report = 'other ' || report WHERE brief = 9")
    assert "altered text" in [f.what for f in examine(library_path).findings]


def test_marks_of_no_brief_are_found(library_path: Path) -> None:
    execute(library_path, "INSERT INTO tag VALUES ('arms', 777)")
    (finding,) = examine(library_path).findings
    assert (finding.what, finding.where) == (
        "rows that belong to nothing", "tag (no such brief)",
    )  # fmt: skip


@pytest.mark.parametrize("content", [b"just some notes\n" * 900, b"x"])
def test_a_foreign_file_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    assert [f.what for f in examine(path).findings] == ["foreign file"]
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["notes.db"]


def test_another_programs_database_is_a_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "zotero.sqlite"
    execute(path, "CREATE TABLE items (id INTEGER)")
    assert [f.what for f in examine(path).findings] == ["foreign file"]


def test_no_library_and_a_newer_one_are_refused(library_path: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        examine(tmp_path / "none.db")
    execute(library_path, "PRAGMA user_version=99")
    with pytest.raises(LibraryNewer):
        examine(library_path)


def test_looking_changes_nothing(library_path: Path) -> None:
    before = library_path.read_bytes()
    examine(library_path)
    assert library_path.read_bytes() == before


def test_the_command_says_it_and_exits_with_three(library_path: Path) -> None:
    assert dateline("doctor", library=library_path).exit_code == 0
    execute(library_path, "UPDATE vocab SET briefs = 99 WHERE term = 'moscow'")
    told = dateline("doctor", "--json", library=library_path)
    assert told.exit_code == 3
    answer = json.loads(told.stdout)
    assert answer["sound"] is False
    assert set(answer["findings"][0]) == {"what", "where", "mend"}
    assert "mend: dateline doctor --rebuild-index" in dateline(
        "doctor", library=library_path
    ).stdout.replace("\n        ", " ")
    assert dateline("doctor", "--rebuild-index", library=library_path).exit_code == 0


def test_a_recovery_by_command_lists_what_was_lost(library_path: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    sound = dateline("doctor", "--recover", str(new), library=library_path)
    assert sound.exit_code == 0
    shutil.copy(library_path, torn := tmp_path / "torn.db")
    tear(torn, page_of(torn, "entry"))
    lossy = dateline("doctor", "--recover", str(tmp_path / "2.db"), "--json", library=torn)
    assert lossy.exit_code == 1
    assert {lost["what"] for lost in json.loads(lossy.stdout)["lost"]} <= {"lost rows", "lost text"}
    again = dateline("doctor", "--recover", str(new), library=library_path)
    assert again.exit_code == 2
    assert "something already" in again.stderr
