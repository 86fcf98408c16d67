"""The state of the sorting of a text's first paragraphs, and how a line is taken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from store.brief import Author, Problem, Reading
from store.ingest.affiliations import is_house_line, is_institution, is_role, read_affiliation
from store.ingest.boilerplate import is_boilerplate
from store.ingest.byline_edges import dated_end
from store.ingest.bylines import Byline
from store.ingest.date_forms import Dated
from store.ingest.dates import only_date
from store.ingest.fields import Fields
from store.ingest.leftovers import leftover
from store.ingest.markup import is_heading, plain
from store.ingest.titles import is_repeat

# Words that are not capitalised in the name of an office or a house.
_SMALL = frozenset((
    "of", "and", "the", "for", "in", "at", "on", "to", "with", "de", "la", "du", "des", "für",
    "der", "und", "&", "-", "–",
))  # fmt: skip
# Beyond this many lines a "By …" without a bar is more likely a sentence.
_PLAIN_BYLINE_REACH = 12


@dataclass(slots=True)
class Sorting:
    """The first paragraphs and what has been claimed of them.

    `at` is the line looked at, `loose` holds the indexes nobody claimed; `byline_at`, `issue_at`
    and `menu_at` say where a byline, a number of issue and a page's menu stood, `stacked_at` where
    the lines of the last affiliation ended.
    """

    lines: list[str]
    fields: Fields
    at: int = 0
    loose: list[int] = field(default_factory=list)
    byline_at: int | None = None
    issue_at: int | None = None
    menu_at: int | None = None
    stacked_at: int | None = None
    authors: list[Author] = field(default_factory=list)
    reading: Reading | None = None
    dates: list[Dated] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def near(self) -> bool:
        """Whether the line looked at is near enough to the top for a "By …" without a bar."""
        return self.at < _PLAIN_BYLINE_REACH or len(self.loose) > _PLAIN_BYLINE_REACH - 2

    @property
    def following(self) -> str:
        """The line below the one looked at, "" at the end."""
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""

    def skip(self, count: int = 1, aside: str = "") -> bool:
        """Go on to the next line; `aside` is set aside. True, so that a rule can return it."""
        if aside:
            self.aside.append(aside)
        self.at += count
        return True

    def titled(self) -> bool:
        """Whether a line above can be the title, more than the name of the house."""
        return any(not is_house_line(plain(self.lines[i])) for i in self.loose)

    def keep(self, byline: Byline) -> None:
        """Keep the authors and the date of a byline; text behind it becomes the next line."""
        if self.byline_at is None or not self.authors:
            self.byline_at = self.at
        self.authors += byline.authors
        self.reading = self.reading or Reading(byline.confidence, byline.reason)
        if byline.date:
            self.dates.insert(0, byline.date)
        self.aside += byline.unread
        if byline.rest:
            self.lines.insert(self.at + 1, byline.rest)

    def stacked_affiliation(self) -> None:
        """Read a line of role and house below a byline that had names only."""
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        if not self.is_affiliation(line):
            return
        text = plain(line)
        date, text = dated_end(text)
        if date:
            self.dates.append(replace(date, reason="behind the affiliation"))
        affiliation = read_affiliation(text)
        self.authors = [
            Author(a.name, *affiliation) if not (a.role or a.institution) else a
            for a in self.authors
        ]
        self.reading = Reading("likely", "byline; role and institution from the line below")
        told = [part for a in self.authors for part in (a.role, a.institution)]
        left = leftover(plain(line), [*told, date.text if date else None])
        self.skip(aside=left)  # an hour behind the date, say
        self._stacked_house()
        self._house_above_date()
        self.stacked_at = self.at

    def _stacked_house(self) -> None:
        """Read the house that stands on a line of its own below the role."""
        line = plain(self.lines[self.at]) if self.at < len(self.lines) else ""
        if any(a.institution for a in self.authors) or is_role(line) or not is_institution(line):
            return
        if self.is_affiliation(line) and len(line) <= 80:
            self.authors = [replace(a, institution=line) for a in self.authors]
            self.skip()

    def _house_above_date(self) -> None:
        """Take a short line between affiliation and date: a house whose words do not show it."""
        line = plain(self.lines[self.at]) if self.at < len(self.lines) else ""
        short = 0 < len(line.split()) <= 5 and line[0].isupper() and line[-1] not in ".?!:"
        if not short or only_date(line) or not only_date(self.following):
            return
        if any(is_repeat(self.lines[i], line) for i in self.loose):
            return
        held = any(a.institution for a in self.authors)
        self.authors = [replace(a, institution=a.institution or line) for a in self.authors]
        self.skip(aside=line if held else "")

    def is_affiliation(self, line: str) -> bool:
        """Whether a line below a name can be its role and house."""
        text = plain(line)
        if not text or len(text) > 140 or text.endswith((".", "?", "!")) or is_heading(line):
            return False
        if text[:4].lower() == "and " or is_boilerplate(line):
            return False
        if only_date(text) or any(is_repeat(self.lines[i], text) for i in self.loose):
            return False
        role, institution = read_affiliation(text)
        told = (role and is_role(role)) or (institution and is_institution(institution))
        return bool(told) and all(
            w[0].isupper() or w in _SMALL or is_role(w) for w in text.split() if w[0].isalpha()
        )
