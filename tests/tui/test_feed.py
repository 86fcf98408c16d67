"""Taking briefs in from the app: as the command does it, and stopped at any time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from store.library import Library
from tests.writing import brief_text, save
from tui.feed import Feed
from tui.messages import Ingesting
from tui.screens.feeding import _summary


def _silent(_message: Ingesting) -> None:
    pass


def test_the_readers_own_profiles_count(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    save(tmp_path / "config" / "dateline" / "institutes", "pier.toml",
         'match = ["Pier News"]\ninstitution = "The Pier"\n')  # fmt: skip
    text = brief_text("Pier News on a ferry", role=None, institution=None)
    done = Feed(empty, save(tmp_path, "a.txt", text), _silent).run()
    (author,) = empty.brief(done.report.items[0].briefs[0].id or "").authors
    assert author.institution == "The Pier"


@pytest.mark.parametrize("when", ["before", "at the first file"])
def test_a_stop_within_the_first_moment_is_said_as_one(
    when: str, empty: Library, tmp_path: Path
) -> None:
    for n in range(4):
        save(tmp_path / "in", f"{n}.txt", brief_text(f"A ferry at pier {n}"))
    stop: list[Callable[[], None]] = []
    feed = Feed(empty, tmp_path / "in", lambda _: stop[0]())
    stop.append(feed.stop)
    if when == "before":
        feed.stop()
    done = feed.run()
    said = _summary(done.report, stopped=done.stopped)
    assert done.stopped
    assert said == ("stopped before anything was read" if when == "before" else "stopped: 2 added")
    assert empty.stats().briefs == (0 if when == "before" else 2)
