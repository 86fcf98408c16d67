"""What has gone quiet, what one institution alone covers, and the months between."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from store.ingest.pipeline import ingest
from store.library import Library
from store.library.months import gaps
from store.library.silence import days_since
from tests.writing import brief_text, save

TODAY = dt.date(2020, 3, 1)


@pytest.mark.parametrize(
    ("date", "days"),
    [("2020-02-29", 1), ("2020-02", 1), ("2019", 61), ("2020-03-01", 0), ("2021-01-01", 0)],
)
def test_days_since_a_date_as_precise_as_it_is(date: str, days: int) -> None:
    assert days_since(date, TODAY) == days


def test_pairs_with_nothing_for_long_come_longest_first(library: Library) -> None:
    quiet = library.pairs(quiet_for=0)
    assert [row.last for row in quiet] == sorted(row.last or "" for row in quiet)
    days = days_since(quiet[5].last or "")
    kept = library.pairs(quiet_for=days)
    assert kept
    assert {row.pair for row in kept} == {r.pair for r in quiet if days_since(r.last or "") >= days}
    assert library.pairs(quiet_for=1_000_000) == ()


def test_people_not_named_for_long(library: Library) -> None:
    quiet = library.people(quiet_for=0, limit=10)
    assert [row.last for row in quiet] == sorted(row.last or "" for row in quiet)
    assert len(quiet) == 10


def test_a_pair_of_one_institution_alone(empty: Library, tmp_path: Path) -> None:
    ingest(empty, [save(tmp_path, "a.txt", brief_text())])
    (row,) = empty.pairs(single_source=True)
    assert empty.pair(row.pair).sole_institution == "Pinewater Institute"
    other = brief_text("Iran and Russia Talk Grain", institution="Saltmarsh Centre")
    ingest(empty, [save(tmp_path, "b.txt", other)])
    assert empty.pairs(single_source=True) == ()
    assert empty.pair(row.pair).sole_institution is None


def test_a_brief_from_nowhere_may_be_anybodys(empty: Library, tmp_path: Path) -> None:
    ingest(empty, [save(tmp_path, "a.txt", brief_text())])
    unsigned = brief_text("Iran and Russia Talk Grain", name=None, role=None, institution=None)
    ingest(empty, [save(tmp_path, "b.txt", unsigned)])
    assert empty.pairs(single_source=True) == ()


def test_gaps_are_the_months_between() -> None:
    assert gaps({"2019-11": 1, "2020-02": 3}) == ("2019-12", "2020-01")
    assert gaps({}) == ()


def test_the_sentences_that_name_a_person(library: Library) -> None:
    person = library.person("shoigu")
    assert person.passages
    for passage in person.passages:
        brief = library.brief(passage.brief)
        texts = [brief.title, *(p for s in brief.sections for p in s.paragraphs)]
        assert passage.sentence in texts[passage.paragraph]
    assert sum(person.by_month.values()) <= len(person.briefs)


def test_hedges_are_counted_as_printed(empty: Library, tmp_path: Path) -> None:
    comment = (
        "Moscow will probably agree. Tehran probably will too, and Ankara almost certainly will."
    )
    ingest(empty, [save(tmp_path, "a.txt", brief_text(comment=comment))])
    hedges = {h.phrase: h.times for h in empty.analyst("Ottilie Brandvold").hedges}
    assert hedges == {"probably": 2, "almost certainly": 1}
