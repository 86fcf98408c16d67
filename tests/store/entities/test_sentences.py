"""Sentence boundaries: abbreviations, quotations, initials, wrapped lines, hostile input."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.entities.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Ravan Maldor met Dr. Ilse Korm in Prague.",
        "The U.S. Navy sailed on Monday.",
        "J. K. Ostrava spoke to Lt. Gen. Peder Holm.",
        "Trade rose by 3.5 percent in the year.",
        "See www.example.org for No. 7 of the series.",
        '"Why?" she asked the minister.',
        "He wrote of oil, gas, etc. and left.",
        "The talks of Oct. 20 failed.",
        "1. The first point stands alone.",
        "It was signed at 9 a.m. Moscow time.",
        "A line that is\nwrapped at a margin.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        ("He went to the U.S. The visit failed.", ["He went to the U.S.", "The visit failed."]),
        ("“It is over.” Moscow agreed.", ["“It is over.”", "Moscow agreed."]),
        ("It ended in 2017. Iran left.", ["It ended in 2017.", "Iran left."]),
        ("The minister said no. Iran agreed.", ["The minister said no.", "Iran agreed."]),
        ("Is it so? Yes! Good.", ["Is it so?", "Yes!", "Good."]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("Talks stalled… Then they resumed.", ["Talks stalled…", "Then they resumed."]),
        ("THE TALKS FAILED. THEY WILL RESUME.", ["THE TALKS FAILED.", "THEY WILL RESUME."]),
        ("今日会谈。明日继续。", ["今日会谈。", "明日继续。"]),
    ],
)
def test_two_sentences_are_cut(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_an_empty_text_has_no_sentences() -> None:
    assert sentence_spans("") == []
    assert sentence_spans(" \n \n") == []


@given(st.text(alphabet='aB.?! \n"”1UGen', max_size=80) | st.text(max_size=80))
def test_spans_are_in_order_trimmed_and_cover_everything_visible(text: str) -> None:
    spans = sentence_spans(text)
    covered = [False] * len(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered[start:end] = [True] * (end - start)
        last = end
    assert all(seen or char.isspace() for seen, char in zip(covered, text, strict=True))


@pytest.mark.parametrize("unit", [".", "U.S. ", "\n ", '." ', "( ", "Gen. "])
def test_long_hostile_runs_finish(unit: str) -> None:
    text = unit * 20_000
    assert sum(end - start for start, end in sentence_spans(text)) <= len(text)
