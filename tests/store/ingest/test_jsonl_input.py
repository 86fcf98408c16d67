"""JSON Lines from anywhere: a good import or one clear line, and what is written comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.errors import InputError
from store.ingest.parsing import UNFORESEEN
from store.ingest.pipeline import ingest
from store.ingest.readers import jsonl
from store.library import Library
from store.library.checking import examine

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_KEYS = st.text(max_size=8)
_ANY = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=6,
)
_DATES = st.from_regex(r"\A\d{4}(-\d\d(-\d\d)?)?\Z") | st.dates().map(str)
_WORDS = st.text("Iran Mescow-1.“”\x1b\u202e\0", max_size=60)


def _nearly(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with the right keys, of which any may hold anything or be missing."""
    return st.fixed_dictionaries({}, optional={key: good | _ANY for key, good in keys.items()})


_AUTHORS = st.lists(_WORDS | _nearly(name=_WORDS, role=_WORDS, institution=_WORDS), max_size=3)
_SECTIONS = st.lists(
    _nearly(kind=st.sampled_from(["report", "comment"]), label=_WORDS,
            paragraphs=st.lists(_WORDS, max_size=3)), max_size=3,
)  # fmt: skip
_PROBLEMS = st.lists(_nearly(field=_WORDS, reason=_WORDS, guess=_WORDS), max_size=2)
_FIELDS = st.dictionaries(
    st.sampled_from(["title", "date", "authors", "comment"]),
    _nearly(confidence=st.sampled_from(["sure", "likely", "guess"]), reason=_WORDS),
)
_BRIEFS = _nearly(
    title=_WORDS, text=_WORDS, date=_DATES, date_text=_WORDS, authors=_AUTHORS,
    sections=_SECTIONS, fields=_FIELDS, problems=_PROBLEMS, boilerplate=st.lists(_WORDS),
)  # fmt: skip

_GOOD = st.fixed_dictionaries(
    {"title": st.just("Iran, Russia Met"), "text": _WORDS, "date": _DATES},
    optional={"date_text": _WORDS},
)


def _lines(items: list[Any]) -> bytes:
    return "\n".join(json.dumps(item) for item in items).encode()


@pytest.fixture(scope="module")
def used() -> Iterator[Library]:
    with TemporaryDirectory() as folder, Library.open(Path(folder, "l.db"), create=True) as opened:
        yield opened


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    said = ""
    try:
        list(jsonl.read(data))
    except InputError as error:
        said = str(error)
    assert said.isprintable()  # so that there is no line break in it either


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_GOOD | _BRIEFS | _ANY, min_size=1, max_size=4))
def test_any_objects_come_in_whole_or_not_at_all(
    used: Library, tmp_path: Path, items: list[Any]
) -> None:
    file = tmp_path / "briefs.jsonl"
    file.write_bytes(_lines(items))
    before = used.stats()
    done = ingest(used, [file])
    if done.failed:
        (error,) = [item.error for item in done.items]
        assert error is not None
        assert error.isprintable()
        assert UNFORESEEN not in error
        assert used.stats().briefs == before.briefs
    else:
        (item,) = done.items
        assert [used.brief(brief.id or "").id for brief in item.briefs] == [
            b.id for b in item.briefs
        ]


def test_and_leave_a_sound_library(used: Library) -> None:
    assert examine(used.path).sound
    assert used.stats().briefs == used.list().total


@pytest.mark.parametrize("date", ["2017-13", "2017-02-30", "0000", "٢٠١٧", "2017-1-1", "20171020"])
def test_a_date_that_no_calendar_has_is_refused(used: Library, tmp_path: Path, date: str) -> None:
    file = tmp_path / "one.jsonl"
    file.write_bytes(_lines([{"title": "Iran", "text": "Iran and Russia met.", "date": date}]))
    (item,) = ingest(used, [file]).items
    assert "line 1 holds no brief" in (item.error or "")
