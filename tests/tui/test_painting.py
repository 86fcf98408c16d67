"""Lines cut to a width in cells; text of briefs is data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.painting import PLAIN, both_ends, fit, flat, highlighted, padded, strip

TEXT = st.text(alphabet=st.characters(codec="utf-8")).map(flat)


@given(TEXT, st.integers(1, 60))
def test_fit_never_takes_more_than_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(padded(text, width)) == width


def test_fit_marks_the_cut() -> None:
    assert fit("a long title", 7) == "a long…"
    assert fit("short", 7) == "short"


@given(TEXT, TEXT, st.integers(1, 60))
def test_a_strip_is_exactly_as_wide_as_asked(left: str, right: str, width: int) -> None:
    pieces = both_ends([(left, PLAIN)], [(right, PLAIN)], width)
    assert strip(pieces, width).cell_length == width


def test_highlights_fall_on_their_letters() -> None:
    hit = Style(bold=True)
    assert highlighted("ferry line", [(0, 5), (6, 10)], PLAIN, hit) == [
        ("ferry", hit), (" ", PLAIN), ("line", hit), ("", PLAIN),
    ]  # fmt: skip


def test_markup_and_control_characters_are_only_text() -> None:
    text = flat("[bold]x[/bold]\x1b[31m\tred\n")
    assert strip([(text, PLAIN)], 30).text.rstrip() == "[bold]x[/bold] [31m red"
