"""Citations in every style, exactly and through the parsers of other programs."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from store.brief import Author, Section
from store.errors import NotFound, UsageError
from store.export.citations import STYLES, cite
from store.export.citations.names import Name, name_of
from store.text import one_line
from store.views import BriefView, SourceView

PLAIN = BriefView(
    id="b4f2k",
    title="Ships Sail",
    date="2019-03-03",
    date_text="March 3, 2019",
    authors=(Author("Ottilie Brandvold", "Senior Fellow", "Pinewater Institute"),),
    sections=(
        Section("report", None, ("One.", "Two.")),
        Section("comment", "Comment", ("Three.", "Four.")),
    ),
    countries=(), people=(), pairs=(), sources=(SourceView("/briefs/ships.txt", 1),),
    version=1, versions=1, read=False, starred=False, tags=(), notes=(), problems=(), fields={},
)  # fmt: skip
FROM_THE_WEB = replace(PLAIN, sources=(SourceView("https://example.org/a_(b)", 1),))


def today() -> dt.date:
    return dt.date(2026, 11, 5)


def cited(brief: BriefView, style: str, paragraph: int | None = None) -> str:
    return cite(brief, style, paragraph=paragraph, today=today)


def entry(text: str) -> dict[str, Any]:
    library = parse_string(text)
    assert library.failed_blocks == []
    (found,) = library.entries
    return {field.key: field.value for field in found.fields}


def test_chicago_cites_a_brief_as_an_entry_of_the_bibliography() -> None:
    assert cited(PLAIN, "chicago") == (
        "Brandvold, Ottilie. “Ships Sail.” Pinewater Institute, March 3, 2019."
        " Accessed November 5, 2026.\n"
    )


def test_chicago_cites_a_paragraph_as_a_note() -> None:
    assert cited(FROM_THE_WEB, "chicago", 4) == (
        "Ottilie Brandvold, “Ships Sail,” Pinewater Institute, March 3, 2019, comment, para. 2,"
        " accessed November 5, 2026, https://example.org/a_(b).\n"
    )


def test_chicago_sets_stops_and_quotation_marks_as_the_manual_does() -> None:
    asked = replace(PLAIN, title='Who Said "No" and “Yes”?')
    assert "“Who Said ‘No’ and ‘Yes’?” Pinewater" in cited(asked, "chicago")
    assert "“Who Said ‘No’ and ‘Yes’?”, Pinewater" in cited(asked, "chicago", 1)


@pytest.mark.parametrize(
    ("names", "in_bibliography", "in_note"),
    [
        (["Ann Lee", "Bo Roe"], "Lee, Ann, and Bo Roe. “", "Ann Lee and Bo Roe, “"),
        (
            ["Ann Lee", "Bo Roe", "Cy Poe"],
            "Lee, Ann, Bo Roe, and Cy Poe. “",
            "Ann Lee, Bo Roe, and Cy Poe, “",
        ),
        (["Ann Lee"] + ["Bo Roe"] * 3, "Lee, Ann, Bo Roe, Bo Roe, and Bo Roe. “", "Lee et al., “"),
        (["Ann Lee"] + ["Bo Roe"] * 10, "Bo Roe, et al. “", "Ann Lee et al., “"),
        ([], "“", "“"),
    ],
)
def test_chicago_joins_names(names: list[str], in_bibliography: str, in_note: str) -> None:
    brief = replace(PLAIN, authors=tuple(map(Author, names)))
    assert in_bibliography in cited(brief, "chicago")
    assert in_note in cited(brief, "chicago", 1)


def test_bibtex() -> None:
    odd = replace(FROM_THE_WEB, title="Ships & Shores: 50% of #1 {Plan}", versions=3, version=2)
    assert cited(odd, "bibtex", 3) == (
        "@techreport{brandvold-2019-b4f2k,\n"
        "  author = {Brandvold, Ottilie},\n"
        "  title = {{Ships \\& Shores: 50\\% of \\#1 \\textbraceleft{}Plan\\textbraceright{}}},\n"
        "  institution = {{Pinewater Institute}},\n"
        "  year = {2019},\n  month = mar,\n  day = {3},\n  version = {2},\n"
        "  url = {https://example.org/a_(b)},\n  urldate = {2026-11-05},\n"
        "  note = {comment, para. 1, brief:b4f2k}\n}\n"
    )


def test_csl_json() -> None:
    (item,) = json.loads(cited(replace(FROM_THE_WEB, versions=2), "csl-json", 2))
    assert item == {
        "id": "brandvold-2019-b4f2k",
        "type": "report",
        "title": "Ships Sail",
        "author": [{"family": "Brandvold", "given": "Ottilie"}],
        "publisher": "Pinewater Institute",
        "issued": {"date-parts": [[2019, 3, 3]]},
        "version": "1",
        "URL": "https://example.org/a_(b)",
        "accessed": {"date-parts": [[2026, 11, 5]]},
        "note": "report, para. 2, brief:b4f2k",
    }


def test_ris() -> None:
    (item,) = rispy.loads(cited(replace(FROM_THE_WEB, versions=2), "ris", 3))
    assert item == {
        "type_of_reference": "RPRT",
        "id": "brandvold-2019-b4f2k",
        "authors": ["Brandvold, Ottilie"],
        "title": "Ships Sail",
        "publisher": "Pinewater Institute",
        "year": "2019",
        "date": "2019/03/03/",
        "edition": "version 1",
        "urls": ["https://example.org/a_(b)"],
        "access_date": "2026/11/05/",
        "notes": ["comment, para. 1, brief:b4f2k"],
    }


def test_markdown_is_a_footnote_in_which_nothing_is_markup() -> None:
    assert cited(replace(FROM_THE_WEB, title="Ships [Sail] *Home*"), "markdown", 4) == (
        "[^brandvold-2019-b4f2k-comment-2]: Ottilie Brandvold,"
        " [“Ships \\[Sail\\] \\*Home\\*”](https://example.org/a_%28b%29), Pinewater Institute,"
        " March 3, 2019, comment, para. 2, accessed November 5, 2026, brief:b4f2k.\n"
    )


@pytest.mark.parametrize("style", STYLES)
def test_a_brief_of_which_little_is_known(style: str) -> None:
    text = cited(replace(PLAIN, authors=(), date=None, title="Ships"), style)
    assert "Ships" in text
    assert "None" not in text


def test_the_date_is_no_more_precise_than_printed() -> None:
    month = replace(PLAIN, date="2019-03")
    assert "March 2019." in cited(month, "chicago")
    assert "DA  - 2019/03//" in cited(month, "ris")
    assert "day" not in entry(cited(month, "bibtex"))
    assert "n.d." in cited(replace(PLAIN, date=None), "chicago")


def test_the_source_of_the_version_cited_is_preferred() -> None:
    sources = (SourceView("https://a.example/1", 1), SourceView("https://a.example/2", 2))
    second = replace(PLAIN, sources=sources, version=2, versions=2)
    assert "https://a.example/2" in cited(second, "chicago")
    assert "version 2" in cited(second, "chicago")


def test_several_briefs_are_one_document() -> None:
    both = (PLAIN, replace(PLAIN, id="b7777"))
    assert [item["id"][-5:] for item in json.loads(cite(both, "csl-json", today=today))] == [
        "b4f2k",
        "b7777",
    ]
    assert len(rispy.loads(cite(both, "ris", today=today))) == 2
    assert len(parse_string(cite(both, "bibtex", today=today)).entries) == 2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Leïla Brandsæter-Nouri", Name("Brandsæter-Nouri", "Leïla")),
        ("Jan van der Berg", Name("van der Berg", "Jan")),
        ("John Q. Marsh, Jr.", Name("Marsh", "John Q.", "Jr.")),
        ("Kim Jong-un", Name("Kim", "Jong-un")),
        ("Ahmad K. Majidyar", Name("Majidyar", "Ahmad K.")),
        ("Editors", Name("Editors")),
        ("The Night Desk", Name("The Night Desk")),
        ("Pinewater Institute Team", Name("Pinewater Institute Team")),
    ],
)
def test_names_are_split_as_printed(printed: str, name: Name) -> None:
    assert name_of(printed) == replace(name, printed=printed)


def test_what_cannot_be_cited_is_refused() -> None:
    with pytest.raises(UsageError, match="bibtex"):
        cite(PLAIN, "mla")
    with pytest.raises(NotFound, match="1 to 4"):
        cite(PLAIN, paragraph=5)
    with pytest.raises(NotFound, match="paragraph 0"):
        cite(PLAIN, paragraph=0)
    with pytest.raises(UsageError, match="one brief"):
        cite([PLAIN, PLAIN], paragraph=1)


TEXTS = st.text(min_size=1).map(one_line).filter(lambda text: bool(text.strip(" .,")))
FAMILIES = ("Brandvold", "van der Berg", "Stanković-Hobbs", "al-Rashid", "O’Leary", "Andrade")
GIVEN = ("Ottilie", "Jean-Luc", "Leïla", "Andrew")


@settings(deadline=None)  # the reader of TeX takes its time
@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_bibtex(title: str, institution: str) -> None:
    brief = replace(PLAIN, title=title, authors=(Author("Ann Lee", None, institution),))
    fields = entry(cited(brief, "bibtex"))
    assert _read(fields["title"]) == _spaced(title.rstrip(" .,"))
    assert _read(fields["institution"]) == _spaced(institution)
    assert fields["note"] == "brief:b4f2k"


def _read(field: str) -> str:
    """What TeX would print."""
    # The reader here lacks two names that TeX has.
    for name, sign in ((r"\textbraceleft{}", r"\{"), (r"\textbraceright{}", r"\}")):
        field = field.replace(name, sign)
    return _spaced(LatexNodes2Text().latex_to_text(field))


def _spaced(text: str) -> str:
    # TeX takes a run of blanks for one and drops those at the ends; the reader here takes the
    # circumflex of ASCII for the accent.
    return " ".join(text.replace("ˆ", "^").split())


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("given_name", GIVEN)
def test_names_come_back_from_bibtex_in_their_parts(given_name: str, family: str) -> None:
    brief = replace(PLAIN, authors=(Author(f"{given_name} X. {family}"), Author("The Night Desk")))
    library = parse_string(
        cited(brief, "bibtex"), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    assert library.failed_blocks == []
    person, team = library.entries[0]["author"]
    assert " ".join(person.first) == f"{given_name} X."
    assert " ".join([*person.von, *person.last]) == family
    assert team.first == []


@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_ris(title: str, institution: str) -> None:
    brief = replace(PLAIN, title=title, authors=(Author("Ann Lee", None, institution),))
    (item,) = rispy.loads(cited(brief, "ris"))
    assert item["title"].strip() == title.rstrip(" .,").strip()
    assert item["publisher"].strip() == institution
    assert set(item) == set(rispy.loads(cited(PLAIN, "ris"))[0])


@given(TEXTS, TEXTS)
def test_any_text_comes_back_from_csl_json(title: str, institution: str) -> None:
    brief = replace(PLAIN, title=title, authors=(Author("Ann Lee", None, institution),))
    (item,) = json.loads(cited(brief, "csl-json"))
    assert (item["title"], item["publisher"]) == (title.rstrip(" .,"), institution)
