"""The sorting of the first paragraphs into byline, date, fields, furniture and the rest.

One by one they are claimed or kept loose, until one is plainly running text. Which of the loose
lines is the title is decided afterwards, in `heads`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from store.brief import Author, Confidence, Problem, Reading
from store.ingest.affiliations import is_institution, is_role, read_affiliation
from store.ingest.boilerplate import is_boilerplate
from store.ingest.bylines import Byline, read_byline, says_by
from store.ingest.date_forms import Dated
from store.ingest.datelines import read_dateline, read_place_and_date
from store.ingest.dates import only_date
from store.ingest.fields import Fields, read_field
from store.ingest.labels import read_label
from store.ingest.leftovers import leftover
from store.ingest.markup import is_heading, plain
from store.ingest.names import are_names, is_name, split_names
from store.ingest.titles import could_be_title, is_repeat

_REACH = 60
_MOST_HEADLINES = 25
_MOST_AFTER_BYLINE = 3
# Beyond this many lines a "By …" without a bar is more likely a sentence.
_PLAIN_BYLINE_REACH = 12
# A speech is given by its speaker, who is not the author of a brief about it.
_SPOKEN = frozenset((
    "briefing", "gaggle", "call", "remarks", "statement", "conference", "interview", "speech",
    "address", "release", "testimony", "hearing", "transcript", "roundtable",
))  # fmt: skip


@dataclass(slots=True)
class Scan:
    """The sorting of the first paragraphs. `loose` holds the indexes nobody claimed."""

    lines: list[str]
    fields: Fields
    at: int = 0
    loose: list[int] = field(default_factory=list)
    byline_at: int | None = None
    authors: list[Author] = field(default_factory=list)
    reading: Reading | None = None
    dates: list[Dated] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> None:
        """Sort paragraphs until the text begins."""
        while self.at < min(len(self.lines), _REACH) and self._take():
            pass

    def _take(self) -> bool:
        line = self.lines[self.at]
        taken = self._furniture(line) or self._field(line) or self._byline(line)
        return taken or self._date(line) or self._names_only(line) or self._loose(line)

    def _furniture(self, line: str) -> bool:
        if not is_boilerplate(line):
            return False
        return self._skip(aside=line)

    def _skip(self, count: int = 1, aside: str = "") -> bool:
        if aside:
            self.aside.append(aside)
        self.at += count
        return True

    def _field(self, line: str) -> bool:
        found = read_field(plain(line)) if len(line) < 1000 else None
        if found is None:
            return False
        name, value, shy = found
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if shy and not self.fields.values and read_field(plain(following)) is None:
            return False
        if name == "date" and only_date(value) is None and not self.fields.values:
            return False
        if name == "other":
            return self._skip(aside=line)
        self.fields.add(name, value)
        if self.byline_at is None:
            self.byline_at = self.at
        return self._skip()

    def _byline(self, line: str) -> bool:
        barred = "|" in line or "│" in line
        marked = len(line) <= 300 and any(mark in line for mark in (" • ", " · ", " / "))
        if not barred and not marked and not (says_by(line) and self._near()):
            return False
        byline = read_byline(line)
        if byline is None or (not barred and self._in_title()):
            return False
        if byline.above:
            self.lines.insert(self.at, byline.above)
            self.loose.append(self.at)
            self._skip()
        self._keep(byline)
        self._skip()
        if not any(a.role or a.institution for a in byline.authors):
            self._stacked_affiliation()
        return True

    def _in_title(self) -> bool:
        """Whether "By …" goes on from the line above ("PRESS BRIEFING / BY THE SECRETARY")."""
        above = self.lines[self.at - 1].split() if self.at else []
        return bool(above) and above[-1].lower().strip(" ,") in _SPOKEN

    def _near(self) -> bool:
        return self.at < _PLAIN_BYLINE_REACH

    def _keep(self, byline: Byline) -> None:
        if self.byline_at is None or not self.authors:
            self.byline_at = self.at
        self.authors += byline.authors
        self.reading = self.reading or Reading(byline.confidence, byline.reason)
        if byline.date:
            self.dates.insert(0, byline.date)
        self.aside += byline.unread
        if byline.rest:
            self.lines.insert(self.at + 1, byline.rest)

    def _stacked_affiliation(self) -> None:
        """Read a line of role and house below a byline that had names only."""
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        if not self._is_affiliation(line):
            return
        affiliation = read_affiliation(plain(line))
        self.authors = [
            Author(a.name, *affiliation) if not (a.role or a.institution) else a
            for a in self.authors
        ]
        self.reading = Reading("likely", "byline; role and institution from the line below")
        self._skip()

    def _is_affiliation(self, line: str) -> bool:
        text = plain(line)
        if not text or len(text) > 140 or text.endswith((".", "?", "!")) or is_heading(line):
            return False
        if text[:4].lower() == "and ":
            return False
        if only_date(text) or any(is_repeat(self.lines[i], text) for i in self.loose):
            return False
        role, institution = read_affiliation(text)
        told = (role and is_role(role)) or (institution and is_institution(institution))
        small = {
            "of",
            "and",
            "the",
            "for",
            "in",
            "at",
            "on",
            "to",
            "with",
            "de",
            "la",
            "&",
            "-",
            "–",
        }
        return bool(told) and all(
            w[0].isupper() or w in small for w in text.split() if w[0].isalpha()
        )

    def _date(self, line: str) -> bool:
        if len(line) > 200:
            return False
        date = only_date(plain(line))
        if date is None and self.loose and (date := read_place_and_date(plain(line))):
            self.dates.append(date)
            return self._skip(aside=leftover(plain(line), [date.text]))
        if date is None:
            return False
        updated = plain(line).lower().lstrip("[( ").startswith(("updated", "last", "modified"))
        where = "a line of its own" if not updated else "a line that says when it was updated"
        reason = f"{where}; {date.reason}" if date.reason else where
        date = replace(date, reason=reason, confidence="likely" if updated else date.confidence)
        if self.dates:
            return self._skip(aside=line)
        self.dates.append(date)
        spaced_out = date.text not in line
        return self._skip(aside="" if spaced_out else leftover(plain(line), [date.text]))

    def _names_only(self, line: str) -> bool:
        """Read a name, or names, on a line below the title without "By"."""
        text = plain(line)
        if self.authors or self.fields.values or len(text) > 300 or not 1 <= len(self.loose) <= 3:
            return False
        names = split_names(text)
        if not are_names(text) or not all(is_name(name) for name in names):
            return False
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        stacked = self._is_affiliation(following)
        if not stacked and not only_date(following[:200]) and len(names) < 3:
            return False
        confidence: Confidence = "likely" if stacked else "guess"
        self._keep(Byline(tuple(map(Author, names)), None, confidence, "a name below the title"))
        self._skip()
        if stacked:
            self._stacked_affiliation()
        else:
            guess = ", ".join(names)
            self.problems.append(Problem("authors", "a name on its own line, without “By”", guess))
        return True

    def _loose(self, line: str) -> bool:
        """Keep a line that may be the title; running text or a section label ends the head."""
        if not could_be_title(line) or self._too_many() or read_dateline(line):
            return False
        label = read_label(line)
        if label is not None and not self._genre(line, label.rest):
            return False
        self.loose.append(self.at)
        return self._skip()

    def _too_many(self) -> bool:
        if self.byline_at is None:
            return len(self.loose) >= _MOST_HEADLINES
        return sum(i > self.byline_at for i in self.loose) >= _MOST_AFTER_BYLINE

    def _genre(self, line: str, rest: str) -> bool:
        """Whether a label at the very top is a genre ("ANALYSIS") or part of a title."""
        if self.loose or self.authors:
            return False
        return not rest or not line.rstrip().endswith(".")
