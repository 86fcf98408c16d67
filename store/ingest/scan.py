"""The sorting of the first paragraphs into byline, date, fields, furniture and the rest.

One by one they are claimed or kept loose, until one is plainly running text. Which of the loose
lines is the title is decided afterwards, in `heads`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from store.brief import Author, Confidence, Problem, Reading
from store.ingest.affiliations import is_institution, is_role, read_affiliation
from store.ingest.boilerplate import is_boilerplate, is_menu_item
from store.ingest.bylines import (
    Byline,
    dated_end,
    read_byline,
    read_signature,
    says_by,
    says_foreign_by,
)
from store.ingest.date_forms import Dated
from store.ingest.datelines import read_dateline, read_place_and_date, read_source_line
from store.ingest.dates import only_date
from store.ingest.digests import names_country
from store.ingest.fields import Fields, read_field
from store.ingest.labels import read_label
from store.ingest.leftovers import leftover
from store.ingest.markup import is_heading, plain
from store.ingest.names import are_names, is_name, split_names
from store.ingest.signatures import is_collective
from store.ingest.signed_prose import read_compilers, read_run_in
from store.ingest.titles import could_be_title, is_issue, is_kicker, is_repeat

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
# Words that are not capitalised in the name of an office or a house.
_SMALL = frozenset((
    "of", "and", "the", "for", "in", "at", "on", "to", "with", "de", "la", "du", "des", "für",
    "der", "und", "&", "-", "–",
))  # fmt: skip


@dataclass(slots=True)
class Scan:
    """The sorting of the first paragraphs. `loose` holds the indexes nobody claimed."""

    lines: list[str]
    fields: Fields
    at: int = 0
    loose: list[int] = field(default_factory=list)
    byline_at: int | None = None
    issue_at: int | None = None
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
        taken = taken or self._date(line) or self._signature(line) or self._names_only(line)
        return taken or self._names_again(line) or self._issue(line) or self._loose(line)

    def _furniture(self, line: str) -> bool:
        above = not self.loose and not self.authors and not self.dates
        if not is_boilerplate(line) and not (above and is_menu_item(line)):
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
        if shy and not self.fields.values and not self._believed(following):
            return False
        if name == "date" and only_date(value) is None and not self.fields.values:
            return False
        if name == "other":
            return self._skip(aside=line)
        self.fields.add(name, value)
        if self.byline_at is None:
            self.byline_at = self.at
        return self._skip()

    def _believed(self, following: str) -> bool:
        """Whether the next line or a date above bears out that a shy field is one."""
        text = plain(following[:200])
        return bool(self.dates) or read_field(text) is not None or only_date(text) is not None

    def _byline(self, line: str) -> bool:
        barred = "|" in line or "│" in line
        marked = len(line) <= 300 and any(mark in line for mark in (" • ", " · ", " / "))
        dated = len(line) <= 200 and " by " in line.lower() and line[:200][-1] not in ".!?"
        said = self._near() and (says_by(line) or (bool(self.loose) and says_foreign_by(line)))
        if not (barred or marked or said or (dated and self.loose)):
            return False
        byline = read_byline(line) or (read_run_in(line) if said else None)
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

    def _signature(self, line: str) -> bool:
        """Read names with their house, a handle or a date, without "By", below the title."""
        if self.authors or self.fields.values.get("authors") or not self.loose or not self._near():
            return False
        byline = read_signature(line) or read_compilers(line)
        if byline is None and line.startswith("("):
            byline = read_run_in(line)
        if byline is None:
            return False
        self._keep(byline)
        return self._skip()

    def _names_again(self, line: str) -> bool:
        """Pass over the names printed a second time."""
        names = [author.name for author in self.authors]
        if not names or len(line) > 300 or split_names(plain(line)) != names:
            return False
        return self._skip(aside=line)

    def _issue(self, line: str) -> bool:
        """Set a line of volume and number aside; it stands below the name of a periodical."""
        if not (self.loose or self.authors) or not is_issue(line):
            return False
        self.issue_at = self.at
        return self._skip(aside=line)

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
        self._skip(aside=left)  # an hour behind the date, say

    def _is_affiliation(self, line: str) -> bool:
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

    def _date(self, line: str) -> bool:
        if len(line) > 200:
            return False
        date = only_date(plain(line)) or _date_beside_kicker(plain(line)) or read_source_line(line)
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
        if is_issue(line):
            self.issue_at = self.at
        spaced_out = date.text not in line
        return self._skip(aside="" if spaced_out else leftover(plain(line), [date.text]))

    def _names_only(self, line: str) -> bool:
        """Read a name, or names, on a line below the title without "By"."""
        text = plain(line)
        if self.authors or self.fields.values or len(text) > 300 or not 1 <= len(self.loose) <= 3:
            return False
        if self._collective(text):
            return True
        names = split_names(text)
        if not are_names(text) or not all(is_name(name) for name in names):
            return False
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        stacked = self._is_affiliation(following)
        dated = bool(only_date(following[:200]))
        dated = dated or (
            bool(self.dates or self.issue_at is not None) and not names_country(line, names)
        )
        if not stacked and not dated and len(names) < 3:
            return False
        confidence: Confidence = "likely" if stacked else "guess"
        self._keep(Byline(tuple(map(Author, names)), None, confidence, "a name below the title"))
        self._skip()
        if stacked:
            self._stacked_affiliation()
        elif self._house_above():
            pass
        else:
            guess = ", ".join(names)
            self.problems.append(Problem("authors", "a name on its own line, without “By”", guess))
        return True

    def _collective(self, text: str) -> bool:
        """Read "Amber Syria Team" or "Reuters" on a line of its own, where a date stands by."""
        following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        if not (self.dates or only_date(following[:200])) or not is_collective(text):
            return False
        self._keep(Byline((Author(text),), None, "likely", "a team's name below the title"))
        return self._skip()

    def _house_above(self) -> bool:
        """Take the institution from a line of its own between the title and the names."""
        above = self.loose[-1] if len(self.loose) > 1 else -1
        line = plain(self.lines[above]) if above >= 0 else ""
        if above != self.at - 2 or len(line) > 60 or not is_institution(line) or is_role(line):
            return False
        self.authors = [replace(author, institution=line) for author in self.authors]
        self.loose.pop()
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


def _date_beside_kicker(line: str) -> Dated | None:
    """Return the date of "January 21, 2021 | Flash Brief"."""
    parts = [part.strip() for part in line.split("|")]
    dates = [date for part in parts if (date := only_date(part))]
    others = [part for part in parts if only_date(part) is None]
    if (
        len(parts) < 2
        or len(dates) != 1
        or not all(is_kicker(p) or is_boilerplate(p) for p in others)
    ):
        return None
    return dates[0]
