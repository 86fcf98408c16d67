"""The commands that are killed, and what a library may hold after each.

A command that the program does not have yet is left out, so that the list can run ahead of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click
from sqlite_utils import Database

from bench.harness.processes import Work, command
from store import schema
from store.library import Library
from tui.cli import cli
from tui.commands import NAMES

# A library of every schema that users have had, as the tests of migrations keep them.
_PAST = Path(__file__).resolve().parents[2] / "tests" / "store" / "safety" / "past_schemas"


@dataclass(frozen=True, slots=True)
class Act:
    """A command to be killed.

    `whole`: it is kept whole or not at all; else briefs come in by batches, each whole. `writes`
    names the file beside the library that the command is to leave, if any. `begins_with` is the
    library it works on, where that is not the used one.
    """

    name: str
    work: Callable[[Path], Work]
    whole: bool = True
    writes: str | None = None
    begins_with: Path | None = None


def acts() -> list[Act]:
    """Return every act that there is a command for."""
    return [act for act in _all() if _is_there(act.name)]


def _all() -> Iterator[Act]:
    yield Act("ingest", lambda at: _small_batches(command(at, "ingest", _incoming(at))), False)
    yield Act(
        "ingest --jobs 2", lambda at: command(at, "ingest", "--jobs", "2", _incoming(at)), False
    )
    yield Act("refresh", lambda at: _other_rules(command(at, "refresh")), whole=False)
    kept = f"schema-{schema.VERSION}"
    yield Act("migration", lambda at: lambda: _migrate(at), writes=kept)
    for past in sorted(_PAST.glob("*.db")):
        kept = f"schema-{past.stem}"
        yield Act(f"migration from {past.stem}", _opened, writes=kept, begins_with=past)
    yield Act("backup", lambda at: command(at, "backup", f"{at}.copy"), writes="copy")
    yield Act("tag", lambda at: command(at, "tag", "country:IR", "+kept", "-later"))
    yield Act("star", lambda at: command(at, "star", "country:RU"))
    yield Act("read", lambda at: command(at, "read", "country:RU"))
    yield Act("note", lambda at: command(at, "note", _one(at), "one more note"))
    yield Act("problems --fix", lambda at: command(at, "problems", "--fix", _one(at), "title=New"))
    yield Act("forget", lambda at: command(at, "forget", "in:title iran"))
    yield Act("undo", lambda at: command(at, "undo"))
    yield Act("people same", lambda at: command(at, "people", "same", *_two(at)))
    yield Act("people different", lambda at: command(at, "people", "different", *_two(at)))
    yield Act("doctor --rebuild-index", lambda at: command(at, "doctor", "--rebuild-index"))


def _is_there(name: str) -> bool:
    """Whether the program has the command, and the command the subcommand, of an act."""
    first, *rest = name.split()
    if first == "migration":
        return True
    if first not in NAMES:
        return False
    found = cli.get_command(click.Context(cli), first)
    if not rest or rest[0].startswith("-"):
        return True
    return isinstance(found, click.Group) and rest[0] in found.commands


def _incoming(library: Path) -> str:
    return str(library.with_name("incoming"))


def _one(library: Path) -> str:
    with Library.open(library) as opened:
        return opened.list(limit=2).results[-1].id


def _two(library: Path) -> list[str]:
    with Library.open(library) as opened:
        return [person.id for person in opened.people()[:2]]


def _small_batches(work: Work) -> Work:
    """Let a few briefs be a batch, so that a kill can fall between batches."""

    def run() -> None:
        from store.ingest import pipeline

        vars(pipeline)["_BATCH_BRIEFS"] = 8
        work()

    return run


def _other_rules(work: Work) -> Work:
    """Let people be found by tomorrow's rules (none is), a few briefs a batch."""

    def run() -> None:
        from store.entities.extract import extract as found
        from store.library import refresh, writer

        vars(writer)["extract"] = lambda read: replace(found(read), people=())
        vars(refresh)["_BATCH"] = 6
        work()

    return run


@contextmanager
def one_schema_ahead() -> Iterator[None]:
    """Be a Dateline of the next schema, whose migration rewrites every text."""
    if "m_trial" in schema.MIGRATIONS:
        yield
        return
    now = schema.VERSION
    schema.MIGRATIONS["m_trial"] = _trial
    vars(schema)["VERSION"] = now + 1
    try:
        yield
    finally:
        del schema.MIGRATIONS["m_trial"]
        vars(schema)["VERSION"] = now


def _opened(library: Path) -> Work:
    return lambda: Library.open(library).close()


def _migrate(library: Path) -> None:
    with one_schema_ahead():
        Library.open(library).close()


def _trial(db: Database) -> None:
    db.execute("ALTER TABLE note ADD COLUMN trial TEXT")
    db.execute("UPDATE note SET trial = text")
    db.execute("CREATE TABLE trial AS SELECT row, report, comment FROM entry")
    db.execute("INSERT INTO ft (ft) VALUES ('rebuild')")
