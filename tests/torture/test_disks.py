"""Full disks, the short form of `make torture ONLY=disks`; and a clock that jumps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from bench.harness.seeds import ground
from bench.torture import disks
from store.library import Library, acts


@pytest.fixture(scope="module")
def field() -> Iterator[disks.Field]:
    with ground() as folder:
        yield disks.Field(folder)


@pytest.mark.parametrize("number", [0, 2, 3, 4, 10])
def test_a_full_disk_is_said_and_leaves_nothing_half_there(field: disks.Field, number: int) -> None:
    assert field.round(19, number)["wrong"] == ""


def test_undo_takes_back_the_newest_act_whatever_the_clock_says(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = library.list(limit=1).results[0].id
    for year in (2030, 1970, 2100, 2001):
        now = f"{dt.datetime(year, 1, 1, tzinfo=dt.UTC):%Y-%m-%dT%H:%M:%S+00:00}"
        monkeypatch.setattr(acts, "_now", lambda now=now: now)
        library.tag([brief], [f"y{year}"])
    assert [library.undo() for _ in range(3)] == [
        "1 brief +y2001", "1 brief +y2100", "1 brief +y1970",
    ]  # fmt: skip
    assert library.brief(brief).tags == ("y2030",)
