"""Following a folder: what comes is taken in, and a changed institute profile counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from store.ingest.pipeline import Options
from store.ingest.watching import follow
from store.library import Library
from store.views import IngestItem
from tests.writing import brief_text, save

pytest.importorskip("watchfiles")
_PATIENCE = 120.0  # seconds: only a broken program ever takes as long


@contextmanager
def following(library: Path, folder: Path, own: Path) -> Iterator[Queue[IngestItem]]:
    """Follow `folder` in a thread; yields the queue in which what was taken in arrives.

    A first file is written until it is seen, because following begins some time after the start.
    """
    seen: Queue[IngestItem] = Queue()
    stop = Event()

    def run() -> None:
        with Library.open(library) as opened:
            for item in follow(opened, [folder], Options(profiles=own), stop=stop):
                seen.put(item)

    thread = Thread(target=run)
    thread.start()
    try:
        while seen.empty():
            save(folder, "first.txt", brief_text("The first ferry"))
            stop.wait(0.2)
        yield seen
    finally:
        stop.set()
        thread.join(_PATIENCE)
        assert not thread.is_alive()


def taken(seen: Queue[IngestItem], name: str) -> IngestItem:
    """Wait for what became of one source."""
    while not (item := seen.get(timeout=_PATIENCE)).source.endswith(name):
        pass
    return item


def profile(own: Path, house: str) -> None:
    save(own, "pier.toml", f'match = ["Pier News"]\ninstitution = {house}\n')


def house_of(library: Path, item: IngestItem) -> str | None:
    with Library.open(library) as opened:
        (author,) = opened.brief(item.briefs[0].id or "").authors
        return author.institution


def text(number: int) -> str:
    return brief_text(f"Pier News reports on ferry {number}", role=None, institution=None)


def test_a_changed_profile_is_taken_up(library_path: Path, tmp_path: Path) -> None:
    own, folder = tmp_path / "own", tmp_path / "in"
    folder.mkdir()
    profile(own, '"The Old House"')
    with following(library_path, folder, own) as seen:
        save(folder, "one.txt", text(1))
        assert house_of(library_path, taken(seen, "one.txt")) == "The Old House"
        profile(own, '"The New House"')
        save(folder, "two.txt", text(2))
        assert house_of(library_path, taken(seen, "two.txt")) == "The New House"


def test_what_came_while_a_profile_was_broken_is_tried_again(
    library_path: Path, tmp_path: Path
) -> None:
    own, folder = tmp_path / "own", tmp_path / "in"
    folder.mkdir()
    profile(own, '"The Old House"')
    with following(library_path, folder, own) as seen:
        profile(own, "[")
        save(folder, "one.txt", text(1))
        broken = taken(seen, "own")
        assert broken.status == "failed"
        assert "pier.toml" in (broken.error or "")
        profile(own, '"The Mended House"')
        assert house_of(library_path, taken(seen, "one.txt")) == "The Mended House"
