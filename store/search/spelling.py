"""Other spellings of a word among the words the library holds: typing errors and romanisations.

Candidates are terms within one or two edits (optimal string alignment), and terms that sound the
same under one of the romanisation systems; both are looked up in tables that ingest keeps, so
nothing is loaded or built, however many terms there are. They are ranked by edits, a common
beginning, equal sound, and a little by how common they are. The weights were set on one half of a
list of real names with their aliases and hold on the other.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from math import log
from typing import Literal

from store.search import vocabulary
from store.search.commonest import Commonest
from store.search.readings import coarse, first_sounds, readings
from store.search.shortened import keys, wider_keys

Kind = Literal["typo", "spelling"]

SHORTEST = 4
"""Shorter words and words with digits are never varied."""
WEAK_SHARE = 0.002
"""A word in fewer than this share of all briefs may be a misspelling of a commoner one."""
COMMONER = 5
"""Only variants this many times commoner are offered for a word that the library knows."""
_LIKE = 0.50  # least likeness, of edits and beginning together, for a word that sounds the same
_LIKE_ROUGH = 0.75  # the same for one of which only the consonants sound the same
_GAP = 0.20  # what scores less than the best by more than this is noise beside it
_KEPT = 12  # variants of a word that are kept at most
_REMEMBERED = 4096  # words whose variants are remembered
_EXACT, _ROUGH = 60, 120  # candidates taken per skeleton and per consonants, commonest first


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling: "typo" for a few edits, "spelling" for the same sound."""

    term: str
    kind: Kind
    score: float


class Speller:
    """Spellings and completions over the vocabulary of one connection.

    What was found may be handed on to the next one while the vocabulary stays the same; the
    `commonest` terms, if they are at hand, save a look through all of a large one.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        before: Speller | None = None,
        commonest: Commonest | None = None,
    ) -> None:
        self._db = connection
        self._common = commonest
        self._known: dict[str, tuple[Variant, ...]] = before._known if before else {}
        self._begun: dict[str, tuple[str, ...]] = before._begun if before else {}

    def completions(self, start: str, limit: int) -> tuple[str, ...]:
        """Return the commonest terms that begin with a folded `start`, commonest first.

        Many terms begin with one letter, so what was found is remembered.
        """
        if len(self._begun) >= _REMEMBERED:
            self._begun.clear()
        if start not in self._begun:
            kept = self._common.beginning(start, limit) if self._common else None
            self._begun[start] = kept or vocabulary.completions(self._db, start, limit)
        return self._begun[start]

    def variants(self, word: str, limit: int = 6, *, rarer: bool = False) -> tuple[Variant, ...]:
        """Return other spellings of a folded word, likeliest first; none for short ones.

        Of a word that the library knows only much commoner ones, unless `rarer` ones will do.
        """
        if not _can_vary(word):
            return ()
        key = word + "*" * rarer
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._variants(word, rarer=rarer)
        return self._known[key][:limit]

    def _variants(self, word: str, *, rarer: bool) -> tuple[Variant, ...]:
        alike, near = self._alike(word), self._near(word)
        least = 1 if rarer else max(1, COMMONER * self._count(word))
        found = (
            _judged(word, term, briefs, alike.get(term, (0, None))[1])
            for term, briefs in {**{t: n for t, (n, _) in alike.items()}, **near}.items()
            if term != word and briefs >= least
        )
        kept = sorted((v for v in found if v is not None), key=lambda v: (-v.score, v.term))
        return tuple(v for v in kept[:_KEPT] if v.score >= kept[0].score - _GAP)

    def _count(self, word: str) -> int:
        row = self._db.execute("SELECT briefs FROM vocab WHERE term = ?", [word]).fetchone()
        return int(row[0]) if row else 0

    def _near(self, word: str) -> dict[str, int]:
        """The terms that may lie within one edit, or two for longer words, and their counts."""
        sought = keys(word) if len(word) <= SHORTEST else wider_keys(word)
        marks = ", ".join("?" * len(sought))
        rows = self._db.execute(
            "SELECT term, briefs FROM vocab WHERE id IN"
            f" (SELECT term FROM near WHERE key IN ({marks}))",
            sought,
        )
        edits = 1 if len(word) <= SHORTEST else 2
        return {t: n for t, n in rows if abs(len(t) - len(word)) <= edits}

    def _alike(self, word: str) -> dict[str, tuple[int, bool]]:
        """The terms of equal skeleton (True) or only equal consonants (False), with counts."""
        spoken = readings(word)
        bones = dict.fromkeys(b for b in map(coarse, spoken) if len(b) > 2)
        rough = (self._commonest("bones = ?", [b], _ROUGH) for b in bones)
        both = "bones = ? AND sound = ?"  # as the index has them
        exact = (self._commonest(both, [coarse(s), s], _EXACT) for s in spoken if s)
        return {t: (n, False) for rows in rough for t, n in rows} | {
            t: (n, True) for rows in exact for t, n in rows
        }

    def _commonest(self, where: str, sought: list[str], limit: int) -> sqlite3.Cursor:
        return self._db.execute(
            f"SELECT term, briefs FROM vocab WHERE {where} ORDER BY briefs DESC LIMIT ?",
            [*sought, limit],
        )


def _judged(word: str, term: str, briefs: int, same: bool | None) -> Variant | None:
    """Return the variant with its score, None if it is too unlike to be worth a search.

    `same` is whether it sounds the same (True), has only the same consonants, or neither (None).
    """
    from rapidfuzz.distance import OSA, JaroWinkler

    distance = OSA.distance(word, term)
    start = JaroWinkler.similarity(word, term)
    likeness = 0.55 * (1 - distance / max(len(word), len(term))) + 0.45 * start
    if not _is_close(word, term, distance) and (
        same is None or likeness < (_LIKE if same else _LIKE_ROUGH)
    ):
        return None
    sound = 0.0 if same is None else 0.15 if same else 0.05
    score = likeness + sound + 0.010 * log(1 + briefs)
    return Variant(term, "typo" if same is None else "spelling", round(score, 4))


def _is_close(word: str, term: str, distance: int) -> bool:
    """Whether one may be the other mistyped; of two edits, none may be in the first sound."""
    if distance <= 1:
        return True
    same_start = not set(first_sounds(word)).isdisjoint(first_sounds(term))
    return distance == 2 and len(word) > SHORTEST and same_start


def _can_vary(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()
