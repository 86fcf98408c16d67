"""Bylines as printed (B): separators, several authors, missing parts, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.affiliations import read_affiliation
from store.ingest.bylines import read_byline
from store.text import words
from tests.store.ingest.model_form import REPORT, document, problem_fields, read_one, who

VERA = ("Vera Lindqvist", "Fellow", "The Zenda Institute")


@pytest.mark.parametrize(
    "byline",
    [
        "By Vera Lindqvist | Fellow - The Zenda Institute | Oct 20, 2017",
        "By Vera Lindqvist|Fellow - The Zenda Institute|Oct 20, 2017",
        "By Vera Lindqvist | Fellow – The Zenda Institute | 20 October 2017",
        "By Vera Lindqvist | Fellow — The Zenda Institute | 2017-10-20",
        "By Vera Lindqvist | Fellow—The Zenda Institute | 20.10.2017",
        "By Vera Lindqvist | Fellow, The Zenda Institute | Friday, October 20th, 2017",
        "By Vera Lindqvist | Fellow | The Zenda Institute | Oct 20, 2017",
        "By Vera Lindqvist | The Zenda Institute | Fellow | Oct 20, 2017",
        "By Vera Lindqvist • Fellow - The Zenda Institute • Oct 20, 2017",
        "By Vera Lindqvist · Fellow · The Zenda Institute · Oct 20, 2017",
        "By Vera Lindqvist / Fellow / The Zenda Institute / Oct 20, 2017",
        "By Vera Lindqvist, Fellow, The Zenda Institute, Oct 20, 2017",
        "By Vera Lindqvist, Fellow - The Zenda Institute, Oct 20, 2017",
        "By Vera Lindqvist - Fellow - The Zenda Institute - Oct 20, 2017",
        "By Vera Lindqvist (Fellow, The Zenda Institute) | Oct 20, 2017",
        "Vera Lindqvist | Fellow - The Zenda Institute | Oct 20, 2017",
        "Oct 20, 2017 | By Vera Lindqvist | Fellow - The Zenda Institute",
        "**By Vera Lindqvist** | *Fellow - The Zenda Institute* | Oct 20, 2017",
        "By Vera Lindqvist\nFellow - The Zenda Institute\nOct 20, 2017",
        "Vera Lindqvist\nFellow, The Zenda Institute\nOctober 20, 2017",
        "Author: Vera Lindqvist\nRole: Fellow\nInstitution: The Zenda Institute\nDate: 20 Oct 2017",
        "Written by Vera Lindqvist | Fellow - The Zenda Institute | Oct 20, 2017",
        "By Vera Lindqvist | Fellow - The Zenda Institute | Oct 20, 2017 | 19:38 GMT",
        "By Vera Lindqvist | Fellow - The Zenda Institute | v.l@zenda.example | Oct 20, 2017",
        "By Vera Lindqvist | Fellow - The Zenda Institute"
        " | Published: Oct 20, 2017 | Updated: Oct 23, 2017",
    ],
)
def test_b1_separators_and_orders(byline: str) -> None:
    brief = read_one(document(byline))
    assert who(brief) == [VERA]
    assert brief.date == "2017-10-20"
    assert problem_fields(brief) == set()
    assert len(brief.paragraphs("report")) == 2


@pytest.mark.parametrize(
    ("affiliation", "role", "institution"),
    [
        (
            "Fellow and Director of Passes Project - The Zenda Institute",
            "Fellow and Director of Passes Project",
            "The Zenda Institute",
        ),
        (
            "Director - Passes Project - The Zenda Institute",
            "Director - Passes Project",
            "The Zenda Institute",
        ),
        (
            "Fellow, Rails and the Black Sea - Zenda",
            "Fellow, Rails and the Black Sea",
            "Zenda",
        ),
        ("Fellow, Rails and the Black Sea", "Fellow, Rails and the Black Sea", None),
        ("Senior Fellow", "Senior Fellow", None),
        ("Fellow -", "Fellow", None),
        ("- The Zenda Institute", None, "The Zenda Institute"),
        ("The Zenda Institute", None, "The Zenda Institute"),
        ("Hentzau", None, "Hentzau"),
        ("Research Fellow at Hentzau", "Research Fellow", "Hentzau"),
        ("Zenda Institute - Senior Fellow", "Senior Fellow", "Zenda Institute"),
        ("", None, None),
    ],
)
def test_b1_role_and_institution(
    affiliation: str, role: str | None, institution: str | None
) -> None:
    assert read_affiliation(affiliation) == (role, institution)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("A. B. Lee and Jon Bo", ["A. B. Lee", "Jon Bo"]),
        ("Ann Lee, Jon Bo and Eva Ek", ["Ann Lee", "Jon Bo", "Eva Ek"]),
        ("Ann Lee, Jon Bo, and Eva Ek", ["Ann Lee", "Jon Bo", "Eva Ek"]),
        ("Ann Lee,Jon Bo & Eva Ek", ["Ann Lee", "Jon Bo", "Eva Ek"]),
        ("Dr. Ann Lee and Prof. Jon van der Berg", ["Dr. Ann Lee", "Prof. Jon van der Berg"]),
        ("Jon Bo, Jr. and Ann Lee, PhD", ["Jon Bo, Jr.", "Ann Lee, PhD"]),
        ('Jessa "Rose" Dury-Åkesson, José O’Hara', ['Jessa "Rose" Dury-Åkesson', "José O’Hara"]),
        ("ANN LEE", ["ANN LEE"]),
        ("Hossein al-Tamimi", ["Hossein al-Tamimi"]),
    ],
)
def test_b15_names_as_printed(names: str, expected: list[str]) -> None:
    byline = read_byline(f"By {names} | Fellows - The Zenda Institute | Oct 20, 2017")
    assert byline is not None
    assert [author.name for author in byline.authors] == expected
    assert {author.institution for author in byline.authors} == {"The Zenda Institute"}


def test_b1_every_author_with_an_affiliation_of_his_own() -> None:
    expected = [VERA, ("Jon Bo", "Analyst", "Hentzau Centre")]
    for byline in (
        "By Vera Lindqvist, Fellow, The Zenda Institute; Jon Bo, Analyst, Hentzau Centre"
        " | Oct 20, 2017",
        "By Vera Lindqvist and Jon Bo | Fellow - The Zenda Institute; Analyst - Hentzau Centre"
        " | Oct 20, 2017",
        "By Vera Lindqvist | Fellow - The Zenda Institute\n"
        "By Jon Bo | Analyst - Hentzau Centre | Oct 20, 2017",
    ):
        assert who(read_one(document(byline))) == expected


def test_b1_a_missing_date_is_a_problem() -> None:
    brief = read_one(document("By Vera Lindqvist | Fellow - The Zenda Institute"))
    assert who(brief) == [VERA]
    assert (brief.date, brief.date_text) == (None, None)
    assert problem_fields(brief) == {"date"}
    assert "date" not in brief.readings


def test_b1_an_ambiguous_date_is_a_problem() -> None:
    brief = read_one(document("By Vera Lindqvist | Fellow - The Zenda Institute | 03/04/2017"))
    assert (brief.date, brief.date_text) == ("2017", "03/04/2017")
    assert brief.readings["date"].confidence == "guess"
    assert problem_fields(brief) == {"date"}


def test_b2_the_date_is_the_last_item_of_the_list() -> None:
    brief = read_one(document("By Vera Lindqvist, Jon Bo, December 1, 2016"))
    assert who(brief) == [("Vera Lindqvist", None, None), ("Jon Bo", None, None)]
    assert brief.date == "2016-12-01"


@pytest.mark.parametrize(
    ("byline", "names", "house"),
    [
        ("By RON LI, A B Cee and C Dee, USA TODAY", ["RON LI", "A B Cee", "C Dee"], "USA TODAY"),
        ("By Ann Lee, Reuters", ["Ann Lee"], "Reuters"),
        ("BY ANN LEE", ["ANN LEE"], None),
        ("by Ann Lee", ["Ann Lee"], None),
    ],
)  # fmt: skip
def test_b5_b6_plain_bylines(byline: str, names: list[str], house: str | None) -> None:
    brief = read_one(document(byline))
    assert [author.name for author in brief.authors] == names
    assert {author.institution for author in brief.authors} == {house}


def test_b5_a_handle_is_no_author() -> None:
    byline = read_byline("By Ann Lee, @annlee, USA TODAY | May 3, 2016")
    assert byline is not None
    assert [author.name for author in byline.authors] == ["Ann Lee"]
    assert any("annlee" in part for part in byline.unread)


def test_b8_a_memo() -> None:
    text = "TO: The Board\nFROM: Ann Lee\nDATE: 3 May 2016\nSUBJECT: Rails\n\nThe train was late."
    brief = read_one(text)
    assert (brief.title, brief.date, who(brief)) == (
        "Rails",
        "2016-05-03",
        [("Ann Lee", None, None)],
    )
    assert brief.boilerplate == ("TO: The Board",)


def test_b10_a_byline_at_the_end() -> None:
    brief = read_one(f"Trains Run Again\n\n{REPORT[0]}\n\n{REPORT[1]}\n\nBy Ann Lee")
    assert who(brief) == [("Ann Lee", None, None)]
    assert brief.readings["authors"].confidence == "likely"
    assert brief.paragraphs("report") == REPORT


def test_b12_a_collective() -> None:
    brief = read_one(document("Posted by Zenda Iran Team on July 3, 2009 at 3:03 PM"))
    assert who(brief) == [("Zenda Iran Team", None, None)]
    assert brief.date == "2009-07-03"


def test_b13_a_speaker_after_a_quotation_is_no_author() -> None:
    text = "Trains Run Again\n\n“It is open.” The line, that is.\n\n— Ann Lee, Research Fellow"
    assert read_one(text).authors == ()


def test_b3_a_name_without_by_is_only_a_guess() -> None:
    brief = read_one(document("Ann Lee\nMay 3, 2016", repeat=None))
    assert (brief.date, who(brief)) == ("2016-05-03", [("Ann Lee", None, None)])
    assert brief.readings["authors"].confidence == "guess"
    assert problem_fields(brief) == {"authors"}


@pytest.mark.parametrize(
    "line",
    [
        "By Thursday, the army had taken the town and held it against two attacks.",
        "By the end of 2016 the line had been closed for three years.",
        "By then it was too late.",
        "Stand by me",
        "The railway | a history",
        "Iran | News | Zenda Times",
        "",
        "By",
        "By |",
        "|",
    ],
)
def test_b14_what_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_ten_thousand_authors() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Ann{a}{b} Lee{c}" for a in letters for b in letters for c in letters[:15]][:10_000]
    brief = read_one(
        document(f"By {', '.join(names)} | Fellow - The Zenda Institute | Oct 20, 2017")
    )
    assert [author.name for author in brief.authors] == names
    assert brief.date == "2017-10-20"


def _reads_as_names(byline: str, count: int) -> bool:
    """Whether a word may stand for a given name at all: "Her Quayle" may not."""
    found = read_byline(byline)
    return found is not None and len(found.authors) == count


_NAME_WORDS = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True).filter(
    lambda word: (
        _reads_as_names(f"By {word} Quayle", 1)
        and _reads_as_names(f"By Aaa Quayle and {word} Quayle", 2)
    )
)
_NAMES = st.lists(_NAME_WORDS, min_size=1, max_size=4).map(
    lambda given: [f"{name} Quayle" for name in given]
)
_ROLES = st.sampled_from([
    "Fellow", "Senior Fellow and Director of Rails Project", "Analyst, Tolls - Northern Desk",
    "Head of Court and Society Programme",
])  # fmt: skip
_HOUSES = st.sampled_from(["The Zenda Institute", "Hentzau Centre for Rails", "Tarlenheim & Sons"])


@given(_NAMES, _ROLES, _HOUSES, st.sampled_from([" and ", ", ", " & "]))
def test_a_printed_byline_comes_back(names: list[str], role: str, house: str, joint: str) -> None:
    byline = read_byline(f"By {joint.join(names)} | {role} - {house} | May 3, 2016")
    assert byline is not None
    assert [(a.name, a.role, a.institution) for a in byline.authors] == [
        (name, role, house) for name in names
    ]


@given(st.text(alphabet=st.sampled_from("By |-–—,;()&@.'\" AnnLeeFellow2017OctÉß"), max_size=80))
def test_every_word_of_a_byline_is_held(line: str) -> None:
    byline = read_byline(line)
    if byline is None:
        return
    parts = [byline.above, byline.rest, *byline.unread, byline.date.text if byline.date else ""]
    for author in byline.authors:
        parts += [author.name, author.role or "", author.institution or ""]
    held = {word for part in parts for word in words(part)}
    assert {word for word in words(line) if word.lower() not in {"by", "and"}} <= held
