"""Queries of every kind for a large library, drawn by seed from its own words and people."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import invented
from store.text import words

COUNT = 200
_ROMANISED = (
    ("sh", "sch"), ("ch", "tsch"), ("v", "w"), ("y", "j"), ("kh", "ch"), ("ou", "u"), ("ee", "i"),
    ("ov", "off"), ("k", "q"), ("i", "y"), ("ai", "ay"), ("z", "s"), ("e", "a"),
)  # fmt: skip


class Drawn:
    """Draws queries from one library."""

    def __init__(self, path: Path, seed: int = 7) -> None:
        self.db = sqlite3.connect(path)
        self.rng = random.Random(seed)
        total = self.db.execute("SELECT count(*) FROM brief").fetchone()[0]
        self.common = self._terms(total * 0.05, total, 600)
        self.middling = self._terms(total * 0.0005, total * 0.02, 4_000)
        self.rare = self._terms(2, 12, 4_000)
        self.rows = self._rows()

    def _terms(self, least: float, most: float, limit: int) -> list[str]:
        rows = self.db.execute(
            "SELECT term FROM vocab WHERE briefs BETWEEN ? AND ? AND length(term) > 2"
            " ORDER BY briefs DESC, term LIMIT ?",
            [least, most, limit],
        )
        return [r[0] for r in rows]

    def _rows(self) -> list[tuple[str, str, str, str, str, str]]:
        """Title, comment, pairs, authors, people and date of briefs drawn over all years."""
        low, high = self.db.execute("SELECT min(row), max(row) FROM entry").fetchone()
        ask = (
            "SELECT title, comment, pairs, json_extract(authors, '$[0][0]'), people, date"
            " FROM entry WHERE row >= ? LIMIT 1"
        )
        drawn = (self.rng.randrange(low, high) for _ in range(COUNT))
        return [self.db.execute(ask, [row]).fetchone() for row in drawn]

    def kinds(self) -> dict[str, list[str]]:
        """Return every kind of query with its queries, the streams key by key."""
        makers: dict[str, Callable[[int], str]] = {
            "common word": lambda n: self.common[n % len(self.common)],
            "rare word": lambda n: self.rng.choice(self.rare),
            "two words": lambda n: " ".join(self._of_one(n, 2)),
            "three words": lambda n: " ".join(self._of_one(n, 3)),
            "two common words": lambda n: " ".join(self.rng.sample(self.common, 2)),
            "phrase": self._phrase,
            "1 letter": lambda n: self._begun(n, 1),
            **{f"{k} letters": lambda n, k=k: self._begun(n, k) for k in (2, 3, 4, 5)},  # type: ignore[misc]
            "typo": lambda n: invented.respelled(self.rng, self.rng.choice(self.middling)),
            "transliteration": lambda n: self._romanised(
                self.rows[n][4].split("\n")[0].split()[-1]
            ),
            "pair": lambda n: f"pair:{self.rows[n][2].split()[0]} {self._word(n)}",
            "country": lambda n: f"country:{self.rows[n][2][:2]} {self._word(n)}",
            "person": lambda n: f'person:"{self.rows[n][4].splitlines()[0]}"',
            "analyst": lambda n: f'by:"{self.rows[n][3]}" {self._word(n)}',
            "month": lambda n: f"date:{self.rows[n][5][:7]} {self._word(n)}",
            "since": lambda n: f"date:>{self.rows[n][5][:4]} {self._word(n)}",
            "in the comment": lambda n: f"in:comment {self._word(n)}",
            "unread": lambda n: f"is:unread {self._word(n)}",
            "all but": lambda n: f"-{self._word(n)} ",
            "combined": self._combined,
        }
        found = {kind: [make(n) for n in range(COUNT)] for kind, make in makers.items()}
        return {**found, "typing, key by key": list(self._streams())}

    def _of_one(self, n: int, count: int) -> list[str]:
        """Words of one brief."""
        return self.rng.sample(words(self.rows[n][1].lower()), count)

    def _word(self, n: int) -> str:
        return self._of_one(n, 1)[0]

    def _phrase(self, n: int) -> str:
        text = words(self.rows[n][1].lower())
        at = self.rng.randrange(len(text) - 3)
        return f'"{" ".join(text[at : at + self.rng.choice((2, 2, 3))])}"'

    def _begun(self, n: int, letters: int) -> str:
        """A beginning; a single letter alone and, since there are few, after a word."""
        pool = self.common if n % 3 == 0 else self.middling
        start = self.rng.choice([w for w in pool if len(w) > letters])[:letters]
        return start if letters > 1 or n % 4 == 0 else f"{self._word(n)} {start}"

    def _romanised(self, name: str) -> str:
        name = name.lower()
        fitting = [pair for pair in _ROMANISED if pair[0] in name]
        for old, new in self.rng.sample(fitting, min(2, len(fitting))):
            name = name.replace(old, new, 1)
        return name

    def _combined(self, n: int) -> str:
        _, _, pairs, _, people, date = self.rows[n]
        person = people.splitlines()[0]
        year = int(date[:4])
        return (
            f'pair:{pairs.split()[0]} person:"{person}" date:{year - 1}..{year + 1} in:comment'
            f" {self._word(n)}"
        )

    def _streams(self) -> Iterator[str]:
        """The first words of titles, names and typos, as they grow key by key."""
        for n in range(COUNT * 3 // 10):
            title, _, _, _, people, _ = self.rows[n]
            typed = [
                " ".join(words(title)[:4]),
                people.splitlines()[0],
                invented.respelled(self.rng, self.rng.choice(self.middling)) + " " + self._word(n),
            ][n % 3]
            yield from (typed[:end].lower() for end in range(1, len(typed) + 1))
