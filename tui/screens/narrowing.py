"""Narrowing a list by what its briefs are about, saving it as a search, and a brief's versions."""

from __future__ import annotations

from functools import partial

from textual import on

from store.search.narrowing import exclude, include
from tui.dates import day_in_words
from tui.messages import FacetsLoaded, NewsLoaded, VersionsCompared
from tui.screens.floor import Floor
from tui.screens.picker import Choice, Picker


class Narrowing(Floor):
    """Facets change the query as anybody could have typed it, so they can be seen and undone."""

    def action_include(self) -> None:
        """Keep only briefs on something."""
        self._ask_facets(without=False)

    def action_exclude(self) -> None:
        """Leave out the briefs on something."""
        self._ask_facets(without=True)

    def _ask_facets(self, *, without: bool) -> None:
        if self.here.place.kind == "briefs":
            self.desk.facets(self.here.place, self.here.query, without=without)
        else:
            self.status.say("Lists of briefs are narrowed; / narrows this one.")

    @on(FacetsLoaded)
    def _facets_loaded(self, message: FacetsLoaded) -> None:
        counts = message.counts
        choices = [
            Choice(f"{facet.kind:<12} {facet.name}", facet.term, f"{facet.briefs:,}", facet.term)
            for facet in counts.facets
        ]
        title = "Leave out what?" if message.without else "Only briefs on what?"
        if counts.counted < counts.total:
            title += f" (counted in the newest {counts.counted:,} of {counts.total:,})"
        self.app.push_screen(Picker(title, choices), partial(self._narrow, message.without))

    def _narrow(self, without: bool, term: str | None) -> None:
        if term is not None:
            query = (exclude if without else include)(self.here.query, term)
            self.search_for(query)

    def search_for(self, query: str) -> None:
        """Put a query into the bar, as if it had been typed."""
        here = self.here
        if here.query == here.entered:
            here.before = (self.listing.cursor, self.listing.top)
        # Typing goes on behind the last word, so a query ends in a blank where it is whole.
        self.bar.input.value = f"{query.strip()} " if query.strip() else ""

    def action_save_search(self) -> None:
        """Keep what is searched, with the place, under a name."""
        here = self.here
        asked = [part for part in (here.place.scope, here.query.strip()) if part]
        if not asked or here.place.kind != "briefs":
            self.status.say("There is no search to save; / starts one.")
            return
        query = asked[0] if len(asked) == 1 else f"{asked[0]} ({asked[1]})"
        self.prompt.ask(
            f"Save “{query}” as:", partial(self._save, query),
            hint="a name; saved:NAME in a query finds the same again",
        )  # fmt: skip

    def _save(self, query: str, name: str) -> None:
        if name.strip():
            self.desk.act(f"saved as {name.strip()}", lambda: self.library.save_search(name, query))

    # Versions

    def action_versions(self) -> None:
        """Show what changed in a brief since an older version."""
        brief = self.reader.brief
        if brief is None:
            self.status.say("No brief is chosen.")
        elif brief.versions == 1:
            self.status.say("There is only one version of this brief.")
        elif brief.versions == 2:
            self.desk.compare_versions(brief.id, 1)
        else:
            choices = [Choice(f"since version {n}", n) for n in range(brief.versions - 1, 0, -1)]
            picker = Picker(f"What changed in {brief.id}, now version {brief.versions}?", choices)
            self.app.push_screen(picker, partial(self._compare_with, brief.id))

    def _compare_with(self, identity: str, version: int | None) -> None:
        if version is not None:
            self.desk.compare_versions(identity, version)

    @on(VersionsCompared)
    def _compared(self, message: VersionsCompared) -> None:
        from tui.screens.leaflet import changes

        self.app.push_screen(changes(message.changes))

    # What is new

    @on(NewsLoaded)
    def _news(self, message: NewsLoaded) -> None:
        if message.count:
            since = day_in_words(message.since) if message.since else "you last looked"
            self.status.announce(f"{message.count:,} new since {since}")
