"""The sorting of the first paragraphs into byline, date, fields, furniture and the rest.

One by one they are claimed or kept loose, until one is plainly running text. Which of the loose
lines is the title is decided afterwards, in `heads`.
"""

from __future__ import annotations

import re

from store.ingest.boilerplate import is_boilerplate, is_menu_item, is_menu_word
from store.ingest.bylines import read_byline, says_by, says_foreign_by
from store.ingest.date_lines import DateLines
from store.ingest.datelines import read_dateline
from store.ingest.dates import date_at_start, only_date
from store.ingest.fields import read_field
from store.ingest.labels import read_label
from store.ingest.markup import plain
from store.ingest.name_lines import NameLines
from store.ingest.signed_prose import read_run_in
from store.ingest.titles import could_be_title, is_kicker

_REACH = 60
_NAVIGATION = re.compile(r"(?=.*\|).*home|home ?[»>›/]", re.IGNORECASE)
_SUBJECT = ("SUBJECT:", "Subject:", "SUBJ:", "Subj:")
_MINUTES = re.compile(r"[ |·•,–—-]{1,4}\d{1,3}[ -]min(?:ute)?s? read$", re.IGNORECASE)
_MOST_HEADLINES = 25
_LAST_DECK = 3
_LONGEST_DECK = 300
_MOST_AFTER_BYLINE = 3
# A speech is given by its speaker, who is not the author of a brief about it.
_SPOKEN = frozenset((
    "briefing", "gaggle", "call", "remarks", "statement", "conference", "interview", "speech",
    "address", "release", "testimony", "hearing", "transcript", "roundtable",
))  # fmt: skip


class Scan(NameLines, DateLines):
    """The sorting of the first paragraphs, a rule a method; each claims the line or not."""

    def run(self) -> None:
        """Sort paragraphs until the text begins."""
        while self.at < min(len(self.lines), _REACH) and self._take():
            pass

    def _take(self) -> bool:
        line = self.lines[self.at] = self._without_length(self.lines[self.at])
        taken = self._furniture(line) or self._field(line) or self._byline(line)
        taken = taken or self.date(line) or self.signature(line) or self.names_only(line)
        return taken or self.names_again(line) or self.issue(line) or self._loose(line)

    def _without_length(self, line: str) -> str:
        """Return a short line without "5 min read" at its end."""
        found = _MINUTES.search(line) if len(line) < 200 else None
        if found is None or not found.start():
            return line
        self.aside.append(found[0])
        return line[: found.start()]

    def _furniture(self, line: str) -> bool:
        above = not self.loose and not self.authors and not self.dates
        if not is_boilerplate(line) and not (above and self._menu(line)):
            return False
        if self.loose and not self.authors and _NAVIGATION.match(line):
            self.menu_at = self.at
        return self.skip(aside=line)

    def _menu(self, line: str) -> bool:
        """Whether a line above all else is a bullet of a menu, or a menu's word beside others."""
        if is_menu_item(line):
            return True
        beside = (self.following, self.lines[self.at - 1] if self.at else "")
        return is_menu_word(line) and any(map(is_menu_word, beside))

    def _field(self, line: str) -> bool:
        found = read_field(plain(line)) if len(line) < 1000 else None
        if found is None:
            return False
        name, value, shy = found
        following = self.following
        if shy and not self.fields.values and not self._believed(following):
            return False
        if name == "date" and only_date(value) is None and not self.fields.values:
            return False
        if name in {"date", "updated"} and "|" in value and only_date(line):
            return False  # "Updated: … | Published: …" is weighed as a line of dates
        if name == "other":
            return self.skip(aside=line)
        self.fields.add(name, value)
        if self.byline_at is None:
            self.byline_at = self.at
        return self.skip()

    def _believed(self, following: str) -> bool:
        """Whether the next line or what is above bears out that a shy field is one."""
        text = plain(following[:200])
        above = self.lines[self.at - 1] if self.at else ""
        if is_boilerplate(above) and above.isupper():  # the head of a cable
            return True
        if not self.loose and self.lines[self.at].startswith(_SUBJECT):
            return True
        return bool(self.dates) or read_field(text) is not None or only_date(text) is not None

    def _byline(self, line: str) -> bool:
        barred = "|" in line or "│" in line
        marked = len(line) <= 300 and any(mark in line for mark in (" • ", " · ", " / "))
        dated = len(line) <= 200 and " by " in line.lower() and line[:200][-1] not in ".!?"
        said = self.near and (says_by(line) or (bool(self.loose) and says_foreign_by(line)))
        dashed = bool(self.loose) and len(line) <= 80 and line[:1].isalnum() and date_at_start(line)
        if not (barred or marked or said or (dated and self.loose) or dashed):
            return False
        byline = read_byline(line) or (read_run_in(line) if said else None)
        if byline is None or (not barred and self._in_title()):
            return False
        if byline.above:
            self.lines.insert(self.at, byline.above)
            self.loose.append(self.at)
            self.skip()
        self.keep(byline)
        self.skip()
        if not any(a.role or a.institution for a in byline.authors):
            self.stacked_affiliation()
        return True

    def _in_title(self) -> bool:
        """Whether "By …" goes on from the line above ("PRESS BRIEFING / BY THE SECRETARY")."""
        above = self.lines[self.at - 1].split() if self.at else []
        return bool(above) and above[-1].lower().strip(" ,") in _SPOKEN

    def _loose(self, line: str) -> bool:
        """Keep a line that may be the title; running text or a section label ends the head."""
        if self._blurb(line):
            return self.skip(aside=line)
        if self._deck(line):
            self.loose.append(self.at)
            return self.skip()
        if not could_be_title(line) or self._too_many() or read_dateline(line):
            return False
        label = read_label(line)
        if label is not None and not label.rest and self._second_genre(line):
            return self.skip(aside=line)
        if label is not None and not self._genre(line, label.rest):
            return False
        self.loose.append(self.at)
        return self.skip()

    def _deck(self, line: str) -> bool:
        """Whether a sentence below the title is its deck, since byline or date come only then."""
        if (
            could_be_title(line)
            or not self.loose
            or self.at > _LAST_DECK
            or len(line) > _LONGEST_DECK
        ):
            return False
        if self.authors or self.dates or read_label(line) is not None:
            return False
        following = self.following
        return bool(only_date(following)) or (
            says_by(following)
            and len(following) < _LONGEST_DECK
            and read_byline(following) is not None
        )

    def _blurb(self, line: str) -> bool:
        """Whether a line says what the series named above it is ("The Iran File is a weekly …")."""
        series = plain(self.lines[self.loose[0]]) if len(self.loose) == 1 else ""
        return 4 < len(series) <= 60 and plain(line).startswith(
            (f"{series} is a", f"{series} is the", f"{series} are ")
        )

    def _too_many(self) -> bool:
        if self.byline_at is None:
            return len(self.loose) >= _MOST_HEADLINES
        return sum(i > self.byline_at for i in self.loose) >= _MOST_AFTER_BYLINE

    def _second_genre(self, line: str) -> bool:
        """Whether a label below the title is a genre: "Brief Analysis", or above a date."""
        following = self.following
        if says_by(following) and read_byline(following) is not None:
            return is_kicker(line)
        many = len(plain(line).split()) > 1 or not self.titled()
        return is_kicker(line) and (many or bool(only_date(following[:200])))

    def _genre(self, line: str, rest: str) -> bool:
        """Whether a label at the very top is a genre ("ANALYSIS") or part of a title."""
        if self.loose or self.authors:
            return False
        return not rest or not line.rstrip().endswith(".")
