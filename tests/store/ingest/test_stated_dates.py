"""The date that a format states: taken over where the calendar has it, left out where not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.harness.payloads import SENT
from store.ingest import parsing
from store.ingest.parsing import UNFORESEEN, parse_source
from store.ingest.pipeline import ingest
from store.ingest.readers.document import is_date
from store.ingest.sources import Source
from store.library import Library
from tests.writing import brief_text, save

_TEXT = "Iranian and Russian officials met in Moscow to review a plan, state media said."
_STATING = {
    "mail.eml": "From: a <a@b.c>\nSubject: Iran, Russia Met\nDate: {sent}\n\n" + _TEXT,
    "feed.xml": "<rss><channel><item><title>Iran, Russia Met</title><pubDate>{sent}</pubDate>"
    "<description>" + _TEXT + "</description></item></channel></rss>",
    "page.html": '<html><head><meta name="date" content="{sent}"><title>Iran, Russia Met</title>'
    "</head><body><article><p>" + _TEXT * 5 + "</p></article></body></html>",
}


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("name", _STATING)
def test_a_date_out_of_range_costs_nothing_but_itself(
    empty: Library, tmp_path: Path, name: str, sent: str
) -> None:
    save(tmp_path / "in", name, _STATING[name].replace("{sent}", sent))
    save(tmp_path / "in", "z.txt", brief_text())
    done = ingest(empty, [tmp_path / "in"])
    assert [item.error for item in done.items] == [None, None]
    assert all(row.date is None or is_date(row.date) for row in empty.list().results)


@pytest.mark.parametrize(
    ("name", "sent", "iso"),
    [
        ("mail.eml", "Fri, 01 Mar 2019 23:00:00 -0500", "2019-03-02"),
        ("feed.xml", "Fri, 01 Mar 2019 23:00:00 -0500", "2019-03-01"),
        ("feed.xml", "2019-03-01T23:00:00Z", "2019-03-01"),
        ("page.html", "2019-03-01", "2019-03-01"),
    ],
)
def test_a_good_one_is_taken_over(
    empty: Library, tmp_path: Path, name: str, sent: str, iso: str
) -> None:
    save(tmp_path / "in", name, _STATING[name].replace("{sent}", sent))
    ingest(empty, [tmp_path / "in"])
    assert [row.date for row in empty.list().results] == [iso]


@pytest.mark.parametrize("text", ["2017", "2017-10", "2016-02-29", "0001-01-01", "9999-12-31"])
def test_what_is_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "17", "2017-", "2017-13", "2017-02-29", "0000", "2017-1-1", "2017-10-20T", "٢٠١٧"]
)
def test_what_is_none(text: str) -> None:
    assert not is_date(text)


def test_what_no_reader_foresaw_costs_its_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise ZeroDivisionError("by a\nline")

    monkeypatch.setattr(parsing, "read_briefs", stumble)
    error = parse_source(Source("odd", data=b"x")).error or ""
    assert error == f"{UNFORESEEN}: ZeroDivisionError (by a line)"
