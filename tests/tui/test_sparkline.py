"""Bars for months."""

from __future__ import annotations

from tui.widgets.sparkline import months, spark


def test_months_run_over_the_turn_of_the_year() -> None:
    assert months("2017-11", "2018-02") == ["2017-11", "2017-12", "2018-01", "2018-02"]


def test_a_month_with_nothing_is_a_dot() -> None:
    assert spark({"2017-10": 8, "2017-12": 1}, 20) == "█·▁"


def test_long_times_are_taken_together() -> None:
    by_month = {"1990-01": 1, "2020-01": 1}
    bars = spark(by_month, 30)
    assert len(bars) <= 30
    assert bars[0] == bars[-1] == "█"
    assert set(bars[1:-1]) == {"·"}


def test_years_without_a_month_and_nothing_at_all_have_no_bars() -> None:
    assert spark({"2017": 3}, 20) == ""
    assert spark({}, 20) == ""
