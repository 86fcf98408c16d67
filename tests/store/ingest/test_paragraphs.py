"""Lines into paragraphs (N): blank lines, single newlines, hard wraps, bullets, broken words."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.paragraphs import paragraphs, squeeze

LONG = (
    "The railway across the pass was first proposed when the old road fell into the lake, and it"
    " has been proposed again by every government since. None of them found the money. The tunnel"
    " alone would cost more than the two countries spend on roads in ten years."
)
OTHER = (
    "A second plan leads round the mountain instead. It is longer by forty kilometres and passes"
    " three frontiers, each with a gauge of its own, so that nobody but the engineers has ever"
    " liked it."
)


@pytest.mark.parametrize("width", [50, 66, 70, 80, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n \n"])
def test_n_wrapped_paragraphs_are_joined(width: int, gap: str) -> None:
    wrapped = gap.join(textwrap.fill(text, width) for text in (LONG, OTHER))
    assert paragraphs(wrapped) == [LONG, OTHER]


def test_n_wrapped_with_indents_and_no_blank_lines() -> None:
    wrapped = "\n".join(textwrap.fill(t, 70, initial_indent="   ") for t in (LONG, OTHER))
    assert paragraphs(wrapped) == [LONG, OTHER]


def test_n_single_newlines_part_paragraphs() -> None:
    assert paragraphs(f"{LONG}\n{OTHER}\nThe end came soon.") == [LONG, OTHER, "The end came soon."]


def test_n_a_line_that_breaks_off_runs_on() -> None:
    text = (
        f"{LONG}\n\nThe minister, who had opened the line himself in his first year,\nleft early."
    )
    assert paragraphs(text)[1].endswith("in his first year, left early.")


def test_n_bullets_are_paragraphs_of_their_own() -> None:
    text = "Key points\n- The line is shut.\n- The toll is up.\n• Nobody pays.\n1. Again."
    assert paragraphs(text) == text.split("\n")


def test_n_wrapped_bullets_are_joined() -> None:
    bullets = [f"- {LONG}", f"- {OTHER}"]
    wrapped = "\n".join(textwrap.fill(b, 70, subsequent_indent="  ") for b in bullets)
    assert paragraphs(wrapped) == bullets


@pytest.mark.parametrize(
    ("cut", "whole", "beside"),
    [
        ("inter-\nnational", "international", ""), ("gas-\nworks", "gas-works", ""),
        ("rail-\nway", "railway", "The railway is long."), ("Iran-\nIraq", "Iran-Iraq", ""),
        ("govern-\nment", "government", ""), ("long-\nterm", "long-term", ""),
        ("long-\nterm", "long-term", "Longterm plans and long-term plans."),
        ("U.S.-\nled", "U.S.-led", ""), ("pro-\nIran", "pro-Iran", ""),
        ("organiza-\ntion", "organization", ""), ("-\nIran", "- Iran", ""),
    ],
)  # fmt: skip
def test_n_a_word_cut_at_the_margin(cut: str, whole: str, beside: str) -> None:
    head = "The " + "old " * 15
    filled = textwrap.fill(LONG, 75)
    text = (
        f"{filled}\n\n{head}{cut} line was first proposed when the road fell into a lake\nand left."
    )
    assert f" {whole} line" in paragraphs(f"{text}\n\n{filled}\n\n{beside}")[1]


def test_n_rules_hold_no_text_and_an_underline_makes_a_heading() -> None:
    text = "Title\n=====\n\n* * *\n\nPart\n----\n\nText here.\n---\n"
    assert paragraphs(text) == ["# Title", "## Part", "Text here."]


def test_n_the_lines_of_a_byline_are_not_joined() -> None:
    head = "By Ann Lee | Fellow - The Zenda Institute for Rails and Tolls | Oct 20, 2017"
    wrapped = f"{head}\nA Title of the Ordinary Kind\n\n{textwrap.fill(LONG, 76)}"
    assert paragraphs(wrapped)[:2] == [head, "A Title of the Ordinary Kind"]


@pytest.mark.parametrize("last", ["Oct 20, 2017", "London, 4 May 1998"])
def test_n_a_date_below_a_wrapped_text_stays_alone_and_a_bylines_does_not(last: str) -> None:
    wrapped = textwrap.fill(LONG, 70)
    assert paragraphs(f"{wrapped}\n{last}")[-1] == last
    assert paragraphs(f"{wrapped}\n\nBy Ann Lee | Fellow - Zenda |\n{last}")[-1].startswith(
        "By Ann"
    )


@given(st.text(alphabet=" \nab"))
def test_squeezed_text_is_one_line_of_single_spaces(text: str) -> None:
    assert squeeze(text) == " ".join(text.split())
