"""A ledger from anywhere: taken in whole or refused in one line, and what goes out comes back."""

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
from store.ingest.pipeline import ingest
from store.library import Library
from store.library.checking import examine
from store.text import one_line
from store.views import plain
from tests.conftest import SAMPLES
from tests.tui.running import dateline

_KEYS = st.text(max_size=8)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=6,
)
_NAMES = st.sampled_from(["Sergei Shoigu", "Sergey Shoygu", "Javad Zarif", "Nobody Known"]) | (
    st.text("ab cČ\x1b\u202e\0'-", min_size=1, max_size=20).filter(one_line)
)
_TIMES = st.datetimes().map(lambda at: at.isoformat(timespec="seconds") + "+00:00")
_ENTRY = st.fixed_dictionaries(
    {"act": st.sampled_from(["same", "different"]), "a": _NAMES, "b": _NAMES, "created": _TIMES},
    optional={"evidence": st.none() | _NAMES, "undone": st.none() | _TIMES},
)
_GOOD = st.fixed_dictionaries({"ledger": st.lists(_ENTRY, max_size=5)})
_BAD = st.fixed_dictionaries(
    {"ledger": st.lists(_ENTRY | _ANY | st.dictionaries(st.sampled_from(["act", "a", "b"]), _ANY))}
)


@pytest.fixture(scope="module")
def people() -> Iterator[Library]:
    with TemporaryDirectory() as folder, Library.open(Path(folder, "l.db"), create=True) as opened:
        ingest(opened, [SAMPLES])
        yield opened


@settings(max_examples=60)
@given(_BAD | _ANY)
def test_any_json_is_taken_in_whole_or_refused_in_one_line(people: Library, given: Any) -> None:
    before, seen = people.ledger(), plain(people.people())
    added, said = 0, ""
    try:
        added = people.import_ledger(given)
    except InputError as error:
        said = str(error)
    assert said.isprintable()
    assert len(people.ledger()) == len(before) + added
    if not added:
        assert people.ledger() == before
        assert plain(people.people()) == seen


@settings(max_examples=25)
@given(_GOOD)
def test_what_goes_out_comes_back_the_same(people: Library, given: Any) -> None:
    people.import_ledger(given)
    out = json.loads(json.dumps(people.export_ledger()))
    with TemporaryDirectory() as folder, Library.open(Path(folder, "l.db"), create=True) as other:
        assert other.import_ledger(out) == len(out["ledger"])
        assert other.export_ledger() == out
        assert other.import_ledger(out) == 0
    assert people.import_ledger(out) == 0


def test_and_the_library_is_sound(people: Library) -> None:
    assert examine(people.path).sound
    assert all(people.person(person.id).id == person.id for person in people.people())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | _ANY.map(lambda given: json.dumps(given).encode()))
def test_any_file_is_taken_in_or_refused_in_one_line(
    people: Library, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "people.json"
    file.write_bytes(data)
    done = dateline("people", "ledger", "--import", str(file), library=people.path)
    assert done.exit_code in (0, 1)
    assert done.stderr.count("\n") <= 1
    assert "Traceback" not in done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)
