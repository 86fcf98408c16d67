"""What changed between two versions: sentences first, then the words within them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from store.brief import Author, Section
from store.compare.versions import compare_versions
from store.ingest.pipeline import ingest
from store.library import Library
from store.views import BriefView, Edit
from tests.writing import COMMENT, REPORT, brief_text, save

WORDS = st.sampled_from(["Iran", "moved", "two", "ferries", "north", "again", "on", "Monday", "12"])
SENTENCES = st.lists(WORDS, min_size=3, max_size=8).map(lambda w: f"The {' '.join(w)}.")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=4)


def brief(report: list[str], comment: list[str], title: str = "Ferries") -> BriefView:
    sections = (
        Section("report", None, tuple(report)),
        Section("comment", "Comment", tuple(comment)),
    )
    return BriefView(
        id="b4f2k", title=title, date=None, date_text=None, authors=(Author("Ada Lee"),),
        sections=tuple(s for s in sections if s.paragraphs), countries=(), people=(), pairs=(),
        sources=(), version=1, versions=2, read=False, starred=False, tags=(), notes=(),
        problems=(), fields={},
    )  # fmt: skip


def changes(old: BriefView, new: BriefView) -> list[Edit]:
    return list(compare_versions(old, new).edits)


def test_a_changed_word_is_shown_inside_its_sentence() -> None:
    old = brief(["Two ferries moved north on Monday. They were late."], ["It matters."])
    new = brief(["Three ferries moved north on Monday. They were late."], ["It matters."])
    (change,) = changes(old, new)
    assert change.kind == "changed"
    assert [(run.kind, run.text) for run in change.words] == [
        ("removed", "Two"), ("added", "Three"), ("same", " ferries moved north on Monday."),
    ]  # fmt: skip


def test_added_and_removed_sentences_stand_in_reading_order() -> None:
    old = brief(["A gun was found in Oslo. Nobody was hurt there."], ["It matters."])
    new = brief(["Nobody was hurt there. The mayor resigned on Friday."], ["It matters."])
    assert [(c.kind, (c.new or c.old).sentence) for c in changes(old, new)] == [  # type: ignore[union-attr]
        ("removed", "A gun was found in Oslo."), ("added", "The mayor resigned on Friday."),
    ]  # fmt: skip


def test_a_sentence_across_the_boundary_was_moved() -> None:
    old = brief(["Two ferries moved.", "That is a sign."], ["It matters."])
    new = brief(["Two ferries moved."], ["That is a sign.", "It matters."])
    (change,) = changes(old, new)
    assert change.kind == "moved"
    assert change.old is not None
    assert change.new is not None
    assert (change.old.section, change.new.section) == ("report", "comment")


def test_paragraphs_of_report_and_comment_are_numbered_apart() -> None:
    old = brief(["Two ferries moved.", "They were late."], ["It matters.", "Ferries are few."])
    new = brief(["Two ferries moved.", "They were late."], ["It matters.", "Ferries are many."])
    (change,) = changes(old, new)
    assert change.new is not None
    assert (change.new.section, change.new.paragraph) == ("comment", 2)


def test_fields_are_compared_too() -> None:
    diff = compare_versions(brief(["One."], []), brief(["One."], [], title="Tugs"))
    assert [(f.field, f.old, f.new) for f in diff.fields] == [("title", "Ferries", "Tugs")]
    assert diff.edits == ()


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_sentence_of_both_versions_is_accounted_for(one: list[str], two: list[str]) -> None:
    found = changes(brief(one, []), brief(two, []))
    for change in found:
        if change.kind == "changed":
            assert change.old is not None
            assert change.new is not None
            old = "".join(run.text for run in change.words if run.kind != "added")
            new = "".join(run.text for run in change.words if run.kind != "removed")
            assert (old, new) == (change.old.sentence, change.new.sentence)
    before = sum(p.count(".") for p in one) - sum(c.old is not None for c in found)
    after = sum(p.count(".") for p in two) - sum(c.new is not None for c in found)
    assert before == after >= 0


def test_two_versions_in_a_library(empty: Library, tmp_path: Path) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    save(tmp_path / "in", "a.txt", brief_text(report=REPORT.replace("two days", "three days")))
    ingest(empty, [path])
    diff = empty.diff(public, 1)
    assert (diff.old, diff.new) == (1, 2)
    (change,) = diff.edits
    assert [r.text for r in change.words if r.kind != "same"] == ["two", "three"]
    assert COMMENT not in str(diff)
    assert empty.diff(public, 2).edits == ()
