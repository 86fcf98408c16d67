"""What words may also be meant: corrected spellings, other spellings of names, completions.

A phrase that no brief holds is loosened to its words, which may then be corrected as well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from store.library import index
from store.schema import TEXT_COLUMNS
from store.search import vocabulary
from store.search.clauses import in_columns, quoted
from store.search.query import Node, Phrase, Query, Word, phrases_of, words_of
from store.search.spelling import SHORTEST, Speller
from store.text import term

_RARE = 500  # a word in fewer than one brief of so many may be a misspelling of a commoner one
_WHOLE = 2
"""Beginnings up to so many letters are completed to the commonest words only, at any time."""
MANY_WORDS, _MANY_BRIEFS = 400, 60_000
"""While one types, so is a beginning of so many words, or of words in more briefs."""
COMPLETIONS = 24
_FURTHER = 4  # spellings of a known word that are tried where nothing else finds anything


@dataclass(frozen=True, slots=True)
class Guesses:
    """What is searched beside the words typed, by term.

    `variants` are corrected spellings, `aliases` other spellings of names, `loose` phrases that
    are taken as words, `completions` the words a beginning is completed to where not all are
    taken; of those in `partial` there are more.
    """

    variants: Mapping[str, Sequence[str]] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    loose: frozenset[tuple[str, ...]] = frozenset()
    completions: Mapping[str, Sequence[str]] = field(default_factory=dict)
    partial: frozenset[str] = frozenset()

    def of(self, word: str) -> tuple[str, ...]:
        """Everything one term may also be meant as."""
        return tuple(dict.fromkeys((*self.variants.get(word, ()), *self.aliases.get(word, ()))))

    def all(self) -> tuple[str, ...]:
        """Everything that is searched beside what was typed."""
        return tuple(dict.fromkeys(g for w in (*self.variants, *self.aliases) for g in self.of(w)))


def guess(
    db: sqlite3.Connection, query: Query, speller: Callable[[], Speller], *, quick: bool = False
) -> Guesses:
    """Return other spellings of the words that are unknown or rare, and of all names.

    `quick` takes phrases as they are and completes to the commonest words.
    """
    total = index.briefs(db)
    variants: dict[str, Sequence[str]] = {}
    aliases: dict[str, Sequence[str]] = {}
    loose = [] if quick else [p for p in phrases_of(query.root) if not _holds(db, p)]
    for word in (*words_of(query.root), *(Word(w) for p in loose for w in p.words)):
        key = term(word.text)
        if word.prefix or len(key) < SHORTEST:
            continue
        if others := vocabulary.aliases(db, key):
            aliases[key] = others
        if _well_known(db, word, total):
            continue
        if others := tuple(v.term for v in speller().variants(key) if v.term != key):
            variants[key] = others
    found = Guesses(variants, aliases, frozenset(p.words for p in loose))
    return completed(db, query, found, speller, quick=quick)


def widened(
    db: sqlite3.Connection, query: Query, guesses: Guesses, speller: Callable[[], Speller]
) -> Guesses:
    """Return the guesses with other spellings of the names that are known, too.

    Words that the library knows may yet never stand together in the spelling typed: "mohamed" from
    one brief and "Qadhafi" from another. Only names are spelled in several ways; that no brief
    holds both "iran" and "galwan" is an answer, and one about iron is none.
    """
    variants = dict(guesses.variants)
    for word in words_of(query.root):
        key = term(word.text)
        if word.prefix or key in variants or not vocabulary.is_in_names(db, key):
            continue
        found = (v.term for v in speller().variants(key, _FURTHER, rarer=True))
        if others := tuple(term for term in found if vocabulary.is_in_names(db, term)):
            variants[key] = others
    return replace(guesses, variants=variants)


def loosened(
    db: sqlite3.Connection, query: Query, guesses: Guesses, speller: Callable[[], Speller]
) -> Guesses:
    """Return the guesses with every phrase taken as its words."""
    phrases = phrases_of(query.root)
    words = {term(w) for p in phrases for w in p.words if len(w) >= SHORTEST}
    total = index.briefs(db)
    unsure = sorted(w for w in words if not _well_known(db, Word(w), total))
    variants = {w: tuple(v.term for v in speller().variants(w)) for w in unsure}
    return replace(
        guesses,
        variants={**guesses.variants, **{w: v for w, v in variants.items() if v}},
        loose=frozenset(p.words for p in phrases),
    )


def completed(
    db: sqlite3.Connection, query: Query, guesses: Guesses, speller: Callable[[], Speller],
    *, quick: bool,
) -> Guesses:  # fmt: skip
    """Return the guesses with the words that each beginning is completed to, where not to all."""
    found: dict[str, Sequence[str]] = {}
    for start in _beginnings(query.root):
        if len(start) <= _WHOLE or (quick and _is_heavy(db, start)):
            found[start] = speller().completions(start, COMPLETIONS + 1)
    return replace(
        guesses,
        completions={start: terms[:COMPLETIONS] for start, terms in found.items()},
        partial=frozenset(s for s, terms in found.items() if len(terms) > COMPLETIONS),
    )


def _beginnings(root: Node | None) -> list[str]:
    """The words that go on, folded."""
    words = [term(w.text) for w in words_of(root) if w.prefix or w.typing]
    return [*words, *(term(p.words[-1]) for p in phrases_of(root) if p.prefix)]


def _is_heavy(db: sqlite3.Connection, start: str) -> bool:
    words, briefs = vocabulary.weight(db, start, MANY_WORDS)
    return words == MANY_WORDS or briefs > _MANY_BRIEFS


def _holds(db: sqlite3.Connection, phrase: Phrase) -> bool:
    star = " *" if phrase.prefix else ""
    match = in_columns(TEXT_COLUMNS, quoted(" ".join(phrase.words)) + star)
    return bool(db.execute("SELECT 1 FROM ft WHERE ft MATCH ? LIMIT 1", [match]).fetchone())


def _well_known(db: sqlite3.Connection, word: Word, total: int) -> bool:
    """Whether a word, or for the word being typed what it begins, is common enough to be meant."""
    enough = max(1, total // _RARE)
    if vocabulary.briefs_with(db, word.text) >= enough:
        return True
    return word.typing and vocabulary.begins(db, word.text, enough)
