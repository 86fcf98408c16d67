"""Heads by many hands: titles (T), bylines (B) and date lines (D), each case naming its shape."""

from __future__ import annotations

import textwrap

import pytest

from store.brief import Brief
from tests.store.ingest.model_form import read_one, who

T = "Ashgabat and Baku Settle on a Name"
BODY = (
    "Negotiators signed a protocol on the shared field last week, the gazette reported.",
    "A second meeting is planned for the autumn, according to a deputy minister.",
    "The protocol is thinner than the ceremony. Both capitals needed a picture.",
)
BY = "By Leyla Hasanova | Senior Analyst - Shelf Forum | 3 February 2021"


def below(head: str, *, deck: str = "") -> Brief:
    """Read a brief with this head; its report (with a deck) and comment must be whole."""
    read = read_one(f"{head}\n\n{BODY[0]}\n\n{BODY[1]}\n\nComment: {BODY[2]}")
    assert read.paragraphs("report") == ((deck,) if deck else ()) + BODY[:2]
    assert read.paragraphs("comment") == BODY[2:]
    return read


def test_t1_a_place_printed_twice_is_no_title() -> None:
    head = f"{T}\n\n(Baku, Azerbaijan\n)\n\nFebruary 3, 2021\n\nPress Centre\nBaku, Azerbaijan"
    assert read_one(f"{head}\n\n{BODY[0]} {BODY[1]}").title == T


@pytest.mark.parametrize(
    "above",
    [
        "Caspian Commentary", "POLICY ANALYSIS / Policy Alert", "In Focus", "Expert View",
        "Caspian Brief No. 7", "WORKING PAPER NO. 12", "SHELF ROOM\nBriefing Note 14/2021",
        "Shelf Institute · Briefing Note · 3 February 2021", "World", "TURKMENISTAN",
        "The Caspian File\nThe Caspian File is a fortnightly look at the sea's five shores, edited"
        " by hand at the Shelf Forum.", "SHELF FORUM\nCommentary", "Shelf Room Analysis 26/2016",
        "SHELVES: A SERIES BY QUILL & ANCHOR", "Shelf Notes, No. 6\nSeries editor: Bo Ray",
    ],
)  # fmt: skip
def test_t2_series_genres_and_sections_above_a_title(above: str) -> None:
    assert below(f"{above}\n\n{T}\n\n{BY}").title == T


def test_t3_a_deck_that_is_a_long_sentence() -> None:
    deck = "Two governments, one field and a great many photographs, of which none shows the field."
    read = below(f"{T}\n\n{deck} It is wet.\n\nBy Leyla Hasanova\n3 February 2021",
                 deck=f"{deck} It is wet.")  # fmt: skip
    assert (read.title, who(read)[0][0]) == (T, "Leyla Hasanova")


@pytest.mark.parametrize(
    "head",
    [
        f"{T.upper()}\n\nBY LEYLA HASANOVA\n\nFEBRUARY 3, 2021",
        f"{T.upper()}\nLEYLA HASANOVA, SHELF INSTITUTE\n3 FEB 2021",
        f"{T.upper()}\nPublication: Caspian Monitor Volume: 3 Issue: 14\nFebruary 3, 2021\n"
        "By: Leyla Hasanova",
    ],
)
def test_t4_a_title_in_capitals(head: str) -> None:
    read = below(head)
    assert (read.title, read.date) == (T.upper(), "2021-02-03")
    assert [name.title() for name, _, _ in who(read)] == ["Leyla Hasanova"]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Caspian Situation Report: January 28 - February 3, 2021", "2021-02-03"),
        ("Caspian Press Review 2-3 February 2021", "2021-02-03"),
        ("Caspian Weekly: Week of February 3rd, 2021", "2021-02-03"),
        ("Shelf Watch — 3 Feb 2021", "2021-02-03"), ("Caspian Press Review 2-3 February", None),
    ],
)  # fmt: skip
def test_t5_titles_of_reviews_and_weeks(title: str, date: str | None) -> None:
    read = below(f"{title}\n\nBy Leyla Hasanova")
    assert (read.title, read.date) == (title, date)


