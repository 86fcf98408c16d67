"""Lines of names below a title without "By": who signs, and what only looks like it."""

from __future__ import annotations

import re
from dataclasses import replace

from store.brief import Author, Confidence, Problem
from store.ingest.affiliations import is_institution, is_role
from store.ingest.bylines import Byline, read_signature
from store.ingest.dates import only_date
from store.ingest.digests import names_country
from store.ingest.imprints import dated_line
from store.ingest.labels import read_label
from store.ingest.markup import plain
from store.ingest.names import are_names, is_given_name, is_name, split_names
from store.ingest.signatures import is_collective
from store.ingest.signed_prose import read_compilers, read_run_in
from store.ingest.sorting import Sorting

# "Ada Lee in Oslo", "From Ada Lee in New York".
_FROM_PLACE = re.compile(r"^(?:[Ff]rom )?(\S+ .{2,60}?) in [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?$")


class NameLines(Sorting):
    """The rules for lines that hold names and do not say "By"."""

    def signature(self, line: str) -> bool:
        """Read names with their house, a handle or a date, without "By", below the title."""
        if self.authors or self.fields.values.get("authors") or not self.loose or not self.near:
            return False
        byline = read_signature(line) or read_compilers(line)
        if byline is None and line.startswith(("(", "[")):
            byline = read_run_in(line)
        if byline is None:
            return False
        self.keep(byline)
        return self.skip()

    def names_again(self, line: str) -> bool:
        """Pass over the names printed a second time."""
        names = [author.name for author in self.authors]
        if not names or len(line) > 300 or split_names(plain(line)) != names:
            return False
        return self.skip(aside=line)

    def names_only(self, line: str) -> bool:
        """Read a name, or names, on a line below the title without "By"."""
        text = plain(line)
        if self._another(line, text):
            return True
        if self.authors or self.fields.values or len(text) > 300 or not 1 <= len(self.loose) <= 3:
            return False
        if read_label(line) is not None:
            return False
        if self._collective(text):
            return True
        if only_date(self.following[:200]) or (self.dates and is_given_name(text.split(" ")[0])):
            text = _FROM_PLACE.sub(r"\1", text)
        names = split_names(text)
        if not are_names(text) or not all(is_name(name) for name in names):
            return False
        following = self.following
        stacked = self.is_affiliation(following)
        dated = bool(only_date(following[:200])) or (
            bool(self.dates or self.issue_at is not None) and not names_country(line, names)
        )
        if not (stacked or dated or self._plain_names(line, names)):
            return False
        confidence: Confidence = "likely" if stacked else "guess"
        self.keep(Byline(tuple(map(Author, names)), None, confidence, "a name below the title"))
        self.skip()
        if stacked:
            self.stacked_affiliation()
        elif self._house_above():
            pass
        else:
            guess = ", ".join(names)
            self.problems.append(Problem("authors", "a name on its own line, without “By”", guess))
        return True

    def _another(self, line: str, text: str) -> bool:
        """Read one more name with its affiliation below, as they were stacked for the first."""
        if not self.stacked_at or self.stacked_at != self.at or not is_name(text):
            return False
        if is_role(text) or is_institution(text) or not self.is_affiliation(self.following):
            return False
        first, self.authors = self.authors, [Author(text)]
        self.skip()
        self.stacked_affiliation()
        self.authors = first + self.authors
        return True

    def _plain_names(self, line: str, names: list[str]) -> bool:
        """Whether nothing but their form says that these are names: several, or printed twice.

        A single one may as well be the caption of a portrait.
        """
        if len(names) > 2:
            return True
        if names_country(line, names):
            return False
        following = self.following
        if following == line:
            return True
        begins = (
            len(following) > 150
            or dated_line(following) is not None
            or read_label(following) is not None
        )
        return begins and len(names) == 2

    def _collective(self, text: str) -> bool:
        """Read "Amber Syria Team" or "Reuters" on a line of its own, where a date stands by."""
        following = self.following
        if not (self.dates or only_date(following[:200])) or not is_collective(text):
            return False
        self.keep(Byline((Author(text),), None, "likely", "a team's name below the title"))
        return self.skip()

    def _house_above(self) -> bool:
        """Take the institution from a line of its own between the title and the names."""
        above = self.loose[-1] if len(self.loose) > 1 else -1
        line = plain(self.lines[above]) if above >= 0 else ""
        if above != self.at - 2 or len(line) > 60 or not is_institution(line) or is_role(line):
            return False
        self.authors = [replace(author, institution=line) for author in self.authors]
        self.loose.pop()
        return True
