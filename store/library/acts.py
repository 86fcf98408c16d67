"""The reader's acts, each of which can be taken back: `undo` takes back the newest.

An act is recorded in the same transaction as what it does, with what is needed to take it back.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from store.brief import Brief
from store.errors import NotFound, UsageError
from store.identities import Act
from store.ingest import corrections as correcting
from store.library import codec, corrections, ledger, notes
from store.library.briefs import internal_id
from store.library.writer import Writer
from store.text import counted, one_line
from store.views import LedgerEntry

Mark = Literal["read", "starred"]
_MARKED = {
    ("read", True): "read", ("read", False): "unread",
    ("starred", True): "starred", ("starred", False): "no longer starred",
}  # fmt: skip


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _record(db: sqlite3.Connection, kind: str, what: str, data: dict[str, Any]) -> None:
    db.execute(
        "INSERT INTO act (kind, data, created) VALUES (?, ?, ?)",
        [kind, json.dumps({"what": what, **data}), _now()],
    )


# -- acts ------------------------------------------------------------------------------------------


def mark(
    db: sqlite3.Connection, ids: Iterable[str], name: Mark, value: bool, *, quietly: bool = False
) -> None:
    """Set or clear a mark on briefs, by public id; `quietly` leaves nothing to undo.

    Raises `NotFound` before anything is changed.
    """
    briefs = [internal_id(db, public) for public in ids]
    before = [
        (brief, db.execute(f"SELECT {name} FROM mark WHERE brief = ?", [brief]).fetchone())
        for brief in briefs
    ]
    _set_marks(db, name, [(brief, _now() if value else None) for brief in briefs])
    if not quietly:
        old = [(brief, row[0] if row else None) for brief, row in before]
        what = f"{counted(len(briefs), 'brief')} {_MARKED[name, value]}"
        _record(db, "mark", what, {"name": name, "before": old})


def tag(
    db: sqlite3.Connection, ids: Iterable[str], add: Iterable[str], remove: Iterable[str]
) -> None:
    """Put tags on briefs and take tags away. Raises `NotFound`, or `UsageError` for no tag."""
    briefs = [internal_id(db, public) for public in ids]
    plus, minus = ([_tag_name(t) for t in tags] for tags in (add, remove))
    added = [(t, b) for t in plus for b in briefs if not _has_tag(db, t, b)]
    removed = [(t, b) for t in minus for b in briefs if _has_tag(db, t, b)]
    db.executemany("INSERT INTO tag VALUES (?, ?)", added)
    db.executemany("DELETE FROM tag WHERE tag = ? AND brief = ?", removed)
    signs = " ".join([*(f"+{t}" for t in plus), *(f"-{t}" for t in minus)])
    _record(
        db, "tag", f"{counted(len(briefs), 'brief')} {signs}", {"added": added, "removed": removed}
    )


def _tag_name(text: str) -> str:
    name = one_line(text)
    if not name:
        raise UsageError("a tag needs a letter; write +name or -name")
    return name


def _has_tag(db: sqlite3.Connection, name: str, brief: int) -> bool:
    row = db.execute("SELECT 1 FROM tag WHERE tag = ? AND brief = ?", [name, brief]).fetchone()
    return row is not None


def note(db: sqlite3.Connection, public: str, text: str, paragraph: int | None = None) -> None:
    """Add a note to a brief, or to a paragraph of it (from 1, in reading order).

    Raises `NotFound`, or `UsageError` for an empty note or no such paragraph.
    """
    brief = internal_id(db, public)
    read = codec.brief_of(_stored(db, brief))
    texts = [read.title, *(p for section in read.sections for p in section.paragraphs)]
    kept = notes.keep(db, brief, text, paragraph, texts)
    _record(db, "note", f"a note on {public}", {"note": kept})


def forget(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take briefs out of every view; the same text is skipped when it comes again."""
    briefs = [internal_id(db, public) for public in ids]
    writer = Writer(db)
    for brief in briefs:
        writer.forget(brief)
    writer.finish()
    _record(db, "forget", f"{counted(len(briefs), 'brief')} forgotten", {"briefs": briefs})