@pytest.mark.parametrize(
    "note",
    [
        "*To read Part One, please click here.",
        "(Part 1 is available here.)",
        "[Read Part 1 here]",
        "*This is the first of two parts. To read Part Two, please click here.",
    ],
)
def test_t7_the_way_to_the_other_part_is_no_text(note: str) -> None:
    assert below(f"{T} (Part Two)\n\n{BY}\n\n{note}").title == f"{T} (Part Two)"


@pytest.mark.parametrize(
    "above",
    [
        "\n".join(f"Rain Gauge Number {n} Stolen" for n in range(11)), "Home » Briefs » Caspian",
        "You are here: Home / Briefs", "Home\nAbout\nExperts\nEvents\nContact",
        "Home | World | Opinion", "Budget Vote Slips Again\n\nWhat the Senate Forgot",
    ],
)  # fmt: skip
def test_t9_headlines_and_navigation_before_the_title(above: str) -> None:
    read = read_one(f"{above}\n\n{T}\n\nBy Leyla Hasanova\n3 February 2021\n\n{BODY[0]}")
    assert who(read)[0][0] == "Leyla Hasanova"
    assert read.title == T or above.startswith("Budget")


A, F = "Leyla Hasanova", "Shelf Forum"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (f"{F} Institute | {A} | 3 February 2021", f"{A}||{F} Institute"),  # B1, house first
        (f"3 February 2021 | {F} Institute | By {A}", f"{A}||{F} Institute"),  # B1
        (f"By {A}, Kestrel Row, 3 February 2021", f"{A}||Kestrel Row"),  # B2, a house with no sign
        (f"{A}, 3 February 2021", A),  # B2, not a place and a date
        (f"February 3, 2021\n\n{A} with Oguz Berdiyev", f"{A}/Oguz Berdiyev"),  # B3
        (f"By {A} with Oguz Berdiyev\n3 February 2021", f"{A}/Oguz Berdiyev"),  # B5
        (f"By {A} (@leylah)\n3 February 2021", A),  # B5
        (f"By {A} in Baku and Oguz Berdiyev in Awaza\n3 February 2021", f"{A}/Oguz Berdiyev"),  # B6
        (f"From {A} in Baku\n3 February 2021", A),  # B6
        (f"[By {A}, 3 February 2021]", A),  # B6
        (f"{A}\nSenior Fellow, {F} Institute\n\nOguz Berdiyev\nAnalyst, {F} Institute\n\n"
         "3 February 2021",
         f"{A}|Senior Fellow|{F} Institute/Oguz Berdiyev|Analyst|{F} Institute"),  # B7
        (f"Statement of {A}\nSenior Fellow, {F} Institute\n3 February 2021",
         f"{A}|Senior Fellow|{F} Institute"),  # B7
        (f"This report was written by {A} and edited by Oguz Berdiyev.\n3 February 2021", A),  # B9
        (f"A selection of the latest stories, compiled by {F} Analysts {A} and Bo Ray, with"
         " contributor Cy Trial.\n3 February 2021",
         f"{A}|analyst|{F}/Bo Ray|analyst|{F}/Cy Trial"),  # B9
        (f"3 February 2021\n\n[Caspian Herald] {A} — ", f"{A}||Caspian Herald"),  # B11
        (f"Posted by {A} on Wednesday, February 3, 2021 at 11:15 AM", A),  # B12
        (f"Published on February 3, 2021 in Caspian by {A}", A),  # B12
        ("Energy Desk, Shelf Institute\n3 February 2021", "Energy Desk||Shelf Institute"),  # B12
        ("By Maj. Leyla Hasanova\n3 February 2021", "Maj. Leyla Hasanova"),  # B15
        (f"By {A},\nOguz Berdiyev and\nBo Ray\n\n3 February 2021", f"{A}/Oguz Berdiyev/Bo Ray"),
        (f"By {A}, Quill & Anchor, and Bo Ray, {F} Institute, 3 February 2021",
         f"{A}||Quill & Anchor/Bo Ray||{F} Institute"),  # B5
        (f"@leylah | {A} | 3 February 2021", A),  # B5
        (f"{A}\nResearch Lead, Borders Desk\nQuill & Anchor\n3 February 2021",
         f"{A}|Research Lead|Borders Desk"),  # B7
        (f"Author(s): {A}, Oguz Berdiyev\nDate of publication: 3 February 2021",
         f"{A}/Oguz Berdiyev"),  # B8
        (f"Filed by {A}, 3 February 2021", A),  # B12
        ("de Ion Popescu\n3 februarie 2021", "Ion Popescu"),  # B15
    ],
)  # fmt: skip
def test_b1_to_b15_by_other_hands(line: str, authors: str) -> None:
    glued = line.endswith("— ")
    read = below(f"{T}\n\n{line}") if not glued else read_one(f"{T}\n\n{line}{BODY[0]}")
    told = "/".join("|".join((n, r or "", h or "")).rstrip("|") for n, r, h in who(read))
    assert (read.title, read.date, told) == (T, "2021-02-03", authors)


