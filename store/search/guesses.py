"""What words may also be meant: corrected spellings, and names that are printed otherwise.

A phrase that no brief holds is loosened to its words, which may then be corrected as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from store.library import index
from store.search import plan, vocabulary
from store.search.query import Phrase, Query, Word
from store.search.spelling import SHORTEST, Speller
from store.text import term

_RARE = 500  # a word in fewer than one brief of so many may be a misspelling of a commoner one


@dataclass(frozen=True, slots=True)
class Guesses:
    """Corrected spellings and other spellings of names, by term, and phrases that are loosened."""

    variants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    loose: frozenset[tuple[str, ...]] = frozenset()

    def of(self, word: str) -> tuple[str, ...]:
        """Everything one term may also be meant as."""
        return tuple(dict.fromkeys((*self.variants.get(word, ()), *self.aliases.get(word, ()))))

    def all(self) -> tuple[str, ...]:
        """Everything that is searched beside what was typed."""
        return tuple(dict.fromkeys(g for w in (*self.variants, *self.aliases) for g in self.of(w)))


def guess(db: sqlite3.Connection, query: Query, speller: Callable[[], Speller]) -> Guesses:
    """Return other spellings of the words that are unknown or rare, and of all names."""
    total = index.briefs(db)
    variants: dict[str, Sequence[str]] = {}
    aliases: dict[str, Sequence[str]] = {}
    loose = [p for p in plan.phrases_of(query.root) if not _holds(db, p)]
    for word in (*plan.words_of(query.root), *(Word(w) for p in loose for w in p.words)):
        key = term(word.text)
        if word.prefix or len(key) < SHORTEST:
            continue
        if others := vocabulary.aliases(db, key):
            aliases[key] = others
        if _well_known(db, word, total):
            continue
        if found := tuple(v.term for v in speller().variants(key) if v.term != key):
            variants[key] = found
    return Guesses(variants, aliases, frozenset(p.words for p in loose))


def _holds(db: sqlite3.Connection, phrase: Phrase) -> bool:
    match = plan.phrase_match(phrase)
    return bool(db.execute("SELECT 1 FROM ft WHERE ft MATCH ? LIMIT 1", [match]).fetchone())


def _well_known(db: sqlite3.Connection, word: Word, total: int) -> bool:
    """Whether a word, or for the word being typed what it begins, is common enough to be meant."""
    enough = max(1, total // _RARE)
    if vocabulary.briefs_with(db, word.text) >= enough:
        return True
    return word.typing and vocabulary.begins(db, word.text) >= enough
