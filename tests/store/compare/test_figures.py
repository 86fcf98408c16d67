"""Numbers, units and dates in prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.compare.figures import read_figures


def first(text: str) -> tuple[float, float, str]:
    figure = read_figures(text)[0][0]
    return figure.low, figure.high, figure.unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,960 crates", 1960),
        ("1.234.567 crates", 1234567),
        ("3.3 million crates", 3.3e6),
        ("forty-four crates", 44),
        ("forty four crates", 44),
        ("two hundred and fifty thousand crates", 250_000),
        ("half a million crates", 500_000),
        ("a million crates", 1e6),
        ("two dozen crates", 24),
        ("12bn crates", 12e9),
        ("eight and a half million crates", 8.5e6),
        ("5m crates", 5e6),
        ("ninety-nine crates", 99),
        ("a trillion crates", 1e12),
    ],
)
def test_values(text: str, value: float) -> None:
    assert first(f"They counted {text} there.")[:2] == (value, value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("$10 billion", "$"),
        ("US$3bn", "$"),
        ("A$1.2 billion", "A$"),
        ("€5m", "€"),
        ("20 million Sudrian roubles", "₽"),
        ("75 %", "%"),
        ("75%", "%"),
        ("80 percent", "%"),
        ("80 per cent", "%"),
    ],
)
def test_units_of_measure(text: str, unit: str) -> None:
    assert first(f"It was put at about {text} last year.")[2] == unit


def test_the_counted_noun_may_stand_after_adjectives() -> None:
    assert first("Four tired Sudrian brigades")[2] == first("three brigades")[2] != ""


def test_words_that_count_the_same_things_share_a_unit() -> None:
    assert first("2 million tourists")[2] == first("3 million visitors")[2]


@pytest.mark.parametrize("text", ["20 to 60 barges", "20–60 barges", "between 20 and 60 barges"])
def test_ranges(text: str) -> None:
    assert first(text)[:2] == (20, 60)


def test_a_scale_said_once_holds_for_both_ends_of_a_range() -> None:
    assert first("3 to 5 million barges")[:2] == (3e6, 5e6)


@pytest.mark.parametrize(
    "text",
    [
        "The F-35 and the T-90 met a G7 delegation.",
        "Article 146 and resolution 2231 say so.",
        "One of them left in 1962, on 16 August 2017.",
        "It was a twenty-year plan, and the third round ended on the 15th.",
    ],
)
def test_names_and_dates_are_no_figures(text: str) -> None:
    assert read_figures(text)[0] == []


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("a quarter of the seats", 25),
        ("four fifths of it", 80),
        ("a two-thirds majority", 200 / 3),
        ("more than half the country", 50),
        ("one in five voters", 20),
        ("one dollar in five of the debt", 20),
        ("sixty-two in every hundred", 62),
    ],
)
def test_shares_in_words_are_percentages(text: str, percent: float) -> None:
    low, high, unit = first(f"It was {text}.")
    assert (round(low, 6), round(high, 6), unit) == (round(percent, 6), round(percent, 6), "%")


@pytest.mark.parametrize(
    "text",
    ["Half a dozen men came in a third car.", "Two men left in four years.", "One in 2017 fell."],
)
def test_what_only_looks_like_a_share(text: str) -> None:
    assert all(figure.unit != "%" for figure in read_figures(text)[0])


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("within a year", "year", 1),
        ("in under an hour", "hor", 1),
        ("for eighteen months", "month", 18),
    ],
)
def test_spans_of_time(text: str, unit: str, value: float) -> None:
    assert first(f"It was done {text}.") == (value, value, unit)


def test_a_rate_is_no_span_of_time() -> None:
    assert [f.high for f in read_figures("They ship five million tonnes a year.")[0]] == [5e6]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("more than 30 crates", (True, False)),
        ("no more than 30 crates", (False, True)),
        ("fewer than 30 crates", (False, True)),
        ("no fewer than 30 crates", (True, False)),
        ("30 crates or more", (True, False)),
        ("30 crates", (False, False)),
    ],
)
def test_bounds(text: str, bounds: tuple[bool, bool]) -> None:
    figure = read_figures(f"They hid {text}.")[0][0]
    assert (figure.at_least, figure.at_most) == bounds


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("on 19 October 2017", "2017-10-19"),
        ("on October 19th, 2017", "2017-10-19"),
        ("by 10 May", "--05-10"),
        ("by May 10", "--05-10"),
        ("in October 2017", "2017-10"),
        ("since September", "--09"),
        ("in 1967", "1967"),
    ],
)
def test_dates_are_as_precise_as_printed(text: str, key: str) -> None:
    assert [date.key for date in read_figures(f"It ended {text}.")[1]] == [key]


def test_a_modal_may_is_no_month() -> None:
    assert read_figures("They may leave. May they return.")[1] == []


@given(st.text())
def test_any_text_can_be_read_and_offsets_lie_inside(text: str) -> None:
    figures, dates = read_figures(text)
    spans = [(f.start, f.end) for f in figures] + [(d.start, d.end) for d in dates]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.integers(2, 10**12))
def test_digits_with_separators_keep_their_value(value: int) -> None:
    assert first(f"There were {value:,} crates.")[0] == value
