"""A brief as lines: wrapped without loss, report and comment told apart by shape alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.brief import Author, Reading, Section
from store.text import clean
from store.views import BriefView, ProblemView, SourceView
from tui.page import MEASURE, Line, lines_of, wrap

REPORT = "The two ministers met in the harbour town of Vell on Tuesday, the ministry said."
JUDGEMENT = "The meeting matters for its timing more than for anything that was agreed there."

BRIEF = BriefView(
    id="btest", title="Vell and Orsa Reopen the Ferry Line", date="2019-03", date_text="March 2019",
    authors=(Author("Mira Halloran", "Fellow", "Harbour Institute"),),
    sections=(
        Section("report", None, (REPORT, REPORT)),
        Section("comment", "Comment:", (JUDGEMENT,)),
        Section("report", "Background", (REPORT,)),
        Section("comment", "Outlook", (JUDGEMENT,)),
    ),
    countries=(), people=(), pairs=(), sources=(SourceView("/far/away/vell.txt", 1),),
    version=1, versions=1, read=False, starred=False, tags=(), notes=(),
    problems=(ProblemView("btest", None, "date", "no day is printed", "2019-03"),),
    fields={"date": Reading("likely", "byline")},
)  # fmt: skip


def page(brief: BriefView = BRIEF, width: int = 60) -> list[Line]:
    return list(lines_of(brief, width))


@given(st.text(alphabet=st.characters(codec="utf-8")).map(clean), st.integers(8, 90))
def test_wrapping_loses_nothing_but_spaces_at_the_breaks(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    at = 0
    for start, end in wrap(text, width):
        assert text[at:start].strip(" ") == ""
        assert start < end
        assert cell_len(text[start:end]) <= max(width, 2)
        at = end
    assert text[at:].strip(" ") == ""


def test_words_are_broken_only_where_one_is_wider_than_the_line() -> None:
    text = "one " + "x" * 30 + " two"
    assert [text[s:e] for s, e in wrap(text, 12)] == ["one", "x" * 12, "x" * 12, "x" * 6 + " two"]


def test_every_text_line_is_its_piece_of_its_paragraph() -> None:
    paragraphs = [BRIEF.title, *(p for s in BRIEF.sections for p in s.paragraphs)]
    for line in page():
        if line.paragraph >= 0:
            assert paragraphs[line.paragraph].startswith(line.text, line.start)


def test_headings_say_report_and_comment_with_the_label_as_printed() -> None:
    headings = [line.text for line in page() if line.part == "heading"]
    assert [h.strip("─━ ") for h in headings] == [
        "REPORT", "COMMENT", "REPORT · Background", "COMMENT · Outlook",
    ]  # fmt: skip
    assert headings[0].startswith("──")
    assert headings[1].startswith("━━")


def test_paragraphs_are_numbered_within_their_kind() -> None:
    numbers = [(line.kind, line.number) for line in page() if line.number]
    assert numbers == [
        ("report", 1), ("report", 2), ("comment", 1), ("report", 3), ("comment", 2),
    ]  # fmt: skip


def test_a_wide_pane_keeps_a_readable_measure() -> None:
    assert max(cell_len(line.text) for line in page(width=200)) <= MEASURE


def test_doubts_are_said() -> None:
    text = "\n".join(line.text for line in page(width=84))
    assert "2019-03 (likely: byline)" in text
    assert "in doubt: date, no day is printed (taken: 2019-03)" in text
    assert "from vell.txt" in text
    assert "/far/away" not in text


@pytest.mark.parametrize("text", ["x" * 5_000_000, "word " * 1_000_000])
def test_the_first_lines_of_a_huge_paragraph_need_not_wait_for_its_end(text: str) -> None:
    brief = replace(BRIEF, sections=(Section("report", None, (text,)),))
    lines = list(islice(lines_of(brief, 80), 50))
    assert len(lines) == 50
    assert lines[-1].start < 5_000