@pytest.mark.parametrize(
    "tail",
    [
        f"About the author: {A} directs the shelf programme at the {F} Institute.",
        f"{A}\n{F} Institute", f"{A} is the author of “Salt Lines”.",
        f"{A} (@leylah) studies shelves at Quill & Anchor.",
        f"[{A}]", f"Reporting by {A}; editing by Bo Ray", f"— {A}, Quill & Anchor, Baku",
    ],
)  # fmt: skip
def test_b10_introductions_at_the_end(tail: str) -> None:
    read = read_one(f"{T}\n\n3 February 2021\n\n{BODY[0]}\n\nComment: {BODY[2]}\n\n{tail}")
    assert ([name for name, _, _ in who(read)], read.paragraphs("comment")) == ([A], BODY[2:])


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("26 ekim 2017", "2017-10-26"), ("26 октября 2017 г.", "2017-10-26"),
        ("26 octombrie 2017", "2017-10-26"), ("26. oktobar 2017.", "2017-10-26"),
        ("26 października 2017", "2017-10-26"), ("DTG 031641Z NOV 09", "2009-11-03"),
        ("R 031641Z NOV 09", "2009-11-03"), ("First published 26 October 2017", "2017-10-26"),
        ("Cut-off date: 26 October 2017", "2017-10-26"), ("NO DATE", None), ("London, 4 May", None),
        ("Updated: Oct 30, 2017 | Published: Oct 26, 2017", "2017-10-26"),
        ("Mar 17, 2021 - World", "2021-03-17"), ("Sat May 14 18:30:00 UTC 2016", "2016-05-14"),
        ("Period: 1 May to 14 May 2016", "2016-05-14"),
        ("Issue No. 6, May 2016", "2016-05"),
        ("Baku | 14 May 2016", "2016-05-14"), ("Baku, 14 May 2016 (Herald)", "2016-05-14"),
        ("Spring 2016", "2016"), ("EMBARGOED UNTIL 14 May 2016, 00:01 GMT", "2016-05-14"),
        ("Undated.", None),
    ],
)  # fmt: skip
def test_d_lines_of_other_tongues_and_desks(line: str, date: str | None) -> None:
    assert below(f"{T}\n\n{line}").date == date


def test_d_a_title_run_into_date_and_text() -> None:
    read = read_one(f"Second Lane Opens at Sadakhlo March 17, 2021 {' '.join(BODY)}")
    assert (read.title, read.date) == ("Second Lane Opens at Sadakhlo", "2021-03-17")


@pytest.mark.parametrize("width", [61, 66, 72])
def test_n_a_byline_wrapped_at_any_place(width: int) -> None:
    head = "\n".join(textwrap.fill(line, width) for line in (T, BY))
    text = "\n".join(textwrap.fill(paragraph, width) for paragraph in BODY[:2])
    read = read_one(f"{head}\n{text}\n{textwrap.fill('Comment: ' + BODY[2], width)}")
    assert who(read) == [(A, "Senior Analyst", F)]
    assert (read.date, read.paragraphs("comment")) == ("2021-02-03", BODY[2:])
