"""A passage while its people are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from store.brief import Passage
from store.entities.candidates import Mention
from store.entities.runs import Run, is_capitals, is_heading, runs

_KEPT = 200_000


@dataclass(slots=True)
class OpenPage:
    """A passage while it is read, and the full names found in it."""

    passage: Passage
    heading: bool
    capitals: bool
    full: list[Mention] = field(default_factory=list)
    weak: list[Mention] = field(default_factory=list)
    _runs: list[Run] | None = None

    def runs(self) -> Iterable[Run]:
        """The runs of capitalised words; kept, unless the text is so long that memory counts."""
        if self._runs is not None:
            return self._runs
        if len(self.passage.text) > _KEPT:
            return runs(self.passage.text)
        self._runs = list(runs(self.passage.text))
        return self._runs

    def keep(self, found: list[Run]) -> None:
        """Take these runs for those of the passage from now on."""
        self._runs = found


def open_page(passage: Passage) -> OpenPage:
    """Return a passage made ready for reading."""
    capitals = is_capitals(passage.text)
    heading = passage.kind == "title" or is_heading(passage.text)
    return OpenPage(passage, heading, capitals)
