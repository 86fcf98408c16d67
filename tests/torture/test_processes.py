"""A source that ends its process, or takes for ever, costs that source only."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import pytest

from store.brief import Brief
from store.ingest import parsing
from store.ingest.parsing import parse_all, parse_source
from store.ingest.sources import Source
from tests.writing import brief_text


class Deadly(Source):
    """A source that ends the process it is brought to, as the system does for want of memory."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (9,)


def test_the_others_are_read_and_the_deadly_one_is_said() -> None:
    sources: list[Source] = [Source(f"{n}", data=brief_text(f"Title {n}").encode()) for n in "abc"]
    sources.insert(1, Deadly("deadly", data=b"x"))
    reads = list(parse_all(sources, jobs=2))
    assert [read.source.name for read in reads] == ["a", "deadly", "b", "c"]
    assert [len(read.parsed) for read in reads] == [1, 0, 1, 1]
    assert "ended by the system" in (reads[1].error or "")


def _waiting(*_: object) -> Iterator[Brief]:
    time.sleep(0.6)
    yield Brief("A title", ())


def _working(*_: object) -> Iterator[Brief]:
    while True:
        yield from ()


def test_only_a_source_that_keeps_the_processor_busy_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert parse_source(Source("first", data=brief_text().encode())).parsed  # loads the tables
    monkeypatch.setattr(parsing, "SECONDS_A_FILE", 0.3)
    monkeypatch.setattr(parsing, "read_briefs", _waiting)  # a machine that is busy, or asleep
    assert parse_source(Source("slow", data=b"x")).error is None
    monkeypatch.setattr(parsing, "read_briefs", _working)
    assert "of the processor" in (parse_source(Source("endless", data=b"x")).error or "")


def _holds_interrupts(*_: object) -> Any:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="not known to this system")
def test_no_interrupt_reaches_a_process_that_is_only_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parsing, "_parse_chunk", _holds_interrupts)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        begun: Any = parsing._begun(pool, [], None, None)
        assert begun.result() is True
    assert not _holds_interrupts()
