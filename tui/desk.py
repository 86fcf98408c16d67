"""The desk: asks the library in threads and has the answers posted to the screen.

The screen's own thread never touches the database. Every kind of question is an exclusive worker
group of its own, so a newer question of a kind makes the older one void; lists also carry a
ticket, because a thread that is void may still answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from store.errors import DatelineError, Interrupted, NotFound
from store.library import Library
from store.text import one_line
from store.views import BriefView, Row
from tui.entries import entries_found, entries_of
from tui.feed import Feed
from tui.hits import hits_in
from tui.lists import Found, fetch
from tui.messages import (
    Acted,
    BriefLoaded,
    Cited,
    Explained,
    FacetsLoaded,
    Failed,
    Listed,
    Marked,
    NewsLoaded,
    PageLoaded,
    PairsLoaded,
    Piped,
    PlacesLoaded,
    TagsLoaded,
    Told,
    VersionsCompared,
    Wrote,
)
from tui.outside import pipe
from tui.place import Place

MOST_MARKED = 10_000
"""Briefs that can be marked at once; an act on more of them is one for the command line."""

_LOOKED_AT = 50  # briefs whose tags are looked at to say which they have in common


class Desk:
    """Takes questions from one screen.

    `ticket` is the number of the list asked for last; `quick` whether that list is in the order
    that is had at every key, or in the true one. `first` is the answer to the first question, if
    it is known already.
    """

    def __init__(self, screen: Screen[Any], library: Library, first: Found | None = None) -> None:
        self.screen = screen
        self.library = library
        self._first = first
        self.ticket = 0
        self.quick = True
        self._feed: Feed | None = None
        self._turning_to: Place | None = None

    def ask(
        self,
        place: Place,
        query: str,
        marked: Sequence[Row],
        *,
        offset: int = 0,
    ) -> None:
        """Ask for a list; what was asked before is stopped and its answer will be dropped."""
        self.ticket += 1
        self.quick = True
        self.library.interrupt()
        self._fetch("search", place, query, marked, offset)

    def first_list(self) -> Listed | None:
        """Return the answer to the first question if it is known already; it is told once."""
        first, self._first = self._first, None
        if first is None:
            return None
        self.ticket += 1
        return Listed(self.ticket, 0, first)

    def page(self, place: Place, query: str, offset: int) -> None:
        """Ask for more rows of the list asked for last."""
        self._fetch(f"page {offset}", place, query, (), offset)

    def refine(self, place: Place, query: str) -> None:
        """Ask for the list asked for last again, in its true order."""
        self._fetch("search", place, query, (), 0, refined=True)

    def _fetch(
        self, group: str, place: Place, query: str, marked: Sequence[Row], offset: int,
        *, refined: bool = False,
    ) -> None:  # fmt: skip
        ticket, quick = self.ticket, self.quick and not refined

        def work() -> Message | None:
            if ticket != self.ticket:
                return None
            found = fetch(self.library, place, query, marked, offset=offset, quick=quick)
            return Listed(ticket, offset, found, refined)

        self._start(group, f"list {place.name}: {query}", work)

    def brief(self, identity: str, words: Sequence[str], known: BriefView | None) -> None:
        """Ask for a brief and its hits; a brief that is on the screen is not read again."""

        def work() -> Message:
            same = known is not None and known.id == identity
            brief = known if known is not None and same else self.library.brief(identity)
            return BriefLoaded(brief, hits_in(brief, words))

        self._start("brief", f"read {identity}", work)

    def about(self, place: Place, *, anew: bool = False) -> None:
        """Ask for the page of a pair, country, person or analyst; other places have none.

        A page that is on its way is not asked for again, unless it has to be read `anew`.
        """
        if place == self._turning_to and not anew:
            return
        self._turning_to = place

        def work() -> Message | None:
            try:
                return read()
            finally:
                if self._turning_to == place:
                    self._turning_to = None

        def read() -> Message | None:
            if place.pair:
                return PageLoaded(place, self.library.pair(place.pair))
            if place.person:
                return PageLoaded(place, self.library.person(place.person))
            if place.analyst:
                return PageLoaded(place, self.library.analyst(place.analyst))
            if place.country:
                return PageLoaded(place, self.library.country(place.country))
            return None

        self._start("about", f"the page of {place.name}", work)

    def matrix(self) -> None:
        """Ask for all pairs, for the matrix."""
        self._start("matrix", "read the pairs", lambda: PairsLoaded(self.library.pairs()))

    def places(self, query: str = "") -> None:
        """Ask for the places worth going to, counted in the whole library or in what is found.

        The counts of a search are given up as soon as another list is asked for.
        """
        ticket = self.ticket

        def work() -> Message | None:
            if not query.strip():
                return PlacesLoaded(tuple(entries_of(self.library)))
            if ticket != self.ticket:
                return None
            return PlacesLoaded(tuple(entries_found(self.library, query)), query)

        self._start("places", "count the places", work)

    def explain(self, place: Place, query: str) -> None:
        """Ask how a query is understood at a place, and which spellings were corrected for it."""

        def work() -> Message:
            lines = self.library.explain(query)
            if place.kind == "briefs" and query.strip():
                answer = self.library.search(query, limit=1, scope=place.scope)
                lines += [f"spelling: “{c.word}” is found as {', '.join(c.to)} too"
                          for c in answer.corrections]  # fmt: skip
                lines += [f"only in {place.name}"] if place.scope else []
            return Explained(query, tuple(lines))

        self._start("explain", f"explain {query}", work)

    def set_read(self, ids: Sequence[str], value: bool, *, quietly: bool = False) -> None:
        """Call briefs read or unread; `quietly` (they were opened) leaves nothing to undo."""

        def work() -> Message:
            self.library.set_read(ids, value, quietly=quietly)
            return Wrote(tuple(ids), "read", value, quietly)

        self._start("write", "mark as read", work, exclusive=False)

    def set_starred(self, ids: Sequence[str], value: bool) -> None:
        """Star briefs, or take their stars away."""

        def work() -> Message:
            self.library.set_starred(ids, value)
            return Wrote(tuple(ids), "starred", value)

        self._start("write", "star", work, exclusive=False)

    # Acts

    def act(self, said: str, do: Callable[[], object]) -> None:
        """Do something to briefs, then say that it was done."""

        def work() -> Message:
            do()
            return Acted(said)

        self._start("write", said, work, exclusive=False)

    def undo(self) -> None:
        """Take back what was done last."""

        def work() -> Message:
            try:
                return Acted(f"taken back: {self.library.undo()}")
            except NotFound:
                return Told("There is nothing to undo.")

        self._start("write", "undo", work, exclusive=False)

    def all_of(self, place: Place, query: str) -> None:
        """Ask for all briefs of a list, as far as can be marked at once."""

        def work() -> Message:
            rows: list[Row] = []
            total = 1
            while len(rows) < min(total, MOST_MARKED):
                found = fetch(self.library, place, query, offset=len(rows))
                rows += (row for row in found.rows if isinstance(row, Row))
                total = found.total if found.rows else 0
            return Marked(tuple(rows), max(total, len(rows)))

        self._start("mark", f"mark all of {place.name}", work)

    def tags(self, ids: Sequence[str]) -> None:
        """Ask for the tags there are, and those that some briefs have in common."""

        def work() -> Message:
            has = [set(self.library.brief(identity).tags) for identity in ids[:_LOOKED_AT]]
            common = set.intersection(*has) if has else set()
            return TagsLoaded(tuple(ids), self.library.tags(), tuple(sorted(common)))

        self._start("tags", "read the tags", work)

    def cite(self, ids: Sequence[str], what: str, paragraph: int | None = None) -> None:
        """Ask for the citations of briefs, or of a paragraph of one; `what` says it in words."""

        def work() -> Message:
            from store.export.citations import cite

            briefs = [self.library.brief(identity) for identity in ids]
            return Cited(cite(briefs, paragraph=paragraph).rstrip("\n"), what)

        self._start("cite", "cite", work)

    def pipe(self, command: str, ids: Sequence[str]) -> None:
        """Give the texts of briefs to a program, one behind the other."""

        def work() -> Message:
            text = "\n\n".join(_text_of(self.library.brief(identity)) for identity in ids)
            return Piped(pipe(command, f"{text}\n"))

        self._start("pipe", f"pipe into {command}", work)

    def facets(self, place: Place, query: str, *, without: bool) -> None:
        """Ask what the briefs of a list are about."""
        self._start(
            "facets", "count the facets",
            lambda: FacetsLoaded(self.library.facets(query, scope=place.scope), without),
        )  # fmt: skip

    def compare_versions(self, identity: str, old: int) -> None:
        """Ask what changed in a brief since an older version."""
        self._start(
            "versions", f"compare the versions of {identity}",
            lambda: VersionsCompared(self.library.diff(identity, old)),
        )  # fmt: skip

    def news(self) -> None:
        """Ask how much came in since the reader last looked; all of it is no news."""

        def work() -> Message:
            new = self.library.list(since="last", limit=1).total
            news = 0 if new == self.library.list(limit=1).total else new
            return NewsLoaded(news, self.library.looked_on() if news else None)

        self._start("news", "count what is new", work)

    def warm(self) -> None:
        """Have the library make itself ready for quick searches; there is nothing to show."""
        self._start("warm", "get ready to search", self.library.warm)

    # Taking in

    @property
    def feeding(self) -> bool:
        """Whether an ingest is under way."""
        return self._feed is not None

    def ingest(self, path: Path) -> None:
        """Read a file or a folder into the library, telling how far it has come."""
        self._feed = feed = Feed(self.library, path, self.screen.post_message)

        def work() -> Message:
            try:
                return feed.run()
            finally:
                self._feed = None

        self._start("ingest", f"read {path}", work, exclusive=False)

    def stop_feeding(self) -> None:
        """Stop the ingest that is under way; what it has kept stays."""
        if self._feed is not None:
            self._feed.stop()

    def _start(
        self,
        group: str,
        description: str,
        work: Callable[[], Message | None],
        *,
        exclusive: bool = True,
    ) -> None:
        # Writes are not exclusive: a second one must not make the first one void.
        self.screen.run_worker(
            lambda: _post(self.screen, description, work),
            group=group, description=description, exclusive=exclusive, thread=True,
            exit_on_error=False,
        )  # fmt: skip


def _text_of(brief: BriefView) -> str:
    return "\n\n".join([brief.title, *(p for s in brief.sections for p in s.paragraphs)])


def _post(screen: Screen[Any], what: str, work: Callable[[], Message | None]) -> None:
    """Do the work in this thread and post what came of it, be it an answer or one clear line."""
    worker = get_current_worker()
    while not worker.is_cancelled:
        try:
            message = work()
        except Interrupted:
            # Meant for an older search; whoever is still wanted asks again.
            continue
        except DatelineError as error:
            message = Failed(one_line(str(error)))
        except Exception as error:  # a thread must never die in silence
            message = Failed(one_line(f"Could not {what}: {type(error).__name__}: {error}"))
        if message is not None and not worker.is_cancelled:
            screen.post_message(message)
        return
