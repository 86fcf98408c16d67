"""Heads, endings and furniture of real layouts, each named by its letter in the catalogue.

T title, B byline, D date, C comment, X boilerplate, N noise in the text.
"""

from __future__ import annotations

import pytest

from store.brief import Brief
from store.ingest.layout import read_layout
from store.ingest.readers.plain import read_as
from tests.store.ingest.model_form import read_one, who

T = "Norway Paints Its Ferries for Denmark"
BODY = (
    "Norway moved two ferries to the strait on Monday, officials in Oslo said. Denmark sent one.",
    "The ferries were painted in the night.",
    "The paint matters more than the ferries. Nobody paints a thing to leave it.",
)


def brief(head: str, *, tail: str = "") -> Brief:
    """Read a brief with this head, and `tail` behind its comment; its text must be untouched."""
    text = f"{head}\n\n{BODY[0]}\n\n{BODY[1]}\n\nComment: {BODY[2]}"
    read = read_one(f"{text}\n\n{tail}" if tail else text)
    assert read.paragraphs("report") == BODY[:2]
    assert read.paragraphs("comment") == BODY[2:]
    return read


@pytest.mark.parametrize(
    "above",
    [
        "Policy Brief", "POLICY BRIEF\n\nNorthern Ledger Series No. 14", "OSW COMMENTARY",
        "The Iran File\n\nThe Iran File is a weekly series on ferries.", "Example Institute",
        "COMMENTARY MAGAZINE", "Nordic Political Weekly\nVol. 4, No. 28, 22 July 2004",
        "Home » Publications » Ferry Briefs", "- Home\n- About\n- Experts\n- Contact",
        "* [Home](/)\n* [About](/about)", "View this email in your browser",
        "Testimony before the Committee on Ferries", "MD COMMENTARY | Number 212",
        "Example Programme Note 9/11", "Example Comment 17, April 2014, 8 Pages",
        "Ferry Watch 3021", "5 min read",
    ],
)  # fmt: skip
def test_t2_x_what_stands_above_a_title(above: str) -> None:
    read = brief(f"{above}\n\n{T}\n\nBy Ada Sample | Fellow - Example Institute | May 3, 2014")
    assert (read.title, read.authors[0].name) == (T, "Ada Sample")


def test_t8_a_footnote_digit_at_a_numbered_title() -> None:
    read = brief(f"136. {T}0\n\nOslo, April 21, 1964, 2 p.m.")
    assert (read.title, read.date) == (f"136. {T}", "1964-04-21")
    assert "0" in " ".join(read.boilerplate)


def test_t11_two_lines_without_a_title() -> None:
    read = read_one("Two ferries moved north on Monday.\n\nComment: They will be back.")
    assert read.paragraphs("report") == ("Two ferries moved north on Monday.",)
    assert read.paragraphs("comment") == ("They will be back.",)
    assert read.readings["title"].confidence == "guess"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ada Sample,Bo Example,Cy Trial\n\nMay 3, 2014", "Ada Sample/Bo Example/Cy Trial"),  # B5
        ("By Ada Sample, @adas, Harbour Today\n\nMay 3, 2014", "Ada Sample|Harbour Today"),  # B5
        ("By Ada Sample. Email: a@b.example, Twitter: @adas\n\nMay 3, 2014", "Ada Sample"),  # B5
        ("Ada Sample, and Bo Example, Harbour Today\n\nMay 3, 2014",
         "Ada Sample|Harbour Today/Bo Example|Harbour Today"),  # B5
        ("By Ada Sample, Reuters\n\nMay 3, 2014", "Ada Sample|Reuters"),  # B6
        ("Reuters\n\nMay 3, 2014", "Reuters"),  # B6
        ("Ada Sample\nSpecialist in Ferries\n\nUpdated May 3, 2014",
         "Ada Sample|Specialist in Ferries"),  # B7
        ("October 4, 2017\n\n(Long Boat Journal) Ada Sample and Bo Example - " + BODY[0],
         "Ada Sample|Long Boat Journal/Bo Example|Long Boat Journal"),  # B11
        ("By Example Syria Team and Syria Direct\n\nMay 3, 2014",
         "Example Syria Team/Syria Direct"),  # B12
        ("Posted by Ada Sample at 3:03 PM\nTuesday, May 3, 2014", "Ada Sample"),  # B12
        ("Posted on May 3, 2014 by Ada Sample", "Ada Sample"),  # B12
        ("ISW Syria Team\n\nMay 3, 2014", "ISW Syria Team"),  # B12
        ("Ada Sample (Example Institute)\n3 May 2014", "Ada Sample|Example Institute"),
        ("By Ada Sample of the Example Institute\n3 May 2014", "Ada Sample|Example Institute"),
        ("By Ann Lee (Fellow, Test House) and Bob Kim (Director, Other House) | May 3, 2019",
         "Ann Lee|Fellow|Test House/Bob Kim|Director|Other House"),
        ("By Ann Lee | Chair of Passes – Hellenic Forum – Athens | May 3, 2019",
         "Ann Lee|Chair of Passes|Hellenic Forum"),
        ("By Ann Lee and Bob Kim | Senior Fellow, Nonresident Fellow - Test House | May 3, 2019",
         "Ann Lee|Senior Fellow|Test House/Bob Kim|Nonresident Fellow|Test House"),
        ("May 3, 2014 - Ada Sample and Bo Example", "Ada Sample/Bo Example"),  # B3
        ("May 3, 2014 | Example Institute | By Ada Sample", "Ada Sample|Example Institute"),  # B1
        ("By Ada Sample (Ret.), Example Institute, May 3, 2014",
         "Ada Sample|Example Institute"),  # B15
        ("By the Ferry Desk of the Example Institute\n\nMay 3, 2014",
         "Ferry Desk|Example Institute"),  # B12
        ("By Ann Lee\nSenior Fellow\nExample Institute\nMay 3, 2014",
         "Ann Lee|Senior Fellow|Example Institute"),  # B7
        ("By Zahra Noori | Afghanistan Watcher | May 3, 2019", "Zahra Noori|Afghanistan Watcher"),
    ],
)  # fmt: skip
def test_b5_to_b12_who_signs(line: str, authors: str) -> None:
    first = line.rpartition(" - ")[2] if "Journal)" in line else BODY[0]
    head = line.replace(BODY[0], "").rstrip() if "Journal)" in line else line
    text = f"{T}\n\n{head} {first}" if "Journal)" in line else f"{T}\n\n{line}\n\n{first}"
    read = read_one(f"{text}\n\n{BODY[1]}\n\nComment: {BODY[2]}")
    told = "/".join("|".join(p for p in (n, r, h) if p) for n, r, h in who(read))
    assert told == authors
    assert read.paragraphs("report") == BODY[:2]
    assert read.date is not None


