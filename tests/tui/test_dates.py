"""Days in words."""

from __future__ import annotations

import datetime as dt

import pytest

from tui.dates import day_in_words

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-25", "earlier today"), ("2026-11-24", "yesterday"), ("2026-11-20", "Friday"),
        ("2026-11-19", "Thursday"), ("2026-11-18", "2026-11-18"), ("2026-11-26", "2026-11-26"),
    ],
)  # fmt: skip
def test_the_last_days_have_names(day: str, said: str) -> None:
    assert day_in_words(day, WEDNESDAY) == said
