"""Taking back gives back everything: the whole library is compared before and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.ingest.pipeline import Options, ingest
from store.library import Library
from store.views import BriefView, plain
from tests.writing import REPORT, brief_text, save

Act = Callable[[Library, str], object]


def whole(library: Library) -> dict[str, Any]:
    """All that can be seen of a library, but for the ledger, in which undo is a date."""
    rows = library.list().results
    return {
        "list": plain(rows),
        "briefs": [plain(library.brief(row.id)) for row in rows],
        "problems": plain(library.problems()),
        "pairs": plain(library.pairs()),
        "people": plain(library.people()),
        "persons": [plain(library.person(row.id)) for row in library.people(limit=20)],
        "analysts": plain(library.analysts()),
        "facets": plain(library.facets()),
        "tags": library.tags(),
        "searches": plain(library.searches()),
        "review": plain(library.review()),
        "words": plain(library.search("iran OR talks OR port", limit=100)),
    }


def different_people(library: Library, _: str) -> object:
    one, two = library.people(limit=2)
    return library.different(one.id, two.id)


def same_people(library: Library, _: str) -> object:
    one, two = library.people(limit=2)
    return library.same(one.id, two.id)


ACTS: dict[str, Act] = {
    "read": lambda library, brief: library.set_read([brief], True),
    "unread": lambda library, brief: library.set_read([brief], False),
    "star": lambda library, brief: library.set_starred([brief], True),
    "no star": lambda library, brief: library.set_starred([brief], False),
    "tag": lambda library, brief: library.tag([brief], add=["arms"], remove=["kept"]),
    "note": lambda library, brief: library.note(brief, "Ask again.", 1),
    "forget": lambda library, brief: library.forget([brief]),
    "title": lambda library, brief: library.fix(brief, "title", "Another Title"),
    "date": lambda library, brief: library.fix(brief, "date", "2001-02"),
    "no date": lambda library, brief: library.fix(brief, "date", "none"),
    "authors": lambda library, brief: library.fix(brief, "authors", "Karl Osei | Fellow - Elm"),
    "comment": lambda library, brief: library.fix(brief, "comment", "1"),
    "no comment": lambda library, brief: library.fix(brief, "comment", "none"),
    "same": same_people,
    "different": different_people,
}


def crowded(library: Library) -> str:
    """A brief between others of its day, which is read, tagged, noted and corrected already."""
    rows = library.list().results
    brief = next(
        b.id for a, b, c in zip(rows, rows[1:], rows[2:], strict=False)
        if a.date == b.date == c.date
    )  # fmt: skip
    library.set_read([brief], True)
    library.set_starred([brief], True)
    library.tag([brief], add=["kept"])
    library.note(brief, "Read twice.", 2)
    library.fix(brief, "title", "A First Correction")
    library.fix(brief, "authors", "Ines Faraday")
    return brief


def doubtful(library: Library) -> list[str]:
    return sorted({p.id for p in library.problems() if p.id})


@pytest.fixture
def busy(library: Library, tmp_path: Path) -> Library:
    """The samples, and three briefs of one day without a byline."""
    for name in ("One", "Two", "Three"):
        text = brief_text(f"A Port Is Sold to {name}", name=None, role=None, institution=None)
        ingest(library, [save(tmp_path / "in", f"{name}.txt", text)])
    return library


@pytest.mark.parametrize("act", ACTS)
def test_a_library_is_as_it_was(busy: Library, act: str) -> None:
    for brief in (crowded(busy), *doubtful(busy)):
        before = whole(busy)
        ACTS[act](busy, brief)
        busy.undo()
        assert whole(busy) == before


def test_all_acts_one_upon_another_are_taken_back(busy: Library) -> None:
    brief = crowded(busy)
    states = []
    order = [name for name in ACTS if name != "forget"]
    for name in [*order, "forget"]:
        states.append(whole(busy))
        ACTS[name](busy, brief)
    for before in reversed(states):
        busy.undo()
        assert whole(busy) == before


def test_several_briefs_of_a_day_come_back_in_their_order(busy: Library) -> None:
    before = whole(busy)
    busy.forget([row.id for row in busy.list().results])
    assert busy.list().total == 0
    assert busy.problems() == ()
    busy.undo()
    assert whole(busy) == before


def test_a_correction_of_one_field_leaves_the_doubts_about_others(busy: Library) -> None:
    brief = next(p.id for p in busy.problems() if p.id and p.field == "authors")
    busy.fix(brief, "title", "Another Title")
    assert [p.field for p in busy.brief(brief).problems] == ["authors"]
    busy.fix(brief, "authors", "Karl Osei")
    assert busy.brief(brief).problems == ()


def test_a_forgotten_brief_that_is_taken_in_again_has_its_doubts(
    empty: Library, tmp_path: Path
) -> None:
    paths = [
        save(tmp_path, f"{name}.txt", brief_text(f"Port {name} Sold", name=None)) for name in "abc"
    ]
    ingest(empty, paths)
    before = whole(empty)
    assert before["problems"]
    empty.forget([row.id for row in empty.list().results])
    ingest(empty, paths, Options(again=True))
    assert whole(empty) == before


BODY = "The port was sold in March.\n\nIt was cheap, they say.\n\nIt will rise again."


def revised(library: Library, tmp_path: Path, field: str, value: str) -> tuple[BriefView, str]:
    """Return a brief as first read, corrected since and come in anew, and its id."""
    path = save(tmp_path, "a.txt", f"A Harbour Sold\n\nOctober 3, 2017\n\n{BODY}")
    (item,) = ingest(library, [path]).items
    brief = str(item.briefs[0].id)
    before = library.brief(brief)
    library.fix(brief, field, value)
    save(tmp_path, "a.txt", f"A Harbour Sold\n\nOctober 3, 2017\n\n{BODY}\n\nA line came later.")
    (item,) = ingest(library, [path]).items
    assert [b.status for b in item.briefs] == ["revised"]
    return before, brief


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", "Another"), ("date", "1999"), ("authors", "Karl Osei"), ("comment", "2-3")],
)
def test_a_newer_text_stays_when_a_correction_is_taken_back(
    empty: Library, tmp_path: Path, field: str, value: str
) -> None:
    before, brief = revised(empty, tmp_path, field, value)
    empty.undo()
    after = empty.brief(brief)
    assert (after.title, after.date, after.authors) == (before.title, before.date, before.authors)
    assert {s.kind for s in after.sections} == {"report"}
    assert after.sections[-1].paragraphs[-1] == "A line came later."
    assert {p.field for p in after.problems} == {p.field for p in before.problems}
    assert after.fields == before.fields


def test_an_older_version_is_shown_with_its_own_doubts(empty: Library, tmp_path: Path) -> None:
    path = save(tmp_path, "a.txt", brief_text(name=None, role=None, institution=None))
    (item,) = ingest(empty, [path]).items
    brief = str(item.briefs[0].id)
    (doubt,) = empty.brief(brief).problems
    save(tmp_path, "a.txt", brief_text(report=f"{REPORT}\n\nA line came later."))
    (item,) = ingest(empty, [path]).items
    assert [b.status for b in item.briefs] == ["revised"]
    assert empty.brief(brief).problems == ()
    assert empty.brief(brief, 1).problems == (doubt,)
