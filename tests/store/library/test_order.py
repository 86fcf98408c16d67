"""Row numbers of the index ascend with the date, whatever the dates and the order they come in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.brief import Brief, Entities, Section
from store.library import Library, order
from store.library.prepared import prepare
from store.library.writer import Parsed, Writer

_DATES = st.one_of(
    st.none(),
    st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31)).map(str),
    st.dates().map(lambda d: str(d)[:7]),
    st.dates().map(lambda d: str(d)[:4]),
)


def write(library: Library, dates: list[str | None], start: int = 0) -> None:
    with library.writing() as db:
        writer = Writer(db)
        for number, date in enumerate(dates, start):
            sections = (Section("report", None, (f"Report number {number} from the border.",)),)
            brief = Brief(f"Situation {number}", sections, date)
            writer.write(Parsed(None, 0, prepare(brief, Entities())))
        writer.finish()


def stored(library: Library) -> list[tuple[str | None, str]]:
    with library.writing() as db:
        return db.execute("SELECT date, title FROM entry ORDER BY row").fetchall()


def check_index(library: Library) -> None:
    with library.writing() as db:
        db.execute("INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(dates=st.lists(_DATES, max_size=12))
def test_dates_come_out_in_order(
    dates: list[str | None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Library.open(tmp_path_factory.mktemp("o") / "l.db", create=True) as library:
        for number, date in enumerate(dates):
            write(library, [date], number)
        found = [date for date, _ in stored(library)]
        known = [date for date in found if date is not None]
        assert found == [None] * dates.count(None) + known
        assert [order.first_day(d) for d in known] == sorted(order.first_day(d) for d in known)
        check_index(library)


def test_a_crowded_day_is_widened_and_later_days_stay_later(empty: Library) -> None:
    write(empty, ["2020-05-02", "2020-05-03", None])
    write(empty, ["2020-05-01"] * 4200, start=10)
    dates = [date for date, _ in stored(empty)]
    assert dates == [None, *["2020-05-01"] * 4200, "2020-05-02", "2020-05-03"]
    check_index(empty)
    assert empty.search("date:2020-05-01").total == 4200
    assert empty.search("date:2020-05-02").total == 1
    assert empty.search("4150 ", limit=5).results[0].title == "Situation 4150"


def test_a_date_as_precise_as_printed_is_inside_a_range_only_as_a_whole(empty: Library) -> None:
    write(empty, ["2017", "2017-10", "2017-10-20", "2018"])
    found = {q: {r.date for r in empty.search(q).results} for q in (
        "date:2017", "date:2017-10", "date:2017-01", "date:2017-10-01..2017-10-31", "date:>2017",
    )}  # fmt: skip
    assert found == {
        "date:2017": {"2017", "2017-10", "2017-10-20"},
        "date:2017-10": {"2017-10", "2017-10-20"},
        "date:2017-01": set(),
        "date:2017-10-01..2017-10-31": {"2017-10", "2017-10-20"},
        "date:>2017": {"2018"},
    }


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("1999", (1999, 1, 1), (1999, 12, 31)),
        ("1848-03-18", (1848, 3, 18), (1848, 3, 18)),
    ],
)
def test_first_and_last_day(
    date: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert order.first_day(date) == dt.date(*first).toordinal()
    assert order.last_day(date) == dt.date(*last).toordinal()


def test_the_same_file_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a folder" / "l.db"
    with Library.open(path, create=True) as library:
        write(library, ["2011-01-01"])
    with Library.open(path) as library:
        assert library.list().total == 1
