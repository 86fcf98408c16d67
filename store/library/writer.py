"""Writing briefs: the one place where a parsed brief becomes rows, facets and index entries.

A `Writer` lives for one transaction. It decides what a text is (new, a new version, already
known, forgotten) and keeps entry, facet tables, index and vocabulary in step. Index rows are
written at the end, sorted by row number, because FTS5 flushes its hash on every step backwards.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from store.brief import Brief
from store.entities.extract import extract
from store.errors import LibraryError
from store.ingest.corrections import apply
from store.library import codec, corrections, doubts, facts, identity, ledger, order, reprints
from store.library.facts import Facts
from store.library.headings import Headings
from store.library.index import Index
from store.library.prepared import Prepared, prepare
from store.views import IngestedBrief

_VERSIONED = (
    "row", "date", "date_text", "authors", "layout", "readings", "boilerplate", "title", "report",
    "comment", "problems",
)  # fmt: skip
_PARTS = 100  # briefs of one source that a new one of it is compared with
_INSERT_ENTRY = (
    f"INSERT INTO entry ({', '.join(codec.COLUMNS)})"
    f" VALUES ({', '.join(f':{c}' for c in codec.COLUMNS)})"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A brief as read from part `part` (from 0) of a source; `source` None is standard input.

    `content` is the hash of the source's bytes.
    """

    source: str | None
    part: int
    made: Prepared
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    brief: int
    public: str
    version: int
    number: int
    forgotten: bool


