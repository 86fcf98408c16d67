"""What a reader does to briefs, and taking it back."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import NotFound, UsageError
from store.ingest.pipeline import Options, ingest
from store.library import Library
from store.views import BriefView, plain
from tests.writing import COMMENT, brief_text, save


def newest(library: Library, count: int = 1) -> list[str]:
    return [r.id for r in library.list(limit=count).results]


def state(library: Library) -> list[object]:
    """Everything a reader can see of every brief."""
    return [plain(library.brief(r.id)) for r in library.list().results]


def test_every_act_is_undone_newest_first(library: Library) -> None:
    (public,) = newest(library)
    states = [state(library)]
    acts: tuple[Callable[[], None], ...] = (
        lambda: library.set_read([public], True),
        lambda: library.set_starred([public], True),
        lambda: library.tag([public], add=["sanctions", "to read"]),
        lambda: library.tag([public], add=["arms"], remove=["to read"]),
        lambda: library.note(public, "Ask the author about paragraph 2."),
        lambda: library.fix(public, "title", "Another Title"),
        lambda: library.fix(public, "date", "2001-02"),
        lambda: library.fix(public, "comment", "1-2"),
        lambda: library.forget([public]),
    )
    for act in acts:
        act()
        states.append(state(library))
    for before, after in itertools.pairwise(states):
        assert before != after
    for before in reversed(states[:-1]):
        assert library.undo()
        assert state(library) == before
    with pytest.raises(NotFound, match="nothing to undo"):
        library.undo()


def test_opening_a_brief_leaves_nothing_to_undo(library: Library) -> None:
    library.set_read(newest(library), True, quietly=True)
    with pytest.raises(NotFound):
        library.undo()


def test_tags_are_searched_and_listed(library: Library) -> None:
    ids = newest(library, 3)
    library.tag(ids, add=["arms sales"])
    assert {r.id for r in library.search('tag:"arms sales"').results} == set(ids)
    assert {r.id for r in library.list(tag="arms sales").results} == set(ids)
    assert library.brief(ids[0]).tags == ("arms sales",)


def test_a_note_is_shown_and_found(library: Library) -> None:
    (public,) = newest(library)
    library.note(public, "  The figure is disputed. ")
    assert [n.text for n in library.brief(public).notes] == ["The figure is disputed."]
    assert [r.id for r in library.search("is:noted").results] == [public]
    with pytest.raises(UsageError):
        library.note(public, "  ")


def test_a_forgotten_brief_is_in_no_view_and_skipped_when_it_comes_again(
    empty: Library, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    empty.tag([public], add=["kept"])
    empty.forget([public])
    assert empty.stats().briefs == 0
    assert empty.search("caspian").total == 0
    assert empty.pairs() == ()
    assert empty.people() == ()
    with pytest.raises(NotFound):
        empty.brief(public)
    again = ingest(empty, [path])
    assert [b.status for b in again.items[0].briefs] == ["skipped"]
    assert empty.stats().briefs == 0
    back = ingest(empty, [path], Options(again=True))
    assert [(b.id, b.status) for b in back.items[0].briefs] == [(public, "added")]
    assert empty.brief(public).tags == ("kept",)
    assert empty.search("caspian").total == 1


def corrected(library: Library, public: str, field: str, value: str) -> BriefView:
    library.fix(public, field, value)
    view = library.brief(public)
    assert view.fields[field].reason == "corrected by hand"
    assert view.fields[field].confidence == "sure"
    return view


def test_each_field_can_be_corrected(empty: Library, tmp_path: Path) -> None:
    body = "The port was sold on 3 March and 4 April.\n\nIt was cheap.\n\nIt will rise."
    text = f"A Harbour Sold\n\n{body}"
    public = str(ingest(empty, [save(tmp_path, "a.txt", text)]).items[0].briefs[0].id)
    assert corrected(empty, public, "title", "The Harbour Sale").title == "The Harbour Sale"
    assert corrected(empty, public, "date", "2015-03").date == "2015-03"
    authors = corrected(
        empty, public, "authors", "Ines Faraday | Fellow - Pinewater Institute; Karl Osei"
    ).authors
    assert [(a.name, a.role, a.institution) for a in authors] == [
        ("Ines Faraday", "Fellow", "Pinewater Institute"), ("Karl Osei", None, None),
    ]  # fmt: skip
    view = corrected(empty, public, "comment", "2")
    assert [(s.kind, s.paragraphs) for s in view.sections] == [
        ("report", ("The port was sold on 3 March and 4 April.",)),
        ("comment", ("It was cheap.", "It will rise.")),
    ]
    assert not any(p.field in ("title", "date", "authors") for p in view.problems)
    assert empty.search("rise in:comment").total == 1
    assert empty.search("by:osei date:2015").total == 1
    assert empty.analyst("faraday").briefs == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("colour", "red"), ("date", "soon"), ("date", "2015-13"), ("comment", "99"), ("comment", "x"),
     ("comment", "2-1"), ("title", "…"), ("authors", ";")],
)  # fmt: skip
def test_a_senseless_correction_is_refused_and_changes_nothing(
    library: Library, field: str, value: str
) -> None:
    (public,) = newest(library)
    before = library.brief(public)
    with pytest.raises(UsageError):
        library.fix(public, field, value)
    assert library.brief(public) == before


def test_corrections_outlive_reingest_and_new_versions(empty: Library, tmp_path: Path) -> None:
    path = save(
        tmp_path, "a.txt", brief_text(comment=None, report="One.\n\nTwo holds.\n\nThree holds.")
    )
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    empty.fix(public, "comment", "2")
    empty.fix(public, "date", "1999")
    ingest(empty, [path])
    assert empty.brief(public).date == "1999"
    longer = "A new first paragraph.\n\nOne.\n\nTwo holds.\n\nThree holds."
    save(tmp_path, "a.txt", brief_text(comment=None, report=longer))
    assert [b.status for b in ingest(empty, [path]).items[0].briefs] == ["revised"]
    view = empty.brief(public)
    assert view.date == "1999"
    assert [(s.kind, s.paragraphs) for s in view.sections] == [
        ("report", ("A new first paragraph.", "One.")),
        ("comment", ("Two holds.", "Three holds.")),
    ]


def test_a_boundary_that_no_longer_fits_is_a_problem(empty: Library, tmp_path: Path) -> None:
    body = " ".join(f"word{n} stays" for n in range(30))
    path = save(tmp_path, "a.txt", brief_text(comment=None, report=f"{body}\n\nTwo holds."))
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    empty.fix(public, "comment", "2")
    save(tmp_path, "a.txt", brief_text(comment=None, report=f"{body}\n\nQuite another end."))
    ingest(empty, [path])
    assert any("no longer fits" in p.reason for p in empty.brief(public).problems)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(st.sampled_from(["read", "star", "tag", "forget", "fix", "undo"]), max_size=8))
def test_the_index_stays_true_through_any_acts(library: Library, acts: list[str]) -> None:
    for act in acts:
        (public,) = newest(library)
        match act:
            case "read":
                library.set_read([public], True)
            case "star":
                library.set_starred([public], True)
            case "tag":
                library.tag([public], add=["t"])
            case "forget":
                library.forget([public])
            case "fix":
                library.fix(public, "title", f"Title {COMMENT[:9]}")
            case "undo":
                with contextlib.suppress(NotFound):
                    library.undo()
    with library.writing() as db:
        db.execute("INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")
        db.execute("DROP TABLE IF EXISTS temp.words")
        db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, ft, col)")
        indexed = db.execute(
            "SELECT DISTINCT term FROM words WHERE col != 'facets' ORDER BY term"
        ).fetchall()
        assert db.execute("SELECT term FROM vocab ORDER BY term").fetchall() == indexed
