"""`dateline cite` as it is called."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from store.library import Library
from tests.tui.running import dateline
from tui.commands import cite as command


@pytest.fixture
def brief_id(library: Library) -> str:
    """A brief whose report and comment both have two paragraphs or more."""
    for row in library.list().results:
        counts = [sum(len(s.paragraphs) for s in library.brief(row.id).sections if s.kind == kind)
                  for kind in ("report", "comment")]  # fmt: skip
        if min(counts) >= 2:
            return row.id
    raise AssertionError


def test_the_styles_offered_are_those_there_are() -> None:
    from store.export.citations import STYLES

    assert command.STYLES == STYLES


def test_paragraphs_are_counted_in_the_brief_or_in_its_kind(
    library: Library, library_path: Path, brief_id: str
) -> None:
    before = 0
    for section in library.brief(brief_id).sections:
        if section.kind == "comment":
            break
        before += len(section.paragraphs)
    args = ("cite", brief_id, "--paragraph")
    own = dateline(*args, "c1", library=library_path)
    assert own.exit_code == 0
    assert "comment, para. 1" in own.stdout
    assert dateline(*args, str(before + 1), library=library_path).stdout == own.stdout
    assert "report, para. 2" in dateline(*args, "r2", library=library_path).stdout


def test_the_day_of_access_is_today(
    library_path: Path, brief_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "today", lambda: dt.date(2026, 2, 3))
    done = dateline("cite", f"brief:{brief_id}", library=library_path)
    assert "Accessed February 3, 2026." in done.stdout


def test_a_query_cites_all_it_finds(library: Library, library_path: Path) -> None:
    found = library.search("pair:IR-RU", exact=True).total
    done = dateline("cite", "pair:IR-RU", "--style", "csl-json", library=library_path)
    assert len(json.loads(done.stdout)) == found > 1


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--paragraph", "x2"], 2, "c2"),
        (["--paragraph", "0"], 2, "c2"),
        (["--paragraph", "999"], 1, "no paragraph 999"),
        (["--paragraph", "c99"], 1, "paragraphs 1 to"),
        (["--version", "9"], 1, "not 9"),
        (["--style", "mla"], 2, "bibtex"),
    ],
)
def test_mistakes(args: list[str], code: int, said: str, library_path: Path, brief_id: str) -> None:
    done = dateline("cite", brief_id, *args, library=library_path)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_paragraph_of_several_briefs_is_refused(library_path: Path) -> None:
    done = dateline("cite", "pair:IR-RU", "--paragraph", "1", library=library_path)
    assert (done.exit_code, done.stdout) == (2, "")
