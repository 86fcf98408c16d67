"""Library: the one door to the database.

Command line and app call the same methods; each answers with the frozen shapes of `store.views`.
Any method may be called from any thread: a thread reads through its own connection, and there is
one writer at a time. Errors are those of `store.errors`.

What a method needs is imported when it is called: a search starts without what pairs, people and
comparisons take, and the app without what writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from store.errors import UsageError
from store.library.comparing import Comparing
from store.library.connections import Connections

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from store.views import (
        AnalystRow,
        AnalystView,
        Backup,
        BriefView,
        Candidate,
        CountryView,
        LedgerEntry,
        PairRow,
        PairView,
        PersonRow,
        PersonView,
        ProblemView,
        Stats,
        Suggestion,
        VersionDiff,
    )

__all__ = ["Library"]

_ALL = 1 << 40


class Library(Comparing):
    """One library file, open. Use `Library.open`, and as a context manager."""

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open the library at `path`; with `create`, make it (and its folder) if there is none.

        Raises `LibraryMissing`, `LibraryForeign`, `LibraryNewer`, `LibraryBusy` or, for anything
        else that keeps it from being used, `LibraryError`.
        """
        return cls(Connections(path, create=create))

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._connections.path

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._connections.read_only

    def close(self) -> None:
        """Close the library."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """The one writing connection inside a transaction, for `store.ingest.pipeline`."""
        return self._connections.writing()

    def content_of(self, address: str) -> bytes | None:
        """Return the hash of the bytes a source had when it was last taken in, if it was."""
        with self._connections.reading() as db:
            row = db.execute(
                "SELECT content FROM source WHERE path = ? LIMIT 1", [address]
            ).fetchone()
        return row[0] if row else None

    # -- looking ---------------------------------------------------------------------------------

    def brief(self, public: str, version: int | None = None) -> BriefView:
        """Return one brief by its id, newest version or another. Raises `NotFound`."""
        from store.library import briefs

        with self._connections.reading() as db:
            return briefs.view(db, public, version)

    def diff(self, public: str, old: int, new: int | None = None) -> VersionDiff:
        """Return what changed of a brief from version `old` to `new` (None: the newest).

        Raises `NotFound`.
        """
        from store.compare.versions import compare_versions
        from store.library import briefs

        with self._connections.reading() as db:
            return compare_versions(briefs.view(db, public, old), briefs.view(db, public, new))

    def pairs(
        self, *, country: str | None = None, query: str | None = None,
        quiet_for: int | None = None, single_source: bool = False,
    ) -> tuple[PairRow, ...]:  # fmt: skip
        """Return the country pairs, most briefs first: all, of one country, or of a query's briefs.

        `quiet_for` keeps those with nothing for so many days, the longest quiet first;
        `single_source` those that one institution alone covers. Raises `UsageError` for a
        country that nobody knows.
        """
        from store.library import pairs, silence
        from store.search import lookups, results

        code = lookups.country_code(country) if country else None
        if country and code is None:
            raise UsageError(f"“{country}” is no country; write a name or a code like IR")
        with self._connections.reading() as db:
            among = None
            if query is not None:
                request = results.Request(query, _ALL)
                _, among = results.newest_rows(db, request, lambda: self._spelling(db))
            found = pairs.listing(db, country=code, among=among)
            if single_source:
                sole = silence.sole_institutions(db)
                found = tuple(row for row in found if row.pair in sole)
        return found if quiet_for is None else silence.quiet(found, quiet_for)

    def pair(self, text: str) -> PairView:
        """Return one pair, named by codes or names in either order. Raises `NotFound`."""
        from store.library import pairs

        with self._connections.reading() as db:
            return pairs.view(db, text)

    def country(self, text: str) -> CountryView:
        """Return one country, by its code or a name. Raises `NotFound`."""
        from store.library import countries

        with self._connections.reading() as db:
            return countries.view(db, text)

    def people(
        self, text: str = "", *, limit: int | None = None, quiet_for: int | None = None
    ) -> tuple[PersonRow, ...]:
        """Return people, most briefs first; with `text`, those whose name is like it.

        `quiet_for` keeps those not named for so many days, the longest quiet first.
        """
        from store.library import people, silence

        with self._connections.reading() as db:
            if quiet_for is None:
                return people.listing(db, text, limit=limit)
            return silence.quiet(people.listing(db, text), quiet_for)[:limit]

    def person(self, text: str) -> PersonView:
        """Return one person by id ("p17") or by name, however spelled. Raises `NotFound`."""
        from store.library import people

        with self._connections.reading() as db:
            return people.view(db, text)

    def analysts(self) -> tuple[AnalystRow, ...]:
        """Return the analysts, most briefs first."""
        from store.library import analysts

        with self._connections.reading() as db:
            return analysts.listing(db)

    def analyst(self, name: str) -> AnalystView:
        """Return one analyst and their briefs. Raises `NotFound`."""
        from store.library import analysts

        with self._connections.reading() as db:
            return analysts.view(db, name)

    def tags(self) -> tuple[str, ...]:
        """Return all tags in use, the most used first."""
        from store.library import tags

        with self._connections.reading() as db:
            return tags.known(db)

    def stats(self) -> Stats:
        """Return the library in numbers."""
        from store.library import statistics

        with self._connections.reading() as db:
            return statistics.count(db, self.path)

    def ids_beginning(self, start: str) -> tuple[Suggestion, ...]:
        """Return ids of briefs that begin with `start`, and their titles; not all if many."""
        from store.library import beginnings

        with self._connections.reading() as db:
            return beginnings.ids(db, start)

    def words_beginning(self, start: str) -> tuple[Suggestion, ...]:
        """Return words of the briefs that begin with `start`, the commonest first."""
        from store.library import beginnings

        with self._connections.reading() as db:
            return beginnings.words(db, start)

    def problems(self) -> tuple[ProblemView, ...]:
        """Return everything that was doubtful or could not be read."""
        from store.library import doubts

        with self._connections.reading() as db:
            return doubts.listing(db)

    def backup(self, target: Path) -> Backup:
        """Copy the library to a file and check the copy; an older backup there is replaced.

        Raises `UsageError` for a target that is something else, `LibraryError` if it fails.
        """
        from store.library.backups import back_up

        return back_up(self.path, target)

    # -- acting ---------------------------------------------------------------------------------

    def set_read(self, ids: Sequence[str], value: bool, *, quietly: bool = False) -> None:
        """Mark briefs read or unread; `quietly` (they were only opened) leaves nothing to undo.

        Raises, as every act, `NotFound`, `LibraryReadOnly` or `LibraryBusy`.
        """
        from store.library import acts

        with self._connections.writing() as db:
            acts.mark(db, ids, "read", value, quietly=quietly)

    def set_starred(self, ids: Sequence[str], value: bool) -> None:
        """Star briefs or take the star away."""
        from store.library import acts

        with self._connections.writing() as db:
            acts.mark(db, ids, "starred", value)

    def tag(self, ids: Sequence[str], add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Put tags on briefs and take tags away."""
        from store.library import acts

        with self._connections.writing() as db:
            acts.tag(db, ids, add, remove)

    def note(self, public: str, text: str, paragraph: int | None = None) -> None:
        """Add a note to a brief, or to a paragraph of it (from 1, in reading order)."""
        from store.library import acts

        with self._connections.writing() as db:
            acts.note(db, public, text, paragraph)

    def forget(self, ids: Sequence[str]) -> None:
        """Take briefs out of every view, to be skipped when the same text comes again."""
        from store.library import acts

        with self._connections.writing() as db:
            acts.forget(db, ids)

    def fix(self, public: str, field: str, value: str) -> None:
        """Correct a field of a brief; the correction outlives re-ingest. May raise `UsageError`."""
        from store.library import acts

        with self._connections.writing() as db:
            acts.fix(db, public, field, value)

    # -- who is who ------------------------------------------------------------------------------

    def same(self, a: str, b: str) -> LedgerEntry:
        """Decide that two names (or ids) are one person's; the index is not touched.

        Raises `NotFound`, or `UsageError` for a name of several people or nothing to decide.
        """
        from store.library import acts

        with self._connections.writing() as db:
            return acts.decide(db, "same", a, b)

    def different(self, a: str, b: str) -> LedgerEntry:
        """Decide that two names are two people's: they part, and are not offered again."""
        from store.library import acts

        with self._connections.writing() as db:
            return acts.decide(db, "different", a, b)

    def undo_decision(self, number: int) -> LedgerEntry:
        """Take back a decision of the ledger. Raises `NotFound`, or `UsageError` if it was."""
        from store.library import acts

        with self._connections.writing() as db:
            return acts.undo_decision(db, number)

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Return every decision on people, oldest first, those taken back included."""
        from store.library import ledger

        with self._connections.reading() as db:
            return ledger.listing(db)

    def export_ledger(self) -> dict[str, Any]:
        """Return the ledger as an object for a JSON file."""
        from store.library import ledger

        with self._connections.reading() as db:
            return ledger.export(db)

    def import_ledger(self, given: object) -> int:
        """Add the decisions of an exported ledger that are not here yet; return how many.

        Raises `InputError` for what is no exported ledger.
        """
        from store.library import ledger

        with self._connections.writing() as db:
            return ledger.take_in(db, given)

    def review(self, *, limit: int | None = None) -> tuple[Candidate, ...]:
        """Return people who may be one and are not decided on, the likeliest first."""
        from store.library import review

        with self._connections.reading() as db:
            return review.queue(db, limit=limit)

    def undo(self) -> str:
        """Take back the newest act and say which it was. Raises `NotFound` if there is none."""
        from store.library import acts

        with self._connections.writing() as db:
            return acts.undo(db)