def fix(db: sqlite3.Connection, public: str, field: str, value: str) -> None:
    """Correct a field of a brief, now and whenever it is read again.

    Raises `NotFound`, or `UsageError` for a field or value that is none.
    """
    brief = internal_id(db, public)
    before = _stored(db, brief)
    read = codec.brief_of(before)
    correction = correcting.check(read, field, value)
    old = corrections.kept(db, brief, correction.field)
    corrections.keep(db, brief, correction)
    _rewrite(db, brief, correcting.apply(read, [correction]), before["row"])
    _record(
        db, "fix", f"{correction.field} of {public} corrected",
        {
            "brief": brief, "version": _newest(db, brief), "field": correction.field,
            "old": old,
            "entry": base64.b64encode(codec.pack(before)).decode(),
        },
    )  # fmt: skip


def decide(db: sqlite3.Connection, act: Act, a: str, b: str) -> LedgerEntry:
    """Write into the ledger that two names are one person's, or two people's."""
    entry = ledger.decide(db, act, a, b)
    what = "are one person" if act == "same" else "are two people"
    _record(db, "ledger", f"{entry.a} and {entry.b} {what}", {"number": entry.number})
    return entry


def undo_decision(db: sqlite3.Connection, number: int) -> LedgerEntry:
    """Take back a decision of the ledger by its number."""
    entry = ledger.undo(db, number)
    db.execute(
        "UPDATE act SET undone = ? WHERE kind = 'ledger' AND data ->> 'number' = ?",
        [_now(), number],
    )
    return entry


def _stored(db: sqlite3.Connection, brief: int) -> dict[str, Any]:
    stored = Writer(db).stored(brief)
    if stored is None:  # of a brief in the library, only a damaged file lacks it
        raise NotFound("the text of this brief is lost; run “dateline doctor”")
    return stored


def _newest(db: sqlite3.Connection, brief: int) -> int:
    row = db.execute("SELECT version FROM brief WHERE id = ?", [brief]).fetchone()
    return int(row[0])


def _rewrite(db: sqlite3.Connection, brief: int, read: Brief, row: int) -> None:
    writer = Writer(db)
    writer.rewrite(brief, read, row)
    writer.finish()


def _set_marks(db: sqlite3.Connection, name: str, values: Iterable[Sequence[Any]]) -> None:
    db.executemany(
        f"INSERT INTO mark (brief, {name}) VALUES (?, ?) ON CONFLICT (brief) DO UPDATE"
        f" SET {name} = excluded.{name}",
        values,
    )


# -- taking back -----------------------------------------------------------------------------------


def undo(db: sqlite3.Connection) -> str:
    """Take back the newest act that stands, and say which. Raises `NotFound` if there is none."""
    row = db.execute(
        "SELECT id, kind, data FROM act WHERE undone IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NotFound("there is nothing to undo")
    number, kind, data = row[0], row[1], json.loads(row[2])
    _UNDO[kind](db, data)
    db.execute("UPDATE act SET undone = ? WHERE id = ?", [_now(), number])
    return str(data["what"])


def _undo_mark(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    _set_marks(db, data["name"], data["before"])


def _undo_tag(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    db.executemany("DELETE FROM tag WHERE tag = ? AND brief = ?", data["added"])
    db.executemany("INSERT INTO tag VALUES (?, ?) ON CONFLICT DO NOTHING", data["removed"])


def _undo_note(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    db.execute("DELETE FROM note WHERE id = ?", [data["note"]])


def _undo_forget(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    writer = Writer(db)
    for brief in data["briefs"]:
        gone = db.execute("SELECT forgotten FROM brief WHERE id = ?", [brief]).fetchone()[0]
        if gone is not None:  # not brought back by “ingest --again” meanwhile
            writer.restore(brief)
    writer.finish()


def _undo_fix(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    brief, field, old = data["brief"], data["field"], data["old"]
    if old is None:
        corrections.drop(db, brief, field)
    else:
        value, anchor, *created = old
        corrections.keep(db, brief, correcting.Correction(field, value, anchor), *created)
    before = codec.unpack(base64.b64decode(data["entry"]))
    read = codec.brief_of(before)
    if _newest(db, brief) != data.get("version", 1):
        # A newer text came in meanwhile; it stays, and only the field is put back.
        read = correcting.taken_back(codec.brief_of(_stored(db, brief)), read, field)
    _rewrite(db, brief, read, before["row"])


def _undo_decision(db: sqlite3.Connection, data: dict[str, Any]) -> None:
    ledger.undo(db, data["number"])


_UNDO: dict[str, Callable[[sqlite3.Connection, dict[str, Any]], None]] = {
    "mark": _undo_mark,
    "tag": _undo_tag,
    "note": _undo_note,
    "forget": _undo_forget,
    "fix": _undo_fix,
    "ledger": _undo_decision,
}
