"""Notes on a passage stay with it when the brief changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import UsageError
from store.ingest.pipeline import ingest
from store.library import Library
from tests.writing import REPORT, brief_text, save


def test_a_note_follows_its_paragraph_into_a_new_version(empty: Library, tmp_path: Path) -> None:
    ingest(empty, [save(tmp_path, "brief.txt", brief_text())])
    public = empty.list().results[0].id
    empty.note(public, "Says who?", 2)
    assert empty.brief(public).notes[0].paragraph == 2
    longer = brief_text(report=f"A new paragraph opens the report now.\n\n{REPORT}")
    ingest(empty, [save(tmp_path, "brief.txt", longer)])
    (note,) = empty.brief(public).notes
    assert (note.paragraph, note.text) == (3, "Says who?")
    assert empty.brief(public, 1).notes[0].paragraph == 2


def test_a_note_whose_passage_is_gone_is_kept(empty: Library, tmp_path: Path) -> None:
    ingest(empty, [save(tmp_path, "brief.txt", brief_text())])
    public = empty.list().results[0].id
    empty.note(public, "Says who?", 2)
    ingest(empty, [save(tmp_path, "brief.txt", brief_text(comment=None))])
    (note,) = empty.brief(public).notes
    assert note.paragraph is None
    assert note.quote is not None
    assert note.quote.startswith("moscow likely wants")


def test_a_paragraph_that_is_not_there(empty: Library, tmp_path: Path) -> None:
    ingest(empty, [save(tmp_path, "brief.txt", brief_text())])
    with pytest.raises(UsageError, match="1 to 2"):
        empty.note(empty.list().results[0].id, "text", 9)
