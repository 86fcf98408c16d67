"""Why a brief stands on a pair: the sentences that name both, report and comment apart."""

from __future__ import annotations

from pathlib import Path

from store.ingest.pipeline import ingest
from store.library import Library
from tests.writing import brief_text, save

REPORT = "Iran votes in May. Russian envoys met Iranian officers in Tehran. Nothing else was said."


def reasons(library: Library, folder: Path, comment: str | None) -> tuple[str | None, str | None]:
    text = brief_text("Two Envoys Meet", report=REPORT, comment=comment)
    ingest(library, [save(folder, "one.txt", text)])
    (why,) = library.pair("iran-russia").why
    assert why.main
    assert (why.in_report, why.score > 30) == (1, True)
    return why.report, why.comment


def test_the_sentence_that_names_both_is_told_of_each_half(empty: Library, tmp_path: Path) -> None:
    comment = "Tehran waits. Moscow needs Tehran more than it says."
    assert reasons(empty, tmp_path, comment) == (
        "Russian envoys met Iranian officers in Tehran.",
        "Moscow needs Tehran more than it says.",
    )


def test_a_half_that_names_neither_tells_nothing(empty: Library, tmp_path: Path) -> None:
    assert reasons(empty, tmp_path, "The shore is cold in March.")[1] is None


def test_a_half_that_names_one_of_them_tells_that(empty: Library, tmp_path: Path) -> None:
    assert reasons(empty, tmp_path, "The sea is cold. Moscow waits.")[1] == "Moscow waits."


def test_every_brief_of_a_pair_says_why(library: Library) -> None:
    page = library.pair("IR-RU")
    assert [r.id for r in page.why] == [row.id for row in page.briefs]
    assert all(r.report or r.comment for r in page.why)
