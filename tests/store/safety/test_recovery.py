"""Recovery: all that can be read of a damaged library stands in a new one, and the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import LibraryError
from store.ingest.pipeline import ingest
from store.library import Library
from store.library.checking import examine
from store.library.recovery import recover
from store.views import BriefView
from tests.conftest import SAMPLES
from tests.store.safety.damage import execute, page_of, tear


def all_briefs(path: Path) -> dict[str, BriefView]:
    with Library.open(path) as library:
        return {row.id: library.brief(row.id) for row in library.list().results}


@pytest.fixture
def marked(library_path: Path) -> Path:
    """A library with marks, tags and notes on every brief, and one brief forgotten."""
    with Library.open(library_path) as library:
        ids = [row.id for row in library.list().results]
        library.set_starred(ids, True)
        library.tag(ids, ["arms"])
        for brief in ids:
            library.note(brief, f"a note on {brief}")
        library.forget(ids[:1])
    return library_path


def test_a_sound_library_is_recovered_whole(marked: Path, tmp_path: Path) -> None:
    done = recover(marked, tmp_path / "new.db")
    assert done.lost == ()
    assert all_briefs(tmp_path / "new.db") == all_briefs(marked)
    assert examine(tmp_path / "new.db").sound
    with Library.open(tmp_path / "new.db") as library:
        assert library.undo() == "1 brief forgotten"


@pytest.mark.parametrize(
    "page",
    [1, 2, "sqlite_schema", "ft_data", "ft_idx", "brief_person_brief", "vocab", "brief_country"],
)
def test_pages_of_what_is_derived_cost_nothing(
    marked: Path, tmp_path: Path, page: int | str
) -> None:
    before = all_briefs(marked)
    tear(marked, page if isinstance(page, int) else page_of(marked, page))
    recover(marked, tmp_path / "new.db")
    assert all_briefs(tmp_path / "new.db") == before
    assert examine(tmp_path / "new.db").sound


@pytest.mark.parametrize("filling", [b"\0", b"\xff"])
def test_a_torn_page_of_text_costs_that_text_and_its_source_brings_it_back(
    marked: Path, tmp_path: Path, filling: bytes
) -> None:
    before, new = all_briefs(marked), tmp_path / "new.db"
    tear(marked, page_of(marked, "entry"), with_byte=filling)
    done = recover(marked, new)
    lost = [f.where for f in done.lost if f.what == "lost text" and f.where in before]
    assert lost
    assert len(lost) < 20
    after = all_briefs(new)
    assert after == {id_: view for id_, view in before.items() if id_ not in lost}
    assert {f.what for f in examine(new).findings} == {"briefs without a text"}
    with Library.open(new) as library:
        ingest(library, [SAMPLES])
    assert {id_: view.notes for id_, view in all_briefs(new).items()} == {
        id_: view.notes for id_, view in before.items()
    }
    assert examine(new).sound


def test_a_brief_whose_row_is_gone_keeps_its_text_and_id(marked: Path, tmp_path: Path) -> None:
    before = all_briefs(marked)
    execute(marked, "PRAGMA foreign_keys=0", "DELETE FROM brief WHERE id BETWEEN 10 AND 12")
    recover(marked, tmp_path / "new.db")
    assert all_briefs(tmp_path / "new.db").keys() == before.keys()


def test_the_damaged_file_is_not_touched(marked: Path, tmp_path: Path) -> None:
    tear(marked, page_of(marked, "entry"))
    before = marked.read_bytes()
    recover(marked, tmp_path / "new.db")
    assert marked.read_bytes() == before


def test_nothing_readable_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ruin.db"
    path.write_bytes(b"\0" * 100_000)
    with pytest.raises(LibraryError, match="nothing of it could be read"):
        recover(path, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()
