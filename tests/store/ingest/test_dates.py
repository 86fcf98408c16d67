"""Every printed form of a date (D), and that nothing missing is ever completed."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.datelines import read_dateline
from store.ingest.dates import date_at_end, date_at_start, find_date, only_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Oct 20, 2017", "2017-10-20"),
        ("October 20, 2017", "2017-10-20"),
        ("Oct. 20th 2017", "2017-10-20"),
        ("23 October 2014", "2014-10-23"),
        ("19th January 2017", "2017-01-19"),
        ("22 Sept. 2020", "2020-09-22"),
        ("the 20th of October, 2017", "2017-10-20"),
        ("9/15/2009 5:33:51 PM", "2009-09-15"),
        ("10.14.2005", "2005-10-14"),
        ("20.10.2017", "2017-10-20"),
        ("2018-04-16 00:00:00", "2018-04-16"),
        ("2017-09-15T00:00:00", "2017-09-15"),
        ("1500 gmt 23 Jun 11", "2011-06-23"),
        ("26-FEB-1987 15:01:01.79", "1987-02-26"),
        ("3 JAN 90", "1990-01-03"),
        ("031641Z NOV 09", "2009-11-03"),
        ("August 31, 2015 | 19:38 GMT", "2015-08-31"),
        ("Published: August 05 2024", "2024-08-05"),
        ("Updated: 2017-09-15 17:52", "2017-09-15"),
        ("[Updated January 11, 2021]", "2021-01-11"),
        ("Friday, October 20th, 2017", "2017-10-20"),
        ("Fri, 20 Oct 2017 12:00:00 +0000", "2017-10-20"),
        ("T h u r s d a y,  O c t o b e r 2 6 , 2 0 1 7", "2017-10-26"),
        ("For the Night of 13 September 2011", "2011-09-13"),
        ("20. Oktober 2017", "2017-10-20"),
        ("20 de octubre de 2017", "2017-10-20"),
        ("1er mars 2017", "2017-03-01"),
        ("October 2017", "2017-10"),
        ("June 2006 No. 1", "2006-06"),
        ("Vol. 4, No. 28, 22 July 2004", "2004-07-22"),
        ("01-2021", "2021-01"),
        ("2017-10", "2017-10"),
        ("2017", "2017"),
        ("04/04/2017", "2017-04-04"),
    ],
)
def test_d_a_line_that_is_a_date(printed: str, iso: str) -> None:
    found = only_date(printed)
    assert found is not None
    assert found.iso == iso
    assert found.text in printed


@pytest.mark.parametrize(
    ("printed", "last"),
    [
        ("October 10 - 24, 2017", "2017-10-24"),
        ("August 27-September 9, 2005", "2005-09-09"),
        ("19–20 May 2016", "2016-05-20"),
        ("December 30, 2016 - January 5, 2017", "2017-01-05"),
        ("October 2017 – March 2018", "2018-03"),
    ],
)
def test_d_of_a_range_the_end_is_taken_and_said(printed: str, last: str) -> None:
    found = only_date(printed)
    assert found is not None
    assert (found.iso, found.text, found.confidence) == (last, printed, "likely")
    assert found.problem is not None
    assert "range" in found.problem


@pytest.mark.parametrize("printed", ["28 Oct.", "19-20 May", "Week of August 20th", "October 28"])
def test_d_a_missing_year_stays_missing(printed: str) -> None:
    found = only_date(printed)
    assert found is not None
    assert found.iso is None
    assert found.problem is not None


@pytest.mark.parametrize("printed", ["03/04/2017", "3.4.2017", "03-04-2017", "3/11/16"])
def test_d_an_ambiguous_date_keeps_only_its_year(printed: str) -> None:
    found = only_date(printed)
    assert found is not None
    assert found.iso in {"2017", "2016"}
    assert found.confidence == "guess"
    assert found.problem is not None
    assert "may be" in found.problem


def test_d_a_two_digit_year_is_never_sure() -> None:
    found = only_date("1/18/12")
    assert found is not None
    assert (found.iso, found.confidence) == ("2012-01-18", "likely")


def test_d_an_impossible_day_is_cut_off_and_said() -> None:
    found = only_date("30 February 2017")
    assert found is not None
    assert (found.iso, found.confidence) == ("2017-02", "guess")


@pytest.mark.parametrize(
    "text",
    ["", "NO DATE", "99/99/2017", "0/0/2017", "1396/07/28", "10.1.12", "1:44 P.M. EST", "17", "1/2",
     "Resolution 2231", "Tomorrow (27 July)", "Room 2017, Floor 3", "about 2017 people"],
)  # fmt: skip
def test_d_what_is_no_date_line(text: str) -> None:
    assert only_date(text) is None


def test_d_an_issue_number_loses_to_a_printed_date() -> None:
    found = find_date("NightDesk 20110914, for the Night of 13 September 2011")
    assert found is not None
    assert found.iso == "2011-09-13"
    alone = find_date("NightDesk 20110914")
    assert alone is not None
    assert (alone.iso, alone.confidence) == ("2011-09-14", "guess")


def test_d_two_dates_published_and_updated() -> None:
    found = only_date("Updated: Aug 6, 2024 | Published: Aug 5, 2024")
    assert found is not None
    assert found.iso == "2024-08-05"


def test_d_a_dateline() -> None:
    found = read_dateline("Managua (Nicaragua), 27 Aug 88 (Radio Zenda) -- [Text] It rained.")
    assert found is not None
    assert (found.iso, found.text, found.confidence) == ("1988-08-27", "27 Aug 88", "likely")


@pytest.mark.parametrize(
    "text",
    [
        "The pact of 27 August 1988 -- the last of its kind -- was never signed.",
        "CLANDESTINE, NO DATE (RADIO ZENDA) -- [TEXT] IT RAINED.",
        "In Strelsau on 3 May 2016 nothing happened - again.",
    ],
)
def test_d_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


def test_d_at_the_edges_of_a_line() -> None:
    at_end = date_at_end("Press Briefing by the Minister, 1/18/2012")
    assert at_end is not None
    assert at_end.iso == "2012-01-18"
    assert date_at_end("On 3 May 2016 the pass was closed to all but the mail") is None
    at_start = date_at_start("Oct 20, 2017 Ruritania and Borduria")
    assert at_start is not None
    assert (at_start.iso, at_start.end) == ("2017-10-20", 12)


_DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


@given(_DAYS, st.sampled_from(["{month} {day}, {year}", "{day} {month} {year}", "{year}-{m}-{d}"]))
def test_every_day_comes_back_as_printed(day: date, form: str) -> None:
    printed = form.format(
        month=calendar.month_name[day.month], day=day.day, year=day.year,
        m=f"{day.month:02}", d=f"{day.day:02}",
    )  # fmt: skip
    found = only_date(f"Published {printed}")
    assert found is not None
    assert (found.iso, found.text, found.confidence) == (day.isoformat(), printed, "sure")


@given(_DAYS)
def test_a_numeric_date_is_read_only_where_one_order_fits(day: date) -> None:
    found = only_date(f"{day.month}/{day.day}/{day.year}")
    assert found is not None
    clear = day.day > 12 or day.day == day.month
    assert found.iso == (day.isoformat() if clear else str(day.year))


@given(st.text())
def test_any_text_is_looked_at(text: str) -> None:
    for found in (find_date(text), only_date(text), date_at_end(text), date_at_start(text)):
        assert found is None or found.iso is None or len(found.iso) in {4, 7, 10}
