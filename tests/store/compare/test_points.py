"""Points: what comments share, say alone or differ on, always quoted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.compare import compare
from tests.store.compare.desk import a_brief, points_of, whats

TALK = "The talks between Norland and Sudria go on."


def differ(one: str, other: str, kind: str = "figure") -> list[str]:
    return whats(compare([a_brief("one", one), a_brief("two", other)]), kind)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (
            "Sudria has moved three brigades to the border.",
            "There are four Sudrian brigades at the border now.",
            "three brigades / four Sudrian brigades",
        ),
        (
            "The shipyard contract with Norland is worth $10 billion.",
            "Norland signed a shipyard contract of about $12bn.",
            "$10 billion / $12bn",
        ),
        (
            "Turnout in the Harn district reached 80 percent.",
            "In the Harn district turnout was 75 %, no more.",
            "75 % / 80 percent",
        ),
        (
            "Storms in Norland killed 70,000 people.",
            "As many as 100,000 people were killed by storms in Norland.",
            "70,000 people / 100,000 people",
        ),
        # shares in words, spans of time, people called otherwise
        (
            "Norland owns three quarters of the Harn shipyard.",
            "Of the Harn shipyard Norland owns 60 percent.",
            "60 percent / three quarters",
        ),
        (
            "Ilva Brandt gave the Harn dockers seventy-two hours to leave the quay.",
            "The Harn dockers must leave the quay within two days, Ilva Brandt says.",
            "two days / seventy-two hours",
        ),
        (
            "Some 6,000 soldiers of Norland are trapped at the Harn junction.",
            "Norland has 2,500 men trapped at the Harn junction.",
            "2,500 men / 6,000 soldiers",
        ),
    ],
)
def test_figures_that_disagree_about_one_thing(one: str, other: str, what: str) -> None:
    assert differ(one, other) == [what]


def test_both_sentences_of_a_disagreement_are_shown() -> None:
    comparison = compare([
        a_brief("one", TALK, "It is late. Sudria has moved three brigades to the border."),
        a_brief("two", "There are four Sudrian brigades at the border now."),
    ])  # fmt: skip
    (point,) = points_of(comparison, "figure")
    assert [(side.id, side.paragraph, side.sentence) for side in point.sides] == [
        ("one", 2, "Sudria has moved three brigades to the border."),
        ("two", 1, "There are four Sudrian brigades at the border now."),
    ]


def test_a_figure_in_dispute_brings_its_paragraphs_together() -> None:
    comparison = compare([
        a_brief("one", "Sudria has moved three brigades to the border."),
        a_brief("two", "There are four Sudrian brigades at the border now."),
    ])  # fmt: skip
    assert comparison.rows[0].cells == {"one": (1,), "two": (1,)}
    assert "figures differ: three brigades / four Sudrian brigades" in comparison.rows[0].why


def test_three_comments_on_one_figure_make_one_point() -> None:
    comparison = compare([
        a_brief("one", "Sudria has moved three brigades to the border."),
        a_brief("two", "There are four Sudrian brigades at the border now."),
        a_brief("three", "At the border Sudria keeps five brigades."),
    ])  # fmt: skip
    (point,) = points_of(comparison, "figure")
    assert {side.id for side in point.sides} == {"one", "two", "three"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # equal, or equal but for rounding
        ("The dam cost Norland $10 billion.", "Norland paid $10bn for the dam."),
        ("The dam cost Norland about $12 billion.", "The dam cost Norland $11.9 billion."),
        # a number within the other's range
        ("Norland hid 30 barges at Harn.", "Norland hid 20 to 60 barges at Harn."),
        # converted, summed up, what is left over, within a bound
        ("The Harn road is 400 kilometres long.", "The Harn road runs for 250 miles."),
        (
            "Norland got three hundred million dollars in grants and two hundred in loans.",
            "Norland got half a billion dollars in grants and loans.",
        ),
        (
            "In Norland sixty-two in every hundred voters stayed at home.",
            "Only 38 percent of voters in Norland did not stay at home.",
        ),
        ("Norland lost 14,700 soldiers.", "Norland lost fewer than fifteen thousand soldiers."),
        (
            "Guns leave the Harn line by 25 kilometres on each side.",
            "The zone without guns at the Harn line is fifty kilometres deep.",
        ),
        # other things, other owners, other magnitudes
        ("Norland hid three barges.", "Norland hid four tractors."),
        ("Three Norland brigades hold the pass.", "Four Sudria brigades hold the pass."),
        ("The dam cost Norland $10 billion.", "Its flag cost Norland $10 million."),
        ("The dam cost Norland $10 billion.", "Violins fetch $12 billion a year."),
        # spans of time and small counts of common things
        ("It will take Norland three years.", "Norland waits for five years."),
        ("Two sides met in Norland.", "Three sides met in Norland."),
        # both know both
        (
            "Sudria sent three barges, then four barges, to Harn.",
            "To Harn came four barges of Sudria.",
        ),
    ],
)
def test_figures_that_do_not_disagree(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_figures_of_other_years_are_no_contradiction() -> None:
    comparison = compare([
        a_brief("one", "Sudria has three brigades at the border.", date="2015-01-10"),
        a_brief("two", "Sudria has four brigades at the border.", date="2019-03"),
    ])  # fmt: skip
    assert whats(comparison, "figure") == []


def test_dates_that_disagree() -> None:
    one = "Ilva Brandt received the Sudria envoys at Harn on 19 October."
    other = "On 20 October Ilva Brandt received the envoys of Sudria at Harn."
    assert differ(one, other, "date") == ["19 October / 20 October"]


def test_a_year_mistaken_in_one_month() -> None:
    one = "Ilva Brandt has not met the Sudria envoys at Harn since January 2016."
    other = "Ilva Brandt last met the envoys of Sudria at Harn in January 2015."
    assert differ(one, other, "date") == ["January 2015 / January 2016"]


def test_dates_of_other_things_do_not_disagree() -> None:
    one = "Ilva Brandt received the Sudria envoys on 19 October."
    other = "On 20 October the violin market closed."
    assert differ(one, other, "date") == []


def test_people_and_countries_named_by_all_by_some_and_by_one() -> None:
    comparison = compare([
        a_brief("one", "Ilva Brandt met Norland envoys."),
        a_brief("two", "It was Ilva Brandt who paid. Norland did not."),
        a_brief("three", "Ilva Brandt left. Osteria watched."),
    ])  # fmt: skip
    assert whats(comparison, "shared") == ["person: Ilva Brandt", "country: Norland (2 of 3)"]
    assert whats(comparison, "only") == ["country: Osteria"]
    (alone,) = points_of(comparison, "only")
    assert [(s.id, s.sentence) for s in alone.sides] == [("three", "Osteria watched.")]


def test_who_is_named_in_the_report_only_is_no_point() -> None:
    comparison = compare([a_brief("one", "Silence."), a_brief("two", "Quiet.")])
    assert points_of(comparison, "shared") == points_of(comparison, "only") == []


def test_the_same_quotation() -> None:
    comparison = compare([
        a_brief("one", "He spoke of “a door left half open” and smiled."),
        a_brief("two", 'Why "a door left half open, for now"? Nobody asked.'),
        a_brief("three", "The word “however” was used."),
    ])  # fmt: skip
    (point,) = points_of(comparison, "quote")
    assert point.what == "“a door left half open”"
    assert [side.id for side in point.sides] == ["one", "two"]


def test_echo() -> None:
    line = "Buyers and sellers of salt need a price, a bank and a date."
    comparison = compare([
        a_brief("one", f"Well. {line}"),
        a_brief("two", line.replace("a bank", "one bank")),
        a_brief("three", "Buyers and sellers of salt need patience above everything else."),
    ])  # fmt: skip
    (point,) = points_of(comparison, "echo")
    assert [(side.id, side.sentence) for side in point.sides] == [
        ("one", line),
        ("two", line.replace("a bank", "one bank")),
    ]


def test_short_sentences_are_no_echo() -> None:
    assert differ("We shall see.", "We shall see.", "echo") == []


def test_hedges_are_printed_with_their_strength() -> None:
    comparison = compare([
        a_brief("one", "A strike is very unlikely. It may rain in May."),
        a_brief("two", "We assess with moderate confidence that it is not likely."),
    ])  # fmt: skip
    assert whats(comparison, "hedge") == [
        "may (possible, odds left open)",
        "moderate confidence (moderate confidence)",
        "not likely (unlikely, 20–45 %)",
        "very unlikely (very unlikely, 5–20 %)",
    ]


def test_each_use_of_a_hedge_is_a_side() -> None:
    comparison = compare([
        a_brief("one", "It is likely. So is that: likely indeed."),
        a_brief("two", "Rain is likely."),
    ])  # fmt: skip
    (point,) = points_of(comparison, "hedge")
    assert [side.sentence for side in point.sides] == [
        "It is likely.",
        "So is that: likely indeed.",
        "Rain is likely.",
    ]


prose = st.lists(
    st.sampled_from([
        TALK, "“Nothing is agreed”, said Tomas Reke.", "It could cost $3 billion.", "x" * 40,
        "Perhaps $4bn!", "On 3 May they left…", "On 4 May they left Norland?", "…", "“”", "¶",
    ]),
    min_size=1, max_size=6,
).map(" ".join)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(prose, min_size=1, max_size=3), st.lists(prose, min_size=1, max_size=3))
def test_every_sentence_of_a_point_stands_in_its_paragraph(one: list[str], two: list[str]) -> None:
    comparison = compare([a_brief("one", *one), a_brief("two", *two)])
    lanes = {lane.id: lane.paragraphs for lane in comparison.lanes}
    for point in comparison.points:
        assert point.sides
        for side in point.sides:
            assert side.sentence
            assert side.sentence in lanes[side.id][side.paragraph - 1]
