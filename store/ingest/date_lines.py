"""Lines of the head that hold a date, and what else such a line may give."""

from __future__ import annotations

from dataclasses import replace

from store.ingest.date_forms import Dated
from store.ingest.datelines import read_bracketed, read_place_and_date, read_source_line
from store.ingest.dates import only_date
from store.ingest.imprints import date_beside_kicker, dated_line, imprint_date, is_imprint_text
from store.ingest.leftovers import leftover
from store.ingest.markup import plain
from store.ingest.names import is_given_name, is_name
from store.ingest.sorting import Sorting
from store.ingest.titles import is_imprint, is_issue

_NO_DATE = frozenset(("no date", "undated", "n.d", "nd", "date unknown", "not dated"))


class DateLines(Sorting):
    """The rules for lines of dates and of numbers of issue."""

    def date(self, line: str) -> bool:
        """Take a line that is a date, or gives one beside place, source, kicker or series."""
        if len(line) > 200:
            return False
        date = only_date(plain(line)) or date_beside_kicker(plain(line)) or read_source_line(line)
        if date is None and self.loose and not self.dates:
            date = read_bracketed(plain(line))
            if date is not None:
                self.dates.append(date)
                return self.skip(aside=leftover(plain(line), [date.text]))
        if date is None and self.loose and (found := dated_line(line)):
            return self._dated_line(line, found)
        if date is None and self.loose and plain(line).lower().strip(" .()[]") in _NO_DATE:
            return self.skip(aside=line)
        if date is None and self.titled() and (date := self._placed(line)):
            self.dates.append(date)
            return self.skip(aside=leftover(plain(line), [date.text]))
        if date is None:
            return False
        updated = plain(line).lower().lstrip("[( ").startswith(("updated", "last", "modified"))
        where = "a line of its own" if not updated else "a line that says when it was updated"
        reason = f"{where}; {date.reason}" if date.reason else where
        date = replace(date, reason=reason, confidence="likely" if updated else date.confidence)
        if self.dates:
            return self.skip(aside=line)
        self.dates.append(date)
        if is_issue(line):
            self.issue_at = self.at
        spaced_out = date.text not in line
        return self.skip(aside="" if spaced_out else leftover(plain(line), [date.text]))

    def _placed(self, line: str) -> Dated | None:
        """Return the date of "London, 4 May 1998"; "Ada Lee, 4 May 1998" is a byline."""
        place = plain(line).partition(",")[0]
        named = is_name(place) and is_given_name(place.split()[0])
        if named and not self.authors and not _is_place(place):
            return None
        return read_place_and_date(plain(line))

    def _dated_line(self, line: str, date: Dated) -> bool:
        """Take the date of a line that gives series or house too; other words stay a line."""
        rest = plain(line)[: date.start].strip(" |/·•,-–—")
        if self.dates:
            return is_imprint_text(rest) and self.skip(aside=line)
        self.dates.append(date)
        if is_imprint_text(rest) or _is_place(rest):
            return self.skip(aside=rest)
        self.lines[self.at] = rest
        return True

    def issue(self, line: str) -> bool:
        """Set a line of volume and number aside; it stands below the name of a periodical."""
        if is_imprint(line):
            date = imprint_date(line)
            if date and not self.dates:
                self.dates.append(date)
        elif not (self.loose or self.authors) or not is_issue(line):
            return False
        self.issue_at = self.at
        return self.skip(aside=line)


def _is_place(text: str) -> bool:
    from store.entities.geography import town_of  # late: a table of some size

    return len(text) <= 40 and town_of(text) is not None