class Writer:
    """Writes briefs on one connection inside one transaction; call `finish` before committing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._index = Index(connection)
        self._facts = Facts(connection)
        self._rows = order.Rows(connection)
        self._headings = Headings(connection)
        self._added: set[int] = set()

    def write(self, parsed: Parsed, *, again: bool = False) -> IngestedBrief:
        """Write one brief and say what became of it; `again` brings back a forgotten one."""
        title = str(parsed.made.columns["title"])
        known = self._known(parsed.made.wording.digest)
        if known and known.forgotten and not again:
            return IngestedBrief(known.public, title, "skipped")
        if known and known.forgotten:
            self.restore(known.brief)
            self._note_source(parsed, known.version)
            return IngestedBrief(known.public, title, "added")
        if known:
            self._note_source(parsed, known.version)
            if self._lost(known):
                self._write_entry(known.brief, known.public, parsed.made)
            return IngestedBrief(known.public, title, "unchanged")
        earlier = self._earlier(parsed)
        if earlier is None:
            return self.add(parsed)
        return self._revise(earlier, parsed)

    def known_source(self, path: str) -> tuple[IngestedBrief, ...]:
        """Return the briefs of a source whose bytes have not changed since it was taken in."""
        rows = self._db.execute(
            "SELECT b.public, e.title, b.forgotten FROM source s JOIN version v ON v.id = s.version"
            " JOIN brief b ON b.id = v.brief LEFT JOIN entry e ON e.brief = b.id"
            " WHERE s.path = ? ORDER BY s.part",
            [path],
        )
        return tuple(
            IngestedBrief(public, title or "", "skipped" if forgotten else "unchanged")
            for public, title, forgotten in rows
        )

    def finish(self) -> None:
        """Bring facts, index, vocabulary and people up to date with what was written."""
        self._facts.flush()
        self._index.finish()
        ledger.settle(self._db)

    # -- what is it? -----------------------------------------------------------------------------

    def _known(self, digest: bytes) -> _Known | None:
        row = self._db.execute(
            "SELECT b.id, b.public, v.id, v.number, b.forgotten IS NOT NULL FROM version v"
            " JOIN brief b ON b.id = v.brief WHERE v.digest = ?",
            [digest],
        ).fetchone()
        if row is None:
            return None
        brief, public, version, number, forgotten = row
        return _Known(brief, public, version, number, bool(forgotten))

    def _lost(self, known: _Known) -> bool:
        """Whether this is the newest text of a brief that a recovery could not read."""
        there = "SELECT 1 FROM entry WHERE brief = ?"
        newest = known.number == self._newest(known.brief)
        return newest and self._db.execute(there, [known.brief]).fetchone() is None

    def _earlier(self, parsed: Parsed) -> int | None:
        """Return the brief this text is a new version of, if any."""
        columns = parsed.made.columns
        for brief in (*self._by_source(parsed), *self._by_heading(parsed.made)):
            old = self._entry(brief)
            if old is not None and identity.alike(_body(old), _body(columns)):
                return brief
        return None

    def _by_source(self, parsed: Parsed) -> list[int]:
        rows = self._db.execute(
            "SELECT v.brief FROM source s JOIN version v ON v.id = s.version"
            " WHERE s.path = ? ORDER BY s.part = ? DESC, s.part LIMIT ?",
            [parsed.source, parsed.part, _PARTS],
        )
        # Other items of a digest that is being read are no earlier versions of this one.
        return [int(r[0]) for r in rows if r[0] not in self._added]

    def _by_heading(self, made: Prepared) -> list[int]:
        """Briefs of the same title and date that share an author."""
        date, title = made.columns["date"], made.columns["title"]
        if not date or not made.authors:
            return []
        names = {name.casefold() for name, _ in made.authors}
        return [
            brief for brief, authors in self._headings.like(date, title)
            if names & {n.casefold() for n in codec.author_names(authors)}
        ]  # fmt: skip

    # -- writing ---------------------------------------------------------------------------------

    def add(self, parsed: Parsed) -> IngestedBrief:
        """Write a brief that is known to be new."""
        made = parsed.made
        digest = made.wording.digest
        public = self._new_public_id(digest)
        cursor = self._db.execute(
            "INSERT INTO brief (public, version, created) VALUES (?, 1, ?)", [public, self._now]
        )
        brief = int(cursor.lastrowid or 0)
        self._added.add(brief)
        version = self._new_version(brief, 1, digest)
        self._insert_entry(brief, public, made)
        self._note_source(parsed, version)
        return IngestedBrief(public, str(made.columns["title"]), "added")

    def _revise(self, brief: int, parsed: Parsed) -> IngestedBrief:
        made = parsed.made
        public, newest = self._db.execute(
            "SELECT public, version FROM brief WHERE id = ?", [brief]
        ).fetchone()
        self._shelve(brief, newest)
        self._remove_entry(brief)
        version = self._new_version(brief, newest + 1, made.wording.digest)
        self._db.execute("UPDATE brief SET version = ? WHERE id = ?", [newest + 1, brief])
        self._write_entry(brief, public, made)
        self._note_source(parsed, version)
        return IngestedBrief(public, str(made.columns["title"]), "revised")

    def forget(self, brief: int) -> None:
        """Take a brief out of every view; its versions, sources and marks stay known."""
        newest = self._newest(brief)
        self._shelve(brief, newest)
        self._remove_entry(brief)
        self._db.execute("UPDATE brief SET forgotten = ? WHERE id = ?", [self._now, brief])

    def restore(self, brief: int) -> None:
        """Bring a forgotten brief back as it was."""
        self._db.execute("UPDATE brief SET forgotten = NULL WHERE id = ?", [brief])
        self._unshelve(brief)

    def rewrite(self, brief: int, read: Brief, row: int) -> None:
        """Write the newest version of a brief anew, read otherwise (a correction, say).

        It stands at `row` again, where it stood before, if that is free and of its day.
        """
        self._remove_entry(brief)
        self._insert_entry(brief, self._public(brief), prepare(read, extract(read)), row)

    def stored(self, brief: int) -> dict[str, Any] | None:
        """Return the newest version's columns and `problems`; None for a forgotten brief."""
        entry = self._entry(brief)
        if entry is None:
            return None
        self._facts.flush()
        return {**dict(entry), "problems": doubts.of_brief(self._db, brief)}

    def refresh(self, brief: int) -> bool:
        """Extract people, countries and pairs of a brief again; return whether any changed."""
        entry = self._entry(brief)
        if entry is None:
            return False
        self._facts.flush()
        before = facts.snapshot(self._db, brief)
        read = codec.brief_of(dict(entry))
        made = prepare(read, extract(read))
        facts.remove(self._db, brief, problems=False)
        tokens = self._facts.add(brief, self._public(brief), made)
        self._facts.flush()
        now = {
            "facets": tokens, "pairs": made.columns["pairs"], "people": made.columns["people"],
        }  # fmt: skip
        if any(entry[column] != text for column, text in now.items()):
            self._index.remove(dict(entry))
            self._db.execute(
                "UPDATE entry SET facets = ?, pairs = ?, people = ? WHERE brief = ?",
                [*now.values(), brief],
            )
            self._index.add({**dict(entry), **now})
        return facts.snapshot(self._db, brief) != before

    def _unshelve(self, brief: int) -> None:
        newest = self._newest(brief)
        where = "WHERE brief = ? AND number = ?"
        (packed,) = self._db.execute(
            f"SELECT reading FROM version {where}", [brief, newest]
        ).fetchone()
        kept = codec.unpack(packed)
        read = codec.brief_of(kept)
        made = prepare(read, extract(read))
        self._insert_entry(brief, self._public(brief), made, kept.get("row"))
        self._db.execute(f"UPDATE version SET reading = NULL {where}", [brief, newest])

    def _public(self, brief: int) -> str:
        row = self._db.execute("SELECT public FROM brief WHERE id = ?", [brief]).fetchone()
        return str(row[0])

    def _newest(self, brief: int) -> int:
        row = self._db.execute("SELECT version FROM brief WHERE id = ?", [brief]).fetchone()
        return int(row[0])

    def _new_public_id(self, digest: bytes) -> str:
        for length in range(4, 20):
            public = identity.public_id(digest, length)
            taken = self._db.execute("SELECT 1 FROM brief WHERE public = ?", [public]).fetchone()
            if not taken:
                return public
        raise LibraryError("no free id for a brief; run “dateline doctor”")

    def _new_version(self, brief: int, number: int, digest: bytes) -> int:
        cursor = self._db.execute(
            "INSERT INTO version (brief, number, digest, ingested) VALUES (?, ?, ?, ?)",
            [brief, number, digest, self._now],
        )
        return int(cursor.lastrowid or 0)

    def _note_source(self, parsed: Parsed, version: int) -> None:
        if parsed.source is None:
            return
        self._db.execute(
            "INSERT INTO source (path, part, version, content, seen) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (path, part) DO UPDATE SET version = excluded.version,"
            " content = excluded.content, seen = excluded.seen",
            [parsed.source, parsed.part, version, parsed.content, self._now],
        )

    def _write_entry(self, brief: int, public: str, made: Prepared) -> None:
        """Write what was parsed, with the corrections that the reader made to this brief."""
        known = corrections.of_brief(self._db, brief)
        if known:
            read = apply(made.brief, known)
            made = prepare(read, extract(read))
        self._insert_entry(brief, public, made)

    def _insert_entry(
        self, brief: int, public: str, made: Prepared, row: int | None = None
    ) -> None:
        columns = made.columns
        columns["facets"] = self._facts.add(brief, public, made)
        free = row is not None and self._rows.take(columns["date"], row)
        columns["row"] = row if free else self._row(columns["date"])
        columns["brief"] = brief
        self._db.execute(_INSERT_ENTRY, columns)
        self._index.add(columns, made.wording.terms)
        self._headings.add(brief, columns["date"], columns["title"])

    def _row(self, date: str | None) -> int:
        row = self._rows.next(date)
        if row is None:
            self._index.write()
            order.widen(self._db, str(date))
            self._rows = order.Rows(self._db)
            row = self._rows.next(date)
        if row is None:
            raise LibraryError("too many undated briefs for one library")
        return row

    # -- taking away -----------------------------------------------------------------------------

    def _entry(self, brief: int) -> sqlite3.Row | None:
        cursor = self._db.execute("SELECT * FROM entry WHERE brief = ?", [brief])
        cursor.row_factory = sqlite3.Row
        row: sqlite3.Row | None = cursor.fetchone()
        return row

    def _shelve(self, brief: int, number: int) -> None:
        """Keep the newest version as an older one."""
        kept = self.stored(brief)
        if kept is None:
            return
        self._db.execute(
            "UPDATE version SET reading = ? WHERE brief = ? AND number = ?",
            [codec.pack({c: kept[c] for c in _VERSIONED}), brief, number],
        )

    def _remove_entry(self, brief: int) -> None:
        entry = self._entry(brief)
        if entry is None:
            return
        self._facts.flush()
        self._index.remove(dict(entry))
        body = codec.joined([entry["report"], entry["comment"]])
        reprints.remove(self._db, brief, reprints.sketch(body))
        self._headings.remove(brief, entry["date"], entry["title"])
        self._db.execute("DELETE FROM entry WHERE brief = ?", [brief])
        facts.remove(self._db, brief)


def _body(entry: Mapping[str, Any] | sqlite3.Row) -> str:
    return f"{entry['report']}\n{entry['comment']}"
