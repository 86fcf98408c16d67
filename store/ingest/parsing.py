"""From sources to parsed briefs, in this process or in several.

Parsing touches no database, so it can be spread over processes; what comes back is in the order of
the sources whatever finishes first, and only so many sources are under way that memory stays
bounded.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import FrameType

from store.brief import Brief, Problem, Reading
from store.entities.extract import extract
from store.errors import DatelineError, InputError, TooLarge
from store.ingest import hints, profiles, sources
from store.ingest.label_words import of_house
from store.ingest.layout import read_layout
from store.ingest.readers import choose
from store.ingest.readers.document import Document
from store.library.prepared import prepare
from store.library.writer import Parsed
from store.text import one_line

SECONDS_A_FILE = 60
UNFORESEEN = "cannot be read, by an error of Dateline's that should be reported"
_WINDOW = 64  # sources under way per process
_CHUNK = 8  # of them sent together, which is a seventh of the cost of one by one


@dataclass(frozen=True, slots=True)
class Read:
    """One source after reading: its briefs, or why there are none.

    `known`: its bytes are those taken in before, so it was not read again.
    """

    source: sources.Source
    parsed: tuple[Parsed, ...] = ()
    error: str | None = None
    known: bool = False


def parse_all(
    found: Iterable[sources.Source], *, title: str | None = None, jobs: int = 1,
    own: Path | None = None,
) -> Iterator[Read]:  # fmt: skip
    """Yield every source parsed, in order; `jobs` is the number of processes.

    `own` is the folder of the reader's own institute profiles.
    """
    if jobs <= 1:
        yield from (parse_source(source, title, own) for source in found)
        return
    # "spawn", because forking a process that has threads (the app) can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_quietly) as pool:
        under_way: deque[tuple[list[sources.Source], Future[list[Read]] | None]] = deque()
        left = iter(found)
        try:
            while chunk := list(islice(left, _CHUNK)):
                under_way.append((chunk, _begun(pool, chunk, title, own)))
                if len(under_way) * _CHUNK >= _WINDOW * jobs:
                    yield from _done(*under_way.popleft(), title, own)
            while under_way:
                yield from _done(*under_way.popleft(), title, own)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begun(
    pool: ProcessPoolExecutor, chunk: list[sources.Source], title: str | None, own: Path | None
) -> Future[list[Read]] | None:
    """Begin to parse some sources; None once a process of the pool was ended from outside."""
    try:
        with _interrupts_held():
            return pool.submit(_parse_chunk, chunk, title, own)
    except BrokenProcessPool:
        return None


def _parse_chunk(chunk: list[sources.Source], title: str | None, own: Path | None) -> list[Read]:
    return [parse_source(source, title, own) for source in chunk]


def _done(
    chunk: list[sources.Source], begun: Future[list[Read]] | None, title: str | None,
    own: Path | None,
) -> Iterator[Read]:  # fmt: skip
    """Yield some sources parsed; after the end of the pool, each in a process of its own.

    The system ends a process that asks for too much memory, and the pool with it; which of the
    sources under way it was shows by reading each of them alone.
    """
    if begun is not None:
        try:
            yield from begun.result()
            return
        except BrokenProcessPool:
            pass
    yield from (_alone(source, title, own) for source in chunk)


def _alone(source: sources.Source, title: str | None, own: Path | None) -> Read:
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(1, mp_context=context, initializer=_quietly) as alone:
            with _interrupts_held():
                begun = alone.submit(parse_source, source, title, own)
            return begun.result()
    except BrokenProcessPool:
        return Read(source, error="cannot be read: its reader was ended by the system (memory?)")


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start processes that no Ctrl-C reaches, not even while they begin; this one gets it after.

    A process inherits which signals are held back. Where the system knows no such thing, a process
    that is interrupted as it begins says so.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _quietly() -> None:
    """Leave Ctrl-C to the parent, which ends the pool."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def parse_source(source: sources.Source, title: str | None = None, own: Path | None = None) -> Read:
    """Return one source parsed; what is wrong with it stands in the answer."""
    if source.skip or source.error:
        return Read(source, error=source.error)
    try:
        data = sources.load(source)
        content = sources.content_hash(data)
        if content == source.known:
            return Read(source, known=True)
        with _time_limit():
            briefs = list(read_briefs(data, source.path.name if source.path else None, own))
            if title is not None and len(briefs) == 1:
                briefs = [_titled(briefs[0], title)]
            parsed = [
                _parsed(source, number, brief, content) for number, brief in enumerate(briefs)
            ]
    except DatelineError as error:
        return Read(source, error=str(error))
    except RecursionError:
        return Read(source, error="is nested too deeply to be read")
    except Exception as error:  # whatever a reader stumbles over costs its own file only
        told = one_line(str(error))[:100]
        return Read(source, error=f"{UNFORESEEN}: {type(error).__name__} ({told})")
    if not parsed:
        return Read(source, error="holds no text")
    return Read(source, tuple(parsed))


def _parsed(source: sources.Source, number: int, brief: Brief, content: bytes) -> Parsed:
    return Parsed(source.address, number, prepare(brief, extract(brief)), content)


def read_briefs(data: bytes, name: str | None, own: Path | None = None) -> Iterator[Brief]:
    """Yield the briefs in the bytes of a file; `own` is the folder of the reader's own profiles.

    Raises `InputError` for what cannot be read.
    """
    for document in choose.read(data, name):
        if document.brief is not None:
            yield document.brief
        else:
            yield from _laid_out(document, name, own)


def _laid_out(document: Document, name: str | None, own: Path | None) -> Iterator[Brief]:
    briefs = _of_house(document.text, name, own)
    if len(briefs) != 1:  # the title a format gives is the file's, not that of one of its briefs
        document = replace(document, title=None)
    briefs = [hints.apply(brief, document) for brief in briefs]
    if document.doubt:
        doubt = Problem("text", document.doubt)
        briefs = [replace(brief, problems=(*brief.problems, doubt)) for brief in briefs]
    yield from briefs


def _of_house(text: str, name: str | None, own: Path | None) -> list[Brief]:
    """Read a text's layout with the profile of its house, if there is one."""
    profile = profiles.fitting(text, own)
    if profile is None:
        return read_layout(text, name=name)
    text, aside = profile.without_boilerplate(text)
    with of_house(profile.labels):
        briefs = read_layout(text, name=name)
    return [profile.complete(b, () if number else aside) for number, b in enumerate(briefs)]


def _titled(brief: Brief, title: str) -> Brief:
    readings = {**brief.readings, "title": Reading("sure", "given with --title")}
    problems = tuple(p for p in brief.problems if p.field != "title")
    return replace(brief, title=one_line(title), readings=readings, problems=problems)


@contextmanager
def _time_limit() -> Iterator[None]:
    """Stop a source that takes too long, where the system can (a process's main thread on Unix).

    The processor's time counts: on a machine that is busy, or asleep, a minute passes for nothing.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(
        signal, "setitimer"
    ):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLarge(f"took more than {SECONDS_A_FILE} s of the processor to read")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_A_FILE)
    try:
        yield
    except MemoryError as error:
        raise InputError("needs more memory than there is") from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
