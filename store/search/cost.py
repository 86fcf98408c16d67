"""What a query would cost, before it is asked: postings to read and briefs to rank.

Measured on a million briefs (2 cores, warm): 26 ns for each posting of a word, four times that for
one of a phrase, whose places are compared as well, and 2.6 µs for each brief that is ranked. A
posting of a beginning, whose words have to be merged, is counted like one of a phrase.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from store.library import index
from store.search import facets, lookups, vocabulary
from store.search.guesses import MANY_WORDS, Guesses
from store.search.query import And, DateRange, Field, Node, Not, Or, Phrase, Word
from store.text import term

_POSTING_MS, _HIT_MS = 26e-6, 2.6e-3
_PHRASE = _MERGED = 4
_RANKED_MS = 2.0
"""What may be ranked in full at every key."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Postings to read, and an upper bound of the briefs found."""

    postings: int
    hits: int

    def is_cheap(self, tiers: int) -> bool:
        """Whether the true order costs no more than a quicker one would; every tier reads anew."""
        return tiers * _POSTING_MS * self.postings + _HIT_MS * self.hits <= _RANKED_MS


class Estimate:
    """Estimates queries of one library, from the counts that it keeps."""

    def __init__(self, db: sqlite3.Connection, guesses: Guesses) -> None:
        self._db = db
        self._guesses = guesses
        self._total = index.briefs(db)

    def of(self, node: Node | None) -> Cost:
        """Return the cost of finding and ranking what a node asks for."""
        match node:
            case None:
                return Cost(self._total, self._total)
            case Word():
                return self._word(node)
            case Phrase(words=words):
                counts = [vocabulary.briefs_with(self._db, w) for w in words]
                if node.prefix:
                    counts[-1] = self._begun(term(words[-1]))
                return Cost(_PHRASE * sum(counts), min(counts))
            case Field():
                return self._field(node)
            case DateRange():
                return Cost(0, self._total)
            case Not(node=inner):
                return Cost(self.of(inner).postings, self._total)
            case And(nodes=nodes):
                costs = [self.of(n) for n in nodes]
                return Cost(sum(c.postings for c in costs), min(c.hits for c in costs))
            case Or(nodes=nodes):
                costs = [self.of(n) for n in nodes]
                return Cost(sum(c.postings for c in costs), sum(c.hits for c in costs))

    def _word(self, word: Word) -> Cost:
        key = term(word.text)
        spelled = (key, *self._guesses.of(key))
        briefs = sum(vocabulary.briefs_with(self._db, w) for w in spelled)
        begun = self._begun(key) if word.prefix or word.typing else 0
        return Cost(briefs + _MERGED * begun, briefs + begun)

    def _begun(self, start: str) -> int:
        completions = self._guesses.completions.get(start)
        if completions is None:
            return vocabulary.weight(self._db, start, MANY_WORDS)[1]
        return sum(vocabulary.briefs_with(self._db, w) for w in completions)

    def _field(self, node: Field) -> Cost:
        token = _token(node)
        if token is None:
            return Cost(self._total, self._total)
        row = self._db.execute("SELECT briefs FROM facet WHERE token = ?", [token]).fetchone()
        briefs = int(row[0]) if row else 0
        return Cost(briefs, briefs)


def at_least(db: sqlite3.Connection, node: Node | None, guesses: Guesses, enough: int) -> bool:
    """Return whether `enough` briefs are found, as far as the counts of words alone tell."""
    match node:
        case Word():
            key = term(node.text)
            spelled = (key, *guesses.of(key), *guesses.completions.get(key, ()))
            if any(vocabulary.briefs_with(db, word) >= enough for word in spelled):
                return True
            begun = (node.prefix or node.typing) and key not in guesses.completions
            return begun and vocabulary.begins(db, key, enough)
        case Or(nodes=nodes):
            return any(at_least(db, n, guesses, enough) for n in nodes)
        case _:
            return False


def _token(node: Field) -> str | None:
    """The facet token of a field whose token needs no look-up of a name."""
    match node.name:
        case "pair":
            codes = lookups.pair_codes(node.value)
            return facets.pair(codes) if codes else None
        case "country":
            code = lookups.country_code(node.value)
            return facets.country(code) if code else None
        case "label":
            return facets.label(node.value)
        case _:
            return None