def test_b4_a_name_that_runs_into_the_first_sentence() -> None:
    sentence = "The ferries of Norway went north on Monday and came back late, officials said."
    read = read_one(f"{T}\n\nby Ada Sample {sentence}\n\nComment: It matters.")
    assert who(read) == [("Ada Sample", None, None)]
    assert read.paragraphs("report") == (sentence,)


def test_b9_authors_in_a_sentence() -> None:
    credit = "This report was compiled by Example Institute Analysts Ada Sample and Bo Example"
    read = brief(f"{T}\n\nOctober 4, 2017\n\n{credit} with contributors Di Essay and Ed Probe.")
    assert [name for name, _, _ in who(read)] == [
        "Ada Sample",
        "Bo Example",
        "Di Essay",
        "Ed Probe",
    ]
    assert who(read)[0] == ("Ada Sample", "analyst", "Example Institute")


@pytest.mark.parametrize(
    "tail",
    [
        "Ada Sample is a senior fellow at the Example Institute. Her work is on ferries.",
        "*Ada Sample covers ferries for the Example Institute. Follow her on Twitter: @ada.*",
        "— Ada Sample, Example Institute, October 4, 2017",
        "By Ada Sample, Example Institute",
    ],
)
def test_b10_who_signs_at_the_end(tail: str) -> None:
    (author,) = brief(f"{T}\n\nOctober 4, 2017", tail=tail).authors
    assert (author.name, author.institution) == ("Ada Sample", "Example Institute")


@pytest.mark.parametrize(
    "tail",
    [
        "Labels: Norway, Denmark, Paint", "Norway, Denmark, S-300 ferries", "Read More »",
        "You are receiving this e-mail because you subscribed.\nUnsubscribe: https://a.example/u",
        "Forward to a friend\nCopyright © 2014 Example Institute", "- Share\n- Tweet\n- Print",
        "Follow Ada Sample on Twitter", "End of Ferry Watch for 3 May.", "More from Ada Sample",
        "A ferry on April 2, 2013. REUTERS/Bo Example/File Photo - RTX2FG6B",
        "Related Analysis\n\nRead more: Ferries of the North", "Share | Tweet | Email",
        "The Example Institute is an independent research institute in Oslo.",
        "Further reading\n\nFerries of the North\n\nA Strait of One’s Own",
        "What we are reading\n\n- The Ferry Papers\n- Oslo by Boat", "Ada Sample rows near Bergen.",
        "References\n\n- Harbour Today, 3 May.\n- https://a.example/ferries",
    ],
)  # fmt: skip
def test_x_what_stands_below_the_text(tail: str) -> None:
    brief(f"{T}\n\nBy Ada Sample | Fellow - Example Institute | May 3, 2014", tail=tail)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (f"{T}\n\nAugust 31, 2015 | 19:38 GMT", "2015-08-31"),
        (f"{T}\n\nJanuary 21, 2021 | Flash Brief", "2021-01-21"),
        (f"SUBJECT: {T}\n031641Z NOV 09", "2009-11-03"),
        (f"{T}\n\nVienna Alpine Radio in German 1500 gmt 23 Jun 11", "2011-06-23"),
        (f"{T}\n\nPY1211020788 Oslo Radio in Norwegian 1145 GMT 12 Nov 88", "1988-11-12"),
        (f"{T}\n\nBy Ada Sample, Example Institute, 2006", "2006"),
        (f"Ferry Papers\nJune 2006 No. 1\n\n{T}\n\nAda Sample\nFellow, Ferry House", "2006-06"),
        (f"{T}\n\n date 2020-12-02", "2020-12-02"),
        (f"{T}\n\n<ferry desk, Harbour Monitor, 4 May 2010>", "2010-05-04"),
        (f"{T}\n\nHarbour Institute / Policy Brief 2 / 4 May 2010", "2010-05-04"),
        (f"{T}\n\nPublished: August 05 2024\nUpdated: 2024-09-15 17:52", "2024-08-05"),
    ],
)  # fmt: skip
def test_d_dates_of_many_houses(head: str, date: str) -> None:
    read = brief(head)
    assert (read.title, read.date) == (T, date)


