"""A library of every past schema comes up to date with all that was in it.

`past_schemas` holds one of each, made by the Dateline of that time: eight sample briefs of which
one is forgotten, a star, two tags and a note.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from store import schema
from store.ingest.pipeline import ingest
from store.library import Library, index
from store.library.checking import examine
from tests.store.library.test_index import kept
from tests.writing import save

PAST = sorted((Path(__file__).parent / "past_schemas").glob("*.db"))


@pytest.fixture(params=PAST, ids=lambda path: f"schema {path.stem}")
def past(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A library of a past schema, not opened yet."""
    return Path(shutil.copy(request.param, tmp_path / "library.db"))


def test_it_is_sound_and_as_if_made_today(past: Path) -> None:
    with Library.open(past) as library:
        assert library.stats().briefs == 7
        with library.writing() as db:
            assert db.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
            migrated = kept(db)
            headings = db.execute("SELECT * FROM heading ORDER BY 1, 2").fetchall()
            index.rebuild(db)
            assert kept(db) == migrated
    assert len(headings) == 7
    assert examine(past).sound


def test_its_tables_are_those_of_a_new_library(past: Path, tmp_path: Path) -> None:
    def shape(path: Path) -> set[tuple[str, str]]:
        with sqlite3.connect(path) as db:
            rows = db.execute("SELECT name, sql FROM sqlite_master").fetchall()
        db.close()
        return set(rows)

    Library.open(past).close()
    Library.open(tmp_path / "new.db", create=True).close()
    assert shape(past) == shape(tmp_path / "new.db")


def test_what_the_reader_did_is_there(past: Path) -> None:
    with Library.open(past) as library:
        assert library.search("is:starred").total == 1
        assert library.search("tag:kept").total == 2
        assert library.search("is:noted").total == 1
        library.undo()
        assert library.stats().briefs == 8


def test_it_is_searched_by_word_title_and_sound(past: Path) -> None:
    with Library.open(past) as library:
        assert library.search("in:title hamadan").total == 1
        assert library.search("in:comment saudi").total >= 1
        assert library.search("hammadan").corrections


def test_a_revised_text_finds_its_earlier_version(past: Path, tmp_path: Path) -> None:
    with Library.open(past) as library:
        row = next(r for r in library.list().results if r.authors and len(r.date or "") == 10)
        brief = library.brief(row.id)
        author = brief.authors[0]
        byline = f"By {author.name} | {author.role} - {author.institution} | {row.date}"
        texts = [p for section in brief.sections for p in section.paragraphs]
        text = "\n\n".join([row.title, byline, *texts, "One sentence was added to it later on."])
        done = ingest(library, [save(tmp_path / "elsewhere", "copy.txt", text)])
        assert [b.status for item in done.items for b in item.briefs] == ["revised"]
