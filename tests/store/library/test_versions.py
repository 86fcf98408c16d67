"""What is the same brief, what is a new version of it, and what is another brief."""

from __future__ import annotations

import json
from pathlib import Path

from store.ingest.pipeline import Options, ingest
from store.library import Library
from store.views import IngestReport
from tests.writing import COMMENT, REPORT, brief_text, save


def statuses(report: IngestReport) -> list[str]:
    return [b.status for item in report.items for b in item.briefs]


def test_the_same_file_twice_changes_nothing(empty: Library, tmp_path: Path) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    first = ingest(empty, [path])
    second = ingest(empty, [path])
    assert (statuses(first), statuses(second)) == (["added"], ["unchanged"])
    assert second.items[0].briefs[0].id == first.items[0].briefs[0].id
    assert empty.stats().versions == 1


def test_the_same_text_from_two_places_is_one_brief_with_two_sources(
    empty: Library, tmp_path: Path
) -> None:
    a = save(tmp_path / "in", "a.txt", brief_text())
    b = save(tmp_path / "in", "b.txt", brief_text().replace("’", "'") + "\n\n")
    report = ingest(empty, [a, b])
    assert statuses(report) == ["added", "unchanged"]
    view = empty.brief(str(report.items[0].briefs[0].id))
    assert [Path(s.path).name for s in view.sources] == ["a.txt", "b.txt"]


def test_an_edited_file_is_a_new_version_and_the_old_one_stays_readable(
    empty: Library, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    empty.set_starred([public], True)
    save(tmp_path / "in", "a.txt", brief_text(comment=COMMENT + " The yards are idle."))
    assert statuses(ingest(empty, [path])) == ["revised"]
    new, old = empty.brief(public), empty.brief(public, 1)
    assert (new.version, new.versions, old.version) == (2, 2, 1)
    assert "yards" in new.sections[1].paragraphs[0]
    assert "yards" not in old.sections[1].paragraphs[0]
    assert new.starred
    assert empty.search("yards").total == 1
    assert empty.search("is:revised").total == 1


def test_a_folder_with_an_old_and_a_new_version_ingested_twice(
    empty: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    save(folder, "1-old.txt", brief_text())
    save(folder, "2-new.txt", brief_text(report=REPORT + " A third day was added later."))
    assert statuses(ingest(empty, [folder])) == ["added", "revised"]
    assert statuses(ingest(empty, [folder])) == ["unchanged", "unchanged"]
    (row,) = empty.list().results
    view = empty.brief(row.id)
    assert (view.version, [s.version for s in view.sources]) == (2, [1, 2])
    assert "third day" in view.sections[0].paragraphs[0]


def test_a_known_source_with_quite_another_text_is_another_brief(
    empty: Library, tmp_path: Path
) -> None:
    path = save(tmp_path / "in", "latest.txt", brief_text())
    ingest(empty, [path])
    other = (
        "Peru and Chile signed a fisheries accord in Lima after years of dispute over the limit."
    )
    save(
        tmp_path / "in", "latest.txt",
        brief_text("Peru, Chile Sign Fisheries Accord", report=other, comment="It may well hold."),
    )  # fmt: skip
    assert statuses(ingest(empty, [path])) == ["added"]
    assert empty.stats().briefs == 2


def test_generic_titles_do_not_collapse(empty: Library, tmp_path: Path) -> None:
    for number in range(5):
        text = brief_text(
            "Press Briefing", name=None, date=None,
            report=f"Question {number}: what of the harbour at site {number * 7919}, and the mayor"
            f" of district {number * 104729}? The answer was given in writing number {number}.",
            comment=None,
        )  # fmt: skip
        save(tmp_path / "in", f"{number}.txt", text)
    assert statuses(ingest(empty, [tmp_path / "in"])) == ["added"] * 5


def test_ids_are_short_and_stay_the_same(empty: Library, tmp_path: Path) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    public = str(ingest(empty, [path]).items[0].briefs[0].id)
    with Library.open(tmp_path / "other.db", create=True) as other:
        assert ingest(other, [path]).items[0].briefs[0].id == public
    assert public.startswith("b")
    assert len(public) == 5
    assert empty.brief(public.upper()).id == public


def test_a_dry_run_says_what_would_happen_and_keeps_nothing(empty: Library, tmp_path: Path) -> None:
    path = save(tmp_path / "in", "a.txt", brief_text())
    assert statuses(ingest(empty, [path], Options(dry_run=True))) == ["added"]
    assert empty.stats().briefs == 0
    assert statuses(ingest(empty, [path])) == ["added"]


def test_items_of_one_file_are_no_versions_of_one_another(empty: Library, tmp_path: Path) -> None:
    def line(title: str, date: str) -> str:
        sections = [{"kind": "report", "label": None, "paragraphs": [REPORT]}]
        return json.dumps({"title": title, "date": date, "sections": sections})

    first = "\n".join([line("Daily note one", "2019-03-01"), line("Daily note two", "2019-03-02")])
    path = save(tmp_path / "in", "notes.jsonl", first)
    assert statuses(ingest(empty, [path])) == ["added", "added"]
    save(tmp_path / "in", "notes.jsonl", first.replace("note two", "note two, corrected"))
    assert statuses(ingest(empty, [path])) == ["unchanged", "revised"]
