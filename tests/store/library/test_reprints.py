"""Nearly the same text is shown as "also at": never merged, never deleted."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.ingest.pipeline import ingest
from store.library import Library
from store.library.reprints import sketch
from tests.writing import COMMENT, REPORT, brief_text, save

LONG = f"{REPORT} {REPORT.replace('Moscow', 'Baku')} Nobody else was told of it until Friday."


def test_a_reprint_is_grouped_with_the_original(empty: Library, tmp_path: Path) -> None:
    save(tmp_path / "in", "a.txt", brief_text(report=LONG))
    reprint = brief_text(
        "Naval Exercise in the Caspian", name="Bo Ray", date="March 9, 2019",
        report=LONG.replace("two days", "three days"),
    )  # fmt: skip
    save(tmp_path / "in", "b.txt", reprint)
    save(tmp_path / "in", "c.txt", brief_text("Fish", report="Peru and Chile talked of fish. " * 9))
    report = ingest(empty, [tmp_path / "in"])
    assert report.added == 3
    original, copy, other = (str(i.briefs[0].id) for i in report.items)
    (also,) = empty.brief(original).also_at
    assert (also.id, also.title) == (copy, "Naval Exercise in the Caspian")
    assert 60 <= also.share < 100
    assert also.paths == (str(tmp_path / "in" / "b.txt"),)
    assert [a.id for a in empty.brief(copy).also_at] == [original]
    assert empty.brief(other).also_at == ()
    empty.forget([copy])
    assert empty.brief(original).also_at == ()
    empty.undo()
    assert [a.id for a in empty.brief(original).also_at] == [copy]


def test_the_same_beginning_is_no_reprint(empty: Library, tmp_path: Path) -> None:
    for number in range(4):
        rest = " ".join(f"word{number}x{n}" for n in range(120))
        save(tmp_path / "in", f"{number}.txt", brief_text(f"Title {number}", report=rest))
    report = ingest(empty, [tmp_path / "in"])
    assert all(empty.brief(str(i.briefs[0].id)).also_at == () for i in report.items)


@given(st.lists(st.sampled_from(COMMENT.split()), min_size=30, max_size=60))
def test_case_marks_and_spacing_do_not_count(parts: list[str]) -> None:
    assert sketch(" ".join(parts)) == sketch("\n\n".join(parts).upper() + "!")


def test_a_few_words_tell_nothing() -> None:
    assert sketch("Two ferries moved north.") == ()
