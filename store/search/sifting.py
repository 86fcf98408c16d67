"""What the index would seek for long in one go: candidates are walked, and their texts looked at.

Between two briefs that it finds, FTS5 cannot be stopped. It takes 40 ms of a million briefs to find
that words which stand in most of them never follow each other, or that a word in every byline is in
no title; and as long to find the few that do without a common word. So where that may be so, the
briefs that hold all the words are walked, newest first, and of each the texts themselves are asked.
That can end at any brief, and where such briefs are many, it is as quick.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from store.library import index
from store.schema import INDEXED, TEXT_COLUMNS
from store.search import vocabulary
from store.search.guesses import Guesses
from store.search.matcher import Matcher
from store.search.plan import Level, columns_in, goes_on
from store.search.query import And, DateRange, Field, Node, Not, Phrase, Query, Word
from store.search.tree import parts_of, together
from store.text import term

_MANY = 12_000
"""Briefs with the rarest word of a phrase: as many places are compared in 6 ms."""
_MOST = 0.5
"""An excluded word in more of all briefs than this leaves few, far between."""

_EVERYWHERE = 100_000
"""Briefs with a word of which a table takes 3 ms to tell in which column each has it."""

Check = Callable[[Sequence[str]], bool]
"""Whether the texts of a brief are those of one that is sought."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """A wider query for some `columns`, and what the `texts` of a brief that it finds must pass."""

    query: Query
    columns: tuple[str, ...]
    texts: tuple[str, ...]
    holds: Check


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands for a part of the query in the wider one, and what its texts must (not) hold."""

    wider: Node | None
    matcher: Matcher
    wanted: bool


def sieve(db: sqlite3.Connection, query: Query, guesses: Guesses, level: Level) -> Sieve | None:
    """Return how to sift for what a query finds at a level of freedom.

    None where the index itself is as quick. Only what all of a brief has to answer is sifted for,
    not what stands between brackets or beside OR.
    """
    nodes = parts_of(query.root)
    sifter = _Sifter(db, guesses, level)
    parts = {at: part for at, node in enumerate(nodes) if (part := sifter.dear(node))}
    if not parts:
        return None
    kept = (parts[at].wider if at in parts else node for at, node in enumerate(nodes))
    wider = tuple(node for node in kept if node is not None)
    columns = columns_in(nodes) or TEXT_COLUMNS
    return _sieve(replace(query, root=together(wider)), TEXT_COLUMNS, columns, parts.values())


def title_sieve(
    db: sqlite3.Connection, query: Query, guesses: Guesses, level: Level
) -> Sieve | None:
    """Return how to sift for titles that hold all the words of a query, None as in `sieve`."""
    nodes = parts_of(query.root)
    sifter = _Sifter(db, guesses, level)
    texts = [node for node in nodes if not isinstance(node, (Field, DateRange, Not))]
    parts = [part for node in texts if (part := sifter.text(node))]
    if len(parts) < len(texts) or not any(map(sifter.is_everywhere, texts)):
        return None
    beside = [n for n in INDEXED["head"] if n != "facets"]
    return _sieve(query, beside, ("title",), parts)


class _Sifter:
    """Tells which parts of a query to sift for, and how, at one level of freedom."""

    def __init__(self, db: sqlite3.Connection, guesses: Guesses, level: Level) -> None:
        self._db = db
        self._guesses = guesses
        self._level = level
        self._total = index.briefs(db)

    def dear(self, node: Node) -> _Part | None:
        """Return the part for what the index would seek for long, None for all else."""
        match node:
            case Phrase(words=words) if len(words) > 1 and words not in self._guesses.loose:
                whole = words[:-1] if goes_on(node, self._level) else words
                rarest = min(self._count(word) for word in whole)
                return self.text(node) if rarest >= _MANY else None
            case Not(node=Word() | Phrase() as inner) if not inner.prefix:
                return self._excluded(inner)
            case _:
                return None

    def text(self, node: Node) -> _Part | None:
        """Return the part for a word or a phrase, None for anything else."""
        match node:
            case Word(text=text):
                found = self._written((text,), open_end=goes_on(node, self._level))
                return _Part(node, Matcher(phrases=found), True)
            case Phrase(words=(*before, last)) if before:
                open_end = goes_on(node, self._level)
                found = self._written(node.words, open_end=open_end)
                wider = And((*map(Word, before), Word(last, prefix=open_end)))
                return _Part(wider, Matcher(phrases=found), True)
            case _:
                return None

    def is_everywhere(self, node: Node) -> bool:
        """Whether a word stands in so many briefs that even to read where takes long."""
        return isinstance(node, Word) and self._count(node.text) >= _EVERYWHERE

    def _count(self, word: str) -> int:
        return vocabulary.briefs_with(self._db, word)

    def _written(self, words: Sequence[str], *, open_end: bool) -> list[Sequence[str]]:
        *before, last = words
        if not open_end:
            return [words]
        completions = self._guesses.completions.get(term(last))
        if completions is None:
            return [(*before, last + "*")]
        return [(*before, word) for word in (last, *completions)]

    def _excluded(self, node: Word | Phrase) -> _Part | None:
        words = (node.text,) if isinstance(node, Word) else node.words
        least = min(self._count(word) for word in words)
        if least < max(_MANY, _MOST * self._total):
            return None
        return _Part(None, Matcher(phrases=[words]), False)


def _sieve(
    query: Query, columns: Sequence[str], texts: Sequence[str], parts: Iterable[_Part]
) -> Sieve:
    parts = tuple(parts)

    def holds(found: Sequence[str]) -> bool:
        return all(any(map(part.matcher.hits, found)) == part.wanted for part in parts)

    return Sieve(query, tuple(columns), tuple(texts), holds)
