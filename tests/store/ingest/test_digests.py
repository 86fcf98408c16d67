"""Digests (C2, T6): items led by a country or a pair, each a brief of its own."""

from __future__ import annotations

import pytest

from store.ingest.layout import read_layout
from store.text import clean

BYLINE = "By Ann Lee | Analyst - The Zenda Institute | 26 April 2019"
DIGEST = f"""Evening Digest

{BYLINE}

Turkey: A recount was ordered in two districts. It will take a week.

Comment: The count will not change.

North Korea-Russia: The two leaders' trains met at the border.

Nothing was signed.

Special comment: The trains were the message. They were armoured.

U.S., Iran: Waivers end on Thursday.
"""


def test_c2_every_item_is_a_brief() -> None:
    briefs = read_layout(clean(DIGEST))
    assert [brief.title for brief in briefs] == [
        "Turkey: A recount was ordered in two districts",
        "North Korea-Russia: The two leaders' trains met at the border",
        "U.S., Iran: Waivers end on Thursday",
    ]
    assert [brief.paragraphs("comment") for brief in briefs] == [
        ("The count will not change.",),
        ("The trains were the message. They were armoured.",),
        (),
    ]
    assert briefs[0].paragraphs("report") == (
        "A recount was ordered in two districts. It will take a week.",
    )
    assert briefs[1].sections[1].label == "Special comment"


def test_c2_date_and_author_are_the_digests() -> None:
    for brief in read_layout(clean(DIGEST)):
        assert brief.date == "2019-04-26"
        assert [author.name for author in brief.authors] == ["Ann Lee"]
        assert brief.problems == ()
        assert "Evening Digest" in brief.boilerplate


def test_c2_an_opening_with_text_is_a_brief_of_its_own() -> None:
    opening = "Tonight the night desk looks east, where most of the news was made."
    briefs = read_layout(clean(DIGEST.replace("Turkey:", f"{opening}\n\nTurkey:", 1)))
    assert [b.title for b in briefs][:2] == [
        "Evening Digest",
        "Turkey: A recount was ordered in two districts",
    ]
    assert briefs[0].paragraphs("report") == (opening,)


def test_t6_leads_in_capitals_and_as_headings() -> None:
    text = (
        "Evening Digest\n\nMay 3, 2016\n\nIRAN-SAUDI ARABIA\n\nThey talked.\n\n## Iraq\n\nIt voted."
    )
    briefs = read_layout(clean(text))
    assert [brief.title for brief in briefs] == ["IRAN-SAUDI ARABIA: They talked", "Iraq: It voted"]


def test_c2_a_region_parts_items_too() -> None:
    text = DIGEST + "\nMiddle East: Rain fell.\n\nComment: At last.\n"
    assert read_layout(clean(text))[-1].title == "Middle East: Rain fell"


@pytest.mark.parametrize(
    "body",
    [
        "Turkey: the recount goes on in two districts.\n\nComment: It will not change the count.",
        "They met.\n\nComment: Two things follow.\n\nIran: less oil.\n\nRussia: more oil.",
        "Q: Will it open?\n\nMR. BO: It will.\n\nQ: When?\n\nMR. BO: Soon.",
        "Minister: It is open.\n\nDriver: It is not.",
    ],
)
def test_c2_what_is_no_digest(body: str) -> None:
    briefs = read_layout(clean(f"A Title of the Day\n\n{BYLINE}\n\n{body}"))
    assert [brief.title for brief in briefs] == ["A Title of the Day"]


def test_t6_one_country_lead_is_a_title() -> None:
    text = f"Turkey: A Recount in Two Districts\n\n{BYLINE}\n\nIt will take a week, they say."
    (brief,) = read_layout(clean(text))
    assert brief.title == "Turkey: A Recount in Two Districts"


@pytest.mark.parametrize(
    "lead", ["Turkey -- Iran:", "Turkey–Iran:", "Turkey/Iran:", "Turkey and Iran:"]
)
def test_t6_pairs_of_countries_by_other_hands(lead: str) -> None:
    briefs = read_layout(clean(DIGEST.replace("Turkey:", lead, 1)))
    assert len(briefs) == 3
    assert briefs[0].title.startswith(lead.rstrip(":"))


def test_c2_the_name_of_the_series_again_is_no_opening() -> None:
    text = "Evening Digest 20190426\n\nEvening Digest\n\n" + DIGEST.partition("\n\n")[2]
    assert len(read_layout(clean(text))) == 3