def test_d_a_date_glued_between_title_and_text() -> None:
    read = read_one(f"{T} date 2020-12-02 Days after the ferries moved, Norway said so. They came.")
    assert (read.title, read.date) == (T, "2020-12-02")


def test_c2_leads_in_capitals_and_lead_ins() -> None:
    text = (
        "NORDIC DIGEST\n20 October 2017\n\nNORWAY-DENMARK  Two ferries moved.\nComment: It matters."
        "\n\nFeedback. A reader wrote.\n\nSWEDEN-FINLAND  One ferry moved on Tuesday."
    )
    first, second = read_layout(text)
    assert (first.title, first.date) == ("NORWAY-DENMARK: Two ferries moved", "2017-10-20")
    assert first.paragraphs("comment") == ("It matters.",)
    assert first.paragraphs("report") == ("Two ferries moved.", "A reader wrote.")
    assert second.title == "SWEDEN-FINLAND: One ferry moved on Tuesday"


def test_c3_c8_a_takeaway_above_the_text_is_one_paragraph() -> None:
    read = read_one(f"{T}\n\nBy Ada Sample, May 3, 2014\n\nBLUF: Paint matters.\n\n1. They moved.")
    assert read.paragraphs("comment") == ("Paint matters.",)
    assert read.paragraphs("report") == ("1. They moved.",)


def test_c10_a_numbered_comment_of_a_cable() -> None:
    text = f"{T}\n031641Z NOV 09\n\n1. (U) They moved.\n\n2. (C) Comment: It matters. End comment."
    read = read_one(text)
    assert read.paragraphs("report") == ("1. (U) They moved.",)
    assert read.paragraphs("comment") == ("It matters.",)


def test_c11_false_friends_in_prose() -> None:
    text = (
        f"{T}\n\nBy Ada Sample\n\nMay 3, 2014\n\nAnalysis: a word the minister used twice, he said."
    )
    assert read_one(text).paragraphs("comment") == ()


def test_c1_comment_inside_a_comment_is_only_a_word() -> None:
    read = read_one(f"{T}\n\n{BODY[0]}\n\nComment: It is so. Comment: he said it again.")
    assert read.paragraphs("comment") == ("It is so. Comment: he said it again.",)


@pytest.mark.parametrize("label", ["Commentaire :", "Kommentar:", "Bewertung:", "Комментарий:"])
def test_c_comments_in_other_languages(label: str) -> None:
    read = read_one(f"{T}\n\n{BODY[0]}\n\n{label} {BODY[2]}")
    assert read.paragraphs("comment") == (BODY[2],)


def test_n_running_heads_of_pages() -> None:
    text = (
        f"Ferry Brief 12\nPage 1 of 3\n\n{T}\n\nAda Sample\nFellow, Ferry House\nMay 3, 2014\n\n"
        f"{BODY[0]}\n\nFerry Brief 12\nPage 2 of 3\n\nComment: {BODY[2]}\n\nFerry Brief 12\n"
        "Page 3 of 3"
    )
    read = read_one(text)
    assert (read.title, read.paragraphs("report")) == (T, BODY[:1])
    assert read.paragraphs("comment") == (BODY[2],)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("José María Núñez habló ayer", "cp1252"), ("Die Fähre grüßt den Zöllner", "latin-1"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("Комиссия по паромам между двумя портами", "cp1251"),
    ],
)  # fmt: skip
def test_n_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    read, guessed = read_as(text.encode(encoding))
    assert read == text
    assert guessed is not None
    assert read_as(text.encode())[1] is None
