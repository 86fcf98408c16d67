"""What is printed for a human: wrapping, columns, and nothing that steers a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.sheet import Piece, Sheet, width_of, wrap

texts = st.text(st.characters(blacklist_categories=["Cs"]), max_size=200)


def shown(sheet: Sheet) -> list[str]:
    return ["".join(piece.text for piece in line) for line in sheet.lines]


@given(texts, st.integers(8, 60))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = [text[start:end] for start, end in wrap(text, width)]
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(texts, texts)
def test_nothing_that_enters_a_sheet_can_steer_a_terminal(one: str, two: str) -> None:
    sheet = Sheet(40)
    sheet.text(one, Piece(two, "hit"), first="  ")
    sheet.table(("a", "b"), [(one, two)])
    sheet.columns([[one, two], [two]])
    for line in shown(sheet):
        assert line.isprintable() or not {c for c in line if ord(c) < 32 or 127 <= ord(c) < 160}
        assert not set(line) & set("\u202e\u2066\u200b\u200f\n\r\x1b\x9b")


def test_wide_letters_take_two_cells() -> None:
    assert width_of("北京 talks") == 10
    sheet = Sheet(20)
    sheet.table(("", "n"), [("北京", "1"), ("Kyiv", "12")])
    assert shown(sheet)[1:] == ["北京   1", "Kyiv  12"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrap("abcdefghij kl", 4) == [(0, 4), (4, 8), (8, 10), (11, 13)]


def test_styles_survive_wrapping() -> None:
    sheet = Sheet(12)
    sheet.text("one two ", Piece("three four", "hit"), " five")
    styled = [piece for line in sheet.lines for piece in line if piece.style == "hit"]
    assert "".join(piece.text for piece in styled).replace(" ", "") == "threefour"


def test_a_wide_table_wraps_inside_its_cells() -> None:
    sheet = Sheet(30)
    sheet.table((), [("name", "a rather long account of an office held"), ("x", "short")])
    assert all(len(line) <= 30 for line in shown(sheet))
    assert "held" in shown(sheet)[-2]


def test_columns_stand_side_by_side() -> None:
    sheet = Sheet(22)
    sheet.columns([["left one", "left two"], ["right"]])
    assert shown(sheet) == ["left one    right", "left two"]
