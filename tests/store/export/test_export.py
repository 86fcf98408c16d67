"""Export: what goes out as JSON Lines comes back unchanged; CSV and Markdown act on nothing."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.brief import Author, Brief, Problem, Reading, Section
from store.export import documents, jsonl, spreadsheet
from store.ingest.parsing import read_briefs
from store.ingest.pipeline import ingest
from store.library import Library
from store.text import clean, one_line
from store.views import BriefView, NoteView, ProblemView

_TEXT = st.text(min_size=1, max_size=60).map(one_line).filter(lambda t: any(c.isalnum() for c in t))
_MAYBE = st.none() | _TEXT
_DATES = st.none() | st.sampled_from(["2017", "2017-10", "2017-10-20", "0999-12-31"])
_SECTIONS = st.builds(
    Section, st.sampled_from(["report", "comment"]), _MAYBE, st.lists(_TEXT, min_size=1).map(tuple)
)
_READINGS = st.dictionaries(
    st.sampled_from(["title", "date", "authors", "comment"]),
    st.builds(Reading, st.sampled_from(["sure", "likely", "guess"]), _TEXT),
)
_BRIEFS = st.builds(
    Brief,
    title=_TEXT,
    sections=st.lists(_SECTIONS, min_size=1, max_size=4).map(tuple),
    date=_DATES,
    date_text=_MAYBE,
    authors=st.lists(st.builds(Author, _TEXT, _MAYBE, _MAYBE), max_size=3).map(tuple),
    readings=_READINGS,
    problems=st.lists(st.builds(Problem, _TEXT, _TEXT, _MAYBE), max_size=2).map(tuple),
    boilerplate=st.lists(_TEXT, max_size=3).map(tuple),
)


def shown(brief: Brief) -> BriefView:
    return BriefView(
        id="b4f2k", title=brief.title, date=brief.date, date_text=brief.date_text,
        authors=brief.authors, sections=brief.sections, countries=(), people=(), pairs=(),
        sources=(), version=1, versions=1, read=False, starred=False, tags=(), notes=(),
        problems=tuple(_view(p) for p in brief.problems), fields=brief.readings,
        boilerplate=brief.boilerplate,
    )  # fmt: skip


def _view(problem: Problem) -> ProblemView:
    return ProblemView("b4f2k", None, problem.field, problem.reason, problem.guess)


@settings(deadline=None)
@given(st.lists(_BRIEFS, max_size=3))
def test_any_brief_comes_back_from_json_lines_as_it_was(briefs: list[Brief]) -> None:
    text = "".join(jsonl.lines(map(shown, briefs)))
    assert list(read_briefs(text.encode(), "out.jsonl")) == briefs


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_BRIEFS)
def test_any_brief_goes_through_a_library_and_back_unchanged(tmp_path: Path, brief: Brief) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(jsonl.lines([shown(brief)])), encoding="utf-8")
    (tmp_path / "round.db").unlink(missing_ok=True)
    with Library.open(tmp_path / "round.db", create=True) as library:
        first = ingest(library, [path])
        view = library.brief(str(first.items[0].briefs[0].id))
        out = "".join(jsonl.lines([view])).encode()
        assert ingest(library, [out]).unchanged == 1
    (again,) = read_briefs(out, "out.jsonl")
    assert again == brief


def test_the_samples_go_into_another_library_with_the_same_ids(
    library: Library, empty: Library
) -> None:
    ids = sorted(row.id for row in library.list().results)
    out = "".join(jsonl.lines(map(library.brief, ids))).encode()
    report = ingest(empty, [out])
    assert report.added == len(ids)
    assert sorted(row.id for row in empty.list().results) == ids
    for identity in ids[:5]:
        old, new = library.brief(identity), empty.brief(identity)
        assert replace(new, sources=()) == replace(
            old, sources=(), people=new.people, problems=new.problems
        )
    assert ingest(library, [out]).unchanged == len(ids)


@given(st.text(max_size=40).map(clean))
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = csv.reader(io.StringIO(spreadsheet.row([text]), newline=""))
    assert row[0] in (text, f"'{text}")
    assert not row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_rows_have_the_cells_of_their_head(library: Library) -> None:
    views = [library.brief(row.id) for row in library.list(limit=4).results]
    rows = list(csv.DictReader(io.StringIO("".join(spreadsheet.lines(views)))))
    assert [row["id"] for row in rows] == [view.id for view in views]
    assert all(None not in row and row["comment"] for row in rows)
    assert rows[0]["authors"] == "; ".join(a.name for a in views[0].authors)


def test_nothing_in_a_text_acts_as_markdown() -> None:
    odd = ("# no heading", "- no item", "1. no item", "<b>no tag</b>", "=== no rule", "[x](y) *z*")
    brief = Brief("A *Title*", (Section("comment", "Comment", odd),))
    note = NoteView(1, "# mine", "2020-01-02T00:00:00+00:00")
    text = "".join(documents.lines([replace(shown(brief), notes=(note,))]))
    assert text.startswith("# A \\*Title\\*\n\nno date · b4f2k\n\n## Comment\n\n\\# no heading\n\n")
    assert "\n\\- no item\n" in text
    assert "\n1\\. no item\n" in text
    assert not re.search(r"(?<!\\)[<\[]", text)
    assert "> **Note, 2020-01-02:** \\# mine" in text
