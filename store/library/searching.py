"""Searching: the part of the library's door that answers queries."""

from __future__ import annotations

import threading
from builtins import list as list_  # `list` is what the command is called
from typing import TYPE_CHECKING

from store.errors import UsageError
from store.library import saved

if TYPE_CHECKING:
    import sqlite3

    from store.library.connections import Connections
    from store.search.commonest import Commonest
    from store.search.spelling import Speller
    from store.views import Completion, FacetCounts, SavedSearch, SearchAnswer, Sort

_EVERYTHING = 1 << 40


class Searching:
    """Searches, lists, counts facets, completes, saves searches and remembers queries."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._spelled: tuple[int, Speller | None] = (-1, None)
        self._speller_lock = threading.Lock()
        self._commonest: Commonest | None = None

    def search(
        self, query: str, *, limit: int = 50, offset: int = 0, sort: Sort = "best",
        exact: bool = False, scope: str | None = None,
    ) -> SearchAnswer:  # fmt: skip
        """Search the library in the query language; any string is a legal query.

        `scope` is a second query that every result must also answer ("pair:IR-RU"); `exact` keeps
        corrected spellings out. Raises `Interrupted` if `interrupt` was called meanwhile.
        """
        from store.search import results

        request = results.Request(query, limit, offset, sort, exact, scope)
        with self._connections.searching() as db:
            return results.answer(db, request, lambda: self._spelling(db))

    def search_quickly(
        self, query: str, *, limit: int = 50, offset: int = 0, scope: str | None = None
    ) -> SearchAnswer:
        """As `search`, but within a frame, for every key that is pressed.

        What would take long is answered newest first with titles above, and is not `settled`;
        `search` then has the true order.
        """
        from store.search import results
        from store.search.quick import quick_answer

        request = results.Request(query, limit, offset, "best", False, scope)
        with self._connections.searching() as db:
            return quick_answer(db, request, lambda: self._spelling(db))

    def warm(self) -> None:
        """Read what makes quick searches of a large library quicker; better in a thread.

        What comes in later is found all the same, but short beginnings are not completed to it
        before this is called again.
        """
        from store.search import commonest

        with self._connections.reading() as db:
            self._commonest = commonest.read(db)

    def interrupt(self) -> None:
        """Stop every search that is running now; they raise `Interrupted`. Safe from any thread."""
        self._connections.interrupt()

    def explain(self, query: str) -> list_[str]:
        """Say in plain lines how a query is understood."""
        from store.search.explain import explain
        from store.search.query import parse

        return explain(parse(query))

    def list(
        self, *, unread: bool = False, starred: bool = False, tag: str | None = None,
        since: str | None = None, limit: int | None = None, offset: int = 0,
    ) -> SearchAnswer:  # fmt: skip
        """Return briefs, newest first. No `limit`: all.

        `since` is an ISO date, month or year, or "last": only what came in since `look` was called.
        """
        from store.search import results

        dated = since if since != "last" else None
        query = " ".join(
            [
                *(["is:unread"] * unread), *(["is:starred"] * starred),
                *([f'tag:"{tag}"'] if tag else []), *([f"date:>={dated}"] if dated else []),
            ]
        )  # fmt: skip
        if dated:
            _check_date(dated)
        with self._connections.searching() as db:
            after = saved.looked(db) if since == "last" else None
            request = results.Request(
                query, _EVERYTHING if limit is None else limit, offset, "newest", after=after
            )
            return results.answer(db, request, lambda: self._spelling(db))

    def look(self) -> None:
        """Remember that everything up to now was looked at, for `list(since="last")`."""
        import datetime as dt

        today = dt.datetime.now().astimezone().date().isoformat()
        with self._connections.writing() as db:
            saved.set_looked(db, saved.newest(db), today)

    def looked_on(self) -> str | None:
        """Return the day (ISO, of the reader's clock) of the last `look`, if that is known."""
        with self._connections.reading() as db:
            return saved.looked_on(db)

    # -- facets and completion --------------------------------------------------------------------

    def facets(self, query: str = "", *, scope: str | None = None, limit: int = 12) -> FacetCounts:
        """Return what the briefs that a query finds are about, at most `limit` of each kind.

        `store.search.narrowing` puts the term of a facet into a query, and takes it out.
        """
        from store.library import index
        from store.search import facet_counts, results

        with self._connections.searching() as db:
            if not query.strip() and not scope:
                return facet_counts.everything(db, index.briefs(db), limit)
            request = results.Request(query, facet_counts.MOST_COUNTED, scope=scope)
            total, rows = results.newest_rows(db, request, lambda: self._spelling(db))
            return facet_counts.of_rows(db, query, total, rows, limit)

    def complete(self, text: str, cursor: int | None = None) -> tuple[Completion, ...]:
        """Return what a query may go on with at `cursor` (its end): fields, or a field's values."""
        from store.search import completion

        with self._connections.reading() as db:
            return completion.complete(db, text, len(text) if cursor is None else cursor)

    # -- saved searches and history ---------------------------------------------------------------

    def searches(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name, with what they find and how much of it is new."""
        from store.views import SavedSearch

        with self._connections.searching() as db:
            return tuple(
                SavedSearch(name, query, self._total(db, name, None), self._total(db, name, looked))
                for name, query, looked in saved.listing(db)
            )

    def saved_names(self) -> tuple[str, ...]:
        """Return the names of the saved searches, without counting what they find."""
        with self._connections.reading() as db:
            return tuple(name for name, _, _ in saved.listing(db))

    def _total(self, db: sqlite3.Connection, name: str, after: int | None) -> int:
        from store.search import results

        request = results.Request(f'saved:"{name}" ', 0, after=after)
        return results.newest_rows(db, request, lambda: self._spelling(db))[0]

    def save_search(self, name: str, query: str) -> str:
        """Save a query as `saved:name`, in place of an older one; return the name as kept.

        Raises `UsageError` for an empty name or query, `LibraryReadOnly` or `LibraryBusy`.
        """
        with self._connections.writing() as db:
            return saved.save(db, name, query)

    def drop_search(self, name: str) -> None:
        """Drop a saved search. Raises `NotFound`."""
        with self._connections.writing() as db:
            saved.drop(db, name)

    def look_at_search(self, name: str) -> None:
        """Remember that the results of a saved search were looked at: none of them is new now."""
        with self._connections.writing() as db:
            saved.look(db, name)

    def remember_query(self, query: str) -> None:
        """Put a query that was used into the history."""
        with self._connections.writing() as db:
            saved.ask(db, query)

    def query_history(self, text: str = "", limit: int = 50) -> tuple[str, ...]:
        """Return the queries used before that hold `text`, the latest first."""
        with self._connections.reading() as db:
            return saved.history(db, text, limit)

    def _spelling(self, db: sqlite3.Connection) -> Speller:
        """A speller that remembers what others found, until the vocabulary changes."""
        from store.search import vocabulary
        from store.search.spelling import Speller

        now = vocabulary.generation(db)
        with self._speller_lock:
            before = self._spelled[1] if self._spelled[0] == now else None
            speller = Speller(db, before, self._commonest)
            self._spelled = (now, speller)
            return speller


def _check_date(text: str) -> None:
    from store.library import order

    try:
        order.first_day(text)
    except ValueError:
        raise UsageError(f"“{text}” is no date; write 2017, 2017-10, 2017-10-20 or last") from None
