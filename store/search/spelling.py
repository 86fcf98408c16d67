"""Other spellings of a word among the words the library holds: typing errors and romanisations.

Candidates are terms that begin with the same sound and lie within one or two edits
(optimal string alignment), and terms that sound the same under one of the romanisation systems.
They are ranked by edits, a common beginning, equal sound, and a little by how common they are. The
weights were set on one half of a list of real names with their aliases and hold on the other.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from store.search.readings import coarse, first_sounds, readings
from store.text import sounds

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
_EXACT, _ROUGH = 60, 120  # candidates taken per skeleton and per consonants, commonest first


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling: "typo" for a few edits, "spelling" for the same sound."""

    term: str
    kind: Kind
    score: float


class _Bucket:
    """The terms that begin with one sound: by length, and by skeleton once that is asked for."""

    __slots__ = ("_by_length", "_sorted", "by_bones", "by_skeleton")

    def __init__(self) -> None:
        self._by_length: dict[int, list[str]] = {}
        self.by_skeleton: dict[str, list[str]] = {}
        self.by_bones: dict[str, list[str]] = {}
        self._sorted = False

    def add(self, term: str) -> None:
        self._by_length.setdefault(len(term), []).append(term)

    def lengths(self, low: int, high: int) -> Iterator[list[str]]:
        return (self._by_length[n] for n in range(low, high + 1) if n in self._by_length)

    def sort_by_sound(self) -> None:
        """Fill the indexes by sound; only the first call does anything."""
        if self._sorted:
            return
        exact: dict[str, list[str]] = {}
        rough: dict[str, list[str]] = {}
        for terms in self._by_length.values():
            for term in terms:
                skeleton = sounds(term)
                exact.setdefault(skeleton, []).append(term)
                rough.setdefault(coarse(skeleton), []).append(term)
        # Whole at once: another thread may be looking.
        self.by_skeleton, self.by_bones, self._sorted = exact, rough, True


class Speller:
    """Spellings and completions over folded index terms and the number of briefs with each.

    The index by sound is built on first use, and only for the first sounds that are asked for.
    """

    def __init__(self, terms: Sequence[str], counts: Sequence[int]) -> None:
        self._counts = dict(zip(terms, counts, strict=True))
        self._terms = sorted(self._counts)
        self._buckets: dict[str, _Bucket] | None = None
        self.variants = lru_cache(maxsize=2048)(self._variants)
        self.completions = lru_cache(maxsize=2048)(self._completions)

    def prepare(self) -> None:
        """Build the whole index by sound now, in a quiet moment, rather than bit by bit later."""
        self._bucket("")
        for bucket in (self._buckets or {}).values():
            bucket.sort_by_sound()

    def count(self, word: str) -> int:
        """Return how many briefs hold a term."""
        return self._counts.get(word, 0)

    def weak(self, word: str, n_docs: int) -> bool:
        """Return whether a word is unknown, or so rare that it may be meant otherwise."""
        df = self.count(word)
        return _can_vary(word) and (df == 0 or df < WEAK_SHARE * n_docs)

    def _completions(self, prefix: str, limit: int = 16) -> tuple[str, ...]:
        """Return the commonest terms that begin with `prefix`, commonest first."""
        low = bisect_left(self._terms, prefix)
        high = bisect_left(self._terms, prefix + "\U0010ffff", low)
        found = self._terms[low:high]
        return tuple(heapq.nsmallest(limit, found, key=lambda t: (-self._counts[t], t)))

    def _variants(self, word: str, limit: int = 6) -> tuple[Variant, ...]:
        """Return other spellings of a folded word, likeliest first; none for short ones."""
        if not _can_vary(word):
            return ()
        least = max(1, COMMONER * self.count(word))
        close, alike = set(self._close(word)), self._alike(word)
        found = [
            self._judged(word, term, term in close, alike.get(term))
            for term in close | alike.keys()
            if term != word and self._counts[term] >= least
        ]
        kept = sorted((v for v in found if v is not None), key=lambda v: (-v.score, v.term))
        return tuple(v for v in kept[:limit] if v.score >= kept[0].score - _GAP)

    def _close(self, word: str) -> Iterator[str]:
        """The terms within one edit, or two for longer words, that begin with the same sound."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        edits = 1 if len(word) <= SHORTEST else 2
        for sound in first_sounds(word):
            for terms in self._bucket(sound).lengths(len(word) - edits, len(word) + edits):
                near = extract(word, terms, scorer=OSA.distance, score_cutoff=edits, limit=None)
                yield from (term for term, _, _ in near)

    def _alike(self, word: str) -> dict[str, bool]:
        """The terms with an equal skeleton (True), or with only equal consonants (False)."""
        exact: dict[str, bool] = {}
        rough: dict[str, bool] = {}
        for skeleton in readings(word):
            bucket = self._bucket(first_sounds(skeleton)[0])
            bucket.sort_by_sound()
            exact |= dict.fromkeys(self._commonest(bucket.by_skeleton, skeleton, _EXACT), True)
            bones = coarse(skeleton)
            if len(bones) > 2:
                rough |= dict.fromkeys(self._commonest(bucket.by_bones, bones, _ROUGH), False)
        return rough | exact

    def _commonest(self, index: dict[str, list[str]], key: str, limit: int) -> list[str]:
        terms = index.get(key, [])
        return heapq.nlargest(limit, terms, key=self._counts.__getitem__)

    def _judged(self, word: str, term: str, close: bool, same: bool | None) -> Variant | None:
        """Return the variant with its score, None if it is too unlike to be worth a search."""
        from rapidfuzz.distance import OSA, JaroWinkler

        edits, start = OSA.normalized_similarity(word, term), JaroWinkler.similarity(word, term)
        likeness = 0.55 * edits + 0.45 * start
        if not close and likeness < (_LIKE if same else _LIKE_ROUGH):
            return None
        sound = 0.0 if same is None else 0.15 if same else 0.05
        score = likeness + sound + 0.010 * log(1 + self._counts[term])
        return Variant(term, "typo" if same is None else "spelling", round(score, 4))

    def _bucket(self, sound: str) -> _Bucket:
        if self._buckets is None:
            buckets: dict[str, _Bucket] = {}
            for term in filter(_is_name, self._terms):
                for first in first_sounds(term):
                    buckets.setdefault(first, _Bucket()).add(term)
            self._buckets = buckets
        return self._buckets.get(sound) or _Bucket()


def _can_vary(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _is_name(term: str) -> bool:
    return len(term) >= SHORTEST - 1 and term.isalpha()
